import { html, nothing, type TemplateResult } from 'lit';
import { times, toText, usd } from '../../../pricing/money.js';
import { nameOf, single as singleOf, viaOf } from './comparison.js';
import type { CalculatorActions, CalculatorModel } from './calculator.js';
import { paidIn, topUpView } from './top-up.js';

/** Readers × pictures, at the price of one picture of the offer that is planned with. */
export function workloadView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms, chosen, price, wholePrice } = model;
  const single = chosen && singleOf(model, chosen);
  const { users, pictures } = settings;
  const field = (label: string, value: number, take: (value: number) => void): TemplateResult =>
    html`<label
      ><span>${label}</span>
      <input
        type="number"
        min="1"
        step="1"
        inputmode="numeric"
        .value=${String(value)}
        @input=${(event: Event) => take((event.target as HTMLInputElement).valueAsNumber)}
    /></label>`;
  const sums = (n: number): string => {
    const of = (amount: string): string =>
      single ? paidIn(toText(times(usd(amount), String(n))), single) : '';
    const { total, asOf } = single ?? {};
    return total
      ? price({ total: { low: of(total.low), high: of(total.high) }, ...(asOf && { asOf }) })
      : '';
  };
  return html`<section part="workload" aria-label=${terms.workload}>
    <h3>${terms.workload}</h3>
    <div class="fields">
      ${field(terms.users, users, (value) => actions.change({ users: value }))}${field(terms.each, pictures, (value) => actions.change({ pictures: value }))}
    </div>
    ${
      !single?.total
        ? nothing
        : !(whole(users) && whole(pictures))
          ? html`<p class="warm">${terms.noPlan}</p>`
          : html`<dl>
                <div>
                  <dt>
                    ${terms.perReader}
                    <span class="quiet">${terms.perReaderSum(pictures, wholePrice(single))}</span>
                  </dt>
                  <dd>${sums(pictures)}</dd>
                </div>
                <div>
                  <dt>${terms.together(users)}</dt>
                  <dd>${sums(pictures * users)}</dd>
                </div>
                <div>
                  <dt>${terms.youPay}</dt>
                  <dd>${terms.nothing}</dd>
                </div>
              </dl>
              <p class="quiet">${terms.planWith(nameOf(model, single), viaOf(single))}</p>
              ${topUpView(model, single)}`
    }
  </section>`;
}

function whole(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 1e9;
}
