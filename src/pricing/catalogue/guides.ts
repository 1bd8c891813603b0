import { flux2Day, source, undated } from './source.js';

/**
 * Sources that speak of several providers' prices and decide none: they are listed as agreeing, or
 * shown as conflicts.
 */
export const guides = {
  bflOld: {
    ...undated('BFL price list, January', '2026-01-15'),
    page: 'docs.bfl.ml/quick_start/pricing',
  },
  guide: {
    ...source('Puter’s FLUX pricing guide', '2026-06-01', 'third-party'),
    page: 'developer.puter.com/tutorials/flux-api-pricing/',
  },
  zaro: undated('Zaro on Flux 1.1', '2024-10-01', 'third-party'),
  lumenfallPro: {
    ...undated('Lumenfall', flux2Day, 'third-party'),
    page: 'lumenfall.ai/models/black-forest-labs/flux.2-pro',
  },
};
