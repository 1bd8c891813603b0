import { UserPaysError } from '../base/error.js';
import { toText, usd } from '../pricing/money.js';
import { overBudget, strictest } from './budget.js';
import type { Intent } from './entry.js';
import type { Caps, Journal, OverBudget } from './journal-port.js';
import type { ReplicatedLog } from './replicated-log.js';
import { linesHidingMoney } from './hidden-money.js';
import { base36, decodeEvent, encodeEvent, isId, type Line } from './line.js';
import type { CompactionSchedule } from './compaction-schedule.js';

/**
 * Checks the caps and writes the intents as one step. With an IndexedDB log both happen in one
 * transaction, which is exclusive across tabs: a cap holds however many tabs race. Without one
 * (private windows of some browsers) the check runs under a Web Lock over localStorage, which is
 * the best available. One durable store is enough to buy: localStorage alone survives a crashed tab
 * but not always a killed browser, the IndexedDB log survives both.
 */
export function createReserve(
  log: ReplicatedLog,
  schedule: CompactionSchedule,
): Journal['reserve'] {
  const reservations = new Reservations(log, schedule);
  return (intents, caps) => reservations.reserve(intents, caps);
}

class Reservations {
  readonly #log: ReplicatedLog;
  readonly #schedule: CompactionSchedule;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(log: ReplicatedLog, schedule: CompactionSchedule) {
    this.#log = log;
    this.#schedule = schedule;
  }

  async reserve(intents: readonly Intent[], caps: Caps): Promise<OverBudget | undefined> {
    const log = this.#log;
    void log.open();
    if (!intents.every(({ id }) => isId(id)))
      throw new UserPaysError('internal', { stage: 'guard', facts: { reason: 'id' } });
    log.touch();
    const now = log.ports.clock.now();
    const site = log.ports.site?.() ?? '';
    const lines = intents.map((intent) => intentLine(intent, { now, site, waits: '' }));
    const waiting = intents.map((intent) => intentLine(intent, { now, site, waits: '1' }));
    if (![...lines, ...waiting].every(isReadable)) throw unreadable('intent');
    const sessions = this.#sessionLines(intents);
    const check = (): OverBudget | undefined => this.#exceeded(intents, caps, now);

    let over: OverBudget | undefined;
    const written = await log.intoMirror(() => {
      over = check();
      return over ? [] : [...sessions, ...waiting];
    });
    if (!written) return this.#alone(() => this.#intoStorage(intents, lines, check));
    if (over) return over;
    log.tell(waiting);
    this.#expectOpen(intents);
    await log.storageLog.write(waiting);
    return undefined;
  }

  /**
   * Reads back what was written: every intent counts from now on.
   *
   * @throws UserPaysError `internal` (charge `none`) where one does not.
   */
  #expectOpen(intents: readonly Intent[]): void {
    const { fold } = this.#log.journalState;
    for (const { id } of intents)
      if (fold.entry(id)?.standing !== 'intent') throw unreadable('entry');
  }

  /** Lines of the sessions, so that another tab's check can assign the entries to them. */
  #sessionLines(intents: readonly Intent[]): Line[] {
    return [...new Set(intents.map(({ session }) => `v:${session}`))].flatMap((name): Line[] => {
      const value = this.#log.journalState.lines.get(name);
      return value === undefined ? [] : [[name, value]];
    });
  }

  #exceeded(intents: readonly Intent[], caps: Caps, now: number): OverBudget | undefined {
    const { journalState } = this.#log;
    const limits = strictest(caps, journalState.caps());
    const window = { now, sessions: journalState.visits.current(now) };
    const hiding = intents.every(({ simulated }) => simulated)
      ? 0
      : linesHidingMoney(journalState, limits, window);
    if (hiding) throw unreadable(hiding);
    return overBudget(journalState.fold, intents, limits, window);
  }

  async #intoStorage(
    intents: readonly Intent[],
    lines: readonly Line[],
    check: () => OverBudget | undefined,
  ): Promise<OverBudget | undefined> {
    const { storageLog } = this.#log;
    this.#log.look();
    const exceeded = check();
    if (exceeded) return exceeded;
    let kept = await this.#isStored(lines);
    // When the store is full, compact once before giving up.
    if (!kept && storageLog.state() === 'full') {
      await this.#schedule.relieve();
      kept = await this.#isStored(lines);
    }
    if (!kept && intents.some(({ simulated }) => !simulated)) {
      storageLog.forget(lines);
      throw new UserPaysError(storageLog.state() === 'full' ? 'storage-full' : 'storage-blocked', {
        stage: 'guard',
        charge: 'none',
      });
    }
    this.#log.tell(lines);
    this.#expectOpen(intents);
    return undefined;
  }

  /** Writes lines to localStorage and reads them back. */
  async #isStored(lines: readonly Line[]): Promise<boolean> {
    const { storageLog } = this.#log;
    return (
      (await storageLog.write(lines)) &&
      lines.every(([name, value]) => storageLog.note(name) === value)
    );
  }

  /** Runs reservations one after the other in this page and, with Web Locks, in this browser. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const locked = (): Promise<T> => this.#locked(work);
    const mine = this.#turn.then(locked, locked);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #locked<T>(work: () => Promise<T>): Promise<T> {
    const {
      ports: { locks },
      namespace,
    } = this.#log;
    let begun = false;
    try {
      if (locks)
        return await locks.request(`${namespace}:reserve`, () => {
          begun = true;
          return work();
        });
    } catch (error) {
      // Sandboxed frames refuse locks; the work has not begun then.
      if (begun) throw error;
    }
    return work();
  }
}

function isReadable(line: Line): boolean {
  return decodeEvent(line) !== undefined;
}

/**
 * The refusal where what is written, or what would have to be counted, can't be read. `what`: the
 * number of lines that may hide money, or what of this purchase it is.
 */
function unreadable(what: 'intent' | 'entry' | number): UserPaysError {
  return typeof what === 'number'
    ? new UserPaysError('storage-blocked', {
        stage: 'guard',
        charge: 'none',
        retry: 'never',
        facts: { unreadable: String(what) },
      })
    : new UserPaysError('internal', { stage: 'guard', charge: 'none', facts: { reason: what } });
}

/**
 * `waits` = `1`: the request is not sent before a mark is written beside this line in the IndexedDB
 * log. A missing mark then proves that it was never sent.
 */
function intentLine(
  intent: Intent,
  { now, site, waits }: { now: number; site: string; waits: '1' | '' },
): Line {
  return encodeEvent({
    kind: 'i',
    id: intent.id,
    event: intent.id,
    simulated: intent.simulated,
    data: {
      at: base36(now),
      purchase: intent.purchase,
      provider: intent.provider,
      model: intent.model,
      route: intent.route ?? '',
      size: intent.size,
      low: amount(intent.low),
      high: amount(intent.high),
      quote: intent.quote,
      session: intent.session,
      prompt: intent.prompt ?? '',
      waits,
      site,
    },
  });
}

function amount(value: string | undefined): string {
  return value === undefined ? '' : toText(usd(value));
}
