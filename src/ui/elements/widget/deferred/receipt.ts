import type { TemplateResult } from 'lit';
import type { Conflict, Quote, QuoteLine, Source } from '../../../../pricing/quote-types.js';
import { shownLines } from '../../../../pricing/shown-lines.js';
import { providerName, recordOf } from '../../../../accounts/provider-records.js';
import { mostText } from '../../shared/most-text.js';
import { remarkView } from '../../shared/remark.js';
import { english, sentence } from '../../shared/sentence.js';
import { lineText } from '../line-text.js';
import { hintsView } from './hints.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';
import { tabLinkView } from './tab-link.js';
import { amount, inFull, dateText, priceText } from '../../../amount.js';

/** How the price is made up: rows that add up to the total, its sources, and what others say. */
export function receiptView(model: WidgetModel, actions: WidgetActions): View {
  const { quote, words: terms, open } = model;
  // A request with a mistake in it has no receipt: another size or option has a price.
  const isUnpriced = /^(not-hosted|no-price)$/.test(quote?.problem?.code ?? '');
  if (!quote?.total && !(isUnpriced && quote?.conflicts.length)) return nothing;
  const hints = hintsView(model, actions, 'quiet');
  const planNote = open.has('drafts') ? model.parts.drafts?.planNoteView(model) : nothing;
  // Without a price there is no button that opens it, so what others say about the request is shown
  // at once.
  return html`<div
    id="receipt"
    part="receipt"
    class="receipt"
    role="group"
    aria-label=${terms.breakdown}
    ?hidden=${quote.total && !open.has('receipt')}
  >
    ${quote.total ? rows(model, quote) : nothing}${routeView(model, quote)}${sources(model, quote)}${planNote}${hints}
  </div>`;
}

function rows(model: WidgetModel, quote: Quote): TemplateResult {
  const { words: terms, dollars } = model;
  const { lines, total } = quote;
  const { count = 1 } = quote.request;
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
                  ${totalText(model)}${
                    count > 1
                      ? html`<span class="quiet"> · ${terms.pictures(count)}</span>`
                      : nothing
                  }
                </th>
                <td></td>
                <td>${mostText(quote, dollars, how)}</td>
              </tr>
            </tfoot>`
          : nothing
      }
    </table>
    ${
      total && model.settings.currency !== 'USD' && model.settings.rate
        ? html`<p class="quiet">${mostText(quote, model.amounts, how)}</p>`
        : nothing
    }`;
}

/** Play money is never paid. */
function totalText({ words: terms, quote: { total, simulated } }: WidgetModel): string {
  if (total?.low === total?.high) return simulated ? terms.wouldCost : terms.total;
  return simulated ? terms.wouldCostAtMost : terms.atMost;
}

/** Who makes the picture, if that is not who is paid. */
function routeView({ words: terms }: WidgetModel, { request }: Quote): View {
  return request.route
    ? html`<p class="quiet" part="route">
        ${terms.via(providerName(request.provider), providerName(request.route))}
      </p>`
    : nothing;
}

function sources(model: WidgetModel, quote: Quote): TemplateResult {
  const { words: terms, dollars, listProblem: problem } = model;
  const whole = (low: string, high: string): string =>
    priceText({ total: { low, high } }, dollars, inFull(low, high)) ?? '';
  const saysInstead = ({ source, total, low = total }: Conflict) =>
    sentence(terms.conflict, remarkView(model.language, source.name), whole(low, total));
  return html`${
    problem === undefined
      ? nothing
      : html`<p class="doubt" part="list-problem">
          ${sentence(terms.listProblem, english(problem))}
        </p>`
  }
  ${
    recordOf(quote.request.provider).own
      ? html`<p class="quiet">${terms.source}: ${terms.pagesList}</p>`
      : readFrom(model, quote.sources)
  }
  ${
    quote.conflicts.length === 0
      ? nothing
      : html`<ul class="quiet conflicts">
          ${quote.conflicts.map(
            (conflict) =>
              html`<li>
                ${link(model, conflict.source, html`${saysInstead(conflict)}`)}:
                ${remarkView(model.language, conflict.why)}
              </li>`,
          )}
        </ul>`
  }`;
}

/** The source of the price, and others that agree, each named once. */
function readFrom(model: WidgetModel, [first, ...rest]: readonly Source[]): View {
  if (!first) return nothing;
  const { words: terms, dollars } = model;
  const by = first.by === 'page' ? `${terms.pagesList}${terms.comma}` : nothing;
  const date = dateText(first.readOn, dollars);
  const read = first.undated ? terms.undated(date) : terms.readOn(date);
  const agreeing = rest.filter(
    ({ name }, index) =>
      name !== first.name && rest.findIndex((other) => other.name === name) === index,
  );
  const others = agree(model, agreeing);
  return html`<p class="quiet">
    ${terms.source}: ${by}${link(model, first)}${terms.comma}${read}${others}
  </p>`;
}

function agree(model: WidgetModel, agreeing: readonly Source[]): View {
  const { words: terms } = model;
  if (agreeing.length === 0) return nothing;
  const links = agreeing.map(
    (source, index) => html`${index > 0 ? terms.comma : nothing}${link(model, source)}`,
  );
  return html` · ${links} ${terms.agrees(agreeing.length)}`;
}

/** A source by its name, or in words of ours. */
function link(
  model: WidgetModel,
  { url, name }: Source,
  text: TemplateResult | string = remarkView(model.language, name),
): TemplateResult | string {
  return url ? tabLinkView(model, { part: 'source', url, text }) : text;
}
