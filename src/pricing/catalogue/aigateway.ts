import { anyFlux2Sizes } from './any-sizes.js';
import { kleinDay, type Host } from './host.js';
import { flux2, image } from './rules.js';
import { undated } from './source.js';

const sources = { aigateway: undated('AIgateway’s questions on pricing', kleinDay) };

export const aigateway: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-2-klein-9b': {
      sizes: anyFlux2Sizes,
      references: 0,
      seed: false,
      prices: [
        {
          source: 'aigateway',
          rule: image('0.04'),
          says: 'priced at $0.040 per image … A $100 top-up funds $95 of provider calls. … Paid tier starts at a $5 top-up',
          topUp: '0.05',
          topUpLeast: '5',
        },
      ],
      others: [
        {
          source: 'aigateway',
          rule: image('0.004'),
          says: 'bill at 10% of the uncached cost',
          wrong: 'Only a repeat of the same request, and another of its pages says 50 %',
        },
        {
          source: 'formula',
          rule: flux2({ firstMegapixel: '0.015', furtherMegapixel: '0.002' }),
          says: '1.5c 0.2c $0.015 $0.017',
          wrong: 'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that',
        },
      ],
    },
  },
};
