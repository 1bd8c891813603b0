import { isProviderId, type ProviderId } from '../base/provider-id.js';
import { dayMs } from '../base/clock.js';
import type { SourceKind } from './quote-types.js';

const days = new Map<string, number>();

/**
 * Gateways resell other providers' models and change prices without notice. After this many days a
 * price read from them no longer counts as current. Puter withdrew 29 of its image routes within 26
 * days of a reading.
 */
const gateways: Readonly<Partial<Record<ProviderId, number>>> = {
  puter: 14,
  aigateway: 14,
  openrouter: 14,
  huggingface: 14,
  pollinations: 14,
};

/**
 * Limits in days for all other providers. A provider's own page rarely changes; a third party may
 * already be out of date when it is read.
 */
const usual: Readonly<Record<SourceKind, number>> = { live: 60, provider: 60, 'third-party': 30 };

/** The number of days for which a price counts as current after it was read. */
export function ageLimit(provider: string, kind: SourceKind): number {
  return (isProviderId(provider) ? gateways[provider] : undefined) ?? usual[kind];
}

/**
 * Whole days from `readOn` (`YYYY-MM-DD`) to `at` (epoch milliseconds). `NaN` if either is invalid.
 */
export function daysOld(readOn: string, at: number): number {
  const began = days.get(readOn) ?? Date.parse(readOn);
  days.set(readOn, began);
  return Math.floor((at - began) / dayMs);
}

/**
 * True if the price is too old to count as current. `at`: now, in epoch milliseconds; at a time that
 * can't be read no price is current.
 */
export function isPastLimit(
  provider: string,
  { kind, readOn }: { readonly kind: SourceKind; readonly readOn: string },
  at: number,
): boolean {
  return !(daysOld(readOn, at) <= ageLimit(provider, kind));
}
