import { defined } from '../base/defined.js';
import type { Clock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import type { Usage } from './outcome.js';
import { growth, inParts, microcents, type UsageReading } from './puter-usage.js';

type Verdict =
  /** `usage` is missing while the report is in credits whose value is still unknown. */
  | { readonly kind: 'charged'; readonly usage?: Usage }
  /** The reports were valid and do not show the purchase so far. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** Compares the usage report before a purchase with the reports after it. */
export interface Reconciliation {
  /** The report before the purchase. */
  readonly base: UsageReading;
  /**
   * Reads the report until the purchase shows. Call it once, after the reply: with `bought` if an
   * image came, so that it must show in the end, otherwise with `maybe`. `patience` is the most
   * reports to read. Never rejects.
   */
  settle(reply: 'bought' | 'maybe', patience?: number): Promise<Verdict>;
  /** Call this instead if certainly nothing was bought. */
  drop(): void;
}

interface Ticket {
  /** The parts of the request that decide its price: the same `sign` means the same cost. */
  readonly sign: string;
  standing: 'sent' | 'bought' | 'maybe';
  closed: boolean;
}

/**
 * Purchases of one model that overlap in time. All are compared with the same report, read before
 * the first of them.
 */
interface Group {
  readonly base: UsageReading;
  readonly tickets: Set<Ticket>;
  /** Called when one of them was answered or dropped. */
  readonly waiting: Set<() => void>;
}

/** Milliseconds to wait before each further report: about twenty seconds in total. */
const pauses: readonly number[] = [150, 300, 600, 1000, 1500, 2500, 4000, 5000, 5000];

const unknown: Verdict = { kind: 'unknown' };

/** What a reconciliation needs to know about one purchase. */
export interface Metered {
  /** Identifies the usage report: account and app. */
  readonly app: string;
  readonly model: string;
  readonly sign: string;
  /** True if the same request always costs the same; false where seconds or tokens are billed. */
  readonly isFixed: boolean;
  /** True for the report's keys that belong to the model. */
  readonly isMeter: (key: string) => boolean;
  /** True for keys by which another supplier bills a model of the same name. */
  readonly isElsewhere: (key: string) => boolean;
  /** Resolves `undefined` if the report can't be read. */
  readonly read: () => Promise<UsageReading | undefined>;
  readonly clock: Clock;
}

interface Ledger {
  readonly groups: Map<string, Group>;
  /** The last valid report of each app, and when it was read on the monotonic clock. */
  readonly last: Map<string, { readonly reading: UsageReading; readonly at: number }>;
}

/**
 * A report younger than this, in milliseconds, is reused for the next purchase, because Puter
 * allows 120 reads a minute. A purchase in another tab in between only makes the result unknown.
 */
const young = 10_000;

/**
 * Finds out what a purchase cost from the app's usage report, which lists sums per model and never
 * single purchases. The result is `charged` only if the purchase can be told apart: it is the only
 * one of its model, or the others asked for the same at a fixed price. Where the same costs now this
 * and now that, the sum is divided among them once all are here: `usage.together`. Pictures that
 * another supplier of the same model was paid for are told so in the note. Call it before anything
 * is sent. Resolves `undefined` if the report can't be read.
 */
export async function beginReconciliation(metered: Metered): Promise<Reconciliation | undefined> {
  const { app, model, clock } = metered;
  const log = shared<Ledger>('puter-meter', 1, () => ({ groups: new Map(), last: new Map() }));
  const { groups, last } = log;
  const name = `${app} ${model}`;
  const known = last.get(app);
  const fresh = known && clock.elapsed() - known.at < young ? known.reading : undefined;
  // If two reports are requested at once, the older may arrive last and is dropped. The newer one
  // was read before this order was sent, so it serves as well.
  const base =
    groups.get(name)?.base ?? fresh ?? (await steady(metered, log)) ?? last.get(app)?.reading;
  if (!base) return undefined;
  return new Comparison(metered, log, name, base).reconciliation();
}

/** One purchase, compared with the report before the first purchase of its group. */
class Comparison {
  readonly #metered: Metered;
  readonly #log: Ledger;
  readonly #name: string;
  readonly #group: Group;
  readonly #ticket: Ticket;

  constructor(metered: Metered, log: Ledger, name: string, base: UsageReading) {
    this.#metered = metered;
    this.#log = log;
    this.#name = name;
    this.#group = log.groups.get(name) ?? { base, tickets: new Set(), waiting: new Set() };
    log.groups.set(name, this.#group);
    this.#ticket = { sign: metered.sign, standing: 'sent', closed: false };
    this.#group.tickets.add(this.#ticket);
  }

  reconciliation(): Reconciliation {
    return {
      base: this.#group.base,
      drop: () => {
        this.#group.tickets.delete(this.#ticket);
        this.#answered();
        this.#close();
      },
      settle: (reply, patience) =>
        this.#settle(reply, patience).catch(() => {
          this.#close();
          return unknown;
        }),
    };
  }

  async #settle(reply: 'bought' | 'maybe', patience = pauses.length): Promise<Verdict> {
    const { clock, isMeter } = this.#metered;
    this.#ticket.standing = reply;
    this.#answered();
    let verdict: Verdict = unknown;
    for (const pause of pauses.slice(0, patience)) {
      await clock.sleep(pause);
      if (reply === 'bought') await this.#othersAnswered();
      const now = await steady(this.#metered, this.#log);
      const judged = now && this.#judge(now, isMeter);
      // That nothing was counted holds while reports can be read, and a later one may count it.
      if (judged) verdict = judged;
      else if (verdict.kind === 'absent') verdict = unknown;
      // The value of credits shows in the report's traffic entry, which is written some ten
      // seconds later (measured).
      if (verdict.kind === 'charged' && verdict.usage) break;
    }
    this.#close();
    return verdict.kind === 'absent' ? (this.#elsewhere() ?? verdict) : verdict;
  }

  /** For a picture that is here and that its own route never counted: who did, if one alone. */
  #elsewhere(): Verdict | undefined {
    const { app, isElsewhere } = this.#metered;
    const now = this.#log.last.get(app)?.reading;
    const { base, tickets } = this.#group;
    if (this.#ticket.standing !== 'bought' || !now) return undefined;
    const grown = growth(base, now, isElsewhere);
    const [billed, ...others] = billedBy(base, now, isElsewhere);
    if (!grown || grown.purchases > tickets.size || billed === undefined || others.length > 0)
      return undefined;
    const verdict = this.#judge(now, isElsewhere, `billed as ${billed}`);
    return verdict?.kind === 'charged' ? verdict : undefined;
  }

  #judge(now: UsageReading, isMeter: (key: string) => boolean, note?: string): Verdict | undefined {
    return this.#metered.isFixed || this.#group.tickets.size === 1
      ? judge(this.#group, this.#ticket, now, isMeter, note)
      : divided(this.#group, this.#ticket, now, isMeter);
  }

  #answered(): void {
    for (const wake of this.#group.waiting) wake();
    this.#group.waiting.clear();
  }

  /** While an order is still on its way, nobody knows what of the sum is its own. */
  async #othersAnswered(): Promise<void> {
    const { tickets, waiting } = this.#group;
    while (!this.#metered.isFixed && [...tickets].some(({ standing }) => standing === 'sent'))
      await new Promise<void>((wake) => waiting.add(wake));
  }

  #close(): void {
    this.#ticket.closed = true;
    if ([...this.#group.tickets].every(({ closed }) => closed)) this.#log.groups.delete(this.#name);
  }
}

/**
 * Reads a report and drops it if counts went down: now and then all or part of a report is missing
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

/** The models, with their suppliers, that were counted since a report by keys of this kind. */
function billedBy(
  base: UsageReading,
  now: UsageReading,
  isMeter: (key: string) => boolean,
): readonly string[] {
  const counted = [...now.lines.keys()].filter(
    (key) => isMeter(key) && now.lines.get(key)?.count !== base.lines.get(key)?.count,
  );
  return [...new Set(counted.map(modelOf))];
}

/** `gemini:gemini-3-pro-image` of `gemini:gemini-3-pro-image:output:text`; Cloudflare's have three. */
function modelOf(key: string): string {
  const parts = key.replaceAll('_dot_', '.').split(':');
  return parts.slice(0, parts[1] === 'workers-ai' ? 3 : 2).join(':');
}

/** `undefined` for a report whose counts went down: it shows nothing. `note` goes with a charge. */
function judge(
  { base, tickets }: Group,
  mine: Ticket,
  now: UsageReading,
  isMeter: (key: string) => boolean,
  note?: string,
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
  // This page has a single order. If more were counted, the browser sent it more than once, or
  // someone else bought in the meantime.
  const times = tickets.size === 1 ? grown.purchases : 1;
  if (
    !alike ||
    !grown.even ||
    grown.purchases > tickets.size * times ||
    each * BigInt(grown.purchases) !== grown.cost
  )
    return unknown;
  return chargedAs(grown, now, times, each * BigInt(times), note);
}

/**
 * Divides the growth evenly among all pictures of a group, once every one is here and counted: their
 * sum is what was charged, and what each cost alone nobody knows.
 */
function divided(
  { base, tickets }: Group,
  mine: Ticket,
  now: UsageReading,
  isMeter: (key: string) => boolean,
): Verdict | undefined {
  const grown = growth(base, now, isMeter);
  if (!grown) return undefined;
  const all = [...tickets];
  const isWhole = grown.even && grown.purchases === all.length;
  const isAlike = all.every(({ sign, standing }) => standing === 'bought' && sign === mine.sign);
  if (!isWhole || !isAlike) return unknown;
  const parts = inParts(grown.cost, all.length, now.unit, now.rate);
  const amount = parts?.[all.indexOf(mine)];
  if (amount === undefined) return { kind: 'charged' };
  const sum = microcents(grown.cost, now.unit, now.rate) ?? amount;
  const together = { count: all.length, amount: sum };
  return { kind: 'charged', usage: { unit: 'microcents', amount, together } };
}

function chargedAs(
  { references, purchases }: NonNullable<ReturnType<typeof growth>>,
  { unit, rate }: UsageReading,
  times: number,
  cost: bigint,
  otherwise?: string,
): Verdict {
  const megapixels = references / purchases;
  const note = megapixels > 0 ? `references counted as ${String(megapixels)} MP` : otherwise;
  const amount = microcents(cost, unit, rate);
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
