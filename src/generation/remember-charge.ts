import type { TextStore } from '../base/store.js';
import { utcDate } from '../base/utc-date.js';
import { compareUsd, usd } from '../pricing/money.js';
import type { ObservedCharge } from '../pricing/charge-history.js';
import { isOneAmount } from '../pricing/one-amount.js';
import type { Quote } from '../pricing/quote-types.js';
import { isSameCharge } from '../pricing/same-charge.js';
import { chargedKey, chargeHistoryIn } from './charge-history-store.js';
import { freeKey } from './free-no-more.js';

/**
 * Stores what one picture really cost, where the provider's report differs from the price it was
 * bought at. A report that agrees with the list deletes it. A charge for what is listed as free counts
 * for all requests of the model: see `freeKey`. `each`: the quote of that picture;
 * `charged`: US dollars as decimal text; `at`: epoch milliseconds; `payer`: the account that paid
 * (see `payerHash`), where known.
 */
export function rememberCharge(
  store: TextStore,
  each: Quote,
  charged: string,
  at: number,
  payer?: string,
): void {
  const { request, total, simulated } = each;
  if (simulated || !total) return;
  const known = chargeHistoryIn(store)(request);
  const listed =
    known && (total.high === known.charged || total.high === known.listed)
      ? known.listed
      : total.high;
  const keys = [chargedKey(request), ...(listed === '0' ? [freeKey(request)] : [])];
  if (isSameCharge(charged, listed)) return keys.forEach((key) => store.remove(key));
  const differs = isOneAmount(each)
    ? !isSameCharge(charged, total.high)
    : compareUsd(usd(charged), usd(total.high)) > 0;
  if (!differs) return;
  const seen: ObservedCharge = { charged, listed, on: utcDate(at) };
  const text = JSON.stringify(payer === undefined ? seen : { ...seen, of: payer });
  for (const key of keys) store.set(key, text);
}
