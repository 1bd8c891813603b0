import type { AccountState } from '../accounts/account.js';
import { recordOf } from '../accounts/provider-records.js';
import { UserPaysError } from '../base/error.js';
import type { ConfirmReason } from '../generation/machine.js';
import { compareUsd, usd } from '../pricing/money.js';
import type { Quote } from '../pricing/quote-types.js';
import { askedOver, longestPrompt } from './settings.js';

/** What is asked for. */
export interface Asked {
  readonly quote: Quote;
  /** True where nothing can be bought at all. */
  readonly isOff: boolean;
  readonly settings: { readonly prompt: string };
}

/** Why a press or a call of `generate()` is refused; `undefined` if it may buy. */
export function refusalOf(asked: Asked, isPermitted: boolean): UserPaysError | undefined {
  const { problem, simulated } = asked.quote;
  if (!canBuy(asked)) {
    return new UserPaysError('invalid-input', {
      stage: 'quote',
      charge: 'none',
      retry: 'never',
      facts: { detail: problem?.text ?? '' },
    });
  }
  if (!simulated && !isPermitted)
    return new UserPaysError('no-gesture', { stage: 'guard', charge: 'none' });
  return isUnreachable(asked.quote)
    ? new UserPaysError('provider-failed', {
        stage: 'guard',
        charge: 'none',
        facts: { detail: 'offline' },
      })
    : undefined;
}

/**
 * True where an order can't be sent, because the browser is offline; a server of the reader's own
 * may still be reached.
 */
export function isUnreachable({ simulated, request }: Quote): boolean {
  return !simulated && !recordOf(request.provider).own && globalThis.navigator?.onLine === false;
}

/** True for a request that the button offers: words, and a price or the news that it has none. */
export function canBuy({ isOff, settings, quote }: Asked): boolean {
  return !isOff && settings.prompt.trim() !== '' && isForSale(quote);
}

/** True for a request that can be bought, even at an unknown price. */
export function isForSale({ total, problem }: Pick<Quote, 'total' | 'problem'>): boolean {
  return Boolean(total) || problem?.code === 'no-price';
}

/** The quote of a request with this prompt: one that is too long for every model has no price. */
export function withPrompt(quote: Quote, prompt: string): Quote {
  if (prompt.length <= longestPrompt) return quote;
  return {
    ...quote,
    id: `${quote.id} long`,
    total: undefined,
    lines: [],
    exactness: 'unknown',
    problem: { code: 'prompt-too-long', text: `${longestPrompt} characters at most` },
  };
}

/** True if the account is known to hold too little for this purchase; one with nothing, for any. */
export function lacksMoney(
  { simulated, total, free }: Quote,
  { balance, pictures }: AccountState,
): boolean {
  const isEmpty = balance !== undefined && !(Number(balance) > 0);
  return !simulated && !free && (pictures === 0 || (!total && isEmpty));
}

/**
 * Why the reader is asked before this purchase; `confirmOver` as the page set it, US dollars. Where
 * the account's own charges say what is usual, the greatest of them counts; the most that it may cost
 * is in the caps.
 */
export function reasonToAsk(
  { simulated, total, usual }: Quote,
  confirmOver: string | undefined,
): ConfirmReason | undefined {
  // Simulated money needs no question, unless the page sets a limit to show it.
  if (simulated && confirmOver === undefined) return undefined;
  if (!total) return 'unknown';
  return compareUsd(usd(usual?.greatest ?? total.high), usd(confirmOver ?? askedOver)) > 0
    ? 'over'
    : undefined;
}
