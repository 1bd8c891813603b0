import { compareUsd, least, minus, most, usd, type Usd } from './money.js';

/**
 * Amounts that differ by less than this, in US dollars, may differ only because a provider's meter
 * rounds.
 */
export const meterRounding: Usd = usd('0.000001');

/** True if two amounts (US dollars as decimal text) differ by less than `meterRounding`. */
export function isSameCharge(a: string, b: string): boolean {
  return compareUsd(minus(most(usd(a), usd(b)), least(usd(a), usd(b))), meterRounding) < 0;
}
