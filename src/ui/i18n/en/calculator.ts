import type { ProblemCode } from '../../../pricing/quote-types.js';
import { plural } from '../plural.js';

/** English is the type every language has to satisfy. Amounts, dates and names arrive formatted. */
export const en = {
  title: 'What would it cost?',
  size: 'Size',
  count: 'Pictures',
  references: 'References, 1 MP each',
  noReference: 'none',
  provider: 'Provider',
  everyProvider: 'all',
  model: 'Model',
  everyModel: 'all',
  ways: (n: number) => (n === 1 ? '1 offer' : `${n} offers, cheapest first`),
  none: 'No provider offers this.',
  cheapest: (n: number, name: string, via: string, price: string) =>
    `${n === 1 ? '1 offer' : `${n} offers`}; the cheapest is ${name}, ${via}, for ${price}.`,
  under: (amount: string) => `under ${amount}`,
  free: 'free',
  freeAsOf: (date: string) => `free as of ${date}`,
  exactPixels: 'exact size',
  shapeOnly: 'shape only',
  upToReferences: (n: number) => (n === 1 ? '1 reference' : `${n} references`),
  noReferences: 'no references',
  seed: 'seed',
  noSeed: 'no seed',
  readOn: (date: string) => `read ${date}`,
  undated: (date: string) => `undated copy, ${date} at the earliest`,
  notes: 'What price guides also say',
  disputed: (n: number) => (n === 1 ? '1 other source disagrees' : `${n} other sources disagree`),
  more: (n: number) => (n === 1 ? 'Show 1 more' : `Show ${n} more`),
  fewer: 'Show fewer',
  unpriced: (n: number) => (n === 1 ? '1 without a price' : `${n} without a price`),
  planWith: (name: string, via: string) => `Planned with ${name}, ${via}`,
  /** Why there is no price, where it can be said shorter than the price list says it. */
  problems: {
    'too-many-references': 'does not take that many references',
    'needs-reference': 'needs a reference picture',
    'no-price': 'no published price',
    'too-small': 'does not make pictures this small',
    'too-large': 'does not make pictures this large',
    'off-grid': 'does not make this size',
    'size-not-offered': 'does not make this size',
  } as Readonly<Partial<Record<ProblemCode, string>>>,
  workload: 'For your readers',
  users: 'Readers',
  each: 'Pictures each',
  perReader: 'Each reader pays',
  perReaderSum: (n: number, price: string) => `${n} × ${price}`,
  together: (n: number) => counted(n, '# reader pays', 'All # readers together pay'),
  youPay: 'The site pays',
  nothing: 'nothing',
  noPlan: 'Enter whole numbers, from 1 up.',
  topUpFee: (provider: string, share: string, sum: string, funds: string) =>
    `${provider} keeps ${share} of a top-up: ${sum} puts ${funds} on the account.`,
  topUpLeast: (provider: string, least: string) => `${provider} takes no top-up below ${least}.`,
  budget: 'A budget',
  budgetOf: 'Budget in US dollars',
  buys: (n: number, price: string) => counted(n, `# picture at ${price}`, `# pictures at ${price}`),
  buysNothing: 'Not enough for one picture.',
  left: (amount: string) => `${amount} left`,
  withDrafts: (n: number, drafts: number, draft: string) =>
    `or ${counted(n, '# final', '# finals')}, each after ${drafts} drafts on ${draft}`,
  every: 'With every model',
  noBudget: 'Enter dollars and cents, such as 0.50.',
  waysSorted: (n: number) => (n === 1 ? '1 offer' : `${n} offers`),
  offers: 'Who makes it',
  takes: 'What it takes',
  price: 'Price',
  /** Said of a link, after its words. */
  newTab: 'opens a new tab',
};

export type CalculatorTerms = typeof en;

function counted(n: number, one: string, other: string): string {
  return plural('en', n, { one, other });
}
