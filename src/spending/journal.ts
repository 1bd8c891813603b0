import { dayMs, type Clock } from '../base/clock.js';
import { UserPaysError } from '../base/error.js';
import { idTime } from '../base/id.js';
import { toText, usd } from '../pricing/money.js';
import type { Intent, Tally } from './entry.js';
import type { JournalState } from './journal-state.js';
import { capsLine, isRaised } from './budget.js';
import type { Caps, Journal, OverBudget, StorageHealth } from './journal-port.js';
import type { LocalStorageLog } from './local-storage-log.js';
import { createReplicatedLog, type JournalPorts, type ReplicatedLog } from './replicated-log.js';
import { base36, encodeEvent, jobText, type Kind, type Line } from './line.js';
import { MOST_PICTURES } from './segment-text.js';
import { resetLine } from './resets.js';
import { createReserve } from './reserve.js';
import { createCompactionSchedule, type CompactionSchedule } from './compaction-schedule.js';
import { sessionLine } from './session.js';

/** The journal, plus what settings, import and compaction need. */
export interface SpendingJournal extends Journal {
  /** The reader's own caps as last stored. `reserve` applies them by itself. */
  readerCaps(): Caps;
  /**
   * Stores the reader's caps. Raising or dropping a limit needs `raise: true`, an explicit step by
   * the reader.
   *
   * @throws UserPaysError `invalid-input` when a limit is raised without it, `no-gesture` when it is
   *   raised without the reader's act.
   */
  setReaderCaps(caps: Caps, options?: { raise?: boolean }): Promise<void>;
  /**
   * Hides all entries decided until now; open ones stay. Ask the reader first.
   *
   * @throws UserPaysError `no-gesture` without the reader's act.
   */
  reset(): Promise<void>;
  /**
   * Records what the reader found that entries in doubt cost, US dollars. It is `computed`, so that
   * an amount the provider still reports replaces it.
   *
   * @throws UserPaysError `no-gesture` without the reader's act: it may be less than what was counted.
   */
  settleByReader(
    answers: readonly { readonly id: string; readonly charged: string }[],
  ): Promise<void>;
  /**
   * Shows again what the last reset hid; false when no reset is in force, or a day after it:
   * compaction may have deleted what it hid.
   */
  undoReset(): Promise<boolean>;
  /** Open entries (intents and accepted jobs) of this tab and all others. */
  underWay(): ReturnType<Journal['entries']>;
  /** How long pictures of this model took in this browser, milliseconds, oldest first. */
  times(provider: string, model: string): readonly number[];
  /** How often another script cleared our lines. They were restored from memory each time. */
  cleared(): number;
  /** For the lazily loaded modules of this folder. */
  readonly log: ReplicatedLog;
  readonly schedule: CompactionSchedule;
  close(): void;
}

type Final = Parameters<Journal['settle']>[1];

/**
 * How long `leave` waits for its mark, milliseconds: a slow disk is no reason to refuse a purchase.
 */
const patience = 20_000;

/** Creates a journal. Nothing is read, written or subscribed to until it is first used. */
export function createJournal(ports: JournalPorts): SpendingJournal {
  const log = createReplicatedLog(ports);
  const journal = new LoggedJournal(log, ports);
  return {
    loaded: true,
    get ready() {
      return log.open();
    },
    health: () => journal.health(),
    newId: log.newId,
    session: () => journal.session(),
    newSession: () => journal.newSession(),
    reserve: (intents, caps) => journal.reserve(intents, caps),
    leave: (id) => journal.leave(id),
    giveUp: (id, code) => journal.giveUp(id, code),
    accept: (id, job) => journal.happened('a', id, { job: jobText(job) }),
    settle: (id, final) => journal.settle(id, final),
    refuse: (id, code) => journal.refuse(id, code),
    doubt: (id, code, repeated) =>
      journal.happened('u', id, { code, repeated: repeated ? '1' : '' }),
    settleByReader: (answers) => journal.settleByReader(answers),
    correct: (id, amount, note) => journal.correct(id, amount, note),
    entry: (id) => journal.opened().fold.entry(id),
    entries: (since) => journal.opened().fold.entries(since),
    times: (provider, model) => journal.opened().fold.times(provider, model),
    underWay: () => journal.opened().fold.open(),
    tally: (now) => journal.tally(now),
    subscribe: log.subscribe,
    readerCaps: () => journal.opened().caps(),
    setReaderCaps: (caps, options) => journal.setReaderCaps(caps, options),
    reset: () => journal.reset(),
    undoReset: () => journal.undoReset(),
    cleared: log.cleared,
    log,
    schedule: journal.schedule,
    close: log.close,
  };
}

class LoggedJournal {
  readonly schedule: CompactionSchedule;
  readonly #log: ReplicatedLog;
  readonly #journalState: JournalState;
  readonly #storageLog: LocalStorageLog;
  readonly #clock: Clock;
  readonly #begun = new Map<string, number>();
  readonly #reserve: Journal['reserve'];

  readonly #takeAct: () => boolean;

  constructor(log: ReplicatedLog, { clock, takeAct }: JournalPorts) {
    this.#log = log;
    this.#journalState = log.journalState;
    this.#storageLog = log.storageLog;
    this.#clock = clock;
    this.#takeAct = takeAct;
    this.schedule = createCompactionSchedule(log);
    this.#reserve = createReserve(log, this.schedule);
  }

  /** The state, once the log is being read. */
  opened(): JournalState {
    void this.#log.open();
    return this.#journalState;
  }

  health(): StorageHealth {
    void this.#log.open();
    return this.#log.mirrored() ? 'ok' : this.#storageLog.state();
  }

