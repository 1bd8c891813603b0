import type { Charge } from '../../base/error.js';
import type { LineKey, SourceKind } from '../../pricing/quote-types.js';
import { plural } from './plural.js';

/**
 * The English words of the first look. Amounts, numbers and dates arrive formatted; counts as
 * numbers.
 */
export const en = {
  /** BCP 47, and the direction these words are written in. */
  tag: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  describe: 'Describe the picture',
  model: 'Model',
  size: 'Size',
  count: 'Pictures',
  exactSize: 'Exact size …',
  addReference: 'Reference',
  dropHere: 'Drop pictures to start from',
  pictures: (count: number) => n(count, '# picture', '# pictures'),
  generate: (count: number, price: string) => `Generate${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Sign in & generate${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Generate ${count} samples · free` : 'Generate sample · free',
  again: (seconds: string) => `in ${seconds} s`,
  simulated: (price: string) => `${price} simulated`,
  priceUnknown: 'price unknown',
  under: (amount: string) => `under ${amount}`,
  free: 'free',
  noRealMoney: 'Sandbox: painted in this browser, no real money moves.',
  payOwn: (provider: string) => `Paid from your own ${provider} account.`,
  freeCovers: (count: number) =>
    n(
      count,
      'A free one covers about one of these a month.',
      'A free one covers about # of these a month.',
    ),
  breakdown: 'How this price comes about',
  more: (count: number) => n(count, '+ # more', '+ # more'),
  kinds: {
    live: 'live price',
    provider: 'list price',
    'third-party': 'somebody else’s word',
  } as Record<SourceKind, string>,
  ofDate: (what: string, date: string) => `${what} of ${date}`,
  asOf: (what: string, date: string) => `${what} as of ${date}`,
  chargedOn: (date: string) => `you were charged this on ${date}`,
  pagesList: 'the page’s price list',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  lines: {} as Partial<Record<LineKey, string>>,
  session: 'This session',
  sessionSimulated: 'This session, simulated',
  nothingYet: 'nothing yet',
  inDoubt: (amount: string) => `+ ${amount} in doubt`,
  unpriced: (count: number) => n(count, '+ # of unknown price', '+ # of unknown price'),
  unreadable: (count: number) =>
    n(count, '# line could not be read and is kept', '# lines could not be read and are kept'),
  details: 'Details',
  galleryShort: 'Gallery',
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
