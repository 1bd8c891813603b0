import { html, nothing, type TemplateResult } from 'lit';
import { picturesLeft } from '../../../pricing/pictures-left.js';
import { recordOf } from '../../../accounts/provider-records.js';
import type { WidgetActions } from './action-types.js';
import type { View, WidgetModel } from './model.js';

/** Who pays, and what is left in money and in pictures like this one. */
export function paymentLineView(model: WidgetModel, actions: WidgetActions): View {
  const { terms, quote, account, payer, settings } = model;
  const { deferred } = model.parts;
  if (quote.simulated) return html`<p class="payer">${terms.noRealMoney}</p>`;
  if (deferred && (account.status === 'signed-in' || payer.kind === 'key'))
    return deferred.accountView(model, actions);
  const { free } = recordOf(settings.provider);
  return html`<p class="payer">
      <span
        >${terms.payOwn(payer.name)}
        ${free === undefined ? nothing : [freeCovers(model, free), ' ', whatIs(model, actions)]}</span
      >
    </p>
    ${deferred?.aboutView(model)}`;
}

/** Opens what a first visitor may want to know of who is paid. */
function whatIs({ terms, payer, open }: WidgetModel, actions: WidgetActions): TemplateResult {
  return html`<button
    type="button"
    class="plain"
    part="what-is"
    aria-expanded=${open.has('about')}
    @click=${() => actions.toggle('about')}
  >
    ${terms.whatIs(payer.name)}
  </button>`;
}

/** How many pictures like this one a free account covers, for those who have none yet. */
function freeCovers({ terms, quote }: WidgetModel, free: string): string | typeof nothing {
  const times = picturesLeft(quote, free);
  return times ? terms.freeCovers(times * (quote.request.count ?? 1)) : nothing;
}
