import { html, nothing, type TemplateResult } from 'lit';
import { runway } from '../../../pricing/runway.js';
import { amount } from '../../amount.js';
import { providerFacts } from '../../provider-names.js';
import type { Widget } from './view.js';

/** How many pictures like this one a free account covers, for those who have none yet. */
const freeCovers = (widget: Widget): string | typeof nothing => {
  const { free } = providerFacts(widget.provider);
  const { quote } = widget;
  const times = free === undefined || !quote ? undefined : runway(quote, free);
  return times ? widget.terms.freeCovers(times * (quote?.request.count ?? 1)) : nothing;
};

const signedIn = (widget: Widget): TemplateResult => {
  const { terms, account, payer, provider } = widget;
  const { monthly } = providerFacts(provider);
  const { providerName: name } = payer;
  const { balance } = account;
  const money = balance === undefined ? undefined : (monthly ? terms.leftThisMonth : terms.left)(amount(balance, widget.dollars));
  return html`<p class="payer"><span class="who"><span>${account.name ? html`<b>${account.name}</b> · ` : nothing}${payer.kind === 'none' ? terms.payNobody(name) : payer.kind === 'key' ? terms.key(name) : name}</span>
    ${money === undefined ? nothing : html`<span class="left">${money}${account.pictures === undefined ? nothing : html` <span>${terms.ofThese(account.pictures)}</span>`}</span>`}</span>
    <span class="doors">
      ${payer.kind === 'popup' ? html`<button type="button" class="plain" part="switch" @click=${() => { widget.signIn().catch(() => undefined); }}>${terms.switchAccount}</button>` : nothing}
      ${payer.kind === 'none' ? nothing : html`<button type="button" class="plain" part="sign-out" @click=${() => widget.signOut()}>
        ${payer.kind === 'key' ? terms.forgetKey : terms.signOut}</button>`}
    </span></p>`;
};

/** Who pays, and what is left in money and in pictures like this one. */
export const payerView = (widget: Widget): TemplateResult => {
  const { terms, quote, account, payer } = widget;
  if (quote?.simulated) return html`<p class="payer">${terms.noRealMoney}</p>`;
  if (account.status === 'signed-in') return signedIn(widget);
  if (payer.kind === 'key') return html`<p class="payer">${terms.payOwn(payer.providerName)}</p>${widget.panel.stage?.keyView(widget) ?? nothing}`;
  return html`<p class="payer"><span>${terms.payOwn(payer.providerName)} ${freeCovers(widget)}</span></p>`;
};
