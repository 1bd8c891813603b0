import type { Clock } from '../base/clock.js';
import { fields, parseJson } from '../base/json.js';
import { observable, type Observable, type TextStore } from '../base/store.js';
import { bundled } from '../pricing/catalogue/bundled.js';
import type { PriceList } from '../pricing/price-list-types.js';

/** A price list as it came from somewhere, or why it was refused. */
export type ReadPrices = { readonly list: PriceList } | { readonly refused: string };

/** How a live source is asked and understood. Both are loaded when first needed. */
export interface PriceSource {
  /** Fetches the text; free. */
  fetch(): Promise<string>;
  parse(json: unknown, readAt: number): Promise<ReadPrices>;
  /** All lists read so far, each from its own place. */
  merge(lists: readonly PriceList[]): Promise<PriceList>;
}

export interface PriceBook extends Observable<PriceList> {
  /** Why the last list was not taken; `undefined` when it was. The bundled prices stay then. */
  problem(): string | undefined;
  /** Asks the source, at most once in `freshFor`; meanwhile the copy kept in this browser counts, with its age. Never rejects. */
  refresh(name: string, source: PriceSource): Promise<void>;
}

const freshFor = 10 * 60_000;
const prefix = 'user-pays-image/prices:';

/** The page's prices: the bundled ones that decide from the start; what other sources say, and live ones, once the reader touches a widget. */
export const createPriceBook = (clock: Clock, store: TextStore): PriceBook => {
  const list = observable<PriceList>(bundled);
  const asked = new Map<string, number>();
  const lists = new Map<string, PriceList>();
  let problem: string | undefined;

  const take = async (name: string, source: PriceSource, text: string, readAt: number): Promise<void> => {
    const read = await source.parse(parseJson(text), readAt);
    if ('refused' in read) throw new Error(read.refused);
    problem = undefined;
    lists.set(name, read.list);
    list.set(await source.merge([...lists.values()]));
  };

  const recall = async (name: string, source: PriceSource): Promise<void> => {
    const { at, text } = fields(parseJson(store.get(prefix + name) ?? ''));
    if (typeof at === 'number' && typeof text === 'string') await take(name, source, text, at);
  };

  const keep = (name: string, text: string, at: number): void => {
    try {
      store.set(prefix + name, JSON.stringify({ at, text }));
    } catch {
      // A full or blocked storage only costs the next visit a request.
    }
  };

  return {
    ...list,
    problem: () => problem,
    refresh: async (name, source) => {
      const now = clock.now();
      if (now - (asked.get(name) ?? -Infinity) < freshFor) return;
      asked.set(name, now);
      try {
        await recall(name, source).catch(() => undefined);
        const text = await source.fetch();
        await take(name, source, text, now);
        keep(name, text, now);
      } catch (error) {
        problem = error instanceof Error ? error.message : 'unreachable';
        // The page's author named that list, and hears why it does not count.
        if (name.startsWith('https:')) console.warn(`user-pays-image: prices of ${name}: ${problem}`);
      }
    },
  };
};
