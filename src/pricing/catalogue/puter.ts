import type { Offer, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import { decides, offersOf, type Rows } from './offer.js';
import { declared, image } from './rules.js';
import { replicateChoices, replicateMegapixel, replicateShapes } from './sizes.js';
import { source } from './source.js';

export const puterSources = {
  puter: {
    ...source('Puter’s price list', '2026-09-16'),
    url: 'https://github.com/HeyPuter/puter/blob/587fe5cd/src/docs/src/AI/image-models.md',
  },
};

/** By Cloudflare these models make 256 to 1,920 pixels a side. */
const cloudflareSizes: Sizes = { pixels: 'exact', min: 256, max: 1920, step: 1, area: 1920 ** 2 };
/** Whatever is asked for. */
const oneSize: Sizes = {
  ...cloudflareSizes,
  min: 1024,
  max: 1024,
  also: ['1024x1024'],
  only: true,
};

const kleinChoices = ['0.25', ...replicateChoices];

/** References are billed per 1,000,000 pixels, each rounded up. */
const replicate: Rows<keyof typeof puterSources> = {
  'flux-1-schnell': { sizes: replicateMegapixel, references: 0, prices: listed(image('0.003')) },
  'flux-2-klein-4b': {
    sizes: replicateShapes,
    references: 4,
    prices: listed(declared({ megapixel: '0.001', choices: kleinChoices })),
  },
  'flux-2-klein-9b': {
    sizes: replicateShapes,
    references: 4,
    prices: listed(declared({ megapixel: '0.011', choices: kleinChoices })),
  },
  'flux-2-dev': {
    sizes: replicateMegapixel,
    references: 4,
    prices: listed(declared({ megapixel: '0.012' })),
  },
  'flux-2-pro': {
    sizes: replicateShapes,
    references: 8,
    prices: listed(declared({ run: '0.015', megapixel: '0.015', choices: replicateChoices })),
  },
  'flux-1.1-pro': { sizes: replicateMegapixel, references: 1, prices: listed(image('0.04')) },
};

/** They take one reference, and bill it only for klein 9B. */
const cloudflare: Rows<keyof typeof puterSources> = {
  'flux-2-dev': {
    sizes: cloudflareSizes,
    references: 1,
    prices: listed({
      kind: 'tiles',
      input: '0.00021',
      tile: '0.00041',
      perStep: true,
      steps: 25,
    }),
  },
  'flux-2-klein-4b': {
    sizes: cloudflareSizes,
    references: 1,
    prices: listed({ kind: 'tiles', input: '0.000059', tile: '0.000287' }),
  },
  'flux-2-klein-9b': {
    sizes: cloudflareSizes,
    references: 1,
    prices: listed({
      kind: 'megapixel',
      pixels: 1e6,
      exact: true,
      first: '0.015',
      further: '0.002',
      input: '0.002',
      inputAsOutput: true,
      decimals: 8,
    }),
  },
  'flux-1-schnell': {
    sizes: oneSize,
    references: 0,
    prices: listed({ kind: 'tiles', tile: '0.0000528', step: '0.0001056', steps: 4 }),
  },
};

/**
 * The FLUX routes of Puter's list of 2026-09-16 that a first look chooses from; the whole list is
 * `puter-rows.ts`. Cheapest first, as `firstPrices` asks. Checked against charges measured on that
 * source.
 * Of routes with the same price the first one in this list is chosen.
 */
export const puter: readonly Offer[] = Object.entries({ replicate, cloudflare }).flatMap(
  ([route, rows]) => offersOf('puter', rows).map((one) => ({ ...one, route })),
);

function listed(rule: Rule) {
  return [decides('puter', rule)];
}
