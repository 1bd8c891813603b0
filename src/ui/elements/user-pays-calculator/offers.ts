import { html, nothing, type TemplateResult } from 'lit';
import type { Quote } from '../../../pricing/quote-types.js';
import { problemView } from '../shared/advice.js';
import { nameOf, viaOf } from './comparison.js';
import type { CalculatorActions, CalculatorModel, Order } from './calculator.js';
import { disputesView, notesView, readText, sourceName } from './disputes.js';
import { orderBy, sorted, sortOf } from './sorting.js';

const shortList = 8;

/** Identifies an offer, whatever the size and count of the request. */
export function keyOf({ request: { provider, model, route } }: Quote): string {
  return [provider, model, route].join(' ');
}

/**
 * The table of offers with what distinguishes them. The selected one is used for the plans below.
 */
export function offersView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms, priced, chosen } = model;
  const all = sorted(model);
  const shown = settings.whole
    ? all
    : all.filter((quote, at) => at < shortList || quote === chosen);
  const rest = priced.length - shown.length;
  return html`<section part="offers" aria-label=${terms.offers}>
      ${priced.length ? tableView(model, actions, shown) : html`<h3>${terms.none}</h3>`}
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
    </section>
    ${unpricedView(model)}${notesView(model)}`;
}

function tableView(
  model: CalculatorModel,
  actions: CalculatorActions,
  shown: readonly Quote[],
): TemplateResult {
  const { settings, terms, priced } = model;
  const { by, isDown } = settings.order;
  const ways = by === 'price' && !isDown ? terms.ways : terms.waysSorted;
  return html`<table>
    <caption>
      ${ways(priced.length)}
    </caption>
    <thead>
      <tr>
        ${headView(model, actions, 'name', terms.model)}
        <th scope="col">${terms.provider}</th>
        <th scope="col">${terms.takes}</th>
        ${headView(model, actions, 'price', terms.price)}
      </tr>
    </thead>
    <tbody>
      ${shown.map((quote) => offerView(model, actions, quote))}
    </tbody>
  </table>`;
}

/** The header of a sortable column. */
function headView(
  { settings }: CalculatorModel,
  actions: CalculatorActions,
  by: Order['by'],
  words: string,
): TemplateResult {
  const { order } = settings;
  return html`<th scope="col" aria-sort=${sortOf(by, order)}>
    <button type="button" part="sort" @click=${() => actions.change({ order: orderBy(by, order) })}>
      ${words}
    </button>
  </th>`;
}

function offerView(
  model: CalculatorModel,
  actions: CalculatorActions,
  quote: Quote,
): TemplateResult {
  const { chosen, price } = model;
  const [source] = quote.sources;
  const [name, via] = [nameOf(model, quote), viaOf(quote)];
  return html`<tr>
    <th scope="row">
      <label
        ><input
          type="radio"
          name="offer"
          aria-label=${`${name}, ${via}`}
          .checked=${quote === chosen}
          @change=${() => actions.change({ chosen: keyOf(quote) })}
        />
        <span class="name">${name}</span></label
      >
    </th>
    <td class="via">${via}</td>
    <td class="quiet takes">
      ${traitsOf(model, quote)}${
        source
          ? html`<span class="source"
              >${sourceName(model, source)}, ${readText(model, source)}</span
            >`
          : nothing
      }
      ${disputesView(model, quote)}
    </td>
    <td class="price">${price(quote)}</td>
  </tr>`;
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
  const { language, terms, unpriced } = model;
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
                    (terms.problems[quote.problem.code] ?? problemView(language, quote.problem))
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

/** What other sources say about an offer without a price. */
function claimView(model: CalculatorModel, quote: Quote): TemplateResult {
  const [name, via] = [nameOf(model, quote), viaOf(quote)];
  const disputes = disputesView(model, quote);
  return html`<li>${name} <span class="via">${via}</span>${disputes}</li>`;
}
