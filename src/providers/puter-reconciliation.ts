import { defined } from '../base/defined.js';
import type { Clock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import type { Usage } from './adapter.js';
import { growth, microcents, type UsageReading } from './puter-usage.js';

export type Verdict =
  /** `usage` is missing while the report speaks of credits whose worth it has not shown. */
  | { readonly kind: 'charged'; readonly usage?: Usage }
  /** The readings were sound and show nothing of it so far. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** A purchase between the reading before it and the readings after it. */
export interface Reconciliation {
  /** The report before it, from which it is counted. */
  readonly base: UsageReading;
  /**
   * Reads until the purchase shows. Call it once, after the reply: `bought` when a picture came, so
   * that it must show in the end,
   * else `maybe`. `patience` is the most readings to make. Never rejects.
   */
  settle(reply: 'bought' | 'maybe', patience?: number): Promise<Verdict>;
  /** Nothing was bought for certain. */
  drop(): void;
}

interface Ticket {
  /** What was asked for, without the words: purchases of the same sign cost the same. */
  readonly sign: string;
  standing: 'sent' | 'bought' | 'maybe';
  closed: boolean;
}

/**
 * Purchases of one model that overlap in time. They are counted from the same reading, taken before
 * the first of them.
 */
interface Group {
  readonly base: UsageReading;
  readonly tickets: Set<Ticket>;
}

/** How long to wait before each further reading, milliseconds: about twenty seconds in all. */
const pauses: readonly number[] = [150, 300, 600, 1000, 1500, 2500, 4000, 5000, 5000];

const unknown: Verdict = { kind: 'unknown' };

/** What a reconciliation needs to know of one purchase. */
export interface Metered {
  /** Whose report it is: server, account and app. */
  readonly app: string;
  readonly model: string;
  readonly sign: string;
  /** True for the model's lines in the report. */
  readonly isMeter: (key: string) => boolean;
  /** Resolves `undefined` for a report that can't be read. */
  readonly read: () => Promise<UsageReading | undefined>;
  readonly clock: Clock;
}

interface Ledger {
  readonly groups: Map<string, Group>;
  /**
   * The last sound reading of each app's report, and when it was made on the clock that never
   * jumps.
   */
  readonly last: Map<string, { readonly reading: UsageReading; readonly at: number }>;
}

/**
 * A reading this young, in milliseconds, also counts for the next purchase: Puter allows 120 a
 * minute. Another tab's purchase in between only makes it unknown.
 */
const young = 10_000;

/**
 * Tells purchases apart in the app's usage report, which lists sums per model and never single
 * purchases. A purchase is `charged` only
 * when it can be told apart: alone in its model's lines, or beside others that asked for the same.
 * Call it before anything is sent;
 * resolves `undefined` when the report can't be read.
 */
export async function beginReconciliation(metered: Metered): Promise<Reconciliation | undefined> {
  const { app, model, sign, isMeter, clock } = metered;
  const log = shared<Ledger>('puter-meter', 1, () => ({ groups: new Map(), last: new Map() }));
  const { groups, last } = log;
  const name = `${app} ${model}`;
  const known = last.get(app);
  const fresh = known && clock.elapsed() - known.at < young ? known.reading : undefined;
  // Of two reports asked for at once the older may come in last and is dropped; the newer, read
  // before anything of this was sent, serves as well.
  const base =
    groups.get(name)?.base ?? fresh ?? (await steady(metered, log)) ?? last.get(app)?.reading;
  if (!base) return undefined;
  const group = groups.get(name) ?? { base, tickets: new Set<Ticket>() };
  groups.set(name, group);
  const ticket: Ticket = { sign, standing: 'sent', closed: false };
  group.tickets.add(ticket);
  const close = (): void => {
    ticket.closed = true;
    if ([...group.tickets].every(({ closed }) => closed)) groups.delete(name);
  };
  return {
    base: group.base,
    drop: () => {
      group.tickets.delete(ticket);
      close();
    },
    settle: async (reply, patience = pauses.length) => {
      ticket.standing = reply;
      let verdict: Verdict = unknown;
      for (const pause of pauses.slice(0, patience)) {
        await clock.sleep(pause);
        const now = await steady(metered, log);
        verdict = (now && judge(group, ticket, now, isMeter)) ?? verdict;
        // What credits are worth shows in the line of the traffic, which is written some ten
        // seconds later (measured).
        if (verdict.kind === 'charged' && verdict.usage) break;
      }
      close();
      return verdict;
    },
  };
}

/**
 * Drops readings that went backwards: all or part of the report is missing in them now and then
 * (measured).
 */
async function steady(
  { app, read, clock }: Metered,
  { last }: Ledger,
): Promise<UsageReading | undefined> {
  const reading = await read();
  const before = last.get(app)?.reading;
  if (!reading || (before && !growth(before, reading, () => false))) return undefined;
  last.set(app, { reading, at: clock.elapsed() });
  return reading;
}

/** `undefined` for a reading that went backwards: it says nothing. */
function judge(
  { base, tickets }: Group,
  mine: Ticket,
  now: UsageReading,
  isMeter: (key: string) => boolean,
): Verdict | undefined {
  const grown = growth(base, now, isMeter);
  if (!grown) return undefined;
  const others = [...tickets].filter((ticket) => ticket !== mine);
  const bought = [...tickets].filter(({ standing }) => standing === 'bought').length;
  const unclear = others.some(({ standing }) => standing !== 'bought');
  if (mine.standing === 'maybe' && grown.purchases === bought && !unclear)
    return { kind: 'absent' };
  if (mine.standing === 'bought' ? grown.purchases < bought : grown.purchases < tickets.size)
    return grown.purchases === 0 ? { kind: 'absent' } : unknown;
  const each = grown.purchases > 0 ? grown.cost / BigInt(grown.purchases) : 0n;
  const alike = others.every(({ sign }) => sign === mine.sign);
  // A single order of this page: what was counted more often was sent more often, by the browser,
  // or bought by somebody else meanwhile.
  const times = tickets.size === 1 ? grown.purchases : 1;
  if (
    !alike ||
    !grown.even ||
    grown.purchases > tickets.size * times ||
    each * BigInt(grown.purchases) !== grown.cost
  )
    return unknown;
  const megapixels = grown.references / grown.purchases;
  const note = megapixels > 0 ? `references counted as ${String(megapixels)} MP` : undefined;
  const amount = microcents(each * BigInt(times), now.unit, now.rate);
  return {
    kind: 'charged',
    ...(amount !== undefined && {
      usage: {
        unit: 'microcents',
        amount,
        ...defined({ note, times: times > 1 ? times : undefined }),
      },
    }),
  };
}
