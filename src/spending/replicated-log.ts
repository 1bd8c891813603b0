import type { Clock } from '../base/clock.js';
import { idMaker } from '../base/id.js';
import type { TextStore } from '../base/store.js';
import { createJournalState, type JournalState } from './journal-state.js';
import { localDate } from './local-date.js';
import { createLocalStorageLog, type LocalStorageLog } from './local-storage-log.js';
import { base36, type Line } from './line.js';
import type { IndexedDbLog } from './indexed-db-log.js';
import type { Hint, TabEvents } from './tab-events.js';
import { withTimeout } from './with-timeout.js';

export interface JournalPorts {
  readonly store: TextStore;
  /**
   * The crash-safe copy. Without it a killed browser may lose lines, and caps hold across tabs only
   * as well as Web Locks over localStorage can.
   */
  readonly dbLog?: IndexedDbLog | undefined;
  readonly clock: Clock;
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /** Called when the journal is first used. */
  readonly channel?:
    (() => Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>) | undefined;
  readonly wake?: TabEvents | undefined;
  /** First part of every localStorage key. */
  readonly namespace?: string | undefined;
}

/**
 * One log in three places (this page's memory, localStorage, the IndexedDB log), kept in sync with
 * the other tabs.
 */
export interface ReplicatedLog {
  readonly journalState: JournalState;
  readonly storageLog: LocalStorageLog;
  readonly ports: JournalPorts;
  readonly namespace: string;
  /**
   * Reads what is stored, on first use. Resolves once the IndexedDB log is merged, or after one
   * second.
   */
  open(): Promise<void>;
  newId(): string;
  /**
   * Reads what other tabs wrote, and restores what someone cleared. True when something changed.
   */
  look(): boolean;
  /**
   * Adds lines in one transaction of the IndexedDB log. `decide` runs when the lines of all other
   * tabs are known. False when there is no such log or it failed; `ms`: its timeout.
   */
  intoMirror(decide: () => readonly Line[], ms?: number): Promise<boolean>;
  /** Adds lines to memory and sends them to listeners and other tabs. */
  tell(lines: readonly Line[]): void;
  /**
   * Same as `tell`, and stores them. False when neither store took them (they stay in memory and
   * are tried again).
   */
  keep(lines: readonly Line[]): Promise<boolean>;
  touch(): void;
  announce(): void;
  subscribe(listener: () => void): () => void;
  /** True while the IndexedDB log works. */
  mirrored(): boolean;
  /** How often someone cleared our lines. */
  cleared(): number;
  close(): void;
}

export function createReplicatedLog(ports: JournalPorts): ReplicatedLog {
  const { store, dbLog, clock, namespace = 'upi' } = ports;
  const journalState = createJournalState();
  const storageLog = createLocalStorageLog(store, clock, namespace);
  const makeId = idMaker(clock);
  const listeners = new Set<() => void>();
  let channel: ReturnType<NonNullable<JournalPorts['channel']>> | undefined;
  let sleep: () => void = () => undefined;
  let ready: Promise<void> | undefined;
  let mirrored = false;
  let clearings = 0;
  let noted = -Infinity;
  let told = '';

  // What "today" and "this session" mean now. When it changes, the displayed sums are out of date.
  const moment = (): string =>
    [localDate(clock.now()), ...journalState.visits.current(clock.now())].join();

  const announce = (): void => {
    told = moment();
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // A listener's error is logged, but must not look like a failed write.
        console.error(error);
      }
    }
  };

  // A line that is already in a segment is not written again.
  const missing = (has: (name: string) => boolean): Line[] =>
    [...journalState.lines].filter(([name]) => !has(name) && !journalState.isCovered(name));

  const restore = (): boolean => {
    if (!storageLog.wasCleared()) return false;
    clearings += 1;
    journalState.absorb(storageLog.scan());
    void storageLog.write(missing(storageLog.has));
    return true;
  };

  const look = (): boolean => {
    const restored = restore();
    return journalState.absorb(storageLog.scan()) || restored;
  };

  const intoMirror: ReplicatedLog['intoMirror'] = async (decide, ms = 5000) => {
    if (!dbLog) return false;
    mirrored = await dbLog.transact((fresh, whole) => {
      if (journalState.absorb(fresh)) announce();
      const lines = decide();
      if (!whole) return lines;
      const there = new Set(fresh.map(([name]) => name));
      return [...missing((name) => there.has(name)), ...lines];
    }, ms);
    return mirrored;
  };

  const hint: Hint = (key, value) => {
    const name = key === undefined ? undefined : storageLog.nameOf(key);
    if (key !== undefined && name === undefined) return;
    if (name === 't')
      journalState.visits.touch(
        Math.max(journalState.visits.lastActivity(), parseInt(value ?? '', 36) || 0),
      );
    // Another tab compacted this line; its event is in a segment.
    else if (name !== undefined && value === null && journalState.isCovered(name))
      journalState.drop([name]);
    // A tab that becomes visible may also find that midnight has passed or the session has ended.
    else if (
      name !== undefined && value && name !== 'm'
        ? journalState.absorb([[name, value]])
        : look() || told !== moment()
    )
      announce();
  };

  const consider = (data: unknown): void => {
    const lines = Array.isArray(data)
      ? data.filter(
          (line): line is Line =>
            Array.isArray(line) &&
            line.length === 2 &&
            line.every((text) => typeof text === 'string'),
        )
      : [];
    if (journalState.absorb(lines, true)) announce();
  };

  const open = (): Promise<void> => {
    if (ready) return ready;
    ready = Promise.resolve();
    look();
    journalState.visits.touch(parseInt(storageLog.note('t') ?? '', 36) || -Infinity);
    told = moment();
    sleep = ports.wake?.(hint) ?? sleep;
    try {
      channel = ports.channel?.();
      if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => consider(data);
    } catch {
      // Some opaque origins have no channels; the tally then relies on storage events alone.
    }
    const mend = async (): Promise<void> => void (await storageLog.write(missing(storageLog.has)));
    ready = withTimeout(1000, intoMirror(() => []).then(mend, mend), undefined);
    return ready;
  };

  const touch = (): void => {
    const now = clock.now();
    journalState.visits.touch(now);
    if (Math.abs(now - noted) < 15_000) return;
    noted = now;
    storageLog.note('t', base36(now));
  };

  const tell = (lines: readonly Line[]): void => {
    touch();
    const restored = restore();
    if (journalState.absorb(lines) || restored) announce();
    channel?.postMessage(lines);
  };

  return {
    journalState,
    storageLog,
    ports,
    namespace,
    open,
    look,
    intoMirror,
    tell,
    touch,
    announce,
    newId: () => {
      void open();
      return makeId(journalState.latest());
    },
    keep: async (lines) => {
      void open();
      tell(lines);
      const kept = await Promise.all([
        storageLog.write(lines),
        withTimeout(
          250,
          intoMirror(() => lines),
          false,
        ).catch(() => false),
      ]);
      return kept.includes(true);
    },
    subscribe: (listener) => {
      void open();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    mirrored: () => mirrored,
    cleared: () => clearings,
    close: () => {
      sleep();
      channel?.close();
      dbLog?.close();
    },
  };
}
