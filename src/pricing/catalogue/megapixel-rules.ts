import { defined } from '../../base/defined.js';
import type { MegapixelRule } from '../rules/megapixel.js';

type Amounts =
  | { readonly everyMegapixel: string }
  | { readonly firstMegapixel: string; readonly furtherMegapixel: string };

/**
 * Per megapixel of 1,048,576 pixels, rounded up. Without `referenceMegapixel` a reference costs
 * nothing. Amounts are US dollars as decimal text.
 */
export function perMegapixel({
  referenceMegapixel,
  ...amounts
}: Amounts & { readonly referenceMegapixel?: string }): MegapixelRule {
  const isOne = 'everyMegapixel' in amounts;
  return defined({
    kind: 'megapixel' as const,
    pixels: 1_048_576,
    first: isOne ? undefined : amounts.firstMegapixel,
    further: isOne ? amounts.everyMegapixel : amounts.furtherMegapixel,
    input: referenceMegapixel,
  });
}

/** Per megapixel of 1,000,000 pixels, counted to the pixel. */
export function perMillionPixels(amount: string): MegapixelRule {
  return {
    kind: 'megapixel',
    pixels: 1e6,
    exact: true,
    further: amount,
  };
}
