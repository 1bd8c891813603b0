import type { ListedSource } from '../price-list-types.js';
import type { SourceKind } from '../quote-types.js';

const source = (name: string, url: string, readOn: string, kind: SourceKind): ListedSource => ({ name, url: `https://${url}`, readOn, kind });

/** Where every bundled price was read. An undated copy carries the earliest date it can be from, so that it is called old too soon, not too late. */
export const sources = {
  bfl: source('BFL price list', 'docs.bfl.ai/quick_start/pricing', '2026-09-19', 'provider'),
  formula: source('BFL price formula', 'github.com/black-forest-labs/skills/blob/main/skills/bfl-api/SKILL.md', '2026-02-03', 'provider'),
  bflOld: source('BFL price list, January', 'docs.bfl.ml/quick_start/pricing', '2026-01-27', 'provider'),
  sandbox: source('Simulated at BFL’s list price', 'docs.bfl.ai/quick_start/pricing', '2026-09-19', 'provider'),
  guide: source('Puter’s FLUX pricing guide', 'developer.puter.com/tutorials/flux-api-pricing/', '2026-06-01', 'third-party'),
  based: source('BasedLabs’ Flux Pro guide', 'www.basedlabs.ai/articles/flux-pro-api-pricing-and-code-examples', '2026-03-01', 'third-party'),
  zaro: source('Zaro on Flux 1.1', 'zaro.info/ai-model-pricing/how-much-does-flux-1-1-cost', '2025-06-01', 'third-party'),
  aigateway: source('AIgateway’s FLUX.2 klein 9B page', 'aigateway.sh/models/black-forest-labs/flux-2-klein-9b', '2026-04-23', 'provider'),
  puter: source('Puter’s price list', 'api.puter.com/puterai/image/models/details', '2026-08-21', 'provider'),
  costs: source('Puter’s cost table', 'github.com/HeyPuter/puter', '2026-08-21', 'third-party'),
  fal: source('fal model page', 'fal.ai/models/fal-ai/flux-2-pro', '2026-08-01', 'provider'),
  falKlein: source('fal klein guide', 'fal.ai/learn/devs/flux-2-klein-user-guide', '2026-01-16', 'provider'),
  lumenfall: source('Lumenfall on FLUX.2 klein', 'lumenfall.ai/models/black-forest-labs/flux.2-klein-4b', '2026-02-01', 'third-party'),
  deepinfra: source('DeepInfra model page', 'deepinfra.com/black-forest-labs/FLUX-2-dev', '2026-08-01', 'provider'),
  openrouter: source('OpenRouter model page', 'openrouter.ai/black-forest-labs', '2026-08-01', 'provider'),
  pollinations: source('Pollinations model list', 'gen.pollinations.ai/image/models', '2026-08-01', 'provider'),
  own: source('Your own server', 'github.com/leejet/stable-diffusion.cpp', '2026-11-21', 'provider'),
} satisfies Record<string, ListedSource>;
