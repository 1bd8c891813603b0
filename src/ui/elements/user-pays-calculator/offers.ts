import { html, nothing, type TemplateResult } from 'lit';
import type { Quote } from '../../../pricing/quote-types.js';
import { nameOf, viaOf } from './comparison.js';
import type { CalculatorView } from './calculator.js';
import { disputesView, notesView, readText, sourceName } from './disputes.js';

const shortList = 8;

/** The same offer, whatever is asked of it. */
export function keyOf({ request: { provider, model, route } }: Quote): string {
  return [provider, model, route].join(' ');
}

/** Who makes it, cheapest first, with what tells them apart; one of them is planned with. */
export function offersView(view: CalculatorView): TemplateResult {
  const { element, terms, priced, chosen } = view;
  const shown = element.whole
    ? priced
    : priced.filter((quote, at) => at < shortList || quote === chosen);
  const rest = priced.length - shown.length;
  return html`<fieldset part="offers">
      <legend>${priced.length ? terms.ways(priced.length) : terms.none}</legend>
      <ol>
        ${shown.map((quote) => offer(view, quote))}
      </ol>
      ${
        rest > 0 || element.whole
          ? html`<button
              type="button"
              aria-expanded=${element.whole}
              @click=${() => {
                element.whole = !element.whole;
              }}
            >
              ${element.whole ? terms.fewer : terms.more(rest)}
            </button>`
          : nothing
      }
    </fieldset>
    ${unpricedView(view)}${notesView(view)}`;
}

function offer(view: CalculatorView, quote: Quote): TemplateResult {
  const { element, chosen, price } = view;
  const [source] = quote.sources;
  return html`<li>
    <label
      ><input
        type="radio"
        name="offer"
        .checked=${quote === chosen}
        @change=${() => {
          element.chosen = keyOf(quote);
        }}
      />
      <span class="name">${nameOf(element, quote)}</span> <span class="via">${viaOf(quote)}</span>
      <b>${price(quote)}</b></label
    >
    <p class="quiet">
      ${traitsOf(view, quote)}${
        source
          ? html`<span class="source">${sourceName(source)}, ${readText(view, source)}</span>`
          : nothing
      }
    </p>
    ${disputesView(view, quote)}
  </li>`;
}

function traitsOf({ terms }: CalculatorView, { traits }: Quote): string {
  return traits
    ? [
        traits.pixels === 'exact' ? terms.exactPixels : terms.shapeOnly,
        traits.references ? terms.upToReferences(traits.references) : terms.noReferences,
        traits.seed ? terms.seed : terms.noSeed,
      ].join(' · ')
    : '';
}

function unpricedView(view: CalculatorView): TemplateResult | symbol {
  const { element, terms, unpriced } = view;
  return unpriced.length
    ? html`<details>
        <summary>${terms.unpriced(unpriced.length)}</summary>
        <ul class="unpriced">
          ${unpriced.map(
            (quote) =>
              html`<li>
                <span>${nameOf(element, quote)}</span> <span class="via">${viaOf(quote)}</span>
                <span class="quiet"
                  >${quote.problem && (terms.problems[quote.problem.code] ?? html`<span lang="en">${quote.problem.text}</span>`)}</span
                >
              </li>`,
          )}
        </ul>
        <ul class="claims">
          ${unpriced.filter(({ conflicts }) => conflicts.length).map((quote) => html`<li>${nameOf(element, quote)} <span class="via">${viaOf(quote)}</span>${disputesView(view, quote)}</li>`)}
        </ul>
      </details>`
    : nothing;
}
