import type { PriceList } from '../../../pricing/price-list-types.js';
import type { Quote } from '../../../pricing/quote-types.js';
import type { SlipWords } from '../../i18n/slips/index.js';
import type { Precision } from '../../amount.js';
import type { CalculatorTerms } from './terms.js';

/**
 * What the parts read of the element, and what the reader's choices are written to. An attribute
 * that was taken away is null.
 */
export interface Calculator {
  size: string;
  count: number;
  references: string;
  providers: string;
  models: string;
  users: number;
  pictures: number;
  budget: string;
  /**
   * `provider model route` of the offer that is planned with; the cheapest until the reader chose.
   */
  chosen: string | undefined;
  /** True once the reader asked for the long list. */
  whole: boolean;
  readonly prices: PriceList | undefined;
  readonly language: string;
  readonly speech: { readonly said: string };
  requestUpdate(): void;
}

/** What every part of the calculator is drawn from. */
export interface CalculatorView {
  readonly element: Calculator;
  readonly terms: CalculatorTerms;
  /** The words with their language. */
  readonly words: SlipWords<CalculatorTerms>;
  /** Those that have a price, cheapest first. */
  readonly priced: readonly Quote[];
  readonly unpriced: readonly Quote[];
  /**
   * The offer that is planned with, the cheapest adequate one until the reader chose; `undefined`
   * when nothing has a price.
   */
  readonly chosen: Quote | undefined;
  /** Dollars as this element writes them. */
  dollars(amount: string, how?: Precision): string;
  /** The price of a quote, a range as a range. */
  price(quote: Pick<Quote, 'total' | 'asOf'>): string;
  /** The same with every digit. */
  wholePrice(quote: Pick<Quote, 'total' | 'asOf'>): string;
}
