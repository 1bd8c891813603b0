import { html, nothing, type TemplateResult } from 'lit';
import { picturesLeft } from '../../../pricing/pictures-left.js';
import { providerFacts } from '../../provider-names.js';
import type { Widget } from './view.js';

/** Who pays, and what is left in money and in pictures like this one. */
export function paymentLineView(widget: Widget): TemplateResult {
  const { terms, quote, account, accountController } = widget;
  if (quote?.simulated) return html`<p class="payer">${terms.noRealMoney}</p>`;
  const holder = account.status === 'signed-in' && widget.widgetState.deferred?.accountView(widget);
  if (holder) return holder;
  if (accountController.kind === 'key')
    return html`<p class="payer">${terms.payOwn(accountController.providerName)}</p>
      ${widget.widgetState.deferred?.keyView(widget) ?? nothing}`;
  return html`<p class="payer">
    <span>${terms.payOwn(accountController.providerName)} ${freeCovers(widget)}</span>
  </p>`;
}

/** How many pictures like this one a free account covers, for those who have none yet. */
function freeCovers(widget: Widget): string | typeof nothing {
  const { free } = providerFacts(widget.provider);
  const { quote } = widget;
  const times = free === undefined || !quote ? undefined : picturesLeft(quote, free);
  return times ? widget.terms.freeCovers(times * (quote?.request.count ?? 1)) : nothing;
}
