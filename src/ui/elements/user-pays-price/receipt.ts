import { html, nothing, type TemplateResult } from 'lit';
import { decimalsFor, formatUsd } from '../../../pricing/format-usd.js';
import type { Quote, Source } from '../../../pricing/quote-types.js';
import { filled, type PriceTerms } from './terms.js';

const dated = (readOn: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(readOn));

const sourceView = ({ name, url, readOn, says }: Source, terms: PriceTerms): TemplateResult => {
  const [before = '', after = ''] = terms.source.split('{}');
  return html`<p>${before}<a part="source" href=${url} target="_blank" rel="noopener noreferrer" title=${says}>${name}</a>${after},
    ${filled(terms.readOn, dated(readOn, terms.language))}</p>`;
};

const rows = (quote: Quote, price: string, language: string, terms: PriceTerms): TemplateResult => {
  const decimals = decimalsFor([quote.total?.high ?? '0', ...quote.lines.flatMap(({ unitPrice, amount }) => [unitPrice, amount])]);
  const usd = (text: string): string => formatUsd(text, { locale: language, decimals });
  return html`<table part="breakdown">
    <tbody>${quote.lines.map(({ label, quantity, unitPrice, amount }) => html`
      <tr><th scope="row" lang="en">${label}</th><td>${quantity} × ${usd(unitPrice)}</td><td>${usd(amount)}</td></tr>`)}</tbody>
    <tfoot><tr><th scope="row" colspan="2">${terms.total}</th><td>${quote.exactness === 'exact' ? usd(quote.total?.high ?? '0') : price}</td></tr></tfoot>
  </table>`;
};

/** How the price comes about: rows that add up to it, where and when it was read, what others say. What a price list says is English and marked so. */
export const receipt = (quote: Quote, price: string, language: string, terms: PriceTerms): TemplateResult => html`
  ${quote.problem ? html`<p lang="en">${quote.problem.text}.</p>` : rows(quote, price, language, terms)}
  ${quote.sources.map((source) => sourceView(source, terms))}
  ${quote.conflicts.map(({ source, total, why }) => html`<p>${filled(terms.gives, source.name, formatUsd(total, { locale: language }))}:
    <span lang="en">${why}</span></p>`)}
  ${quote.hints.length ? html`<ul part="hints" lang="en">${quote.hints.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}`;
