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
export function createLeases({ locks, store, clock, namespace = 'upi' }: LeasePorts): Leases {
  const own = randomId(3);
  const held = new Set<string>();
  const keyOf = (id: string): string => `${namespace}1:h:${id}`;

  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // Where the store is blocked, other tabs can't be seen anyway.
      return undefined;
    }
  };
  const beat = (id: string): unknown =>
    quietly(() => store.set(keyOf(id), `${clock.now().toString(36)}.${own}`));
  const owner = (id: string): { at: number; tab: string } | undefined => {
    const [, at = '', tab = ''] =
      /^([0-9a-z]{1,10})\.([0-9a-f]{6})$/.exec(quietly(() => store.get(keyOf(id))) ?? '') ?? [];
    return tab ? { at: parseInt(at, 36), tab } : undefined;
  };

  const withHeartbeat = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const end = new AbortController();
    held.add(id);
    beat(id);
    void (async () => {
      for (;;) {
        await clock.sleep(BEAT, end.signal);
        beat(id);
      }
    })().catch(() => undefined);
    try {
      return await work();
    } finally {
      end.abort();
      held.delete(id);
      quietly(() => store.remove(keyOf(id)));
    }
  };

  const takeByHeartbeat: Leases['tryTakeOver'] = async (id, work) => {
    const before = owner(id);
    if (held.has(id) || (before && Math.abs(clock.now() - before.at) < DEAD)) return undefined;
    held.add(id);
    beat(id);
    // Two tabs may find the owner dead at the same time. The later write wins; the other tab sees
    // that and gives up.
    await clock.sleep(100);
    if (owner(id) && owner(id)?.tab !== own) {
      held.delete(id);
      return undefined;
    }
    return { result: await withHeartbeat(id, work) };
  };

  /**
   * Runs under a Web Lock. Where locks are refused (sandboxed frames) it falls back to `otherwise`,
   * but never after the work began.
   */
  const locked = async <T>(
    id: string,
    options: LockOptions,
    run: (lock: Lock | null) => Promise<T>,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    if (!locks) return otherwise();
    let begun = false;
    try {
      return await locks.request(`${namespace}:job:${id}`, options, (lock) => {
        begun = true;
        return run(lock);
      });
    } catch (error) {
      if (begun) throw error;
      return otherwise();
    }
  };

  return {
    hold: (id, work) => locked(id, {}, work, () => withHeartbeat(id, work)),
    tryTakeOver: <T>(id: string, work: () => Promise<T>, wait = false) =>
      locked<{ readonly result: T } | undefined>(
        id,
        { ifAvailable: !wait },
        async (lock) => (lock ? { result: await work() } : undefined),
        () => takeByHeartbeat(id, work),
      ),
  };
}
