import type { ListedSource } from '../price-list-types.js';
import { flux2, source, third, undated } from './sources.js';

// The day klein came out: an undated page that names it cannot be older.
const klein = '2026-01-15';
const falPage = 'fal model page';

/** Where the prices of `hosts.ts` were read. */
export const hostSources: Readonly<Record<string, ListedSource>> = {
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
