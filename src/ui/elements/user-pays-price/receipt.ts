import { html, nothing, type TemplateResult } from 'lit';
import type { Conflict, Quote, QuoteLine, Source } from '../../../pricing/quote-types.js';
import { shownLines } from '../../../pricing/shown-lines.js';
import { amount, inFull, priceText, type AmountStyle, type Precision } from '../../amount.js';
import { dayInFull } from '../../day-in-full.js';
import { wordsFor } from '../../i18n/price.js';
import type { ElementWords } from '../../i18n/element-words.js';
import type { PriceTerms } from '../../i18n/terms.js';
import { receiptStyles } from '../../styles/receipt-popover.js';
import { stateTokens } from '../../styles/state-tokens.js';
import { tokens } from '../../styles/tokens.js';
import { hintView, problemView } from '../shared/advice.js';
import { remarkView } from '../shared/remark.js';
import { english, sentence } from '../shared/sentence.js';

export { loadWords, wordsFor } from '../../i18n/price.js';
export { place, toggled } from './place.js';

export const styles = tokens + stateTokens + receiptStyles;

/** The words of these templates, and the page's language, which decides how numbers are written. */
interface Written extends ElementWords<PriceTerms> {
  readonly locale: string;
}

/**
 * How the price is made up: rows that add up to it, its sources with their dates, and what other
 * sources say about the same request, also when it has no price. Texts of price lists are English
 * and marked so, but for our own remarks.
 */
export function receipt(quote: Quote, locale: string): TemplateResult {
  const written = { ...wordsFor(locale), locale };
  return html`<div lang=${written.tag} dir=${written.dir}>
    ${quote.problem ? html`<p>${problemView(locale, quote.problem)}.</p>` : rows(quote, written)}
    ${quote.sources.length ? sourcesView(quote.sources, written) : nothing}
    ${quote.conflicts.map((conflict) => html`<p>${conflictView(conflict, written)}</p>`)}
    ${
      quote.hints.length
        ? html`<ul part="hints">
            ${quote.hints.map((hint) => html`<li>${hintView(hint, styleOf(written))}</li>`)}
          </ul>`
        : nothing
    }
  </div>`;
}

/**
 * The price another source gives, or its words if that is not a price, and why it does not decide.
 */
function conflictView({ source, total, why }: Conflict, written: Written): TemplateResult {
  const given = total === '0' ? english(`“${source.says}”`) : dollars(total, written);
  return html`${sentence(written.terms.gives, english(source.name), given)}:
  ${remarkView(written.locale, why)}`;
}

function rows(quote: Quote, written: Written): TemplateResult {
  const { lines, total } = quote;
  const { low, high } = total ?? { low: '0', high: '0' };
  const shown = shownLines(lines, high);
  const how = inFull(low, high, ...shown.map((line) => line.amount));
  return html`<table part="breakdown">
    <tbody>
      ${shown.map(
        (line) =>
          html` <tr>
            <th scope="row">${label(line, written)}</th>
            <td>${line.quantity} × ${dollars(line.unitPrice, written)}</td>
            <td>${dollars(line.amount, written, how)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colspan="2">${written.terms.total}</th>
        <td>${priceText(quote, styleOf(written), how)}</td>
      </tr>
    </tfoot>
  </table>`;
}

function label({ key, label: listed, detail }: QuoteLine, { terms }: Written): TemplateResult {
  const words = terms.lines[key];
  return words === undefined ? english(listed) : html`${words} ${detail}`;
}

/** With every digit. */
function dollars(text: string, written: Written, how: Precision = inFull(text)): string {
  return amount(text, styleOf(written), how);
}

function styleOf({ locale: language, terms }: Written): AmountStyle {
  return {
    language,
    currency: 'USD',
    rate: undefined,
    under: terms.under,
  };
}

/** The sources with address and date, each named once. */
function sourcesView(sources: readonly Source[], { terms, tag }: Written): TemplateResult {
  const named = sources.filter(
    ({ name, readOn }, index) =>
      sources.findIndex((other) => other.name === name && other.readOn === readOn) === index,
  );
  const links = named.map(
    (source, index) =>
      html`${index > 0 ? ' · ' : nothing}${linkView(source, terms)},
      ${(source.undated ? terms.undated : terms.readOn)(dayInFull(source.readOn, tag))}`,
  );
  return html`<p>${sentence(terms.source, links)}</p>`;
}

/** The source's name, as a link where it has an address. */
function linkView({ name, url, says }: Source, terms: Written['terms']): TemplateResult {
  if (!url) return html`<span part="source" lang="en" title=${says}>${name}</span>`;
  return html`<a
    part="source"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    title=${says}
    aria-label=${`${name} (${terms.newTab})`}
    ><span lang="en">${name}</span></a
  >`;
}
