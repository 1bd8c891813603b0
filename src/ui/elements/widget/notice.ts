import { html, nothing, type TemplateResult } from 'lit';
import type { Charge } from '../../../base/error.js';
import { amount } from '../../amount.js';
import type { Widget } from './view.js';

const money = (widget: Widget, charge: Charge, high: string | undefined): string => {
  const { terms } = widget;
  const text = high ? amount(high, widget.amounts) : '';
  return charge === 'none' ? terms.notCharged : charge === 'possible' ? terms.maybeCharged(text) : terms.wasCharged(text);
};

const failure = (widget: Widget): TemplateResult | typeof nothing => {
  const { generation, terms } = widget;
  if (generation.name === 'failed') {
    const { code, charge, facts } = generation.error;
    return html`<div class="notice" part="error" role="alert"><p><b>${money(widget, charge, facts['amount'])}</b> ${terms.errors[code](facts)}</p>
      ${facts['detail'] && code !== 'invalid-input' ? html`<p class="detail">${facts['detail']}</p>` : nothing}</div>`;
  }
  if (generation.name === 'cancelled') {
    return html`<div class="notice" part="error" role="alert"><p><b>${money(widget, generation.charge, generation.quote.total?.high)}</b> ${terms.errors.aborted()}</p></div>`;
  }
  return nothing;
};

/** What stands in the way, and what went wrong. Money first, then what happened. */
export const noticeView = (widget: Widget): TemplateResult => {
  const { quote, terms } = widget;
  const health = widget.health;
  const problem = quote?.problem;
  return html`
    ${problem ? html`<div class="notice" part="problem" role="alert"><p>${terms.problems[problem.code] ?? problem.text}</p></div>` : nothing}
    ${health === 'ok' ? nothing : html`<div class="notice" part="storage"><p>${terms.storage[health]}</p></div>`}
    ${failure(widget)}`;
};
