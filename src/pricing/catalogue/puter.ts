import type { Offer } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import { declared, freeSizes, image, linear, offers, replicateMegapixel, replicateShapes, replicateSizes, type Row } from './offer.js';

const tiles = (rule: Omit<Extract<Rule, { kind: 'tiles' }>, 'kind'>): Rule => ({ kind: 'tiles', ...rule });
const perMegapixel = (model: string, references: number, each: string, more?: Partial<Offer>): Row =>
  [model, freeSizes, references, linear(each), `1MP $${each}`, more];
const perImage = (model: string, each: string): Row => [model, freeSizes, 1, image(each), `per-image $${each}`];
const by = (route: string, rows: readonly Row[]): Offer[] => offers('puter', 'puter', rows).map((one) => ({ ...one, route }));

const needsReference = { needsReference: true } as const;
const klein = ['0.25', ...replicateSizes];

/**
 * Puter's FLUX routes, from its public catalogue and the billing code behind it (2026-08-21), checked against charges measured on that code.
 * References: Replicate's are billed by the million pixels, each rounded up; Together and Cloudflare take one and only bill klein 9B's.
 * Of routes that cost the same the earlier is taken.
 */
export const puter: readonly Offer[] = [
  ...by('replicate', [
    ['flux-2-pro', replicateShapes, 8, declared('0.015', replicateSizes, '0.015'), 'run, input_mp and output_mp 1.5¢ each'],
    ['flux-2-klein-4b', replicateShapes, 4, declared('0.001', klein), 'input_mp, output_mp 0.1¢'],
    ['flux-2-klein-9b', replicateShapes, 4, declared('0.011', klein), 'klein 9B base: input_mp, output_mp 1.1¢'],
    ['flux-2-dev', replicateMegapixel, 4, declared('0.012'), 'go_fast: input_mp, output_mp 1.2¢'],
    ['flux-1.1-pro', replicateMegapixel, 1, image('0.04'), 'output 4¢'],
    ['flux-1-schnell', replicateMegapixel, 0, image('0.003'), 'output 0.3¢'],
  ]),
  ...by('together', [
    perImage('flux-2-pro', '0.03'),
    perImage('flux-2-flex', '0.03'),
    perImage('flux-2-dev', '0.0154'),
    perMegapixel('flux-2-max', 1, '0.07'),
    perMegapixel('flux-1.1-pro', 1, '0.04'),
    perMegapixel('flux-1-kontext-pro', 1, '0.04', needsReference),
    perMegapixel('flux-1-kontext-max', 1, '0.08', needsReference),
    perMegapixel('flux-1-schnell', 0, '0.0027'),
    perMegapixel('togetherai:black-forest-labs/flux.1-krea-dev', 0, '0.025', { name: 'FLUX.1 krea dev' }),
    perMegapixel('togetherai:rundiffusion/juggernaut-pro-flux', 0, '0.0049', { name: 'Juggernaut pro FLUX', draft: true }),
    perMegapixel('togetherai:rundiffusion/juggernaut-lightning-flux', 0, '0.0017', { name: 'Juggernaut lightning FLUX', draft: true }),
  ]),
  ...by('cloudflare', [
    ['flux-2-dev', freeSizes, 1, tiles({ input: '0.00021', tile: '0.00041', perStep: true, steps: 25 }), 'per step: input tile 21000, output tile 41000 µ¢'],
    ['flux-2-klein-4b', freeSizes, 1, tiles({ input: '0.000059', tile: '0.000287' }), 'input tile 5900, output tile 28700 µ¢'],
    ['flux-2-klein-9b', freeSizes, 1, {
      kind: 'megapixel', pixels: 1e6, exact: true, first: '0.015', further: '0.002', input: '0.002', inputAsOutput: true, decimals: 8,
    }, 'first_mp 1500000, subsequent_mp and input_image_mp 200000 µ¢'],
    ['flux-1-schnell', freeSizes, 0, tiles({ tile: '0.0000528', step: '0.0001056', steps: 4 }), 'tile 5280, step 10560 µ¢'],
  ]),
];
