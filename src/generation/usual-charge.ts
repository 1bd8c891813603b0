import type { Clock } from '../base/clock.js';
import { fields, parseJson, text } from '../base/json.js';
import type { TextStore } from '../base/store.js';
import { utcDate } from '../base/utc-date.js';
import { ageLimit, daysOld } from '../pricing/age-limits.js';
import type { Correctable } from '../pricing/charge-history.js';
import { formatUsd } from '../pricing/format-usd.js';
import { compareUsd, isAmount, times, toText, usd, zero } from '../pricing/money.js';
import type { Quote } from '../pricing/quote-types.js';
import { payerHash, type Paid } from './account-rate.js';
import { chargedKey } from './charge-history-store.js';

/** What the last pictures of one request cost one account, as stored in this browser. */
interface StoredCharges {
  /** US dollars as decimal text, the latest last. */
  readonly charges: readonly string[];
  /** The most that a picture could cost by the list of that time, US dollars as decimal text. */
  readonly listed: string;
  /** The day of the last charge, `YYYY-MM-DD`. */
  readonly on: string;
}

/** So many charges are kept at most, and so many it takes to say what is usual. */
const kept = { most: 9, least: 2 } as const;

/**
 * Stores what one picture cost that the list can only say within wide limits, such as one billed by
 * the second. A charge over the listed most forgets what was usual. `listed`: the quote of that one
 * picture from the list alone.
 */
export function learnUsual(
  store: TextStore,
  listed: Quote,
  { payer, charged, at }: Pick<Paid, 'payer' | 'charged' | 'at'>,
): void {
  const { total, simulated } = listed;
  if (simulated || !total || !isWide(total)) return;
  const key = keyOf(payer, listed);
  if (compareUsd(usd(charged), usd(total.high)) > 0) return store.remove(key);
  const known = storedCharges(store, key);
  const before = known?.listed === total.high ? known.charges : [];
  const now: StoredCharges = {
    charges: [...before, charged].slice(-kept.most),
    listed: total.high,
    on: utcDate(at),
  };
  store.set(key, JSON.stringify(now));
}

/**
 * Says of a price within wide limits what pictures of the request usually cost the account that would
 * pay: the middle one of its last charges. The price itself, and with it every cap, stays as it is.
 * Returns the quote unchanged where nothing is known, and where the list is too old to go by.
 * `nameOf` gives the account's name, where it is known.
 */
export function usualFor(
  store: TextStore,
  clock: Pick<Clock, 'now'>,
  nameOf: (provider: string) => string | undefined,
): <T extends Correctable>(listed: T, priced: T) => T {
  return (listed, priced) => {
    const { request, total, simulated } = listed;
    const name = total && !simulated && isWide(total) ? nameOf(request.provider) : undefined;
    if (!total || !priced.total || name === undefined || priced.asOf) return priced;
    const known = storedCharges(store, keyOf(payerHash(request.provider, name), listed));
    const { count = 1 } = request;
    if (!known || known.charges.length < kept.least) return priced;
    const days = daysOld(known.on, clock.now());
    const isCurrent = days >= -1 && days <= ageLimit(request.provider, 'live');
    // It counts while the list says what it said then.
    if (!isCurrent || toText(times(usd(known.listed), count)) !== total.high) return priced;
    const [amount, greatest] = amountsOf(known.charges, count);
    const { low, high: most } = priced.total;
    const isInside =
      compareUsd(usd(amount), usd(low)) >= 0 && compareUsd(usd(greatest), usd(most)) <= 0;
    if (!isInside || amount === '0') return priced;
    const pictures = String(known.charges.length);
    return {
      ...priced,
      usual: { amount, greatest },
      ...(priced.hints && {
        hints: [
          {
            kind: 'usual',
            text: `Usually about ${formatUsd(amount)}, at most ${formatUsd(most)}: your last ${pictures} pictures`,
            facts: { usual: amount, most, pictures },
          },
          ...priced.hints,
        ],
      }),
    };
  };
}

/** True for a price whose ends lie so far apart that neither says what to expect. */
function isWide({ low, high }: NonNullable<Quote['total']>): boolean {
  return compareUsd(times(usd(low), 4), usd(high)) <= 0 && high !== '0';
}

function keyOf(payer: string, { request }: Pick<Quote, 'request'>): string {
  return chargedKey(request).replace('/charged/', `/usual/${payer}/`);
}

function storedCharges(store: TextStore, key: string): StoredCharges | undefined {
  const { charges, listed, on } = fields(parseJson(store.get(key) ?? ''));
  const day = text(on);
  if (!Array.isArray(charges) || !isAmount(listed) || day === undefined) return undefined;
  const most = usd(listed);
  const isPossible = (one: unknown): one is string =>
    isAmount(one) && compareUsd(usd(one), zero) >= 0 && compareUsd(usd(one), most) <= 0;
  return charges.every(isPossible) ? { charges, listed, on: day } : undefined;
}

/** The middle one (the greater of two) and the greatest, so many times. */
function amountsOf(charges: readonly string[], count: number): readonly [string, string] {
  const sorted = charges.map(usd).sort(compareUsd);
  const [middle = zero, greatest = zero] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return [toText(times(middle, count)), toText(times(greatest, count))];
}
