import type { Offer, Sizes } from '../price-list-types.js';
import { anyFlux2Sizes, anySizes, image, linear, offers, type Row } from './offer.js';

const needsReference = { needsReference: true } as const;

/**
 * Routes by Together that Puter sold in August 2026 and no longer in September, from its source of
 * 2026-08-21; checked against charges measured on that source. They take one reference and bill
 * nothing for it.
 */
export const puterHistory: readonly Offer[] = offers('puter', 'puterTogether', [
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
]).map((one) => ({
  ...one,
  route: 'together',
  notHosted: 'Puter no longer sells it by Together; in August 2026 it did',
  prices: one.prices.map((price) => ({ ...price, wrong: 'Puter’s price until September 2026' })),
}));

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
