import type { TemplateResult } from 'lit';
import { providerFacts } from '../../../provider-names.js';
import type { Widget } from '../view.js';
import { amount } from '../../../amount.js';
import { html, nothing } from 'lit';

/** Whose account it is, what is left in it, and the ways out of it. */
export function accountView(widget: Widget): TemplateResult {
  const { words: terms, account, accountController, provider } = widget;
  const { monthly } = providerFacts(provider);
  const { providerName: name } = accountController;
  const { balance } = account;
  const money =
    balance === undefined
      ? undefined
      : (monthly ? terms.leftThisMonth : terms.left)(
          amount(balance, widget.dollars, { down: true }),
        );
  return html`<p class="payer">
    <span class="who"
      ><span
        >${account.name ? html`<b>${account.name}</b> · ` : nothing}${accountController.kind === 'none' ? terms.payNobody(name) : accountController.kind === 'key' ? terms.key(name) : name}</span
      >
      ${money === undefined ? nothing : html`<span class="left">${money}${account.pictures === undefined ? nothing : html` <span>${terms.ofThese(account.pictures)}</span>`}</span>`}</span
    >
    <span class="doors">
      ${
        accountController.kind === 'popup'
          ? html`<button
              type="button"
              class="plain"
              part="switch"
              @click=${() => {
                widget.signIn().catch(() => undefined);
              }}
            >
              ${terms.switchAccount}
            </button>`
          : nothing
      }
      ${
        accountController.kind === 'none'
          ? nothing
          : html`<button
              type="button"
              class="plain"
              part="sign-out"
              @click=${() => widget.signOut()}
            >
              ${accountController.kind === 'key' ? terms.forgetKey : terms.signOut}
            </button>`
      }
    </span>
  </p>`;
}
