import { defined } from '../../../../base/defined.js';
import { isUnreachable } from '../../../../checkout/refusal.js';
import type { TemplateResult } from 'lit';
import type { Charge, UserPaysError } from '../../../../base/error.js';
import { addressView } from './address.js';
import { accountPageView, adviceView, isTopUp, reasonText, saysAll, topUpView } from './advice.js';
import { backgroundView } from './background.js';
import { isLeft } from './left.js';
import {
  answersView,
  cameAfterAll,
  doubtView,
  doubtsNow,
  endedDoubts,
  severalText,
} from './doubt.js';
import { supportView } from './support.js';
import { leftUnder, limitsOf } from '../../../../checkout/limits.js';
import { noteId, problemId } from './describedby.js';
import {
  balanceText,
  buttonNote,
  isSaid,
  limitOf,
  limitText,
  problemOf,
  storageText,
} from './obstacles.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { cheaperView, fundsView, repairsView } from './ways-out.js';
import { factTexts, quoted } from './error-facts.js';
import { atLeast } from '../../shared/at-least.js';
import { nothing, html } from 'lit';
import { amount } from '../../../amount.js';

/** What stands in the way, and what went wrong: first about money, then what happened. */
export function noticeView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { words: terms } = model;
  const storage = storageText(model);
  return html`<p id=${noteId} hidden>${buttonNote(model)}</p>
    ${model.isSignInDone ? signedInView(terms.signedIn(model.payer.name)) : nothing}
    ${problem(model, actions)} ${storage === undefined ? nothing : storageView(storage)}
    ${
      isUnreachable(model.quote)
        ? html`<div class="notice" part="offline" data-charge="ahead"><p>${terms.offline}</p></div>`
        : nothing
    }
    ${ahead(model, actions)} ${failure(model, actions)} ${doubtView(model, actions)}`;
}

function signedInView(text: string): TemplateResult {
  return html`<div class="notice" part="signed-in" role="status"><p>${text}</p></div>`;
}

function storageView(text: string): TemplateResult {
  return html`<div class="notice" part="storage" data-charge="ahead"><p>${text}</p></div>`;
}

function problem(model: WidgetModel, actions: WidgetActions): View {
  const { words: terms } = model;
  const wrong = problemOf(model);
  if (!wrong) return nothing;
  const { code, text } = wrong;
  return html`<div class="notice" part="problem" data-charge="ahead">
    <p id=${problemId}>
      ${terms.problems[code]}${
        isSaid(model, code) ? '.' : html`: <bdi class="quiet" lang="en">${text}</bdi>`
      }
    </p>
    ${repairsView(model, actions)}
  </div>`;
}

/** What would stop a purchase, said before the press. */
function ahead(model: WidgetModel, actions: WidgetActions): View {
  const limit = limitOf(model);
  if (limit) {
    return html`<div class="notice" part="limit" data-charge="ahead">
      <p>${limitText(model, limit)}</p>
      ${cheaperView(model, actions, leftUnder(limit), limit)}
    </div>`;
  }
  const balance = balanceText(model);
  return balance === undefined
    ? nothing
    : html`<div class="notice" part="limit" data-charge="ahead">
        <p>${balance}</p>
        ${fundsView(model, actions, model.account.balance ?? model.account.limit)}${topUpView(model, true)}
      </div>`;
}

function failure(model: WidgetModel, actions: WidgetActions): View {
  const { generation, words: terms } = model;
  if (model.isDismissed || cameAfterAll(model)) return nothing;
  if (generation.name === 'failed') {
    const { error } = generation;
    const { facts } = error;
    const { charge, text } = moneyNow(model, error.charge, facts.amount, facts);
    const isOpen = charge === 'possible' && facts.amount !== '0';
    const detail = quoted(error);
    const waysOn = [
      isLost(error, charge) ? supportView(model, actions, generation) : nothing,
      adviceView(model, error),
      waysOutOf(model, actions, error),
      isTopUp(error)
        ? topUpView(model, error.code === 'over-budget')
        : accountPageView(model, error),
    ];
    return html`<div class="notice" part="error" role="alert" data-charge=${charge}>
      <p>
        <b>${text}</b> ${said(model, error)} ${lostText(model, error, charge)}
        ${isOpen && facts.repeated ? terms.sentAgain : nothing}
        ${isOpen && !generation.quote.simulated ? nextText(model) : nothing}
        ${addressView(model, facts.url)}
      </p>
      ${isOpen ? answersView(model, actions, doubtsNow(model)) : nothing}
      ${
        detail
          ? html`<p class="quiet">
              ${terms.says(model.payer.name)} <q lang="en" dir="auto">${detail}</q>
            </p>`
          : nothing
      }${waysOn}
    </div>`;
  }
  if (model.isHeldBack) return heldBackView(model);
  if (isLeft(generation)) return backgroundView(model, generation);
  if (generation.name !== 'cancelled') return nothing;
  const { charge, text } = moneyNow(model, generation.charge, generation.quote.total?.high);
  return html`<div class="notice" part="error" role="alert" data-charge=${charge}>
    <p>
      <b>${text}</b> ${terms.errors.aborted({ sent: charge === 'possible' ? '1' : '' })}
      ${charge === 'possible' && !generation.quote.simulated ? nextText(model) : nothing}
    </p>
    ${charge === 'possible' ? answersView(model, actions, doubtsNow(model)) : nothing}
  </div>`;
}

