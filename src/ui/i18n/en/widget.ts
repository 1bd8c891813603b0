import type { Charge } from '../../../base/error.js';
import type { LineKey, SourceKind } from '../../../pricing/quote-types.js';
import { plural } from '../plural.js';

/**
 * The English words of the first look. Amounts, numbers and dates arrive formatted; counts as
 * numbers.
 */
export const en = {
  /** BCP 47, and the direction these words are written in. */
  tag: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** What the widget is, for who can’t see it. */
  widget: 'Generate a picture',
  describe: 'Describe the picture',
  model: 'Model',
  size: 'Size',
  shape: 'Shape',
  count: 'Pictures',
  exactSize: 'Exact size …',
  addReference: 'Reference',
  pictures: (count: number) => n(count, '# picture', '# pictures'),
  generate: (count: number, price: string) => `Generate${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Sign in & generate${count > 1 ? ` ${count}` : ''} · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `Add your key to generate${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Generate ${count} samples · free` : 'Generate sample · free',
  simulated: (price: string) => `${price} simulated`,
  priceUnknown: 'price unknown',
  under: (amount: string) => `under ${amount}`,
  free: 'free',
  freeAsOf: (date: string) => `free as of ${date}`,
  noRealMoney: 'Sandbox: painted in this browser, no real money moves.',
  payOwn: (provider: string) => `You pay, from your own ${provider} account.`,
  freeCovers: (count: number) =>
    `Signing up is free and covers about ${n(count, 'one', '#')} of these a month.`,
  whatIs: (provider: string) => `What is ${provider}?`,
  breakdown: 'How this price comes about',
  why: (price: string) => `Why ${price}?`,
  more: (count: number) => n(count, '+ # more', '+ # more'),
  kinds: {
    live: 'live price',
    provider: 'price',
    'third-party': 'unofficial price',
  } as Record<SourceKind, string>,
  ofDate: (what: string, date: string) => `${what} from ${date}`,
  mayHaveChanged: 'may have changed',
  chargedOn: (date: string) => `you were charged this on ${date}`,
  pagesList: 'the page’s price list',
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what} at ${price}`,
  wholeMegapixels: (count: number) => n(count, '# megapixel', '# megapixels'),
  lines: { run: 'Base' } as Partial<Record<LineKey, string>>,
  session: 'This visit',
  sessionSimulated: 'This visit, simulated',
  nothingYet: 'nothing yet',
  details: 'Spending',
  galleryShort: 'Pictures',
  /** What is known about the reader's money, when nothing more is. */
  charge: {
    none: 'Not charged.',
    possible: 'You may have been charged.',
    charged: 'Charged.',
  } as Record<Charge, string>,
};

function n(count: number, one: string, other: string): string {
  return plural('en', count, { one, other });
}
