import { defined } from '../../../../base/defined.js';
import type { TemplateResult } from 'lit';
import { signInDone } from '../../../../accounts/sign-in-done.js';
import type { Charge, UserPaysError } from '../../../../base/error.js';
import { isBusy } from '../../../../generation/machine.js';
import { addressView } from './address.js';
import { adviceView, topUpView } from './advice.js';
import { doubtView, endedDoubts, severalText } from './doubt.js';
import { exceeded, leftUnder, limitsOf } from './limits.js';
import { typed } from '../../../typed.js';
import type { View, Widget } from '../view.js';
import { cheaperView, repairsView } from './ways-out.js';
import { nothing, html } from 'lit';
import { amount } from '../../../amount.js';

/** What stands in the way, and what went wrong. Money first, then what happened. */
export function noticeView(widget: Widget): TemplateResult {
  const { words: terms, health, quote, widgetState } = widget;
  return html` ${signInDone().get() ? html`<div class="notice" part="signed-in" role="status"><p>${terms.signedIn(widget.accountController.providerName)}</p></div>` : nothing}
  ${problem(widget)}
  ${health === 'ok' ? nothing : html`<div class="notice" part="storage" data-charge="ahead"><p>${terms.storage[health]}</p></div>`}
  ${widgetState.isOffline && !quote?.simulated ? html`<div class="notice" part="offline" data-charge="ahead"><p>${terms.offline}</p></div>` : nothing}
  ${ahead(widget)} ${failure(widget)} ${doubtView(widget)}`;
}

function problem(widget: Widget): View {
  const { quote, words: terms, references, measured } = widget;
  const { code, text } = quote?.problem ?? {};
  if (!code || !text || widget.generation.name === 'confirming') return nothing;
  // A reference on its way into the widget is no problem yet.
  if (code === 'invalid-reference' && !references.some((blob) => measured.isUnreadable(blob)))
    return nothing;
  return html`<div class="notice" part="problem" data-charge="ahead">
    <p>
      ${terms.problems[code]}${code === 'no-price' ? '.' : html`: <span class="quiet" lang="en">${text}</span>`}
    </p>
    ${repairsView(widget)}
  </div>`;
}

/** What would stand in the way of a press, said before it. */
function ahead(widget: Widget): View {
  const { words: terms, quote, account, generation, dollars } = widget;
  if (
    isBusy(generation) ||
    (generation.name === 'failed' && generation !== widget.widgetState.dismissed)
  )
    return nothing;
  const limit = exceeded(widget);
  if (limit) {
    return html`<div class="notice" part="limit" data-charge="ahead">
      <p>${terms.overLimit(amount(limit.limit, dollars, typed), amount(limit.spent, dollars))}</p>
      ${cheaperView(widget, leftUnder(limit), limit)}
    </div>`;
  }
  if (quote?.simulated || account.pictures !== 0 || account.balance === undefined || !quote?.total)
    return nothing;
  const left = amount(account.balance, dollars, { down: true });
  return html`<div class="notice" part="limit" data-charge="ahead">
    <p>${terms.overBalance(left, amount(quote.total.high, dollars))}</p>
    ${topUpView(widget)}${cheaperView(widget, account.balance)}
  </div>`;
}

function failure(widget: Widget): View {
  const { generation, words: terms, widgetState } = widget;
  if (generation === widgetState.dismissed) return nothing;
  if (generation.name === 'failed') {
    const { error } = generation;
    const { facts } = error;
    const { charge, text } = moneyNow(widget, error.charge, facts.amount, facts);
    const detail = quoted(error);
    return html`<div class="notice" part="error" role="alert" data-charge=${charge}>
      <p>
        <b>${text}</b> ${said(widget, error)}
        ${charge === 'possible' && facts.repeated && facts.amount !== '0' ? terms.sentAgain : nothing}
        ${charge === 'possible' && !generation.quote.simulated && facts.amount !== '0' ? terms.doubtKept : nothing}
        ${addressView(widget, error)}
      </p>
      ${detail ? html`<p class="quiet">${terms.provider} <q lang="en" dir="auto">${detail}</q></p>` : nothing}${adviceView(widget, error)}${waysOutOf(widget, error)}
    </div>`;
  }
  if (generation.name !== 'cancelled') return nothing;
  const { charge, text } = moneyNow(widget, generation.charge, generation.quote.total?.high);
  return html`<div class="notice" part="error" role="alert" data-charge=${charge}>
    <p><b>${text}</b> ${terms.errors.aborted({})}</p>
  </div>`;
}

