import { html, type TemplateResult } from 'lit';
import type { Quote } from '../../../pricing/quote-types.js';
import { amount as amountText, inFull, priceText } from '../../amount.js';
import { en } from '../../i18n/en/calculator.js';
import { calculatorWords } from '../../i18n/panels.js';
import { calculatorStyles } from '../../styles/calculator.js';
import { panelStyles } from '../../styles/panel-base.js';
import { stateTokens } from '../../styles/state-tokens.js';
import { tokens } from '../../styles/tokens.js';
import { budgetView } from './budget.js';
import type { CalculatorActions, CalculatorModel, CalculatorSource } from './calculator.js';
import { compared, listOf, nameOf, offersOf, viaOf } from './comparison.js';
import { keyOf, offersView } from './offers.js';
import { requestView } from './request-fields.js';
import { workloadView } from './workload.js';

export const styles = tokens + stateTokens + panelStyles + calculatorStyles;

/** What screen readers hear when the comparison has changed. */
export function summary(model: CalculatorModel): string {
  const { priced, terms, price } = model;
  const [first] = priced;
  return first
    ? terms.cheapest(priced.length, nameOf(model, first), viaOf(first), price(first))
    : terms.none;
}

export function quotesOf({ settings, prices }: CalculatorSource): readonly Quote[] {
  return compared({ settings, list: listOf(prices), at: Date.now() });
}

export function calculatorModel(source: CalculatorSource): CalculatorModel {
  const { settings, language, spoken } = source;
  const words = calculatorWords(language, en);
  const amounts = {
    language,
    currency: 'USD',
    rate: undefined,
    under: words.terms.under,
    free: words.terms,
  };
  const comparison = { settings, list: listOf(source.prices), at: Date.now() };
  const quotes = compared(comparison);
  const priced = quotes.filter(({ total }) => total);
  // A model only good for drafts is never selected by default.
  const drafts = new Set(
    offersOf(comparison.list)
      .filter(({ draft }) => draft)
      .map(({ model }) => model),
  );
  const usual = priced.find(({ request }) => !drafts.has(request.model)) ?? priced[0];
  return {
    ...comparison,
    language,
    words,
    terms: words.terms,
    priced,
    unpriced: quotes.filter(({ total }) => !total),
    chosen: priced.find((quote) => keyOf(quote) === settings.chosen) ?? usual,
    spoken,
    dollars: (amount, how) => amountText(amount, amounts, how),
    price: (quote) => priceText(quote, amounts) ?? '',
    wholePrice: (quote) =>
      priceText(quote, amounts, quote.total && inFull(quote.total.low, quote.total.high)) ?? '',
  };
}

/** The whole calculator, top to bottom: request, offers, workload, budget. */
export function panel(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  return html`<section
    class="panel notranslate"
    translate="no"
    part="panel"
    lang=${model.words.tag}
    dir=${model.words.dir}
    aria-label=${model.terms.title}
  >
    <h2>${model.terms.title}</h2>
    ${requestView(model, actions)}${offersView(model, actions)}
    <div class="plans">${workloadView(model, actions)}${budgetView(model, actions)}</div>
    <output class="spoken" role="status">${model.spoken}</output>
  </section>`;
}
