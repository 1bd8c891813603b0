import type { Offer, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import {
  declared,
  image,
  offers,
  replicateMegapixel,
  replicateShapes,
  replicateSizes,
  type Row,
} from './offer.js';

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

const klein = ['0.25', ...replicateSizes];

/**
 * The FLUX routes of Puter's list of 2026-09-16 that a first look chooses from; the whole list is
 * `puter-rows.ts`. Checked against charges measured on that source.
 * References: the Replicate routes bill them per 1,000,000 pixels, each rounded up. The Cloudflare
 * routes take one, and bill it only for klein 9B.
 * Of routes with the same price the first one in this list is chosen.
 */
export const puter: readonly Offer[] = [
  ...by('replicate', 'puter', [
    ['flux-2-pro', replicateShapes, 8, declared('0.015', replicateSizes, '0.015')],
    ['flux-2-klein-4b', replicateShapes, 4, declared('0.001', klein)],
    ['flux-2-klein-9b', replicateShapes, 4, declared('0.011', klein)],
    ['flux-2-dev', replicateMegapixel, 4, declared('0.012')],
    ['flux-1.1-pro', replicateMegapixel, 1, image('0.04')],
    ['flux-1-schnell', replicateMegapixel, 0, image('0.003')],
  ]),
  ...by('cloudflare', 'puter', [
    [
      'flux-2-dev',
      cloudflareSizes,
      1,
      tiles({ input: '0.00021', tile: '0.00041', perStep: true, steps: 25 }),
    ],
    ['flux-2-klein-4b', cloudflareSizes, 1, tiles({ input: '0.000059', tile: '0.000287' })],
    [
      'flux-2-klein-9b',
      cloudflareSizes,
      1,
      {
        kind: 'megapixel',
        pixels: 1e6,
        exact: true,
        first: '0.015',
        further: '0.002',
        input: '0.002',
        inputAsOutput: true,
        decimals: 8,
      },
    ],
    ['flux-1-schnell', oneSize, 0, tiles({ tile: '0.0000528', step: '0.0001056', steps: 4 })],
  ]),
];

function tiles(rule: Omit<Extract<Rule, { kind: 'tiles' }>, 'kind'>): Rule {
  return {
    kind: 'tiles',
    ...rule,
  };
}
function by(route: string, source: string, rows: readonly Row[]): Offer[] {
  return offers('puter', source, rows).map((one) => ({ ...one, route }));
}
