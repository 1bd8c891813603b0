import { html, nothing, type TemplateResult } from 'lit';
import { decimalsFor } from '../../../pricing/format-usd.js';
import type { Quote, QuoteLine, Source } from '../../../pricing/quote-types.js';
import { amount } from '../../amount.js';
import { filled, termsFor, type ReceiptTerms } from './receipt-terms.js';

export { catalogue } from '../../../pricing/catalogue/index.js';
export { termsFor };
export { place } from './place.js';
export { slipStyles as styles } from '../../styles/price-slip.js';

/** The words of these templates, and the language the page is in, which writes its numbers. */
interface Written {
  readonly terms: ReceiptTerms;
  readonly locale: string;
}

const dated = (readOn: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(readOn));

const dollarsOf = ({ locale: language }: Written) => (text: string, decimals?: number): string => amount(text, { language, currency: 'USD', rate: undefined }, decimals);

/** Who says so, with address and date, one after the other; a source that says it twice is named once. */
const sourcesView = (sources: readonly Source[], { terms }: Written): TemplateResult => {
  const [before = '', after = ''] = terms.source.split('{}');
  const named = sources.filter(({ name, readOn }, index) => sources.findIndex((other) => other.name === name && other.readOn === readOn) === index);
  return html`<p>${before}${named.map(({ name, url, readOn, says }, index) => html`${index > 0 ? ' · ' : nothing}${url ? html`<a part="source" href=${url} target="_blank" rel="noopener noreferrer" title=${says}>${name}</a>` : html`<span part="source" title=${says}>${name}</span>`},
    ${filled(terms.readOn, dated(readOn, terms.language))}`)}${after}</p>`;
};

const label = ({ key, label: english, detail }: QuoteLine, { terms }: Written): TemplateResult => {
  const words = terms.lines[key];
  return words === undefined ? html`<span lang="en">${english}</span>` : html`<span lang=${terms.language}>${words} ${detail}</span>`;
};

const rows = (quote: Quote, price: string, written: Written): TemplateResult => {
  const decimals = decimalsFor([quote.total?.high ?? '0', ...quote.lines.flatMap(({ unitPrice, amount }) => [unitPrice, amount])]);
  const dollars = (text: string): string => dollarsOf(written)(text, decimals);
  return html`<table part="breakdown">
    <tbody>${quote.lines.map((line) => html`
      <tr><th scope="row">${label(line, written)}</th><td>${line.quantity} × ${dollars(line.unitPrice)}</td><td>${dollars(line.amount)}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row" colspan="2">${written.terms.total}</th><td>${quote.total?.low === quote.total?.high ? dollars(quote.total?.high ?? '0') : price}</td></tr></tfoot>
  </table>`;
};

/** How the price comes about: rows that add up to it, where and when it was read, what others say of the same request, also where it has no price here. What a price list says is English and marked so. */
export const receipt = (quote: Quote, price: string, locale: string): TemplateResult => {
  const written = { terms: termsFor(locale), locale };
  return html`
    ${quote.problem ? html`<p lang="en">${quote.problem.text}.</p>` : rows(quote, price, written)}
    ${quote.sources.length ? sourcesView(quote.sources, written) : nothing}
    ${quote.conflicts.map(({ source, total, why }) => html`<p>${filled(written.terms.gives, source.name, total === '0' ? `“${source.says}”` : dollarsOf(written)(total))}:
      <span lang="en">${why}</span></p>`)}
    ${quote.hints.length ? html`<ul part="hints" lang="en">${quote.hints.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}`;
};
