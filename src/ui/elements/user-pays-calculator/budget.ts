import { html, nothing, type TemplateResult } from 'lit';
import { compareUsd, isAmount, sum, times, timesIn, toText, usd } from '../../../pricing/money.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { inFull } from '../../amount.js';
import { asSure } from '../shared/most-text.js';
import { compared, nameOf, single as singleOf, viaOf } from './comparison.js';
import type { CalculatorActions, CalculatorModel } from './calculator.js';
import { paidIn, spendable, topUpView } from './top-up.js';

const drafts = 4;

/**
 * How many pictures a sum of money buys: with the chosen offer, with drafts first, and with every
 * model.
 */
export function budgetView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms } = model;
  const budget = (settings.budget ?? '').trim().replace(',', '.');
  const isMoney = isAmount(budget) && !budget.startsWith('-');
  return html`<section part="budget" aria-label=${terms.budget}>
    <h3>${terms.budget}</h3>
    <div class="fields">
      <label
        ><span>${terms.budgetOf}</span
        ><input
          inputmode="decimal"
          autocomplete="off"
          .value=${settings.budget ?? ''}
          @input=${(event: Event) => actions.change({ budget: (event.target as HTMLInputElement).value })}
      /></label>
    </div>
    ${isMoney ? plan(model, budget) : html`<p class="warm">${terms.noBudget}</p>`}
  </section>`;
}

function plan(model: CalculatorModel, budget: string): TemplateResult | symbol {
  const { language, terms, chosen, dollars } = model;
  const singles = compared(model, 1).filter(({ total }) => total);
  const single = chosen && singleOf(model, chosen);
  if (!single?.total || single.total.high === '0') return nothing;
  const { n, left } = bought(budget, single);
  const price = asSure(dollars(single.total.high, inFull(single.total.high)), single);
  const withDrafts = mixed(model, budget, single, singles[0]);
  const cheapest = singles.filter(
    (quote, at) => singles.findIndex(({ request }) => request.model === quote.request.model) === at,
  );
  return html`<p class="plan">
      ${
        n
          ? html`<b>${terms.buys(n, price)}</b>${
                left === '0'
                  ? nothing
                  : html` · ${terms.left(asSure(dollars(left, { down: true }), single))}`
              }`
          : terms.buysNothing
      }
    </p>
    ${withDrafts ? html`<p>${withDrafts}</p>` : nothing}
    <p class="quiet">${terms.planWith(nameOf(model, single), viaOf(single))}</p>
    ${topUpView(model, single)}
    <details>
      <summary>${terms.every}</summary>
      <ul class="every">
        ${cheapest.map((quote) => {
          const { n: fits } = bought(budget, quote);
          return html`<li>
            <span>${nameOf(model, quote)}</span> <span class="via">${viaOf(quote)}</span>
            <b>${asSure(new Intl.NumberFormat(language).format(fits), quote)}</b>
          </li>`;
        })}
      </ul>
    </details>`;
}

/**
 * How many pictures of a quote a budget buys at least, after the fee of a top-up, and what then
 * remains in the account.
 */
function bought(budget: string, quote: Quote): { n: number; left: string } {
  const price = quote.total?.high ?? '0';
  const spent = spendable(budget, quote);
  const n = timesIn(spent, usd(price));
  return { n, left: toText(sum([spent, times(usd(price), `-${n}`)])) };
}

function mixed(
  model: CalculatorModel,
  budget: string,
  final: Quote,
  draft: Quote | undefined,
): string | undefined {
  const { terms } = model;
  if (
    !final.total ||
    !draft?.total ||
    compareUsd(usd(draft.total.high), usd(final.total.high)) >= 0
  )
    return undefined;
  const each = sum([
    usd(paidIn(final.total.high, final)),
    times(usd(paidIn(draft.total.high, draft)), drafts),
  ]);
  const n = timesIn(usd(budget), each);
  return n ? terms.withDrafts(n, drafts, nameOf(model, draft)) : undefined;
}
