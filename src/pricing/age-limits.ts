import type { SourceKind } from './quote-types.js';

const day = 86_400_000;

/**
 * Providers that pass on what others ask, and change it without notice: so many days after it was
 * read, their price is no longer taken for
 * today's. Puter withdrew 29 of its image routes within 26 days of a reading.
 */
const gateways: Readonly<Record<string, number>> = {
  puter: 14,
  aigateway: 14,
  openrouter: 14,
  huggingface: 14,
  pollinations: 14,
};

/**
 * Everybody else, by who says it: a provider's own page rarely changes, what others say of it is
 * behind by itself.
 */
const usual: Readonly<Record<SourceKind, number>> = { live: 60, provider: 60, 'third-party': 30 };

/**
 * For how many days after it was read a provider's price, from a source of this kind, is taken for
 * today's.
 */
export function ageLimit(provider: string, kind: SourceKind): number {
  return Object.hasOwn(gateways, provider) ? gateways[provider]! : usual[kind];
}

/**
 * Whole days since a price was read, `YYYY-MM-DD`; `at` in epoch milliseconds. `NaN` when either is
 * none.
 */
export function daysOld(readOn: string, at: number): number {
  return Math.floor((at - Date.parse(readOn)) / day);
}

/** True when a price was read too long ago to be called today's. */
export function isPastLimit(
  provider: string,
  { kind, readOn }: { readonly kind: SourceKind; readonly readOn: string },
  at: number,
): boolean {
  return daysOld(readOn, at) > ageLimit(provider, kind);
}
