import { utcDate } from '../base/utc-date.js';
import { isUserPaysError } from '../base/error.js';
import { fields, parseJson } from '../base/json.js';
import type { Observable } from '../base/store.js';
import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import { pageList } from '../pricing/page-list.js';
import type { PriceList } from '../pricing/price-list-types.js';
import { keepCopy, keptFor, prefix } from './price-copies.js';
import type { PriceSource, Shelves } from './price-source.js';

const freshFor = 10 * 60_000;

type Book = Observable<PriceList>;

/** A list's text, and when it was fetched, epoch milliseconds. */
interface Fetched {
  readonly text: string;
  readonly at: number;
  /** True for a copy that an earlier page load stored. */
  readonly isStored: boolean;
}

/**
 * An empty list. Merging it gives an equal list that is a new object, so that listeners are
 * notified.
 */
const nothing: PriceList = { version: 1, sources: {}, offers: [] };

/**
 * Fetches a source's prices, at most once in ten minutes. Until it answers, or when it does not,
 * the copy stored by an earlier page load applies, with its date.
 */
export async function readPrices(
  priceBook: Book,
  shelves: Shelves,
  name: string,
  source: PriceSource,
): Promise<void> {
  const { asked, clock, read, own } = shelves;
  const now = clock.now();
  if (now - (asked.get(name) ?? -Infinity) < freshFor) return;
  asked.set(name, now);
  if (!read.has(name) && !own.has(name) && (await recall(shelves, name, source).catch(() => false)))
    await publish(priceBook, shelves, source);
  try {
    const text = await source.fetch();
    tell(shelves, name, await take(shelves, name, source, { text, at: now, isStored: false }));
    keep(shelves, name, text, now);
    await publish(priceBook, shelves, source);
  } catch (error) {
    tell(shelves, name, why(error));
  }
}

/**
 * Uses the copy stored by an earlier page load, unless it is too old, from the future, or
 * superseded.
 */
async function recall(shelves: Shelves, name: string, source: PriceSource): Promise<boolean> {
  const { store, clock } = shelves;
  const { at, text } = fields(parseJson(store.get(prefix + name) ?? ''));
  if (typeof at !== 'number' || typeof text !== 'string') return false;
  const age = clock.now() - at;
  if (!(Math.abs(age) <= keptFor)) {
    store.remove(prefix + name);
    return false;
  }
  await take(shelves, name, source, { text, at: Math.min(at, clock.now()), isStored: true });
  return true;
}

/** Uses a list. Returns what was left out of it; throws where it is refused. */
async function take(
  shelves: Shelves,
  name: string,
  source: PriceSource,
  { text, at, isStored }: Fetched,
): Promise<string | undefined> {
  const made = await source.parse(parseJson(text), at);
  if ('refused' in made) throw new Error(made.refused);
  const list = isStored ? recalled(made.list) : made.list;
  if (isStored && !isPages(name) && isOvertaken(list, utcDate(at))) {
    shelves.store.remove(prefix + name);
    return undefined;
  }
  if (isPages(name)) shelves.own.set(name, { list, over: shelves.own.get(name)?.over });
  else shelves.read.set(name, list);
  const left = made.leftOut ?? [];
  return left.length === 0 ? undefined : `${left.length} left out: ${left[0] ?? ''}`;
}

/**
 * Only prices read on this page load are `live`; a copy counts as the provider's list of its day.
 */
function recalled(list: PriceList): PriceList {
  return {
    ...list,
    sources: Object.fromEntries(
      Object.entries(list.sources).map(([key, source]) => [
        key,
        source.kind === 'live' ? { ...source, kind: 'provider' as const } : source,
      ]),
    ),
  };
}

/** True for a list the page's author named. It applies only to the elements that name it. */
function isPages(name: string): boolean {
  return name.startsWith('https:');
}

/** True when the bundled catalogue has newer prices for the list's providers. */
function isOvertaken(list: PriceList, day: string): boolean {
  const about = new Set(list.offers.map(({ provider }) => provider));
  return decidingPrices.offers.some(
    ({ provider, prices }) =>
      about.has(provider) &&
      prices.some(({ source }) => {
        const from = decidingPrices.sources[source];
        return from?.kind === 'provider' && from.readOn > day;
      }),
  );
}

/**
 * Publishes the current prices: all lists read, merged over the bundled catalogue, and pages' own
 * lists over that.
 */
async function publish(
  priceBook: Book,
  { read, own }: Shelves,
  source: PriceSource,
): Promise<void> {
  const lists = [...read.values()];
  const same = await source.merge(lists);
  const all = same === priceBook.get() ? await source.merge([...lists, nothing]) : same;
  for (const [url, { list }] of own) own.set(url, { list, over: pageList(all, list) });
  priceBook.set(all);
}

/** Logs a problem once, and keeps it for the receipt. */
function tell({ problems }: Shelves, name: string, problem: string | undefined): void {
  if (problem === undefined) problems.delete(name);
  else if (problems.get(name) !== problem) {
    problems.set(name, problem);
    console.warn(`user-pays-image: prices of ${name}: ${problem}`);
  }
}

function keep({ store }: Shelves, name: string, text: string, at: number): void {
  keepCopy(store, prefix + name, JSON.stringify({ at, text }), at);
}

function why(error: unknown): string {
  if (isUserPaysError(error)) return error.facts.detail ?? error.code;
  return error instanceof Error ? error.message : 'unreachable';
}
