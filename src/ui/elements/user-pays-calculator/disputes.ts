import { html, nothing, type TemplateResult } from 'lit';
import { notes } from '../../../pricing/catalogue/notes.js';
import { catalogue } from '../../../pricing/catalogue/index.js';
import type { Quote, Source } from '../../../pricing/quote-types.js';
import { remarkView } from '../shared/remark.js';
import type { CalculatorModel } from './calculator.js';

/** A source by its name, with its address where that is known; the link says that it opens a tab. */
export function sourceName(
  { terms }: CalculatorModel,
  { url, name }: Pick<Source, 'url' | 'name'>,
): TemplateResult {
  const label = `${name} (${terms.newTab})`;
  return url
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer" aria-label=${label}
        ><span lang="en">${name}</span></a
      >`
    : html`<span lang="en">${name}</span>`;
}

/** The day a source was read, or the earliest its copy can be from. */
export function readText(
  { language, terms }: CalculatorModel,
  { readOn, undated }: Pick<Source, 'readOn' | 'undated'>,
): string {
  const date = dated(readOn, language);
  return undated ? terms.undated(date) : terms.readOn(date);
}

function dated(readOn: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(readOn),
  );
}

/**
 * The prices other sources give for the same request, each with its own words and the reason it
 * does not decide. "Free" is quoted as the source puts it. Texts of price lists are English.
 */
export function disputesView(
  model: CalculatorModel,
  { conflicts }: Quote,
): TemplateResult | typeof nothing {
  if (!conflicts.length) return nothing;
  const { terms, wholePrice } = model;
  return html`<details class="disputes">
    <summary>${terms.disputed(conflicts.length)}</summary>
    <ul>
      ${conflicts.map(
        ({ source, total, low, why }) =>
          html`<li>
            ${sourceName(model, source)}:
            ${total === '0' ? nothing : html`<b>${wholePrice({ total: { low: low ?? total, high: total } })}</b>`}
            <span class="quiet">(<q lang="en">${source.says}</q>, ${readText(model, source)})</span>
            ${remarkView(model.language, why)}.
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Figures in price guides that are not the price of any request, each with a comment. */
export function notesView(model: CalculatorModel): TemplateResult {
  const { terms } = model;
  return html`<details part="notes" class="disputes">
    <summary>${terms.notes}</summary>
    <ul>
      ${notes.map(({ source, says, answer }) => {
        const listed = catalogue.sources[source];
        return listed
          ? html`<li>
              ${sourceName(model, listed)}, ${readText(model, listed)}: <q lang="en">${says}</q>
              <span lang="en">${answer}</span>
            </li>`
          : nothing;
      })}
    </ul>
  </details>`;
}
