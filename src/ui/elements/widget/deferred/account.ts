import type { TemplateResult } from 'lit';
import { recordOf } from '../../../../accounts/provider-records.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { linksOf } from '../../../../accounts/provider-links.js';
import type { Terms } from '../../../i18n/index.js';
import { amount, priceText } from '../../../amount.js';
import { keyView } from './key.js';
import { minus, toText, usd } from '../../../../pricing/money.js';
import { html, nothing } from 'lit';

/** Whose account pays, or the field for the reader's key if that is still missing. */
export function accountView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  return model.account.status === 'signed-in'
    ? signedInView(model, actions)
    : html`<p class="payer">${model.words.payOwn(model.payer.name)}</p>
        ${keyView(model, actions)}`;
}

/** What is left in the account, and the buttons to switch or leave it. */
function signedInView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { words: terms, account, payer, settings } = model;
  const { monthly } = recordOf(settings.provider);
  const money = moneyLeft(model, monthly === true);
  const { pictures } = account;
  const lasts = pictures === undefined ? nothing : html` <span>${terms.ofThese(pictures)}</span>`;
  return html`<p class="payer">
    <span class="who"
      ><span>${account.name ? html`<b>${account.name}</b> · ` : nothing}${payeeText(model)}</span>
      ${
        money === undefined && payer.kind !== 'popup'
          ? nothing
          : html`<span class="left">${money ?? '\u00a0'}${lasts}</span>`
      }</span
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

/** Who is paid, and with whose key where it is the reader's. */
function payeeText({ words, payer: { kind, name } }: WidgetModel): string {
  if (kind === 'none') return words.payNobody(name);
  return kind === 'key' ? words.key(name) : name;
}

/**
 * What is left: the month's allowance and, separately, what was bought, in dollars; also in credits
 * if the provider counts in those. For a key with a limit: what it may still spend. `undefined` while
 * unknown.
 */
function moneyLeft({ words, account, dollars }: WidgetModel, monthly: boolean): string | undefined {
  const { balance, bought, credits, limit } = account;
  const counted = credits === undefined ? undefined : words.credits(Number(credits));
  const down = (sum: string): string => amount(sum, dollars, { down: true });
  if (limit !== undefined) return words.keyMaySpend(down(limit));
  if (balance === undefined) return counted && words.left(counted);
  const rest = bought === undefined ? balance : toText(minus(usd(balance), usd(bought)));
  const left = (monthly ? words.leftThisMonth : words.left)(down(rest));
  const apart = bought === undefined ? undefined : words.bought(down(bought));
  return [left, apart, counted].filter((part) => part !== undefined).join(' · ');
}

/**
 * What one press does, for readers who are not signed in. It is below the button, which must not
 * move away from under the pointer.
 */
export function aboutAccountView(model: WidgetModel): View {
  const { words, quote, amounts } = model;
  if (!isForVisitors(model) || !quote.total) return nothing;
  const { aboutFree, aboutAccount } = words;
  const price = priceText(quote, amounts) ?? '';
  const about = (quote.free ? aboutFree : aboutAccount)(price, quote.request.count ?? 1);
  return html`<p class="about" part="about-account">${about}</p>`;
}

/** What the account is, under the question that opens it. */
export function aboutView(model: WidgetModel): View {
  const { words, payer, settings, open } = model;
  return isForVisitors(model) && open.has('about')
    ? foldView(words, payer.name, settings.provider)
    : nothing;
}

function isForVisitors({ account, payer, quote, settings }: WidgetModel): boolean {
  const { free } = recordOf(settings.provider);
  const isPopup = payer.kind === 'popup' && free !== undefined;
  return isPopup && !quote.simulated && account.status !== 'signed-in';
}

/** What a first visitor may want to know, each with a link to its source. */
function foldView({ about, newTab }: Terms, name: string, provider: string): View {
  const pages = linksOf(provider)?.about;
  if (!pages) return nothing;
  const sentences = [
    [about.what(name), pages.what],
    [about.free(), pages.costs],
    [about.pays(name), pages.pays],
    [about.signIn(name), pages.pays],
  ] as const;
  return html`<ul class="about quiet" part="about">
    ${sentences.map(
      ([text, page]) =>
        html`<li>
          ${text}
          <a
            href=${page}
            target="_blank"
            rel="noopener noreferrer"
            aria-label=${`${about.source} (${newTab})`}
            >${about.source}</a
          >
        </li>`,
    )}
  </ul>`;
}
