import { dayMs } from '../base/clock.js';
import { decidingPrices } from './catalogue/deciding-prices.js';
import { firstPrices } from './catalogue/first-prices.js';
import { catalogue } from './catalogue/index.js';
import { partsOf } from './merge-prices.js';
import { parsePriceList } from './parse-price-list.js';
import type { PriceList } from './price-list-types.js';
import { isRead } from './read-list.js';

interface Verdict {
  readonly refused: string | undefined;
  /** The latest day on which any of its prices was read, `YYYY-MM-DD`. */
  readonly latest: string;
}

/** The bundled lists. Those for a first look quote no words, so `parsePriceList` would refuse them. */
const bundled: ReadonlySet<PriceList> = new Set([firstPrices, decidingPrices, catalogue]);

const verdicts = new WeakMap<object, Verdict>();

/**
 * The reason why prices can't be taken from this list, or `undefined` if they can. The bundled
 * lists and lists returned by our parsers pass; a merged list passes if its parts do. Anything
 * else, such as JSON straight from a file, is checked with `parsePriceList`. With `at` (epoch
 * milliseconds), such a list is also refused if it was read in the future.
 */
export function listProblem(list: PriceList, at?: number): string | undefined {
  if (bundled.has(list)) return undefined;
  const parts = partsOf(list);
  if (parts)
    return parts.map((part) => listProblem(part, at)).find((problem) => problem !== undefined);
  if (isRead(list)) return undefined;
  const { refused, latest } = judged(list);
  // Two days of tolerance: in some time zones the next day has already begun.
  return (
    refused ??
    (typeof at === 'number' && Date.parse(latest) > at + 2 * dayMs
      ? `read on ${latest}, which is yet to come`
      : undefined)
  );
}

/** Checks a list only once, however many quotes use it. */
function judged(list: PriceList): Verdict {
  const known = verdicts.get(list);
  if (known) return known;
  const read = parsePriceList(list);
  const dates = 'list' in read ? Object.values(read.list.sources).map(({ readOn }) => readOn) : [];
  const verdict = {
    refused: 'refused' in read ? read.refused : undefined,
    latest: dates.sort().at(-1) ?? '',
  };
  // A page may pass something that is not an object, and a WeakMap takes only objects.
  if (Object(list) === list) verdicts.set(list, verdict);
  return verdict;
}
