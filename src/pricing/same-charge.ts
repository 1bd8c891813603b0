import { compareUsd, least, minus, most, usd, type Usd } from './money.js';

/** Meters round by less than this, US dollars. */
export const meterRounding: Usd = usd('0.000001');

/** Less than a millionth of a dollar apart: meters round. */
export function isSameCharge(a: string, b: string): boolean {
  return compareUsd(minus(most(usd(a), usd(b)), least(usd(a), usd(b))), meterRounding) < 0;
}
