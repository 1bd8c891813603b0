import { text } from './json.js';

/** Digits before and after the point, and an exponent; a sign and spaces are taken off before. */
const shape = /^(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i;

/** So many digits an amount may have: what the journal can keep. */
const most = { whole: 12, places: 24 };

/**
 * Converts an amount of money (or of units that cost money) to plain decimal text without
 * superfluous zeros: a JSON number or numeric text in whatever notation, with an exponent or a plus
 * sign. Keeps every digit, except what floating-point arithmetic adds (`0.1 + 0.2` is
 * 0.30000000000000004) where that is worth less than a billionth, and what lies beyond 24 places,
 * rounded up. `undefined` for what is negative, no number, or longer than 12 digits before the point.
 */
export function decimalText(value: unknown): string | undefined {
  const raw = (typeof value === 'number' ? String(value) : text(value))?.trim() ?? '';
  const [, whole, fraction = '', exponent = '0'] = shape.exec(raw.replace(/^\+/, '')) ?? [];
  if (whole === undefined || whole + fraction === '' || raw.length > 80) return undefined;
  return plain(whole + fraction, fraction.length - Number(exponent));
}

/**
 * Reads what an account holds, in the same way. An account in debt has nothing left: a negative
 * amount is `0`.
 */
export function balanceText(value: unknown): string | undefined {
  const debt = /^-(.*)$/.exec(String(value).trim())?.[1];
  if (debt === undefined) return decimalText(value);
  return decimalText(debt) === undefined ? undefined : '0';
}

/** The text of `digits` × 10^-`places`. */
function plain(digits: string, places: number): string | undefined {
  const [kept, left] = withoutNoise(digits, places);
  const padded = (left < 0 ? kept.padEnd(kept.length - left, '0') : kept).padStart(left + 1, '0');
  const point = padded.length - Math.max(left, 0);
  const whole = padded.slice(0, point).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(point).replace(/0+$/, '');
  if (whole.length > most.whole) return undefined;
  if (fraction.length <= most.places) return fraction === '' ? whole : `${whole}.${fraction}`;
  return plain(String(BigInt(padded.slice(0, point + most.places)) + 1n), most.places);
}

/**
 * Takes off what floating-point arithmetic leaves in the last digits of a product or a sum: where at
 * most 12 digits are followed by zeros or nines up to the 14th, and at most three more after those,
 * worth less than a billionth.
 */
function withoutNoise(digits: string, places: number): readonly [string, number] {
  const [, some = '', run = '', tail = ''] =
    /^0*(|[1-9]\d{0,11}?)(0{2,}|9{2,})(\d{0,3})$/.exec(digits) ?? [];
  const clean = some.length + run.length;
  if (clean < 14 || clean + tail.length < 15 || places - tail.length < 9) return [digits, places];
  const up = run.startsWith('9') ? 1n : 0n;
  return [String(BigInt(some) + up), places - run.length - tail.length];
}