/** The page refused the purchase, and only it knows why. */
function heldBackView({ words }: WidgetModel): View {
  return html`<div class="notice" part="error" role="alert" data-charge="none">
    <p><b>${words.notCharged}</b> ${words.errors.vetoed({})}</p>
  </div>`;
}

/** What readers can do about a purchase in doubt. */
function nextText({ words, payer }: WidgetModel): string {
  return `${words.doubtAsk(payer.name)} ${words.newPurchase}`;
}

/** What readers can do when they were charged and got no picture. */
function lostText(
  { words, payer, quote }: WidgetModel,
  error: UserPaysError,
  charge: Charge,
): string {
  if (quote.simulated || charge !== 'charged') return '';
  if (error.code === 'content-refused') return words.chargesDeclined(payer.name);
  return isLost(error, charge) ? words.onlyRefund(payer.name) : '';
}

/** True if it was charged and the provider's support may refund it. */
function isLost({ code }: UserPaysError, charge: Charge): boolean {
  return charge === 'charged' && code !== 'content-refused';
}

/** What is known about the money by now, even if it was in doubt when the purchase ended. */
function moneyNow(
  model: WidgetModel,
  charge: Charge,
  high: string | undefined,
  { times, repeated, basis }: UserPaysError['facts'] = {},
): { text: string; charge: Charge } {
  const ended = charge === 'possible' ? endedDoubts(model) : undefined;
  const provider = model.quote?.request.provider ?? '';
  return (
    ended ?? {
      charge,
      text:
        (times &&
          severalText(model, {
            provider,
            times: Number(times),
            ...defined({ charged: high || undefined }),
          })) ||
        money(model, charge, high, {
          isLeast: repeated !== undefined,
          isComputed: basis === 'computed',
        }),
    }
  );
}

/** What is known about the reader's money, which comes before what happened. */
function money(
  model: WidgetModel,
  charge: Charge,
  high: string | undefined,
  { isLeast = false, isComputed = false } = {},
): string {
  const { words: terms, quote } = model;
  const text = high ? atLeast(amount(high, model.amounts), isLeast) : '';
  // Free pictures need no sentence about money.
  if (high === '0' && !quote?.simulated) return '';
  if (charge === 'none') return terms.notCharged;
  if (quote?.simulated && text) return terms.wasSimulated(text);
  if (charge === 'possible') return terms.maybeCharged(text);
  return isComputed && text
    ? `${terms.wasCharged('')} (${terms.computed(text)})`
    : terms.wasCharged(text);
}

function said(model: WidgetModel, error: UserPaysError): string {
  const { words: terms, payer } = model;
  const { code, stage, facts } = error;
  const reason = reasonText(model, error);
  if (reason !== undefined) return reason;
  // A relay that no key may be sent to. What is wrong with it is on the console.
  if (code === 'invalid-input' && stage === 'guard' && model.settings.relay !== undefined)
    return terms.walls.relay;
  if (facts.detail === 'offline') return terms.offline;
  // The advice under it says the same, and what can be done.
  if (code === 'blocked-by-browser' && saysAll(model, error)) return '';
  const isKeyMissing =
    payer.kind === 'key' &&
    facts.gated === undefined &&
    (code === 'no-session' || (code === 'session-refused' && facts.keyless !== undefined));
  return isKeyMissing
    ? terms.keyNeeded(payer.name)
    : terms.errors[code](factTexts(model, { ...facts, detail: quoted(error) }));
}

function waysOutOf(
  model: WidgetModel,
  actions: WidgetActions,
  { code, facts }: UserPaysError,
): View {
  if (code === 'insufficient-funds' && !facts.reason)
    return fundsView(model, actions, model.account.balance);
  if (code !== 'over-budget') return nothing;
  if (facts.cap === 'balance') return fundsView(model, actions, facts.limit);
  const limit = limitsOf(model.spending).find(({ cap }) => cap === facts.cap);
  return cheaperView(model, actions, limit && leftUnder(limit), limit);
}
