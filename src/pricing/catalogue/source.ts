import type { ListedSource } from '../price-list-types.js';
import type { SourceKind } from '../quote-types.js';

/** The day FLUX.2 came out: an undated page that names it cannot be older. */
export const flux2Day = '2025-11-25';

/** A source and the day it was read, `YYYY-MM-DD`. */
export function source(name: string, readOn: string, kind: SourceKind = 'provider'): ListedSource {
  return { name, readOn, kind };
}

/**
 * A source whose copy has no date. `readOn` is the earliest possible day, so that the price counts
 * as old too early rather than too late.
 */
export function undated(...read: Parameters<typeof source>): ListedSource {
  return { ...source(...read), undated: true };
}
