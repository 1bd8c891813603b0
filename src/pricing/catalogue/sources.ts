import type { ListedSource } from '../price-list-types.js';
import type { SourceKind } from '../quote-types.js';

export const source = (name: string, url: string, readOn: string, kind: SourceKind = 'provider'): ListedSource => ({ name, url: `https://${url}`, readOn, kind });

const bflPage = 'docs.bfl.ai/quick_start/pricing';

/** Where the deciding prices were read. An undated copy carries the earliest date it can be from, so that it is called old too soon, not too late. */
export const sources = {
  bfl: source('BFL price list', bflPage, '2026-09-19'),
  sandbox: source('Simulated at BFL’s list price', bflPage, '2026-09-19'),
  puter: source('Puter’s price list', 'api.puter.com/puterai/image/models/details', '2026-08-21'),
  costs: source('Puter’s cost table', 'github.com/HeyPuter/puter', '2026-08-21', 'third-party'),
  fal: source('fal model page', 'fal.ai/models/fal-ai/flux-2-pro', '2026-08-01'),
  falKlein: source('fal klein guide', 'fal.ai/learn/devs/flux-2-klein-user-guide', '2026-01-16'),
  lumenfall: source('Lumenfall', 'lumenfall.ai/models/black-forest-labs/flux.2-klein-4b', '2026-02-01', 'third-party'),
  deepinfra: source('DeepInfra model page', 'deepinfra.com/black-forest-labs/FLUX-2-dev', '2026-08-01'),
  aigateway: source('AIgateway model page', 'aigateway.sh/models/black-forest-labs/flux-2-klein-9b', '2026-04-23'),
  openrouter: source('OpenRouter model page', 'openrouter.ai/black-forest-labs', '2026-08-01'),
  pollinations: source('Pollinations model list', 'gen.pollinations.ai/image/models', '2026-08-01'),
  based: source('BasedLabs’ guide', 'www.basedlabs.ai/articles/flux-pro-api-pricing-and-code-examples', '2026-03-01', 'third-party'),
  own: source('Your own server', 'github.com/leejet/stable-diffusion.cpp', '2026-11-21'),
} satisfies Record<string, ListedSource>;
