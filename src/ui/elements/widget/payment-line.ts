import { html, nothing } from 'lit';
import { picturesLeft } from '../../../pricing/pictures-left.js';
import { recordOf } from '../../../accounts/provider-records.js';
import type { View, WidgetActions, WidgetModel } from './model.js';

/** Who pays, and what is left in money and in pictures like this one. */
export function paymentLineView(model: WidgetModel, actions: WidgetActions): View {
  const { terms, quote, account, payer } = model;
  const { deferred } = model.parts;
  if (quote.simulated) return html`<p class="payer">${terms.noRealMoney}</p>`;
  if (deferred && (account.status === 'signed-in' || payer.kind === 'key'))
    return deferred.accountView(model, actions);
  return html`<p class="payer">
    <span>${terms.payOwn(payer.name)} ${freeCovers(model)}</span>
  </p>`;
}

/** How many pictures like this one a free account covers, for those who have none yet. */
function freeCovers({ terms, quote, settings }: WidgetModel): string | typeof nothing {
  const { free } = recordOf(settings.provider);
  const times = free === undefined ? undefined : picturesLeft(quote, free);
  return times ? terms.freeCovers(times * (quote.request.count ?? 1)) : nothing;
}
