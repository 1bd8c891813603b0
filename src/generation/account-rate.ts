import type { Clock } from '../base/clock.js';
import { fields, parseJson, text } from '../base/json.js';
import { nameHash } from '../base/name-hash.js';
import type { TextStore } from '../base/store.js';
import { utcDate } from '../base/utc-date.js';
import { ageLimit, daysOld } from '../pricing/age-limits.js';
import { formatUsd } from '../pricing/format-usd.js';
import {
  compareUsd,
  divideUp,
  isAmount,
  least,
  minus,
  most,
  roundTo,
  sum,
  times,
  toText,
  usd,
  zero,
  type Usd,
} from '../pricing/money.js';
import { repricedId, type ChargeHistory, type Correctable } from '../pricing/charge-history.js';
import { isOneAmount } from '../pricing/one-amount.js';
import type { Hint, ImageRequest, Quote } from '../pricing/quote-types.js';
import { isSameCharge, meterRounding } from '../pricing/same-charge.js';
import { chargedKey, chargeHistoryIn } from './charge-history-store.js';

/** The ratio of an account's charges to listed prices, as stored in this browser. */
interface StoredRate {
  /** Bounds of that ratio, decimal text. It is a range because meters round. */
  readonly least: string;
  readonly most: string;
  /** The day of the last receipt, `YYYY-MM-DD`. */
  readonly on: string;
  /** Number of purchases that agree with the range, and the id of the last one. */
  readonly purchases: number;
  readonly purchase: string;
}

/** The greatest ratio that Puter allows. */
const greatest = usd('10');

