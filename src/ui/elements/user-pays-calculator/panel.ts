import { html, type TemplateResult } from 'lit';
import { amount as amountText, inFull, priceText } from '../../amount.js';
import { slipTerms } from '../../i18n/slips/index.js';
import { calculatorStyles } from '../../styles/calculator.js';
import { slipStyles } from '../../styles/panel-base.js';
import { budgetView } from './budget.js';
import type { Calculator, CalculatorView } from './calculator.js';
import { compared, nameOf, offersOf, viaOf } from './comparison.js';
import { keyOf, offersView } from './offers.js';
import { requestView } from './request-fields.js';
import { en } from './terms.js';
import { workloadView } from './workload.js';

export { compared };

export const styles = slipStyles + calculatorStyles;

/** What is spoken when the comparison changed. */
export function summary(element: Calculator): string {
  const {
    priced: [first],
    priced,
    terms,
    price,
  } = viewOf(element);
  return first
    ? terms.cheapest(priced.length, nameOf(element, first), viaOf(first), price(first))
    : terms.none;
}

function viewOf(element: Calculator): CalculatorView {
  const { language } = element;
  const words = slipTerms(language, 'calculator', en, () => element.requestUpdate());
  const amounts = { language, currency: 'USD', rate: undefined, under: words.terms.under };
  const quotes = compared(element);
  const priced = quotes.filter(({ total }) => total);
  // Nothing that is only good for drafts is chosen for somebody.
  const drafts = new Set(
    offersOf(element)
      .filter(({ draft }) => draft)
      .map(({ model }) => model),
  );
  const usual = priced.find(({ request }) => !drafts.has(request.model)) ?? priced[0];
  return {
    element,
    words,
    terms: words.terms,
    priced,
    unpriced: quotes.filter(({ total }) => !total),
    chosen: priced.find((quote) => keyOf(quote) === element.chosen) ?? usual,
    dollars: (amount, how) => amountText(amount, amounts, how),
    price: (quote) => priceText(quote, amounts) ?? '',
    wholePrice: (quote) =>
      priceText(quote, amounts, quote.total && inFull(quote.total.low, quote.total.high)) ?? '',
  };
}

/**
 * The whole calculator, top to bottom: what, who and for how much, for how many, for how little.
 */
export function panel(element: Calculator): TemplateResult {
  const view = viewOf(element);
  return html`<section
    class="slip"
    part="panel"
    lang=${view.words.tag}
    dir=${view.words.dir}
    aria-label=${view.terms.title}
  >
    <h2>${view.terms.title}</h2>
    ${requestView(view)}${offersView(view)}
    <div class="plans">${workloadView(view)}${budgetView(view)}</div>
    <output class="spoken" role="status">${element.speech.said}</output>
  </section>`;
}
