import type { Size } from '../quote-types.js';
import type { Item, RuleKind } from '../rule-kind.js';

/**
 * Per megapixel declared in the request, whatever its pixels: Replicate takes an aspect ratio and
 * one of a few sizes.
 */
export interface DeclaredMegapixelRule {
  readonly kind: 'declared-megapixel';
  /** Charged once per image. */
  readonly run?: string;
  readonly output: string;
  /** Per megapixel (1,000,000 pixels, rounded up) of a reference image. */
  readonly input?: string;
  /** Instead, a reference counts in megapixels of 1,048,576 pixels, and as at most this many. */
  readonly inputMost?: number;
  /** It is unknown which of the two ways above applies, so the price is a range. */
  readonly inputUnsure?: true;
  /**
   * The megapixels that can be declared, in rising order: what the option `output_megapixels`
   * says, else those nearest to the size. Missing: nothing can be declared and it is always 1.
   */
  readonly choices?: readonly string[];
}

const mebipixel = 1_048_576;

export const declaredMegapixelRule: RuleKind<DeclaredMegapixelRule> = {
  bill: (
    { run, output, input, inputMost, inputUnsure, choices },
    { width, height, references, options },
  ) => {
    const megapixels = choices
      ? (options.output_megapixels ?? replicateMegapixels(width, height, choices))
      : '1';
    const made: Item[] = [
      ...(run ? [['run', 1, run] as const] : []),
      ['megapixels', megapixels, output],
    ];
    const most = input ? [...made, ...inputs(references, input, 1e6)] : made;
    const least =
      input && inputMost ? [...made, ...inputs(references, input, mebipixel, inputMost)] : most;
    return {
      items: inputUnsure ? most : least,
      ...(inputUnsure && { low: least }),
      ...(choices && { sends: { output_megapixels: megapixels } }),
    };
  },
  referencePixels: ({ input }) => (input ? 1e6 : undefined),
};

/**
 * The value to declare as `output_megapixels` for a size in pixels: the choice nearest in ratio,
 * the smaller of two that are equally near. It is a string, because a number is billed as 1.
 * 1024×1024 → `'1'`, 1920×1080 → `'2'`, 2048×2048 → `'4'`. A quote's `sends` has the value its
 * price was computed with.
 * Never send it to a model without `choices` (FLUX.2 dev): Puter bills it there but does not
 * forward it.
 */
export function replicateMegapixels(
  width: number,
  height: number,
  choices: readonly string[] = ['0.5', '1', '2', '4'],
): string {
  const wanted = (width * height) / mebipixel;
  let best = '1';
  let distance = Infinity;
  for (const choice of choices) {
    const off = Math.abs(Math.log(wanted / Number(choice)));
    if (off < distance - 1e-9) [best, distance] = [choice, off];
  }
  return best;
}

function inputs(
  references: readonly Size[],
  price: string,
  pixels: number,
  most = Infinity,
): Item[] {
  return references.map(({ width, height }) => [
    'reference',
    Math.min(most, Math.ceil((width * height) / pixels)),
    price,
    `${width}×${height}`,
  ]);
}