/** The parts of a receipt that decide the rate. */
export interface Paid {
  /** See `payerHash`. */
  readonly payer: string;
  readonly purchase: string;
  /** US dollars as decimal text. */
  readonly charged: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The ratio an account is charged, and the day of the last receipt that confirmed it. */
interface Rate {
  readonly rate: string;
  readonly on: string;
}

/** A hash of the account that pays, to tell accounts apart in what this browser stores. */
export function payerHash(provider: string, name: string): string {
  return nameHash(`${provider} ${name}`);
}

/**
 * Compares a receipt with the listed price and stores the ratio for the account that paid. Only the
 * provider's own list, read on this page load, counts: an older list may just be out of date.
 * `listed`: the quote of that one picture from the list alone.
 */
export function learnRate(
  store: TextStore,
  listed: Quote,
  { payer, purchase, charged, at }: Paid,
): void {
  const {
    request,
    total,
    sources: [source],
    simulated,
  } = listed;
  if (
    simulated ||
    !total ||
    !isOneAmount({ total }) ||
    total.high === '0' ||
    source?.kind !== 'live'
  )
    return;
  const key = keyOf(payer, request);
  const low = divideUp(minus(usd(charged), meterRounding), total.high);
  const high = divideUp(sum([usd(charged), meterRounding]), total.high);
  const isPossible = compareUsd(low, zero) > 0 && compareUsd(low, greatest) <= 0;
  if (!isPossible || isSameCharge(charged, total.high)) return store.remove(key);
  const known = storedRate(store, key, request, at);
  const both = known && ([most(low, usd(known.least)), least(high, usd(known.most))] as const);
  const agrees = both && compareUsd(both[0], both[1]) <= 0;
  const [from, to] = agrees ? both : [low, high];
  const before = agrees ? known.purchases : 0;
  const now: StoredRate = {
    least: toText(from),
    most: toText(to),
    on: utcDate(at),
    purchase,
    // Pictures of one purchase count as one receipt.
    purchases: agrees && known.purchase === purchase ? before : before + 1,
  };
  store.set(key, JSON.stringify(now));
}

/**
 * The storage key of one ratio: Puter's cost factor depends on account, supplier and model, and
 * everything that Cloudflare serves has one name there (measured in September 2026).
 */
function keyOf(payer: string, { provider, route = '', model }: ImageRequest): string {
  return `user-pays-image/rate/${payer}/${provider}/${route}${route === 'cloudflare' ? '' : `/${model}`}`;
}

/** Reads a stored ratio; `undefined` when it is malformed or older than a price may be. */
function storedRate(
  store: TextStore,
  key: string,
  request: ImageRequest,
  now: number,
): StoredRate | undefined {
  const {
    least: low,
    most: high,
    on,
    purchases,
    purchase,
  } = fields(parseJson(store.get(key) ?? ''));
  const [day = '', last] = [text(on), text(purchase)];
  if (!isAmount(low) || !isAmount(high)) return undefined;
  if (compareUsd(usd(low), zero) <= 0 || compareUsd(usd(low), usd(high)) > 0) return undefined;
  if (last === undefined || typeof purchases !== 'number') return undefined;
  return isFresh(day, request, now)
    ? { least: low, most: high, on: day, purchases, purchase: last }
    : undefined;
}

function isFresh(on: string, { provider }: ImageRequest, now: number): boolean {
  const days = daysOld(on, now);
  return days >= -1 && days <= ageLimit(provider, 'live');
}

/**
 * Corrects listed prices by the rate of the account that would pay. `nameOf` gives the account's
 * name, where it is known.
 */
export function forAccount(
  store: TextStore,
  clock: Clock,
  nameOf: (provider: string) => string | undefined,
): NonNullable<ChargeHistory['forAccount']> {
  const observed = chargeHistoryIn(store);
  return (quote) => {
    const { total, request, simulated } = quote;
    const name = total && !simulated ? nameOf(request.provider) : undefined;
    if (!total || name === undefined) return undefined;
    const payer = payerHash(request.provider, name);
    const found = rateOf(store, payer, request, clock.now());
    const seen = observed(request);
    const whose = seen && text(fields(parseJson(store.get(chargedKey(request)) ?? '')).of);
    // Nothing is free for one account that another one was charged for.
    const isMine = whose === undefined || whose === payer || quote.free === true;
    if (!found) return isMine ? undefined : quote;
    const { count = 1 } = request;
    const isBelieved =
      seen &&
      isMine &&
      isFresh(seen.on, request, clock.now()) &&
      compareUsd(times(usd(seen.listed), count), usd(total.high)) === 0;
    // The charge for exactly this request wins, unless the rate explains it.
    const decides = isBelieved && !isExplained(seen.charged, total, found.rate, count);
    return decides ? undefined : atRate(quote, total, found);
  };
}

/** True if a picture of this price, one amount or a range, may be charged so much at the rate. */
function isExplained(
  charged: string,
  { low, high }: NonNullable<Quote['total']>,
  rate: string,
  count: number,
): boolean {
  const paid = times(usd(charged), count);
  const [from, to] = [times(usd(low), rate), times(usd(high), rate)];
  if (compareUsd(paid, from) > 0 && compareUsd(paid, to) < 0) return true;
  return [from, to].some((end) => isSameCharge(toText(end), toText(paid)));
}

/** The rate, once at least two purchases agree. */
function rateOf(
  store: TextStore,
  payer: string,
  request: ImageRequest,
  now: number,
): Rate | undefined {
  const stored = storedRate(store, keyOf(payer, request), request, now);
  if (!stored || stored.purchases < 2) return undefined;
  const rate = plainest(usd(stored.least), usd(stored.most));
  return rate === '1' ? undefined : { rate, on: stored.on };
}

/**
 * The number with the fewest decimals in the range: meters round, and nobody sets a rate with nine
 * decimals.
 */
function plainest(low: Usd, high: Usd): string {
  const middle = times(sum([low, high]), '0.5');
  for (let decimals = 0; decimals < 12; decimals += 1) {
    const rate = roundTo(middle, decimals);
    if (compareUsd(rate, low) >= 0 && compareUsd(rate, high) <= 0) return toText(rate);
  }
  return toText(middle);
}

/** The listed price with the account's rate applied, shown as a row of its own. */
function atRate<T extends Correctable>(
  quote: T,
  { low, high }: NonNullable<T['total']>,
  { rate, on }: Rate,
): T {
  const now = { low: toText(times(usd(low), rate)), high: toText(times(usd(high), rate)) };
  return {
    ...quote,
    // Puter asks for its own estimate at the same rate.
    ...(quote.holds !== undefined && { holds: toText(times(usd(quote.holds), rate)) }),
    total: now,
    id: repricedId(quote.id, now),
    lines: [
      ...quote.lines,
      {
        key: 'account-rate',
        label: `Your account’s rate ×${rate}`,
        detail: `×${rate}`,
        quantity: toText(minus(usd(rate), usd('1'))),
        unitPrice: high,
        amount: toText(minus(usd(now.high), usd(high))),
      },
    ],
    ...(quote.hints && {
      hints: [
        {
          kind: 'rate',
          text: `This account is charged ×${rate} of the listed price, last on ${on}`,
          facts: { rate, readOn: on },
        },
        ...quote.hints.map((hint) => ratedHint(hint, rate)),
      ],
    }),
  };
}

/** Applies the rate to a hint's saving too. */
function ratedHint(hint: Hint, rate: string): Hint {
  if (hint.saving === undefined) return hint;
  const saving = toText(times(usd(hint.saving), rate));
  const [before, after] = [hint.saving, saving].map((one) => formatUsd(one, { down: true }));
  return { ...hint, saving, text: hint.text.replace(before!, () => after!) };
}
