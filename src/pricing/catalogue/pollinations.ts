import { anySizes } from './any-sizes.js';
import type { Host } from './host.js';
import { image } from './rules.js';
import { undated } from './source.js';

const sources = {
  pollinations: {
    ...undated('Pollinations’ price table', '2026-07-30'),
    page: 'github.com/pollinations/pollinations/blob/0047731e/shared/registry/image.ts',
  },
};

/**
 * A page's App Key may add up to a quarter to the price. A reader who pastes a key pays
 * Pollinations' own price.
 */
export const pollinations: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-1-schnell': {
      sizes: anySizes,
      references: 0,
      prices: [{ source: 'pollinations', rule: image('0.002'), says: '0.002, // per image' }],
    },
    kontext: {
      sizes: anySizes,
      references: 1,
      prices: [{ source: 'pollinations', rule: image('0.04'), says: '0.04, // per image' }],
    },
  },
};
