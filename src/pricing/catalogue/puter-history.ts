import type { Offer, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import { anyFlux2Sizes, anySizes } from './any-sizes.js';
import { perMillionPixels } from './megapixel-rules.js';
import { offersOf, type Rows } from './offer.js';
import { image } from './rules.js';
import { source } from './source.js';

export const historySources = {
  puterTogether: {
    ...source('Puter’s cost table', '2026-08-21'),
    page: 'github.com/HeyPuter/puter/blob/8307e8c9/src/backend/drivers/ai-image/providers/together/models.ts',
  },
};

/** The Together routes snap both sides to multiples of 8, from 64 pixels. */
const flux2Sizes: Sizes = { ...anyFlux2Sizes, min: 64, step: 8 };
const sizes: Sizes = { ...anySizes, min: 64, step: 8 };

/** The cost table counts in cents. */
const rows: Rows<keyof typeof historySources> = {
  'flux-2-pro': {
    sizes: flux2Sizes,
    references: 1,
    prices: was(image('0.03'), "costs: { 'per-image': 3 }"),
  },
  'flux-2-flex': {
    sizes: flux2Sizes,
    references: 1,
    prices: was(image('0.03'), "costs: { 'per-image': 3 }"),
  },
  'flux-2-dev': {
    sizes: flux2Sizes,
    references: 1,
    prices: was(image('0.0154'), "costs: { 'per-image': 1.54 }"),
  },
  'flux-2-max': {
    sizes: flux2Sizes,
    references: 1,
    prices: was(perMillionPixels('0.07'), "costs: { '1MP': 7 }"),
  },
  'flux-1.1-pro': {
    sizes,
    references: 1,
    prices: was(perMillionPixels('0.04'), "costs: { '1MP': 4 }"),
  },
  'flux-1-kontext-pro': {
    sizes,
    references: 1,
    needsReference: true,
    prices: was(perMillionPixels('0.04'), "costs: { '1MP': 4 }"),
  },
  'flux-1-kontext-max': {
    sizes,
    references: 1,
    needsReference: true,
    prices: was(perMillionPixels('0.08'), "costs: { '1MP': 8 }"),
  },
  'flux-1-schnell': {
    sizes,
    references: 0,
    prices: was(perMillionPixels('0.0027'), "costs: { '1MP': 0.27 }"),
  },
  'togetherai:black-forest-labs/flux.1-krea-dev': {
    name: 'FLUX.1 krea dev',
    sizes,
    references: 0,
    prices: was(perMillionPixels('0.025'), "costs: { '1MP': 2.5 }"),
  },
  'togetherai:rundiffusion/juggernaut-pro-flux': {
    name: 'Juggernaut pro FLUX',
    sizes,
    references: 0,
    draft: true,
    prices: was(perMillionPixels('0.0049'), "costs: { '1MP': 0.49 }"),
  },
  'togetherai:rundiffusion/juggernaut-lightning-flux': {
    name: 'Juggernaut lightning FLUX',
    sizes,
    references: 0,
    draft: true,
    prices: was(perMillionPixels('0.0017'), "costs: { '1MP': 0.17 }"),
  },
};

/**
 * Routes by Together that Puter sold in August 2026 and no longer in September, from its source of
 * 2026-08-21; checked against charges measured on that source. They take one reference and bill
 * nothing for it.
 */
export const puterHistory: readonly Offer[] = offersOf('puter', rows).map((one) => ({
  ...one,
  route: 'together',
  notHosted: 'Puter no longer sells it by Together; in August 2026 it did',
}));

/** A price that no longer holds, and its words in the table. */
function was(rule: Rule, says: string) {
  return [
    { source: 'puterTogether', rule, says, wrong: 'Puter’s price until September 2026' } as const,
  ];
}
