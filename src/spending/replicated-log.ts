import type { Clock } from '../base/clock.js';
import { idMaker } from '../base/id.js';
import type { TextStore } from '../base/store.js';
import { createJournalState, type JournalState } from './journal-state.js';
import { localDate } from './local-date.js';
import { createLocalStorageLog, isNote, type LocalStorageLog } from './local-storage-log.js';
import { base36, type Line } from './line.js';
import type { IndexedDbLog } from './indexed-db-log.js';
import { outdatedLines } from './outdated-lines.js';
import type { ChangeListener, TabEvents } from './tab-events.js';
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
  /**
   * Uses up the reader's latest act, a trusted press of the last five seconds; false if there is
   * none. Called, as the method is called, before anything that leaves more to be spent.
   */
  readonly takeAct: () => boolean;
  /** The site that this page belongs to, for the sums by site; `''` when unknown. */
  readonly site?: (() => string) | undefined;
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
  /** Records activity, which keeps the session going. */
  touch(): void;
  /** Calls all listeners. */
  announce(): void;
  subscribe(listener: () => void): () => void;
  /** True while the IndexedDB log works. */
  mirrored(): boolean;
  /** How often someone cleared our lines. */
  cleared(): number;
  close(): void;
}

export function createReplicatedLog(ports: JournalPorts): ReplicatedLog {
  const log = new LogReplicas(ports);
  return {
    journalState: log.journalState,
    storageLog: log.storageLog,
    ports,
    namespace: log.namespace,
    open: () => log.open(),
    look: () => log.look(),
    intoMirror: (decide, ms) => log.intoMirror(decide, ms),
    tell: (lines) => log.tell(lines),
    touch: () => log.touch(),
    announce: () => log.announce(),
    newId: () => log.newId(),
    keep: (lines) => log.keep(lines),
    subscribe: (listener) => log.subscribe(listener),
    mirrored: () => log.mirrored,
    cleared: () => log.clearings,
    close: () => log.close(),
  };
}

class LogReplicas {
  readonly journalState = createJournalState();
  readonly storageLog: LocalStorageLog;
  readonly namespace: string;
  mirrored = false;
  clearings = 0;
  readonly #ports: JournalPorts;
  readonly #dbLog: IndexedDbLog | undefined;
  readonly #clock: Clock;
  readonly #makeId: ReturnType<typeof idMaker>;
  readonly #listeners = new Set<() => void>();
  #channel: ReturnType<NonNullable<JournalPorts['channel']>> | undefined;
  #sleep: () => void = () => undefined;
  #ready: Promise<void> | undefined;
  #noted = -Infinity;
  #told = '';

  constructor(ports: JournalPorts) {
    const { store, dbLog, clock, namespace = 'upi' } = ports;
    this.namespace = namespace;
    this.#ports = ports;
    this.#dbLog = dbLog;
    this.#clock = clock;
    this.storageLog = createLocalStorageLog(store, clock, namespace);
    this.#makeId = idMaker(clock);
  }

