import { compareUsd, isAmount, sum, toText, usd, zero } from '../pricing/money.js';
import type { Intent } from './entry.js';
import type { EntryProjection } from './entry-projection.js';
import type { Caps, OverBudget } from './journal-port.js';
import { withChecksum, checkedBody, isRankedId, type Line } from './line.js';
import type { Window } from './totals.js';

const kept = ['session', 'day', 'month'] as const;
const names = [...kept, 'balance'] as const;

/** Encodes the reader's caps as a journal line. Each change adds a line; none is ever removed. */
export function capsLine(id: string, caps: Caps): Line {
  return withChecksum(`n:${id}`, `caps|${kept.map((cap) => caps[cap] ?? '').join('|')}|`);
}

/** Decodes a caps line; `undefined` when it is damaged. */
export function capsOf([name, value]: Line): Caps | undefined {
  const [word, ...limits] = checkedBody(name, value)?.split('|') ?? [];
  if (
    !isRankedId(name.slice(2)) ||
    word !== 'caps' ||
    limits.length !== kept.length + 1 ||
    !limits.every((limit) => limit === '' || isAmount(limit))
  )
    return undefined;
  return Object.fromEntries(kept.flatMap((cap, at) => (limits[at] ? [[cap, limits[at]]] : [])));
}

/** The smallest limit of each kind across the owner's caps, the reader's caps and the balance. */
export function strictest(...all: readonly Caps[]): Caps {
  return Object.fromEntries(
    names.flatMap((cap) => {
      const limits = all.flatMap((caps) => caps[cap] ?? []);
      const [least] = limits.sort((a, b) => compareUsd(usd(a), usd(b)));
      return least === undefined ? [] : [[cap, least]];
    }),
  );
}

/**
 * True when `next` raises or drops any limit that `now` sets. That needs an explicit step by the
 * reader.
 */
export function isRaised(now: Caps, next: Caps): boolean {
  return kept.some(
    (cap) =>
      now[cap] !== undefined &&
      (next[cap] === undefined || compareUsd(usd(next[cap]), usd(now[cap])) > 0),
  );
}

/**
 * The first cap these intents would exceed, or `undefined`. Entries that are open or in doubt count
 * at their high estimate. Simulated and real money are checked separately. The balance must cover
 * the new intents plus everything open at the same provider. An intent of unknown price counts as
 * zero: the caller has the reader's explicit consent for it.
 */
export function overBudget(
  fold: EntryProjection,
  intents: readonly Intent[],
  caps: Caps,
  window: Window,
): OverBudget | undefined {
  for (const simulated of [false, true]) {
    const wanted = intents.filter((intent) => intent.simulated === simulated);
    if (!wanted.length) continue;
    const asked = sum(wanted.map(({ high }) => (high === undefined ? zero : usd(high))));
    const sums = fold.sums(simulated, window);
    const held = fold
      .open()
      .filter(
        ({ simulated: kind, provider }) =>
          kind === simulated && wanted.some((intent) => intent.provider === provider),
      );
    const spent = {
      session: [usd(sums.session.settled), usd(sums.session.inDoubt)],
      day: [usd(sums.today.settled), usd(sums.today.inDoubt)],
      month: [usd(sums.month.settled), usd(sums.month.inDoubt)],
      balance: held.map(({ high }) => (high === undefined ? zero : usd(high))),
    };
    for (const cap of names) {
      const limit = caps[cap];
      if (limit !== undefined && compareUsd(sum([...spent[cap], asked]), usd(limit)) > 0) {
        return { cap, limit, spent: toText(sum(spent[cap])), asked: toText(asked) };
      }
    }
  }
  return undefined;
}
