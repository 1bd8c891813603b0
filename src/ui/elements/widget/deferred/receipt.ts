import type { TemplateResult } from 'lit';
import type { Quote, QuoteLine, Source } from '../../../../pricing/quote-types.js';
import { shownLines } from '../../../../pricing/shown-lines.js';
import { lineText } from '../line-text.js';
import { hintsView } from './hints.js';
import type { View, Widget } from '../view.js';
import { html, nothing } from 'lit';
import { planNoteView } from '../lazy/drafts.js';
import { amount, inFull, dateText, priceText } from '../../../amount.js';

/**
 * How the price comes about: rows that add up to the label, where it was read, and what others say.
 */
export function receiptView(widget: Widget): View {
  const { quote, words: terms, widgetState } = widget;
  if (!quote?.total && !quote?.conflicts.length) return nothing;
  // Where there is no price there is no line that opens it: what others say of the request stands
  // there at once.
  return html`<div
    id="receipt"
    part="receipt"
    class="receipt"
    role="group"
    aria-label=${terms.breakdown}
    ?hidden=${quote.total && !widgetState.isOpen('receipt')}
  >
    ${!quote.total ? nothing : rows(widget, quote)}${sources(widget, quote)}${planNoteView(widget)}${hintsView(widget, 'quiet')}
  </div>`;
}

function rows(widget: Widget, { lines, total, request: { count = 1 } }: Quote): TemplateResult {
  const { words: terms, dollars } = widget;
  const shown: readonly QuoteLine[] = total ? shownLines(lines, total.high) : lines;
  const how = inFull(...shown.map((line) => line.amount), ...(total ? [total.high] : []));
  const money = (text: string): string => amount(text, dollars, how);
  return html`<table part="breakdown">
      <caption class="spoken">
        ${terms.breakdown}
      </caption>
      <tbody>
        ${shown.map(
          (line) =>
            html`<tr>
              <th scope="row">${lineText(terms, line)}</th>
              <td>${line.quantity} × ${amount(line.unitPrice, dollars, inFull(line.unitPrice))}</td>
              <td>${money(line.amount)}</td>
            </tr>`,
        )}
      </tbody>
      ${
        total
          ? html`<tfoot>
              <tr>
                <th scope="row">
                  ${total.low === total.high ? terms.total : terms.atMost}${count > 1 ? html`<span class="quiet"> · ${terms.pictures(count)}</span>` : nothing}
                </th>
                <td></td>
                <td>${money(total.high)}</td>
              </tr>
            </tfoot>`
          : nothing
      }
    </table>
    ${total && widget.currency !== 'USD' && widget.rate ? html`<p class="quiet">${amount(total.high, widget.amounts, how)}</p>` : nothing}`;
}

function sources(widget: Widget, quote: Quote): TemplateResult {
  const { words: terms, dollars } = widget;
  const whole = (low: string, high: string): string =>
    priceText({ total: { low, high } }, dollars, inFull(low, high)) ?? '';
  const [first, ...rest] = quote.sources;
  const link = ({ url, name }: Source, words = name): TemplateResult =>
    url
      ? html`<a part="source" href=${url} target="_blank" rel="noopener noreferrer">${words}</a>`
      : html`<span>${words}</span>`;
  const agreeing = rest.filter(
    ({ name }, index) =>
      name !== first?.name && rest.findIndex((other) => other.name === name) === index,
  );
  const problem = widget.pageServices.prices.problem(
    widget.prices.startsWith('https:') ? widget.prices : widget.provider,
  );
  return html`${problem === undefined ? nothing : html`<p class="doubt" part="list-problem">${terms.listProblem(problem)}</p>`}
  ${first ? html`<p class="quiet">${terms.source}: ${first.by === 'page' ? `${terms.pagesList}, ` : nothing}${link(first)}, ${(first.undated ? terms.undated : terms.readOn)(dateText(first.readOn, dollars))}${agreeing.length === 0 ? nothing : html` · ${terms.agree} ${agreeing.map((source, index) => html`${index > 0 ? ', ' : nothing}${link(source)}`)}`}</p>` : nothing}
  ${
    quote.conflicts.length === 0
      ? nothing
      : html`<ul class="quiet conflicts">
          ${quote.conflicts.map(
            ({ source, total, low, why }) =>
              html`<li>
                ${link(source, terms.conflict(source.name, whole(low ?? total, total)))}:
                <span lang="en">${why}</span>
              </li>`,
          )}
        </ul>`
  }`;
}
