import type { ListedSource } from '../price-list-types.js';
import type { SourceKind } from '../quote-types.js';

// Release dates of models. An undated page that names a model cannot be older than its release.
const flux2 = '2025-11-25';
const klein = '2026-01-15';
const third = 'third-party';
const falPage = 'fal model page';

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
 * Where the deciding prices were read. Pages and words are in `words.ts`; everything else known
 * about the sources is in `test/pricing/source-rows.ts`.
 */
export const sources: Readonly<Record<string, ListedSource>> = {
  ...bfl,
  ...simulated,
  puter: source('Puter’s price list', '2026-09-16'),
  replicate: source('Puter on Replicate’s prices', '2026-09-16', third),
  together: source('Puter’s cost table', '2026-08-21', third),
  falKlein: source('fal klein guide', '2026-01-16'),
  fal: source(falPage, '2026-08-09'),
  falFlex: source(falPage, '2026-06-24'),
  falJune: source(falPage, '2026-06-01'),
  falMax: undated(falPage, flux2),
  falKlein9: undated(falPage, klein),
  lumenfall: undated('Lumenfall on fal', klein, third),
  deepinfra: undated('DeepInfra model page', flux2),
  aigateway: undated('AIgateway’s questions on pricing', klein),
  openrouter: undated('OpenRouter model page', flux2),
  pollinations: undated('Pollinations’ price table', '2026-07-30'),
  own: source('Puter’s FLUX pricing guide', '2026-06-01', third),
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
