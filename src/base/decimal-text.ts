import { text } from './json.js';

/**
 * Converts an amount reported by a provider, a non-negative JSON number or a numeric string, to
 * plain decimal text without an exponent. `undefined` for everything else.
 */
export function decimalText(value: unknown): string | undefined {
  const raw = typeof value === 'number' ? String(value) : text(value)?.trim();
  if (raw === undefined || !/^\d{1,12}(\.\d{1,18})?(e-\d{1,2})?$/i.test(raw)) return undefined;
  return /e/i.test(raw)
    ? Number(raw)
        .toFixed(18)
        .replace(/\.?0+$/, '')
    : raw;
}