/** Money first: what is known by now, also where it was in doubt when the purchase ended. */
function moneyNow(
  widget: Widget,
  charge: Charge,
  high: string | undefined,
  { times, repeated }: UserPaysError['facts'] = {},
): { text: string; charge: Charge } {
  const ended = charge === 'possible' ? endedDoubts(widget) : undefined;
  const provider = widget.quote?.request.provider ?? '';
  return (
    ended ?? {
      charge,
      text:
        (times &&
          severalText(widget, {
            provider,
            times: Number(times),
            ...defined({ charged: high || undefined }),
          })) ||
        money(widget, charge, high, repeated !== undefined),
    }
  );
}

/** What is known about the reader's money, which comes before what happened. */
function money(widget: Widget, charge: Charge, high: string | undefined, isLeast = false): string {
  const { words: terms, quote } = widget;
  const text = high ? `${isLeast ? '≥ ' : ''}${amount(high, widget.amounts)}` : '';
  // What costs nothing leaves nothing to be said of money.
  if (high === '0' && !quote?.simulated) return '';
  if (charge === 'none') return terms.notCharged;
  if (quote?.simulated && text) return terms.wasSimulated(text);
  return charge === 'possible' ? terms.maybeCharged(text) : terms.wasCharged(text);
}

/**
 * The provider's own words, as far as these are: what went wrong before anything was sent is said
 * in ours.
 */
function quoted({ code, stage, facts: { detail = '', signIn } }: UserPaysError): string {
  if (code === 'part-missing') return '';
  const isTheirs = ['submit', 'poll', 'save'].includes(stage) || signIn !== undefined;
  return isTheirs || (stage !== 'account' && detail.includes(' ')) ? detail : '';
}

function said(widget: Widget, error: UserPaysError): string {
  const { words: terms, accountController } = widget;
  const { code, facts } = error;
  const isKeyMissing =
    accountController.kind === 'key' &&
    (code === 'no-session' || (code === 'session-refused' && facts.keyless !== undefined));
  return isKeyMissing
    ? terms.keyNeeded(accountController.providerName)
    : terms.errors[code](written(widget, { ...facts, detail: quoted(error) }));
}

function written(
  { accountController, dollars }: Widget,
  facts: Readonly<Record<string, string>>,
): Record<string, string> {
  // A limit was typed; what an account holds was not.
  const precisions = {
    limit: facts.cap === 'balance' ? { down: true } : typed,
    spent: {},
    asked: {},
  };
  const amounts: Record<string, string> = {};
  for (const [name, how] of Object.entries(precisions))
    if (facts[name]) amounts[name] = amount(facts[name], dollars, how);
  return {
    ...facts,
    ...defined({
      key: accountController.kind === 'key' ? accountController.providerName : undefined,
    }),
    ...amounts,
  };
}

function waysOutOf(widget: Widget, { code, facts }: UserPaysError): View {
  if (code === 'insufficient-funds') return cheaperView(widget, widget.account.balance);
  if (code !== 'over-budget') return nothing;
  if (facts.cap === 'balance') return cheaperView(widget, facts.limit);
  const limit = limitsOf(widget).find(({ cap }) => cap === facts.cap);
  return cheaperView(widget, limit && leftUnder(limit), limit);
}
