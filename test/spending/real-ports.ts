import { systemClock } from '../../src/base/clock.js';
import { randomId } from '../../src/base/id.js';
import type { JournalPorts } from '../../src/spending/replicated-log.js';
import { indexedDbLog } from '../../src/spending/indexed-db-log.js';
import { localTextStore } from '../../src/spending/storage.js';
import { pageTabEvents } from '../../src/spending/tab-events.js';

/** A namespace of its own, so that tests don't meet in the origin's storage. */
export function ownNamespace(): string {
  return `t${randomId(4)}x`;
}

/** The browser's own storage, database, channel, locks and events. */
export function realPorts(namespace: string): JournalPorts & { namespace: string } {
  return {
    store: localTextStore(),
    dbLog: indexedDbLog(namespace, 50_000),
    clock: systemClock,
    takeAct: () => true,
    locks: navigator.locks,
    channel: () => new BroadcastChannel(namespace),
    wake: pageTabEvents,
    namespace,
  };
}

/** Empties what a namespace left behind. */
export function sweep(namespace: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(namespace)) localStorage.removeItem(key);
  indexedDB.deleteDatabase(namespace);
}

/** Waits until it holds, at most `ms`; resolves whether it did. */
export async function holds(condition: () => boolean, ms = 50_000): Promise<boolean> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > ms) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
