import type { PriceList } from '../../../pricing/price-list-types.js';
import type { Quote } from '../../../pricing/quote-types.js';
import type { Precision } from '../../amount.js';
import type { CalculatorTerms } from '../../i18n/en/calculator.js';
import type { ElementWords } from '../../i18n/element-words.js';

/** How the offers are sorted: by price or by model name, ascending or descending. */
export interface Order {
  readonly by: 'price' | 'name';
  readonly isDown: boolean;
}

/** The request and the reader's choices. A removed attribute is null, a count may be text. */
interface CalculatorSettings {
  readonly size: string | null;
  readonly count: number | string | null;
  readonly references: string | null;
  readonly providers: string | null;
  readonly models: string | null;
  readonly users: number;
  readonly pictures: number;
  readonly budget: string | null;
  /** `provider model route` of the chosen offer; until the reader chooses, the cheapest one. */
  readonly chosen: string | undefined;
  /** True once the reader asked for the long list. */
  readonly whole: boolean;
  readonly order: Order;
}

/** What is compared: the request, the price list and the time. */
export interface Comparison {
  readonly settings: CalculatorSettings;
  readonly list: PriceList;
  /** The time for which prices are computed, epoch milliseconds. */
  readonly at: number;
}

/** What decides how a price is written. */
type Priced = Pick<Quote, 'total'> & Partial<Pick<Quote, 'asOf' | 'exactness' | 'free'>>;

/** Everything on show, made once per render. */
export interface CalculatorModel extends Comparison {
  readonly language: string;
  readonly terms: CalculatorTerms;
  /** The words with their language. */
  readonly words: ElementWords<CalculatorTerms>;
  /** The offers with a price, cheapest first. */
  readonly priced: readonly Quote[];
  readonly unpriced: readonly Quote[];
  /**
   * The chosen offer; until the reader chooses, the cheapest adequate one. `undefined` when no
   * offer has a price.
   */
  readonly chosen: Quote | undefined;
  /** What is said aloud. */
  readonly spoken: string;
  /** How this element writes US dollars. */
  dollars(amount: string, how?: Precision): string;
  /** The price of a quote as text; a range is written as a range. */
  price(quote: Priced): string;
  /** The same with every digit. */
  wholePrice(quote: Priced): string;
}

/** What a reader can do. */
export interface CalculatorActions {
  change(settings: Partial<CalculatorSettings>): void;
}

/** What a model is made of. */
export interface CalculatorSource {
  readonly settings: CalculatorSettings;
  /** The page's own list, where it has one. */
  readonly prices: PriceList | undefined;
  readonly language: string;
  readonly spoken: string;
}
