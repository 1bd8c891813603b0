import type { Host } from './host.js';
import { flux1Sizes } from './sizes.js';

/** Hugging Face charges what its partners charge, and no page lists those prices. */
export const huggingface: Host<never> = {
  sources: {},
  rows: {
    'flux-1-schnell': { sizes: flux1Sizes, references: 0, prices: [] },
    'flux-1-dev': { sizes: flux1Sizes, references: 0, prices: [] },
  },
};
