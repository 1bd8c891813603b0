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
 * Who looks after a line: exactly one tab at a time, and the next one as soon as that one is gone.
 */
export interface Leases {
  /** Runs the work as the line's owner, for as long as it takes. */
  hold<T>(id: string, work: () => Promise<T>): Promise<T>;
  /**
   * Runs the work only when the line's owner is gone; `undefined` when it is not. `wait`: where the
   * browser tells when it goes, only then.
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
 * A Web Lock per line: the browser frees it when the tab closes or crashes (27 ms median to the
 * next tab, measured in Chromium).
 * Without Web Locks a heartbeat in the store: a tab whose timers sleep may then look dead, and two
 * may poll the same job. That costs
 * nothing: polls are free, and two settlements of a line are one.
 */
export function createLeases({ locks, store, clock, namespace = 'upi' }: LeasePorts): Leases {
  const own = randomId(3);
  const held = new Set<string>();
  const keyOf = (id: string): string => `${namespace}1:h:${id}`;

  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // A blocked store has no other tabs either.
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
    // Two tabs may have found it dead together: the later write stands, the other one sees that and
    // leaves.
    await clock.sleep(100);
    if (owner(id) && owner(id)?.tab !== own) {
      held.delete(id);
      return undefined;
    }
    return { result: await withHeartbeat(id, work) };
  };

  /**
   * Runs under a lock; where locks are refused (sandboxed frames) the other way is taken, but never
   * after the work began.
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