  open(): Promise<void> {
    if (this.#ready) return this.#ready;
    this.#ready = Promise.resolve();
    this.look();
    this.journalState.visits.touch(parseInt(this.storageLog.note('t') ?? '', 36) || -Infinity);
    this.#told = this.#moment();
    this.#listen();
    const mend = (): Promise<void> => this.#mend();
    this.#ready = withTimeout(1000, this.intoMirror(() => []).then(mend, mend), undefined);
    return this.#ready;
  }

  newId(): string {
    void this.open();
    return this.#makeId(this.journalState.latest());
  }

  look(): boolean {
    const restored = this.#restore();
    return this.journalState.absorb(this.storageLog.scan()) || restored;
  }

  async intoMirror(decide: () => readonly Line[], ms = 5000): Promise<boolean> {
    if (!this.#dbLog) return false;
    this.mirrored = await this.#dbLog.transact((fresh, whole) => {
      if (this.journalState.absorb(fresh)) this.announce();
      const lines = decide();
      if (!whole) return lines;
      const there = new Set(fresh.map(([name]) => name));
      return [...this.#missing((name) => there.has(name)), ...lines];
    }, ms);
    return this.mirrored;
  }

  tell(lines: readonly Line[]): void {
    this.touch();
    const restored = this.#restore();
    if (this.journalState.absorb(lines) || restored) this.announce();
    this.#channel?.postMessage(lines);
  }

  async keep(lines: readonly Line[]): Promise<boolean> {
    void this.open();
    this.tell(lines);
    const kept = await Promise.all([
      this.storageLog.write(lines),
      withTimeout(
        250,
        this.intoMirror(() => lines),
        false,
      ).catch(() => false),
    ]);
    return kept.includes(true);
  }

  touch(): void {
    const now = this.#clock.now();
    this.journalState.visits.touch(now);
    if (Math.abs(now - this.#noted) < 15_000) return;
    this.#noted = now;
    this.storageLog.note('t', base36(now));
  }

  announce(): void {
    this.#told = this.#moment();
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        // A listener's error is logged, but must not look like a failed write.
        console.error(error);
      }
    }
  }

  subscribe(listener: () => void): () => void {
    void this.open();
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): void {
    this.#sleep();
    this.#channel?.close();
    this.#dbLog?.close();
  }

  /**
   * What "today" and "this session" mean now. When it changes, the displayed sums are out of date.
   */
  #moment(): string {
    const { visits } = this.journalState;
    return [localDate(this.#clock.now()), ...visits.current(this.#clock.now())].join();
  }

  /** A line that is already in a segment, or outdated, is not written again. */
  #missing(has: (name: string) => boolean): Line[] {
    const { journalState } = this;
    const missing = [...journalState.lines].filter(
      ([name]) => !has(name) && !journalState.isCovered(name),
    );
    if (!missing.length) return missing;
    const outdated = new Set(outdatedLines(journalState, this.#clock.now()));
    return missing.filter(([name]) => !outdated.has(name));
  }

  #restore(): boolean {
    if (!this.storageLog.wasCleared()) return false;
    this.clearings += 1;
    this.journalState.absorb(this.storageLog.scan());
    void this.storageLog.write(this.#missing(this.storageLog.has));
    return true;
  }

  async #mend(): Promise<void> {
    await this.storageLog.write(this.#missing(this.storageLog.has));
  }

  #listen(): void {
    this.#sleep = this.#ports.wake?.((key, value) => this.#changed(key, value)) ?? this.#sleep;
    try {
      this.#channel = this.#ports.channel?.();
      if (this.#channel)
        this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => this.#consider(data);
    } catch {
      // Some opaque origins have no channels; the tally then relies on storage events alone.
    }
  }

  /** Another tab wrote or removed this key; without a key: it may have written anything. */
  #changed(...[key, value]: Parameters<ChangeListener>): void {
    if (key === undefined) return this.#lookAgain();
    const { journalState } = this;
    const name = this.storageLog.nameOf(key);
    if (name === undefined) return;
    if (name === 't') return this.#noteActivity(value ?? '');
    // Another tab compacted this line; its event is in a segment.
    if (value === null && journalState.isCovered(name)) return journalState.drop([name]);
    // Nothing to look for: a compaction deletes thousands of these one by one.
    if (value === null && /^[vx]:/.test(name)) return;
    if (!value || name === 'm') return this.#lookAgain();
    if (isNote(name)) return;
    if (journalState.absorb([[name, value]])) this.announce();
  }

  /** Another tab noted activity at this time, base 36. */
  #noteActivity(time: string): void {
    const { visits } = this.journalState;
    const at = parseInt(time, 36) || 0;
    visits.touch(Math.max(visits.lastActivity(), at));
  }

  /** A tab that becomes visible may also find that midnight has passed or the session has ended. */
  #lookAgain(): void {
    if (this.look() || this.#told !== this.#moment()) this.announce();
  }

  #consider(data: unknown): void {
    if (this.journalState.absorb(linesIn(data), { isTold: true })) this.announce();
  }
}

/** The lines in another tab's message, which may hold anything. */
function linesIn(data: unknown): Line[] {
  if (!Array.isArray(data)) return [];
  return data.filter(
    (line): line is Line =>
      Array.isArray(line) && line.length === 2 && line.every((text) => typeof text === 'string'),
  );
}
