import { html, nothing, type TemplateResult } from 'lit';
import { amount } from '../../amount.js';
import { keyView } from './key.js';
import type { Widget } from './view.js';

/** Who pays, and what is left in money and in pictures like this one. */
export const payerView = (widget: Widget): TemplateResult => {
  const { terms, quote, account, payer } = widget;
  if (quote?.simulated) return html`<p class="payer">${terms.noRealMoney}</p>`;
  if (account.status !== 'signed-in') {
    return html`<p class="payer">${terms.payOwn(payer.providerName)}</p>${payer.kind === 'key' ? keyView(widget) : nothing}`;
  }
  const left = account.balance === undefined ? nothing : html`<span>${terms.left(amount(account.balance, widget.dollars), account.pictures)}</span>`;
  return html`<p class="payer"><b>${account.name ?? payer.providerName}</b> ${left}
    ${payer.kind === 'none' ? nothing : html`<button type="button" class="plain" part="sign-out" @click=${() => widget.signOut()}>
      ${payer.kind === 'key' ? terms.forgetKey : terms.signOut}</button>`}</p>`;
};
