import { html, nothing, type TemplateResult } from 'lit';
import type { Quote } from '../../../pricing/quote-types.js';
import { amount, decimalsFor } from '../../amount.js';
import type { Widget } from './view.js';

const rows = (widget: Widget, quote: Quote): TemplateResult => {
  const decimals = decimalsFor(quote.lines.flatMap((line) => [line.unitPrice, line.amount]));
  return html`<table part="breakdown"><tbody>
    ${quote.lines.map((line) => html`<tr><th scope="row">${line.label}</th>
      <td>${line.quantity} × ${amount(line.unitPrice, widget.dollars, decimals)}</td><td>${amount(line.amount, widget.dollars, decimals)}</td></tr>`)}
    ${quote.total ? html`<tr class="sum"><th scope="row" colspan="2">${widget.terms.total}</th><td>${amount(quote.total.high, widget.amounts, decimals)}</td></tr>` : nothing}
  </tbody></table>`;
};

const sources = (widget: Widget, quote: Quote): TemplateResult => html`
  ${quote.sources.map((source) => html`<p class="source">${widget.terms.source}:
    <a href=${source.url} target="_blank" rel="noopener noreferrer">${source.name}</a>, ${widget.terms.readOn(source.readOn)}</p>`)}
  ${quote.conflicts.map((conflict) => html`<p class="conflict">${widget.terms.conflict(conflict.source.name, amount(conflict.total, widget.dollars), conflict.why)}</p>`)}
  ${quote.hints.map((hint) => html`<p class="hint">${hint.text}</p>`)}`;

/** How the price comes about: rows that add up to the label, where it was read, and what others say. */
export const receiptView = (widget: Widget): TemplateResult | typeof nothing => {
  const { quote, terms } = widget;
  if (!quote?.total) return nothing;
  return html`<details part="receipt" class="receipt"><summary>${terms.breakdown}</summary>${rows(widget, quote)}${sources(widget, quote)}</details>`;
};
