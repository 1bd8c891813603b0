import { text } from './json.js';

/**
 * Converts an amount reported by a provider, a non-negative JSON number or a numeric string, to
 * plain decimal text without an exponent, digit for digit. `undefined` for everything else, and for
 * what would be longer than 80 characters.
 */
export function decimalText(value: unknown): string | undefined {
  const raw = typeof value === 'number' ? String(value) : text(value)?.trim();
  const [, whole, fraction = '', exponent] =
    /^(\d{1,12})(?:\.(\d{1,18}))?(?:e-(\d{1,2}))?$/i.exec(raw ?? '') ?? [];
  if (whole === undefined) return undefined;
  if (exponent === undefined) return raw;
  const places = Number(exponent);
  const digits = (whole + fraction).padStart(places + fraction.length + 1, '0');
  const point = digits.length - places - fraction.length;
  const plain = `${digits.slice(0, point)}.${digits.slice(point)}`
    .replace(/^0+(?=\d)/, '')
    .replace(/\.?0*$/, '');
  return plain.length > 80 ? undefined : plain;
}
