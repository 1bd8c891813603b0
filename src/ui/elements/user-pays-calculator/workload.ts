import { html, noChange, nothing, type TemplateResult } from 'lit';
import { times, toText, usd } from '../../../pricing/money.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { nameOf, single as singleOf, viaOf } from './comparison.js';
import type { CalculatorActions, CalculatorModel } from './calculator.js';
import { paidIn, topUpView } from './top-up.js';

/** Readers × pictures, at the chosen offer's price of one picture. */
export function workloadView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms, chosen } = model;
  const { users, pictures } = settings;
  return html`<section part="workload" aria-label=${terms.workload}>
    <h3>${terms.workload}</h3>
    <div class="fields">
      ${field(terms.users, users, (value) => actions.change({ users: value }))}${field(
        terms.each,
        pictures,
        (value) => actions.change({ pictures: value }),
      )}
    </div>
    ${chosen ? planView(model, singleOf(model, chosen)) : nothing}
  </section>`;
}

function field(label: string, value: number, take: (value: number) => void): TemplateResult {
  return html`<label
    ><span>${label}</span>
    <input
      type="number"
      min="1"
      step="1"
      inputmode="numeric"
      .value=${Number.isNaN(value) ? noChange : String(value)}
      @input=${(event: Event) => take((event.target as HTMLInputElement).valueAsNumber)}
  /></label>`;
}

/** What one reader pays, what all readers pay together, and what the author pays: nothing. */
function planView(model: CalculatorModel, single: Quote): TemplateResult | typeof nothing {
  const { settings, terms, wholePrice } = model;
  const { users, pictures } = settings;
  if (!single.total) return nothing;
  if (!whole(users) || !whole(pictures)) return html`<p class="warm">${terms.noPlan}</p>`;
  return html`<dl>
      <div>
        <dt>
          ${terms.perReader}
          <span class="quiet">${terms.perReaderSum(pictures, wholePrice(single))}</span>
        </dt>
        <dd>${sumText(model, single, pictures)}</dd>
      </div>
      <div>
        <dt>${terms.together(users)}</dt>
        <dd>${sumText(model, single, pictures * users)}</dd>
      </div>
      <div>
        <dt>${terms.youPay}</dt>
        <dd>${terms.nothing}</dd>
      </div>
    </dl>
    <p class="quiet">${terms.planWith(nameOf(model, single), viaOf(single))}</p>
    ${topUpView(model, single)}`;
}

/** What `n` pictures cost, top-up fees included. */
function sumText({ price }: CalculatorModel, single: Quote, n: number): string {
  const { total } = single;
  if (!total) return '';
  const of = (amount: string): string => paidIn(toText(times(usd(amount), String(n))), single);
  return price({ ...single, total: { low: of(total.low), high: of(total.high) } });
}

function whole(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 1e9;
}