  session(): string {
    const [running] = this.opened().visits.current(this.#clock.now());
    if (running === undefined) return this.begin({ asked: false });
    this.#log.touch();
    return running;
  }

  newSession(): void {
    this.#needAct();
    this.begin({ asked: true });
  }

  /** Starts a session; `asked`: the reader wants a new one. */
  begin({ asked }: { readonly asked: boolean }): string {
    const id = this.#log.newId();
    void this.#log.keep([sessionLine({ id, asked, at: this.#clock.now() })]);
    return id;
  }

  async reserve(intents: readonly Intent[], caps: Caps): Promise<OverBudget | undefined> {
    const over = await this.#reserve(intents, caps);
    if (!over) for (const { id } of intents) this.#begun.set(id, this.#clock.elapsed());
    return over;
  }

  async leave(id: string): ReturnType<Journal['leave']> {
    const { fold } = this.#journalState;
    const mark = this.#eventLine('a', id, {});
    let isGivenUp = false;
    const isWritten = await this.#log.intoMirror(() => {
      isGivenUp = fold.entry(id)?.standing === 'refused';
      return isGivenUp ? [] : [mark];
    }, patience);
    if (isGivenUp) return 'aborted';
    // Without the mark, an intent that requires one would later count as never sent.
    if (!isWritten) return fold.entry(id)?.unsent ? 'storage-blocked' : undefined;
    this.#log.tell([mark]);
    await this.#storageLog.write([mark]);
    return undefined;
  }

  async giveUp(id: string, code: string): Promise<boolean> {
    const line = this.#eventLine('r', id, { code });
    let isUnsent = false;
    const isWritten = await this.#log.intoMirror(() => {
      isUnsent = this.#journalState.fold.entry(id)?.unsent ?? false;
      return isUnsent ? [line] : [];
    });
    if (!isWritten || !isUnsent) return false;
    this.#log.tell([line]);
    await this.#storageLog.write([line]);
    return true;
  }

  settle(id: string, { charged, basis, pictures, note }: Final): Promise<void> {
    const took = this.#took(id);
    return this.happened('d', id, {
      charged: toText(usd(charged)),
      basis: basis === 'reported' ? 'r' : 'c',
      pictures: String(Math.min(MOST_PICTURES, Math.max(0, Math.round(pictures) || 0))),
      took: took >= 0 ? base36(took) : '',
      note: note ?? '',
    });
  }

  async settleByReader(answers: Parameters<SpendingJournal['settleByReader']>[0]): Promise<void> {
    this.#needAct();
    const note = 'checked by the reader';
    await Promise.all(
      answers.map(({ id, charged }) =>
        this.settle(id, { charged, basis: 'computed', pictures: this.#delivered(id), note }),
      ),
    );
  }

  #delivered(id: string): number {
    return this.#journalState.fold.entry(id)?.pictures ?? 0;
  }

  async correct(id: string, amount: string, note: string): Promise<void> {
    const change = toText(usd(amount));
    if (change.startsWith('-')) this.#needAct();
    await this.happened('c', id, { amount: change, note });
  }

  /** `in-doubt` wins over `refused` when events merge, so a doubt is ended by settling at zero. */
  refuse(id: string, code: string): Promise<void> {
    return this.#journalState.fold.entry(id)?.standing === 'in-doubt'
      ? this.happened('d', id, { charged: '0', basis: 'r', pictures: '0', note: code })
      : this.happened('r', id, { code });
  }

  async happened(kind: Kind, id: string, data: Record<string, string>): Promise<void> {
    await this.#log.keep([this.#eventLine(kind, id, data)]);
    void (this.#storageLog.state() === 'full' ? this.schedule.relieve() : this.schedule.tidy());
  }

  tally(now = this.#clock.now()): Tally {
    const { fold, visits, unreadable } = this.opened();
    const window = { now, sessions: visits.current(now) };
    return {
      ...fold.sums(false, window),
      unreadable: unreadable() + this.#storageLog.newer(),
      sandbox: fold.sums(true, window),
    };
  }

  async setReaderCaps(caps: Caps, { raise = false } = {}): Promise<void> {
    const id = this.#log.newId();
    if (isRaised(this.#journalState.caps(), caps)) {
      if (!raise)
        throw new UserPaysError('invalid-input', { stage: 'guard', facts: { reason: 'raise' } });
      this.#needAct();
    }
    await this.#log.keep([capsLine(id, caps)]);
  }

  async reset(): Promise<void> {
    this.#needAct();
    await this.#log.keep([resetLine(this.#log.newId())]);
  }

  async undoReset(): Promise<boolean> {
    const id = this.#log.newId();
    const reset = this.#journalState.reset();
    // From then on what it hid may be deleted.
    if (!reset || this.#clock.now() - idTime(reset) > dayMs) return false;
    await this.#log.keep([resetLine(id, reset)]);
    return true;
  }

  /** Uses up the reader's act: what comes next leaves more to be spent. */
  #needAct(): void {
    if (!this.#takeAct()) throw new UserPaysError('no-gesture', { stage: 'guard', charge: 'none' });
  }

  /** Milliseconds since the intent was written. */
  #took(id: string): number {
    const start = this.#begun.get(id);
    // Use the wall clock only when another page wrote the intent: it may have been changed since.
    const took =
      start === undefined
        ? this.#clock.now() - (this.#journalState.fold.entry(id)?.at ?? NaN)
        : this.#clock.elapsed() - start;
    this.#begun.delete(id);
    return took;
  }

  #eventLine(kind: Kind, id: string, data: Record<string, string>): Line {
    return encodeEvent({
      kind,
      id,
      event: this.#log.newId(),
      simulated: this.#journalState.fold.entry(id)?.simulated ?? false,
      data,
    });
  }
}
