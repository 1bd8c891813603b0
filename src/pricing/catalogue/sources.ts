import type { ListedSource } from '../price-list-types.js';
import type { SourceKind } from '../quote-types.js';

/** The day FLUX.2 came out: an undated page that names it cannot be older. */
export const flux2 = '2025-11-25';
export const third = 'third-party';

const bfl = {
  bfl: source('BFL price list', '2026-06-01'),
  formula: source('BFL price formula', '2026-02-03'),
  based: undated('BasedLabs’ guide', flux2, third),
};

/** The same sources for the sandbox. */
const simulated = Object.fromEntries(
  Object.entries(bfl).map(([key, read]) => [
    `sandbox-${key}`,
    { ...read, name: `Simulated: ${read.name}` },
  ]),
);

/**
 * Where the first prices were read. Pages and words are in `words.ts`; everything else known
 * about the sources is in `test/pricing/source-rows.ts`.
 */
export const sources: Readonly<Record<string, ListedSource>> = {
  ...bfl,
  ...simulated,
  puter: source('Puter’s price list', '2026-09-16'),
};

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
