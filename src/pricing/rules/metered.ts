import type { Size } from '../quote-types.js';
import { listEntries } from '../list-entries.js';
import type { CheckedRequest, Item, RuleFacts, RuleKind } from '../rule-kind.js';
import { byPixel } from './by-pixel.js';

/**
 * Metered in parts (Replicate by Puter): per run, per image, per font, per megapixel of references,
 * and per megapixel measured on the finished image. A megapixel is 1,000,000 pixels; each line is
 * rounded to a microcent.
 */
export interface MeteredRule {
  readonly kind: 'metered';
  readonly run?: string;
  readonly output?: string;
  /** Per entry of the option `font_urls`. */
  readonly font?: string;
  readonly input?: string;
  readonly made?: string;
  /**
   * The option that declares how large the image is to be, as `2 MP` or `2`. Without a value the
   * pixels asked for are made.
   */
  readonly declares?: string;
  /**
   * The option that declares a size beside the pixels asked for, where both are always sent and
   * nobody documents which of them decides.
   */
  readonly mayDeclare?: string;
}

export const meteredFacts: RuleFacts = {
  fields: {
    run: 'usd?',
    output: 'usd?',
    font: 'usd?',
    input: 'usd?',
    made: 'usd?',
    declares: 'id?',
    mayDeclare: 'id?',
  },
  reads: ['width', 'height', 'references', 'options'],
};

export const meteredRule: RuleKind<MeteredRule> = {
  bill: (rule, request) => {
    const known = knownParts(rule, request);
    if (!rule.made) return known.length > 0 ? { items: known } : undefined;
    const { made } = rule;
    const [fewest, most] = madePixels(rule, request);
    const line = (pixels: number): Item => byPixel('megapixels', pixels, made, meter);
    return { items: [...known, line(most)], low: [...known, line(fewest)], estimated: true };
  },
};

const meter = { pixels: 1e6, decimals: 8 } as const;

/** The largest image that a model makes which chooses the size itself, pixels. */
const largest = 4_200_000;

/** The parts that are known before the image is made. */
function knownParts({ run, output, font, input }: MeteredRule, request: CheckedRequest): Item[] {
  const { references, options } = request;
  const fonts = listEntries(options.font_urls).length;
  const parts: Item[] = [];
  if (run) parts.push(['run', 1, run]);
  if (output) parts.push(['picture', 1, output]);
  if (font && fonts > 0) parts.push(['font', fonts, font]);
  if (input && references.length > 0) parts.push(inputLine(references, input));
  return parts;
}

function inputLine(references: readonly Size[], price: string): Item {
  const pixels = references.reduce((all, { width, height }) => all + width * height, 0);
  const [first] = references;
  const detail = first && references.length === 1 ? `${first.width}×${first.height}` : undefined;
  return byPixel('reference', pixels, price, meter, detail);
}

/**
 * The fewest and the most pixels that the image may have. Whether a model keeps a size to the pixel
 * or brings it to multiples of 16 is not documented.
 */
function madePixels(
  { declares, mayDeclare }: MeteredRule,
  { width, height, options }: CheckedRequest,
): readonly [number, number] {
  const declared = declares === undefined ? undefined : options[declares];
  if (declared !== undefined) return declaredPixels(declared);
  const asked = [under(width) * under(height), over(width) * over(height)] as const;
  const rival = mayDeclare === undefined ? undefined : options[mayDeclare];
  if (rival === undefined) return asked;
  const [fewest, most] = declaredPixels(rival);
  return [Math.min(asked[0], fewest), Math.max(asked[1], most)];
}

/** A declared size, as `2 MP` or `2`, comes at up to 6 % more. */
function declaredPixels(declared: string): readonly [number, number] {
  const megapixels = parseFloat(declared);
  if (Number.isNaN(megapixels)) return [0, largest];
  return [megapixels * 1e6, Math.round(megapixels * 1.06e6)];
}

function under(side: number): number {
  return Math.floor(side / 16) * 16;
}

function over(side: number): number {
  return Math.ceil(side / 16) * 16;
}
