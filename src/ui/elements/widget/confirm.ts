import { html, nothing, type TemplateResult } from 'lit';
import { amount } from '../../amount.js';
import type { Widget } from './view.js';

/** The question before money moves. The yes names the amount and is good for exactly the quote it names. */
export const confirmView = (widget: Widget): TemplateResult | typeof nothing => {
  const { generation, terms } = widget;
  if (generation.name !== 'confirming') return nothing;
  const { quote, why } = generation;
  const price = quote.total ? amount(quote.total.high, widget.amounts) : '';
  const question = why === 'over' ? terms.confirmOver(price, amount(widget.confirmOver, widget.dollars))
    : why === 'changed' ? terms.confirmChanged(price) : terms.confirmUnknown;
  return html`<div class="confirm" role="alertdialog" aria-label=${terms.confirmTitle} part="confirm">
    <p>${question}</p>
    <button type="button" part="confirm-yes" class="buy" @click=${(event: MouseEvent) => { if (event.detail < 2) widget.purchases.confirm(quote.id); }}>
      ${price ? terms.confirmYes(price) : terms.confirmYesUnknown}</button>
    <button type="button" part="confirm-no" class="plain" @click=${() => widget.cancel()}>${terms.confirmNo}</button>
  </div>`;
};
