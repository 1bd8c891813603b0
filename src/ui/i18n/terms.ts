import type { CalculatorTerms } from '../elements/user-pays-calculator/terms.js';
import type { TallyTerms } from '../elements/user-pays-tally/terms.js';
import type { LineKey } from '../../pricing/quote-types.js';
import type { en } from './en.js';
import type { en as deferred } from './en-deferred.js';
import type { en as form } from './en-form.js';

/** The words of the first look, here from the start. */
export type FirstTerms = typeof en;

/** English is the type every language has to satisfy. */
export type Terms = FirstTerms & typeof deferred & typeof form;

/**
 * What a language other than English has to bring: also the words that English takes from the price
 * list itself.
 */
export type Translation = Terms & { readonly lines: Record<LineKey, string> };

/**
 * What a page may bring: any of the widget's words, and any of the tally's and the calculator's.
 */
export type OwnTerms = Partial<Terms> & {
  readonly tally?: Partial<TallyTerms>;
  readonly calculator?: Partial<CalculatorTerms>;
};
