import type { Offer, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import { freeSizes, image, linear, offer, price, replicateRatios, shapes } from './offer.js';

const pixels = freeSizes(8);
const shape = shapes(undefined, replicateRatios);
/** Makes about one megapixel whatever is asked. */
const oneMegapixel = shapes(1, replicateRatios);

const declared = (output: string, choices?: readonly string[], run?: string): Rule => ({
  kind: 'declared-megapixel', ...run && { run }, output, input: output, ...choices && { choices },
});
const tiles = (rule: Omit<Extract<Rule, { kind: 'tiles' }>, 'kind'>): Rule => ({ kind: 'tiles', ...rule });

const by = (route: string, model: string, sizes: Sizes, references: number, rule: Rule, says: string, more?: Partial<Offer>): Offer =>
  offer('puter', model, sizes, references, [price('puter', rule, says)], { seed: true, ...more, route });

const perMegapixel = (model: string, references: number, cents: string, each: string, more?: Partial<Offer>): Offer =>
  by('together', model, pixels, references, linear(each), `per-MP: 1MP ${cents}¢`, more);

const needsReference = true;
const draft = true;
const sizes = ['0.5', '1', '2', '4'];

/**
 * Puter's FLUX routes, from its public catalogue and the billing code behind it (2026-08-21), checked against charges measured on that code.
 * References: Replicate's are billed by the million pixels, each rounded up; Together and Cloudflare take one and only bill klein 9B's.
 */
export const puter: readonly Offer[] = [
  by('replicate', 'flux-2-pro', shape, 8, declared('0.015', sizes, '0.015'), 'run 1.5¢, input_mp 1.5¢, output_mp 1.5¢'),
  by('together', 'flux-2-pro', pixels, 1, image('0.03'), 'per-image 3¢'),
  by('replicate', 'flux-2-klein-4b', shape, 4, declared('0.001', ['0.25', ...sizes]), 'input_mp 0.1¢, output_mp 0.1¢'),
  by('cloudflare', 'flux-2-klein-4b', pixels, 1, tiles({ input: '0.000059', tile: '0.000287' }), 'input_tile_512 5900, output_tile_512 28700 microcents'),
  by('replicate', 'flux-2-klein-9b', shape, 4, declared('0.011', ['0.25', ...sizes]), 'klein 9B base: input_mp 1.1¢, output_mp 1.1¢'),
  by('cloudflare', 'flux-2-klein-9b', pixels, 1, {
    kind: 'megapixel', pixels: 1e6, exact: true, first: '0.015', further: '0.002', input: '0.002', inputAsOutput: true, decimals: 8,
  }, 'first_mp 1500000, subsequent_mp 200000, input_image_mp 200000 microcents'),
  by('replicate', 'flux-2-dev', oneMegapixel, 4, declared('0.012'), 'go_fast: input_mp 1.2¢, output_mp 1.2¢'),
  by('together', 'flux-2-dev', pixels, 1, image('0.0154'), 'per-image 1.54¢'),
  by('cloudflare', 'flux-2-dev', pixels, 1, tiles({ input: '0.00021', tile: '0.00041', perStep: true, steps: 25 }),
    'input_tile_512_per_step 21000, output_tile_512_per_step 41000 microcents, 25 steps'),
  by('together', 'flux-2-flex', pixels, 1, image('0.03'), 'per-image 3¢'),
  perMegapixel('flux-2-max', 1, '7', '0.07'),
  by('replicate', 'flux-1.1-pro', oneMegapixel, 1, image('0.04'), 'output 4¢'),
  perMegapixel('flux-1.1-pro', 1, '4', '0.04'),
  perMegapixel('flux-1-kontext-pro', 1, '4', '0.04', { needsReference }),
  perMegapixel('flux-1-kontext-max', 1, '8', '0.08', { needsReference }),
  by('replicate', 'flux-1-schnell', oneMegapixel, 0, image('0.003'), 'output 0.3¢'),
  perMegapixel('flux-1-schnell', 0, '0.27', '0.0027'),
  by('cloudflare', 'flux-1-schnell', pixels, 0, tiles({ tile: '0.0000528', step: '0.0001056', steps: 4 }), 'tile_512 5280, step 10560 microcents, 4 steps'),
  perMegapixel('togetherai:black-forest-labs/flux.1-krea-dev', 0, '2.5', '0.025', { name: 'FLUX.1 krea dev' }),
  perMegapixel('togetherai:rundiffusion/juggernaut-pro-flux', 0, '0.49', '0.0049', { name: 'Juggernaut pro FLUX', draft }),
  perMegapixel('togetherai:rundiffusion/juggernaut-lightning-flux', 0, '0.17', '0.0017', { name: 'Juggernaut lightning FLUX', draft }),
];
