import type { TemplateResult } from 'lit';
import { recordOf } from '../../../../accounts/provider-records.js';
import type { View, WidgetActions, WidgetModel } from '../model.js';
import { amount } from '../../../amount.js';
import { keyView } from './key.js';
import { html, nothing } from 'lit';

/** Whose account it is; where a key of the reader's is still missing, the place for it. */
export function accountView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  return model.account.status === 'signed-in'
    ? signedInView(model, actions)
    : html`<p class="payer">${model.words.payOwn(model.payer.name)}</p>
        ${keyView(model, actions)}`;
}

/** What is left in an account, and the ways out of it. */
function signedInView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { words: terms, account, payer, settings } = model;
  const { monthly } = recordOf(settings.provider);
  const { name } = payer;
  const { balance } = account;
  const money =
    balance === undefined
      ? undefined
      : (monthly ? terms.leftThisMonth : terms.left)(
          amount(balance, model.dollars, { down: true }),
        );
  return html`<p class="payer">
    <span class="who"
      ><span
        >${account.name ? html`<b>${account.name}</b> · ` : nothing}${payer.kind === 'none' ? terms.payNobody(name) : payer.kind === 'key' ? terms.key(name) : name}</span
      >
      ${money === undefined ? nothing : html`<span class="left">${money}${account.pictures === undefined ? nothing : html` <span>${terms.ofThese(account.pictures)}</span>`}</span>`}</span
    >
    <span class="doors">
      ${
        payer.kind === 'popup'
          ? html`<button type="button" class="plain" part="switch" @click=${() => actions.signIn()}>
              ${terms.switchAccount}
            </button>`
          : nothing
      }
      ${
        payer.kind === 'none'
          ? nothing
          : html`<button
              type="button"
              class="plain"
              part="sign-out"
              @click=${() => actions.signOut()}
            >
              ${payer.kind === 'key' ? terms.forgetKey : terms.signOut}
            </button>`
      }
    </span>
  </p>`;
}

/**
 * What the reader is about to sign in to, for those who have not. It stands below the button, which
 * must not move away from under the pointer that brought it.
 */
export function aboutAccountView({ words, account, payer, quote, settings }: WidgetModel): View {
  const { free } = recordOf(settings.provider);
  if (payer.kind !== 'popup' || free === undefined || quote.simulated) return nothing;
  return account.status === 'signed-in'
    ? nothing
    : html`<p class="about quiet" part="about-account">${words.aboutAccount(payer.name)}</p>`;
}
