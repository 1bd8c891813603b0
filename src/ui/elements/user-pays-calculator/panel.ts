import { html, type TemplateResult } from 'lit';
import type { Quote } from '../../../pricing/quote-types.js';
import { amount as amountText, priceText } from '../../amount.js';
import { slipTerms, type SlipWords } from '../../i18n/slips/index.js';
import { calculatorStyles } from '../../styles/calculator.js';
import { slipStyles } from '../../styles/slip.js';
import type { UserPaysCalculator } from '../user-pays-calculator.js';
import { budgetView } from './budget.js';
import { compared, nameOf, offersOf, viaOf } from './comparison.js';
import { keyOf, offersView } from './offers.js';
import { requestView } from './request-fields.js';
import { en, type CalculatorTerms } from './terms.js';
import { workloadView } from './workload.js';

export { compared };

/** What every part of the calculator is drawn from. */
export interface CalculatorView {
  readonly element: UserPaysCalculator;
  readonly terms: CalculatorTerms;
  /** The words with their language. */
  readonly words: SlipWords<CalculatorTerms>;
  /** Those that have a price, cheapest first. */
  readonly priced: readonly Quote[];
  readonly unpriced: readonly Quote[];
  /** The offer that is planned with, the cheapest adequate one until the reader chose; `undefined` when nothing has a price. */
  readonly chosen: Quote | undefined;
  /** Dollars as this element writes them. */
  dollars(amount: string): string;
  /** The price of a quote, a range as a range. */
  price(quote: Quote): string;
}

export const styles = slipStyles + calculatorStyles;

const viewOf = (element: UserPaysCalculator): CalculatorView => {
  const { language } = element;
  const amounts = { language, currency: 'USD', rate: undefined };
  const words = slipTerms(language, 'calculator', en, () => element.requestUpdate());
  const quotes = compared(element);
  const priced = quotes.filter(({ total }) => total);
  // Nothing that is only good for drafts is chosen for somebody.
  const drafts = new Set(offersOf(element).filter(({ draft }) => draft).map(({ model }) => model));
  const usual = priced.find(({ request }) => !drafts.has(request.model)) ?? priced[0];
  return {
    element, words, terms: words.terms, priced, unpriced: quotes.filter(({ total }) => !total),
    chosen: priced.find((quote) => keyOf(quote) === element.chosen) ?? usual,
    dollars: (amount) => amountText(amount, amounts),
    price: (quote) => priceText(quote, amounts) ?? '',
  };
};

/** What is spoken when the comparison changed. */
export const summary = (element: UserPaysCalculator): string => {
  const { priced: [first], priced, terms, price } = viewOf(element);
  return first ? terms.cheapest(priced.length, nameOf(element, first), viaOf(first), price(first)) : terms.none;
};

/** The whole calculator, top to bottom: what, who and for how much, for how many, for how little. */
export const panel = (element: UserPaysCalculator): TemplateResult => {
  const view = viewOf(element);
  return html`<section class="slip" part="panel" lang=${view.words.tag} dir=${view.words.dir} aria-label=${view.terms.title}>
    <h2>${view.terms.title}</h2>
    ${requestView(view)}${offersView(view)}
    <div class="plans">${workloadView(view)}${budgetView(view)}</div>
    <output class="spoken" role="status">${element.speech.said}</output>
  </section>`;
};
