import type { LineKey, Size } from '../quote-types.js';
import type { Item, RuleKind } from '../rule-kind.js';
import { byPixel } from './by-pixel.js';

/** Per megapixel: rounded up per image, or counted to the pixel (`exact`). */
export interface MegapixelRule {
  readonly kind: 'megapixel';
  /** The pixels in one megapixel: 1,048,576 or 1,000,000. */
  readonly pixels: number;
  /** Counted to the pixel instead of rounded up. */
  readonly exact?: true;
  /** The first megapixel, if its price differs from that of further ones. */
  readonly first?: string;
  readonly further: string;
  /** The low end of `further`, if the price is a range. */
  readonly from?: string;
  /**
   * Per megapixel of a reference image, rounded up per image. Missing: references cost nothing.
   */
  readonly input?: string;
  /** All references together count once, with the size of the output image. */
  readonly inputAsOutput?: true;
  /** A reference counts as at most this many megapixels. */
  readonly inputMost?: number;
  /**
   * It is unknown how references are counted, so the price is a range. High end: their real size.
   * Low end: limited by `inputMost`; without it, a single reference counts as at most four
   * megapixels, and several as one each.
   */
  readonly inputUnsure?: true;
  /**
   * Each line is rounded to this many decimals of a dollar, as by a meter that counts whole units.
   */
  readonly decimals?: number;
}

export const megapixelRule: RuleKind<MegapixelRule> = {
  bill: (rule, request) => {
    const { references } = request;
    const made = outputs(rule, area(request));
    const low = rule.from && { low: outputs({ ...rule, further: rule.from }, area(request)) };
    if (!rule.input || !references.length) return { items: made, ...low };
    if (rule.inputAsOutput)
      return { items: [...made, toThePixel(rule, 'reference', area(request), rule.input)] };
    const { input, inputUnsure, inputMost = inputUnsure && (references.length > 1 ? 1 : 4) } = rule;
    const least = [...made, ...inputs(rule, references, input, inputMost)];
    const open = inputUnsure && references.some((one) => area(one) > rule.pixels * inputMost!);
    return open
      ? { items: [...made, ...inputs(rule, references, input)], low: least }
      : { items: least };
  },
  sameFor: ({ exact, pixels }, request) =>
    exact || request.references.length ? undefined : Math.ceil(area(request) / pixels),
  // A range has no single unit price.
  unit: ({ first, further, from }) => (from === undefined ? (first ?? further) : undefined),
  below: ({ exact, pixels }, { width, height }, least) => {
    const limit = (Math.ceil((width * height) / pixels) - 1) * pixels;
    if (exact || limit < least) return [];
    const scale = Math.sqrt(limit / (width * height));
    return [
      { width: limit / height, height },
      { width, height: limit / width },
      { width: width * scale, height: height * scale },
    ];
  },
  referencePixels: ({ input, inputAsOutput, pixels }) =>
    input && !inputAsOutput ? pixels : undefined,
};

function area({ width, height }: Size): number {
  return width * height;
}

function toThePixel(rule: MegapixelRule, key: LineKey, pixels: number, price: string): Item {
  return byPixel(key, pixels, price, rule);
}

function outputs(rule: MegapixelRule, pixels: number): Item[] {
  const { first, further, pixels: unit } = rule;
  if (rule.exact) {
    if (first === undefined) return [toThePixel(rule, 'megapixels', pixels, further)];
    const rest = pixels - unit;
    return rest > 0
      ? [
          toThePixel(rule, 'first-megapixel', unit, first),
          toThePixel(rule, 'further-megapixels', rest, further),
        ]
      : [toThePixel(rule, 'first-megapixel', pixels, first)];
  }
  const megapixels = Math.ceil(pixels / unit);
  if (first === undefined) return [['megapixels', megapixels, further]];
  return megapixels > 1
    ? [
        ['first-megapixel', 1, first],
        ['further-megapixels', megapixels - 1, further],
      ]
    : [['first-megapixel', 1, first]];
}

/** One line per reference, counted as at most `most` megapixels. */
function inputs(
  { pixels }: MegapixelRule,
  references: readonly Size[],
  price: string,
  most = Infinity,
): Item[] {
  return references.map((reference) => [
    'reference',
    Math.min(most, Math.ceil(area(reference) / pixels)),
    price,
    `${reference.width}×${reference.height}`,
  ]);
}
