import type { Size } from '../quote-types.js';
import type { Item, RuleFacts, RuleKind } from '../rule-kind.js';

/**
 * By the megapixels declared in the request, whatever the pixels: Replicate makes a shape at one of
 * a few sizes.
 */
export interface DeclaredMegapixelRule {
  readonly kind: 'declared-megapixel';
  /** Once per picture. */
  readonly run?: string;
  readonly output: string;
  /** Each megapixel (1,000,000 pixels, rounded up) of a reference picture. */
  readonly input?: string;
  /** A reference counts in megapixels of 1,048,576 pixels instead, and as so many at most. */
  readonly inputMost?: number;
  /** Nobody has established which of both it is: a range. */
  readonly inputUnsure?: true;
  /** The sizes that can be declared, rising. Left out: it can't be declared and is always 1. */
  readonly choices?: readonly string[];
}

const mebipixel = 1_048_576;

/** How its fields are written, and the request fields its price depends on besides `count`. */
export const declaredMegapixelFacts: RuleFacts = {
  fields: {
    run: 'usd?',
    output: 'usd',
    input: 'usd?',
    inputMost: 'count?',
    inputUnsure: 'true?',
    choices: 'texts?',
  },
  reads: ['width', 'height', 'references'],
};

export const declaredMegapixelRule: RuleKind<DeclaredMegapixelRule> = {
  bill: (
    { run, output, input, inputMost, inputUnsure, choices },
    { width, height, references },
  ) => {
    const megapixels = choices ? replicateMegapixels(width, height, choices) : '1';
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
 * What to declare as `output_megapixels` (a string: a number is billed as 1) for a size in pixels:
 * the choice nearest in ratio, the smaller one
 * between two. 1024×1024 → `'1'`, 1920×1080 → `'2'`, 2048×2048 → `'4'`. A quote's `sends` carries
 * the value its price was computed with.
 * Never send it to a model without `choices` (FLUX.2 dev): Puter bills it there and does not
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
