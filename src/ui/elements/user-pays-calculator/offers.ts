import { html, nothing, type TemplateResult } from 'lit';
import type { Quote } from '../../../pricing/quote-types.js';
import { nameOf, viaOf } from './comparison.js';
import type { CalculatorActions, CalculatorModel } from './calculator.js';
import { disputesView, notesView, readText, sourceName } from './disputes.js';

const shortList = 8;

/** The same offer, whatever is asked of it. */
export function keyOf({ request: { provider, model, route } }: Quote): string {
  return [provider, model, route].join(' ');
}

/** Who makes it, cheapest first, with what tells them apart; one of them is planned with. */
export function offersView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms, priced, chosen } = model;
  const shown = settings.whole
    ? priced
    : priced.filter((quote, at) => at < shortList || quote === chosen);
  const rest = priced.length - shown.length;
  return html`<fieldset part="offers">
      <legend>${priced.length ? terms.ways(priced.length) : terms.none}</legend>
      <ol>
        ${shown.map((quote) => offer(model, actions, quote))}
      </ol>
      ${
        rest > 0 || settings.whole
          ? html`<button
              type="button"
              aria-expanded=${settings.whole}
              @click=${() => actions.change({ whole: !settings.whole })}
            >
              ${settings.whole ? terms.fewer : terms.more(rest)}
            </button>`
          : nothing
      }
    </fieldset>
    ${unpricedView(model)}${notesView(model)}`;
}

function offer(model: CalculatorModel, actions: CalculatorActions, quote: Quote): TemplateResult {
  const { chosen, price } = model;
  const [source] = quote.sources;
  return html`<li>
    <label
      ><input
        type="radio"
        name="offer"
        .checked=${quote === chosen}
        @change=${() => actions.change({ chosen: keyOf(quote) })}
      />
      <span class="name">${nameOf(model, quote)}</span> <span class="via">${viaOf(quote)}</span>
      <b>${price(quote)}</b></label
    >
    <p class="quiet">
      ${traitsOf(model, quote)}${
        source
          ? html`<span class="source">${sourceName(source)}, ${readText(model, source)}</span>`
          : nothing
      }
    </p>
    ${disputesView(model, quote)}
  </li>`;
}

function traitsOf({ terms }: CalculatorModel, { traits }: Quote): string {
  return traits
    ? [
        traits.pixels === 'exact' ? terms.exactPixels : terms.shapeOnly,
        traits.references ? terms.upToReferences(traits.references) : terms.noReferences,
        traits.seed ? terms.seed : terms.noSeed,
      ].join(' · ')
    : '';
}

function unpricedView(model: CalculatorModel): TemplateResult | symbol {
  const { terms, unpriced } = model;
  return unpriced.length
    ? html`<details>
        <summary>${terms.unpriced(unpriced.length)}</summary>
        <ul class="unpriced">
          ${unpriced.map(
            (quote) =>
              html`<li>
                <span>${nameOf(model, quote)}</span> <span class="via">${viaOf(quote)}</span>
                <span class="quiet"
                  >${
                    quote.problem &&
                    (terms.problems[quote.problem.code] ??
                      html`<span lang="en">${quote.problem.text}</span>`)
                  }</span
                >
              </li>`,
          )}
        </ul>
        <ul class="claims">
          ${unpriced
            .filter(({ conflicts }) => conflicts.length)
            .map((quote) => claimView(model, quote))}
        </ul>
      </details>`
    : nothing;
}

/** What others say of an offer without a price. */
function claimView(model: CalculatorModel, quote: Quote): TemplateResult {
  const [name, via] = [nameOf(model, quote), viaOf(quote)];
  const disputes = disputesView(model, quote);
  return html`<li>${name} <span class="via">${via}</span>${disputes}</li>`;
}
