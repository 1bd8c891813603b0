import { bfl } from './bfl.js';
import type { Host } from './host.js';
import { perMegapixel } from './megapixel-rules.js';
import { image } from './rules.js';
import { flux2Sizes } from './sizes.js';
import { flux2Day, undated } from './source.js';

const sources = {
  openrouter: {
    ...undated('OpenRouter model page', flux2Day),
    page: 'openrouter.ai/black-forest-labs/flux.2-flex',
  },
};

/** OpenRouter passes on the prices of Black Forest Labs. Only FLUX.2 flex has a price of its own. */
export const openrouter: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-2-klein-4b': passedOn('flux-2-klein-4b', '1.4c 0.1c $0.014 $0.015'),
    'flux-2-pro': passedOn('flux-2-pro', '3c 1.5c $0.03 $0.045'),
    'flux-2-flex': {
      sizes: flux2Sizes,
      references: 8,
      prices: [
        {
          source: 'openrouter',
          rule: perMegapixel({ everyMegapixel: '0.06', referenceMegapixel: '0.06' }),
          says: '$0.06 for each megapixel on both input and output side',
        },
      ],
      others: [
        {
          source: 'bfl',
          rule: image('0.05'),
          says: 'from $0.05',
          when: 'text',
          upTo: 1,
          wrong: 'What BFL asks itself since 28 January 2026',
        },
      ],
    },
    'flux-2-max': passedOn('flux-2-max', '7c 3c $0.07 $0.10'),
  },
};

/** A model at BFL's sizes and prices; `cells` are its row of BFL's table. */
function passedOn(model: 'flux-2-klein-4b' | 'flux-2-pro' | 'flux-2-max', cells: string) {
  const { prices, ...row } = bfl[model];
  const says = `${cells} … (firstMP + (outputMP-1) * mpPrice) + (inputMP * mpPrice)`;
  return { ...row, prices: prices.map((price) => ({ ...price, says })) };
}
