import { html, nothing } from 'lit';
import { exceeded } from '../../../../checkout/limits.js';
import { isBusy } from '../../../../generation/machine.js';
import { compareUsd, minus, usd } from '../../../../pricing/money.js';
import type { PricedRequest } from '../../../../pricing/quote-types.js';
import { priceText } from '../../../amount.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';

/** US dollars a draft must save to be proposed: less than a cent is not worth two pictures. */
const worthwhile = '0.01';

/** A cheaper model that could make the drafts, with its price for one picture. */
interface DraftOffer {
  readonly id: string;
  readonly priced: PricedRequest;
}

/** `undefined` where no draft is worth it, and while the reader has other things to decide. */
export function draftOffer(model: WidgetModel): DraftOffer | undefined {
  const { quote, generation } = model;
  if (model.open.has('drafts') || !quote.total || quote.problem) return undefined;
  if (generation.name === 'confirming' || exceeded(model.spending, quote.total.high))
    return undefined;
  const [cheapest] = model.models;
  if (!cheapest || cheapest.id === quote.request.model) return undefined;
  const priced = model.priceWith({ model: cheapest.id, count: 1 });
  const final = model.priceWith({ count: 1 }).total?.low;
  return priced.total &&
    final &&
    compareUsd(minus(usd(final), usd(priced.total.high)), usd(worthwhile)) >= 0
    ? { id: cheapest.id, priced }
    : undefined;
}

/** One click plans a draft on the cheaper model and the final on the present one. */
export function draftView(
  model: WidgetModel,
  actions: WidgetActions,
  offer: DraftOffer | undefined,
): View {
  if (!offer) return nothing;
  const { words, amounts, quote, generation } = model;
  const start = (): void => {
    actions.plan({ draft: offer.id, final: quote.request.model, on: 'final' });
    actions.change({ model: offer.id, route: '' });
    actions.toggle('drafts', true);
  };
  return html`<button
    type="button"
    class="plain"
    part="draft"
    ?disabled=${isBusy(generation)}
    @click=${start}
  >
    ${words.draftFirst(priceText(offer.priced, amounts) ?? '')}
  </button>`;
}
