import type { aigateway } from './aigateway.js';
import type { SharedSource } from './host.js';

/**
 * A figure in a price guide that is not the price of any request, and our answer to it. In English,
 * shown with the names of the sources.
 */
export interface GuideNote {
  /** A key of the catalogue's sources. */
  readonly source: SharedSource | keyof (typeof aigateway)['sources'];
  /** The words of the source, verbatim. */
  readonly says: string;
  readonly answer: string;
}

const licence =
  'A licence to run the weights oneself: no price of a picture BFL makes. BFL quotes it.';
const least = 'So the first picture of $0.04 takes $5. What is not spent stays on the account.';

/** `test/pricing/seeds.test.ts` checks the answers against the prices of the catalogue. */
export const notes: readonly GuideNote[] = [
  {
    source: 'based',
    says: 'worth the 50-100% premium',
    answer:
      'Not at the prices here: for one megapixel of FLUX.2 pro fal, Replicate and Together ask what BFL asks. DeepInfra’s $0.07, from the same guide, is 133 % more.',
  },
  {
    source: 'based',
    says: 'break even around 50,000 images per month',
    answer: '50,000 of FLUX.1 dev are $1,250 at $0.025. What a server costs no source here says.',
  },
  {
    source: 'based',
    says: 'roughly 90% of Pro quality at half the cost',
    answer: '$0.025 is five sixths of the $0.03 of FLUX.2 pro. Quality has no price.',
  },
  {
    source: 'based',
    says: 'cut your average cost per image by 60-70%',
    answer:
      'With Schnell at $0.003, Dev at $0.025 and Pro at $0.03 that takes at least six Schnell in ten pictures, and no Pro.',
  },
  {
    source: 'guide',
    says: 'five times the cost of FLUX.2 [klein] 4B',
    answer: 'At one megapixel. At four it is nine times: $0.16 and $0.017.',
  },
  { source: 'guide', says: '10K images/month', answer: licence },
  { source: 'guide', says: '100K images/month, up to 3 domains', answer: licence },
  { source: 'guide', says: '100K images/month', answer: licence },
  { source: 'guide', says: 'Custom', answer: licence },
  {
    source: 'zaro',
    says: 'For larger images, such as a 4-megapixel image',
    answer:
      'FLUX1.1 pro makes 1440 pixels a side at most with BFL. At fal, which bills by the megapixel, 2000×2000 is $0.16.',
  },
  { source: 'aigateway', says: 'Paid tier starts at a $5 top-up', answer: least },
  {
    source: 'aigateway',
    says: 'Free tier gives you 100 requests/day on Kimi K2.6',
    answer: 'Words, not pictures: FLUX.2 klein 9B is not in it.',
  },
];
