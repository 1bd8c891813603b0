import { typed } from '../../../typed.js';
import type { View, WidgetModel } from '../model.js';
import { exceeded, leftUnder, limitsOf } from '../../../../checkout/limits.js';
import { html, nothing } from 'lit';
import { amount } from '../../../amount.js';

/** A bar with the spent part of the session's limit; nothing without a limit. */
export function budgetMeterView(model: WidgetModel): View {
  const { words: terms, dollars } = model;
  const limit = limitsOf(model.spending).find(({ cap }) => cap === 'session');
  if (!limit) return nothing;
  const [spent, most] = [amount(limit.spent, dollars), amount(limit.limit, dollars, typed)];
  // The meter is drawn from numbers; the amounts beside it are exact.
  const share =
    Number(limit.limit) > 0 ? Math.min(1, Number(limit.spent) / Number(limit.limit)) : 1;
  const state =
    leftUnder(limit) === '0'
      ? terms.used
      : !exceeded(model.spending, model.quote.total?.high) && share > 0.8
        ? terms.lastOne
        : undefined;
  return html`<span class="budget"
    ><meter
      min="0"
      max="1"
      high="0.8"
      .value=${share}
      aria-label=${terms.spentOf(spent, most)}
    ></meter>
    <span>${terms.of(most)}${state === undefined ? nothing : html` · ${state}`}</span></span
  >`;
}
