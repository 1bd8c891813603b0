import { anyFlux2Sizes, anySizes } from './any-sizes.js';
import type { Host } from './host.js';
import { image } from './rules.js';
import { flux2Day, undated } from './source.js';

const sources = { deepinfra: undated('DeepInfra model page', flux2Day) };

/** DeepInfra bills FLUX.2 dev by area and steps. It takes no seed and no references. */
export const deepinfra: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-2-dev': {
      sizes: anyFlux2Sizes,
      references: 0,
      seed: false,
      prices: [
        {
          source: 'deepinfra',
          rule: { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 },
          says: '$0.01 x (width / 1024) x (height / 1024) x (iters / 28)',
          page: 'deepinfra.com/black-forest-labs/FLUX-2-dev/api',
        },
      ],
    },
    'flux-2-pro': {
      sizes: anyFlux2Sizes,
      references: 0,
      seed: false,
      prices: [{ source: 'based', rule: image('0.07'), says: 'DeepInfra: around $0.07 per image' }],
    },
    'black-forest-labs/FLUX-pro': {
      name: 'FLUX pro',
      sizes: anySizes,
      references: 0,
      seed: false,
      prices: [
        {
          source: 'deepinfra',
          rule: image('0.05'),
          says: '$0.05 / image',
          page: 'deepinfra.com/black-forest-labs/FLUX-pro/api',
        },
      ],
    },
  },
};
