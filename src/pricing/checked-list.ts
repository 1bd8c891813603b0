import { decidingPrices } from './catalogue/deciding-prices.js';
import { catalogue } from './catalogue/index.js';
import { partsOf } from './merge-prices.js';
import { parsePriceList } from './parse-price-list.js';
import type { PriceList } from './price-list-types.js';
import { isRead } from './read-list.js';

interface Verdict {
  readonly refused: string | undefined;
  /** The latest day any of its prices was read, `YYYY-MM-DD`. */
  readonly latest: string;
}

const verdicts = new WeakMap<object, Verdict>();

const day = 86_400_000;

/**
 * Why prices can't be taken from this list, or `undefined`. Ours and what our readers read are
 * known; a merged one is as good as its parts; anything else, such as
 * JSON straight from a file, is read as `parsePriceList` reads it. With `at` (epoch milliseconds) a
 * list from the future is refused, too.
 */
export function listProblem(list: PriceList, at?: number): string | undefined {
  if (list === decidingPrices || list === catalogue) return undefined;
  const parts = partsOf(list);
  if (parts)
    return parts.map((part) => listProblem(part, at)).find((problem) => problem !== undefined);
  if (isRead(list)) return undefined;
  const { refused, latest } = judged(list);
  // Somewhere it may be tomorrow already.
  return (
    refused ??
    (typeof at === 'number' && Date.parse(latest) > at + 2 * day
      ? `read on ${latest}, which is yet to come`
      : undefined)
  );
}

/** A list from elsewhere is looked at once, however often it is quoted from. */
function judged(list: PriceList): Verdict {
  const known = verdicts.get(list);
  if (known) return known;
  const read = parsePriceList(list);
  const dates = 'list' in read ? Object.values(read.list.sources).map(({ readOn }) => readOn) : [];
  const verdict = {
    refused: 'refused' in read ? read.refused : undefined,
    latest: dates.sort().at(-1) ?? '',
  };
  // What a page hands over may be no list at all.
  if (Object(list) === list) verdicts.set(list, verdict);
  return verdict;
}
