import type { Offer, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import {
  anyFlux2Sizes,
  anySizes,
  declared,
  image,
  linear,
  offers,
  replicateMegapixel,
  replicateShapes,
  replicateSizes,
  type Row,
} from './offer.js';

/** Cloudflare takes 64 to 2,500 pixels a side. */
const cloudflareSizes: Sizes = { pixels: 'exact', min: 64, max: 2500, step: 1, area: 2500 ** 2 };

const needsReference = { needsReference: true } as const;
const klein = ['0.25', ...replicateSizes];

/**
 * Puter's FLUX routes, from its documents of 2026-09-16; those via Together from its source of
 * 2026-08-21. Checked against charges measured on that source.
 * References: the Replicate routes bill them per 1,000,000 pixels, each rounded up. The Together
 * and Cloudflare routes take one, and bill it only for klein 9B.
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
  ...by('together', 'puterTogether', [
    perImage('flux-2-pro', '0.03'),
    perImage('flux-2-flex', '0.03'),
    perImage('flux-2-dev', '0.0154'),
    perMegapixel('flux-2-max', 1, '0.07'),
    perMegapixel('flux-1.1-pro', 1, '0.04'),
    perMegapixel('flux-1-kontext-pro', 1, '0.04', needsReference),
    perMegapixel('flux-1-kontext-max', 1, '0.08', needsReference),
    perMegapixel('flux-1-schnell', 0, '0.0027'),
    perMegapixel('togetherai:black-forest-labs/flux.1-krea-dev', 0, '0.025', {
      name: 'FLUX.1 krea dev',
    }),
    perMegapixel('togetherai:rundiffusion/juggernaut-pro-flux', 0, '0.0049', {
      name: 'Juggernaut pro FLUX',
      draft: true,
    }),
    perMegapixel('togetherai:rundiffusion/juggernaut-lightning-flux', 0, '0.0017', {
      name: 'Juggernaut lightning FLUX',
      draft: true,
    }),
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
    [
      'flux-1-schnell',
      cloudflareSizes,
      0,
      tiles({ tile: '0.0000528', step: '0.0001056', steps: 4 }),
    ],
  ]),
];

function tiles(rule: Omit<Extract<Rule, { kind: 'tiles' }>, 'kind'>): Rule {
  return {
    kind: 'tiles',
    ...rule,
  };
}
/** The Together routes snap both sides to multiples of 8, from 64 pixels. */
function snapped(sizes: Sizes): Sizes {
  return { ...sizes, min: 64, step: 8 };
}
function togetherSizes(model: string): Sizes {
  return snapped(model.startsWith('flux-2') ? anyFlux2Sizes : anySizes);
}
function perMegapixel(model: string, references: number, each: string, more?: Partial<Offer>): Row {
  return [model, togetherSizes(model), references, linear(each), more];
}
function perImage(model: string, each: string): Row {
  return [model, togetherSizes(model), 1, image(each)];
}

function by(route: string, source: string, rows: readonly Row[]): Offer[] {
  return offers('puter', source, rows).map((one) => ({ ...one, route }));
}
