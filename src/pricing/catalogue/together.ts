import { anyFlux2Sizes, anySizes } from './any-sizes.js';
import type { Host } from './host.js';
import { perMillionPixels } from './megapixel-rules.js';
import { image } from './rules.js';
import { source } from './source.js';

const sources = {
  together: {
    ...source('Puter’s cost table', '2026-08-21', 'third-party'),
    page: 'github.com/HeyPuter/puter/blob/8307e8c9/src/backend/drivers/ai-image/providers/together/models.ts',
  },
};

/**
 * Together has no price service: its prices are those in Puter's source, which counts in cents. It
 * bills nothing for references.
 */
export const together: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-2-pro': {
      sizes: anyFlux2Sizes,
      references: 1,
      prices: [{ source: 'together', rule: image('0.03'), says: "costs: { 'per-image': 3 }" }],
      others: [
        {
          source: 'based',
          rule: image('0.05'),
          says: 'Together AI: approximately $0.05 per image',
          wrong: 'Approximate, and older than the cost table',
        },
      ],
    },
    'flux-2-flex': {
      sizes: anyFlux2Sizes,
      references: 1,
      prices: [{ source: 'together', rule: image('0.03'), says: "costs: { 'per-image': 3 }" }],
    },
    'flux-2-dev': {
      sizes: anyFlux2Sizes,
      references: 1,
      prices: [{ source: 'together', rule: image('0.0154'), says: "costs: { 'per-image': 1.54 }" }],
    },
    'flux-2-max': {
      sizes: anyFlux2Sizes,
      references: 1,
      prices: [{ source: 'together', rule: perMillionPixels('0.07'), says: "costs: { '1MP': 7 }" }],
    },
    'flux-1.1-pro': {
      sizes: anySizes,
      references: 0,
      prices: [{ source: 'together', rule: perMillionPixels('0.04'), says: "costs: { '1MP': 4 }" }],
    },
    'flux-1-kontext-pro': {
      sizes: anySizes,
      references: 1,
      needsReference: true,
      prices: [{ source: 'together', rule: perMillionPixels('0.04'), says: "costs: { '1MP': 4 }" }],
    },
    'flux-1-kontext-max': {
      sizes: anySizes,
      references: 1,
      needsReference: true,
      prices: [{ source: 'together', rule: perMillionPixels('0.08'), says: "costs: { '1MP': 8 }" }],
    },
    'flux-1-schnell': {
      sizes: anySizes,
      references: 0,
      prices: [
        { source: 'together', rule: perMillionPixels('0.0027'), says: "costs: { '1MP': 0.27 }" },
      ],
    },
  },
};
