import type { DeclaredMegapixelRule } from '../rules/declared-megapixel.js';
import type { ImageRule } from '../rules/image.js';
import type { MegapixelRule } from '../rules/megapixel.js';

/** A fixed price per image. All amounts here are US dollars as decimal text. */
export function image(each: string): ImageRule {
  return { kind: 'image', each };
}

/** BFL's price formula for FLUX.2. A reference's megapixels cost as much as further ones. */
export function flux2({ firstMegapixel, furtherMegapixel }: Flux2Amounts): MegapixelRule {
  return {
    kind: 'megapixel',
    pixels: 1_048_576,
    first: firstMegapixel,
    further: furtherMegapixel,
    input: furtherMegapixel,
    inputUnsure: true,
  };
}

export interface Flux2Amounts {
  readonly firstMegapixel: string;
  readonly furtherMegapixel: string;
}

/**
 * Per declared megapixel of output, and as much per 1,000,000 pixels of a reference. `run` is
 * charged once per image; `choices` are the megapixels that can be declared.
 */
export function declared({ run, megapixel, choices }: DeclaredAmounts): DeclaredMegapixelRule {
  return {
    kind: 'declared-megapixel',
    ...(run && { run }),
    output: megapixel,
    input: megapixel,
    ...(choices && { choices }),
  };
}

export interface DeclaredAmounts {
  readonly run?: string;
  readonly megapixel: string;
  readonly choices?: readonly string[];
}
