import { UserPaysError } from '../base/error.js';
import { toText, usd } from '../pricing/money.js';
import { resetLine } from './journal-state.js';
import { capsLine, isRaised } from './budget.js';
import type { Caps, Journal } from './journal-port.js';
import { createReplicatedLog, type JournalPorts, type ReplicatedLog } from './replicated-log.js';
import { base36, encodeEvent, jobText, type Kind, type Line } from './line.js';
import { createReserve } from './reserve.js';
import { createCompactionSchedule, type CompactionSchedule } from './compaction-schedule.js';
import { markLine } from './session.js';

/** The journal, plus what settings, import and compaction need. */
export interface SpendingJournal extends Journal {
  /** The reader's own caps as last stored. `reserve` applies them by itself. */
  readerCaps(): Caps;
  /**
   * Stores the reader's caps. Raising or dropping a limit needs `raise: true`, an explicit step by
   * the reader.
   *
   * @throws UserPaysError `invalid-input` when a limit is raised without it.
   */
  setReaderCaps(caps: Caps, options?: { raise?: boolean }): Promise<void>;
  /** Hides all entries decided until now; open ones stay. Ask the reader first. */
  reset(): Promise<void>;
  /**
   * Shows again what the last reset hid; false when there is nothing to undo (compaction deletes
   * hidden entries after a day).
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

/**
 * How long `leave` waits for its mark, milliseconds: a slow disk is no reason to refuse a purchase.
 */
const patience = 20_000;

/** Creates a journal. Nothing is read, written or subscribed to until it is first used. */
export function createJournal(ports: JournalPorts): SpendingJournal {
  const log = createReplicatedLog(ports);
  const { journalState, storageLog } = log;
  const { clock } = ports;
  const begun = new Map<string, number>();
  const schedule = createCompactionSchedule(log);
  const reserve = createReserve(log, schedule);

  const eventLine = (kind: Kind, id: string, data: Record<string, string>): Line =>
    encodeEvent({
      kind,
      id,
      event: log.newId(),
      simulated: journalState.fold.entry(id)?.simulated ?? false,
      data,
    });

  const happened = async (kind: Kind, id: string, data: Record<string, string>): Promise<void> => {
    await log.keep([eventLine(kind, id, data)]);
    void (storageLog.state() === 'full' ? schedule.relieve() : schedule.tidy());
  };

  const begin = (asked: boolean): string => {
    const id = log.newId();
    void log.keep([markLine(id, asked, clock.now())]);
    return id;
  };

  return {
    loaded: true,
    get ready() {
      return log.open();
    },
    health: () => {
      void log.open();
      return log.mirrored() ? 'ok' : storageLog.state();
    },
    newId: log.newId,
    session: () => {
      void log.open();
      const [running] = journalState.visits.current(clock.now());
      if (running === undefined) return begin(false);
      log.touch();
      return running;
    },
    newSession: () => void begin(true),
    reserve: async (intents, caps) => {
      const over = await reserve(intents, caps);
      if (!over) for (const { id } of intents) begun.set(id, clock.elapsed());
      return over;
    },
    leave: async (id) => {
      const mark = eventLine('a', id, {});
      let isGivenUp = false;
      const isWritten = await log.intoMirror(() => {
        isGivenUp = journalState.fold.entry(id)?.standing === 'refused';
        return isGivenUp ? [] : [mark];
      }, patience);
      if (isGivenUp) return 'aborted';
      // Without the mark, an intent that requires one would later count as never sent.
      if (!isWritten) return journalState.fold.entry(id)?.unsent ? 'storage-blocked' : undefined;
      log.tell([mark]);
      await storageLog.write([mark]);
      return undefined;
    },
    giveUp: async (id, code) => {
      const line = eventLine('r', id, { code });
      let isUnsent = false;
      const isWritten = await log.intoMirror(() => {
        isUnsent = journalState.fold.entry(id)?.unsent ?? false;
        return isUnsent ? [line] : [];
      });
      if (!isWritten || !isUnsent) return false;
      log.tell([line]);
      await storageLog.write([line]);
      return true;
    },
    accept: (id, job) => happened('a', id, { job: jobText(job) }),
    settle: (id, { charged, basis, pictures, note }) => {
      const start = begun.get(id);
      // Use the wall clock only when another page wrote the intent: it may have been changed since.
      const took =
        start === undefined
          ? clock.now() - (journalState.fold.entry(id)?.at ?? NaN)
          : clock.elapsed() - start;
      begun.delete(id);
      return happened('d', id, {
        charged: toText(usd(charged)),
        basis: basis === 'reported' ? 'r' : 'c',
        pictures: String(pictures),
        took: took >= 0 ? base36(took) : '',
        note: note ?? '',
      });
    },
    // `in-doubt` wins over `refused` when events merge, so a doubt is ended by settling at zero.
    refuse: (id, code) =>
      journalState.fold.entry(id)?.standing === 'in-doubt'
        ? happened('d', id, { charged: '0', basis: 'r', pictures: '0', note: code })
        : happened('r', id, { code }),
    doubt: (id, code) => happened('u', id, { code }),
    correct: (id, amount, note) => happened('c', id, { amount: toText(usd(amount)), note }),
    entry: (id) => {
      void log.open();
      return journalState.fold.entry(id);
    },
    entries: (since) => {
      void log.open();
      return journalState.fold.entries(since);
    },
    times: (provider, model) => {
      void log.open();
      return journalState.fold.times(provider, model);
    },
    underWay: () => {
      void log.open();
      return journalState.fold.open();
    },
    tally: (now = clock.now()) => {
      void log.open();
      const window = { now, sessions: journalState.visits.current(now) };
      return {
        ...journalState.fold.sums(false, window),
        unreadable: journalState.unreadable() + storageLog.newer(),
        sandbox: journalState.fold.sums(true, window),
      };
    },
    subscribe: log.subscribe,
    readerCaps: () => {
      void log.open();
      return journalState.caps();
    },
    setReaderCaps: async (caps, { raise = false } = {}) => {
      const id = log.newId();
      if (!raise && isRaised(journalState.caps(), caps))
        throw new UserPaysError('invalid-input', { stage: 'guard', facts: { reason: 'raise' } });
      await log.keep([capsLine(id, caps)]);
    },
    reset: async () => void (await log.keep([resetLine(log.newId())])),
    undoReset: async () => {
      const id = log.newId();
      const reset = journalState.reset();
      if (reset) await log.keep([resetLine(id, reset)]);
      return reset !== '';
    },
    cleared: log.cleared,
    log,
    schedule,
    close: log.close,
  };
}
