import { ageLimit, daysOld } from './age-limits.js';
import { conflictOf } from './conflict-of.js';
import { formatUsd, inFull } from './format-usd.js';
import { compareUsd, minus, product, times, toText, usd } from './money.js';
import type {
  Hint,
  ImageRequest,
  PricedRequest,
  Quote,
  QuoteLine,
  Source,
  Writable,
} from './quote-types.js';

/**
 * What the provider reported to have charged for one image of a request, and what the list said at
 * that time. US dollars as decimal text.
 */
export interface ObservedCharge {
  readonly charged: string;
  readonly listed: string;
  /** The day of the charge, `YYYY-MM-DD`. */
  readonly on: string;
}

/** A price, or a whole quote, that can be corrected. */
export type Correctable = PricedRequest & Partial<Pick<Quote, 'conflicts' | 'hints'>>;

/**
 * Looks up the last charge observed for exactly this request, including its route. The count does
 * not matter.
 */
export interface ChargeHistory {
  (request: ImageRequest): ObservedCharge | undefined;
  /**
   * What is known about the paying account takes precedence: returns the price as that account is
   * charged, or the listed price if the observed charge was another account's. `undefined`: the
   * charge observed for the request decides.
   */
  readonly forAccount?: <T extends Correctable>(listed: T) => T | undefined;
}

/**
 * Corrects a price, or a whole quote, by what was charged for the same request before. The observed
 * charge counts only while the list still says what it said then, and for no longer than a price
 * counts as current.
 * If more was charged than listed, that amount becomes the high end; if the listed price was one
 * amount, it becomes the price. If less was charged, the price becomes a range up to the listed
 * price, since one charge is no promise. A price with `asOf` does not become `exact`.
 * `at`: now, in epoch milliseconds.
 */
export function corrected<T extends Correctable>(
  quote: T,
  observed?: ChargeHistory,
  at?: number,
): T {
  const paid = observed?.forAccount?.(quote);
  if (paid) return paid;
  const {
    total,
    request,
    sources: [listed],
  } = quote;
  const seen = total && listed && !quote.simulated ? observed?.(request) : undefined;
  if (!total || !listed || !seen) return quote;
  if (!isRecent(seen, request.provider, listed, at)) return quote;
  const { count = 1 } = request;
  const charged = times(usd(seen.charged), count);
  const high = usd(total.high);
  if (compareUsd(times(usd(seen.listed), count), high) !== 0) return quote;
  const dearer = compareUsd(charged, high) > 0;
  const now = dearer
    ? { low: total.low === total.high ? toText(charged) : total.low, high: toText(charged) }
    : { low: toText(charged), high: total.high };
  const made: Writable<T> = {
    ...quote,
    total: now,
    // An estimate stays one, and so does a price that is too old.
    exactness: now.low === now.high ? quote.exactness : 'range',
    id: repricedId(quote.id, now),
    lines: dearer ? [...quote.lines, lineOf(seen, count)] : quote.lines,
    sources: [sourceOf(seen, listed)],
    ...(quote.conflicts && {
      conflicts: [
        conflictOf(listed, total.low, total.high, 'Charged otherwise in this browser'),
        ...quote.conflicts,
      ],
    }),
    ...(quote.hints && { hints: [hintOf(seen), ...quote.hints] }),
  };
  // The list says so, and the provider charged.
  delete made.free;
  return made;
}

/** The id of the same request at another price: an id ends with `=` and the outcome. */
export function repricedId(id: string, { low, high }: NonNullable<Quote['total']>): string {
  return id.replace(/=[^=]*$/, `=${low}-${high}`);
}

function lineOf({ charged, listed }: ObservedCharge, count: number): QuoteLine {
  const more = toText(minus(usd(charged), usd(listed)));
  return {
    key: 'correction',
    label: 'As charged before',
    quantity: String(count),
    unitPrice: more,
    amount: toText(product(more, count)),
  };
}

function sourceOf(seen: ObservedCharge, { url }: Source): Source {
  return {
    name: 'What was charged here before',
    ...(url && { url }),
    readOn: seen.on,
    kind: 'provider',
    by: 'charge',
    says: words(seen),
  };
}

function hintOf(seen: ObservedCharge): Hint {
  return {
    kind: 'charged',
    text: words(seen),
    facts: { charged: seen.charged, listed: seen.listed, readOn: seen.on },
  };
}

/**
 * True if the charge is recent enough to count as current. Without `at` (epoch milliseconds) its
 * age is measured at the day the list was read.
 */
function isRecent(
  { on }: ObservedCharge,
  provider: string,
  { readOn }: Source,
  at: number | undefined,
): boolean {
  const days = daysOld(on, at ?? Date.parse(readOn));
  return days <= ageLimit(provider, 'live') && (at === undefined || days >= -1);
}

function words({ charged, listed, on }: ObservedCharge): string {
  return `${formatUsd(charged, inFull(charged))} a picture charged on ${on}, ${formatUsd(listed, inFull(listed))} listed`;
}
