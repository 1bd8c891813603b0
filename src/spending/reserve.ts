import { UserPaysError } from '../base/error.js';
import { toText, usd } from '../pricing/money.js';
import { overBudget, strictest } from './budget.js';
import type { Intent } from './entry.js';
import type { Journal, OverBudget } from './journal-port.js';
import type { ReplicatedLog } from './replicated-log.js';
import { base36, encodeEvent, isId, type Line } from './line.js';
import type { CompactionSchedule } from './compaction-schedule.js';

/**
 * Check and write as one step. With a mirror both happen in one IndexedDB transaction, which no
 * other tab can enter: a cap holds however
 * many tabs race. Without one (private windows of some browsers) the check runs under a Web Lock
 * over localStorage: as good as that can be.
 * One durable place is enough to buy: localStorage alone survives a crashed tab but not always a
 * killed browser, the mirror alone survives both.
 */
export function createReserve(
  log: ReplicatedLog,
  schedule: CompactionSchedule,
): Journal['reserve'] {
  const {
    journalState,
    storageLog,
    ports: { clock, locks },
    namespace,
  } = log;
  let turn: Promise<unknown> = Promise.resolve();

  // One after the other in this page and, where there are Web Locks, in this browser.
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const locked = async (): Promise<T> => {
      let begun = false;
      try {
        if (locks)
          return await locks.request(`${namespace}:reserve`, () => {
            begun = true;
            return work();
          });
      } catch (error) {
        // Sandboxed frames refuse locks; then nothing was begun yet.
        if (begun) throw error;
      }
      return work();
    };
    const mine = turn.then(locked, locked);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return async (intents, caps) => {
    void log.open();
    if (!intents.every(({ id }) => isId(id)))
      throw new UserPaysError('internal', { stage: 'guard', facts: { reason: 'id' } });
    log.touch();
    const now = clock.now();
    const lines = intents.map((intent) => intentLine(intent, now, ''));
    const waiting = intents.map((intent) => intentLine(intent, now, '1'));
    // The visit's mark goes along, so that another tab's check knows the session these lines belong
    // to.
    const marks = [...new Set(intents.map(({ session }) => `v:${session}`))].flatMap(
      (name): Line[] => {
        const value = journalState.lines.get(name);
        return value === undefined ? [] : [[name, value]];
      },
    );
    const check = (): OverBudget | undefined =>
      overBudget(journalState.fold, intents, strictest(caps, journalState.caps()), {
        now,
        sessions: journalState.visits.current(now),
      });

    let over: OverBudget | undefined;
    const written = await log.intoMirror(() => {
      over = check();
      return over ? [] : [...marks, ...waiting];
    });
    if (written) {
      if (over) return over;
      log.tell(waiting);
      await storageLog.write(waiting);
      return undefined;
    }
    return alone(async () => {
      log.look();
      const exceeded = check();
      if (exceeded) return exceeded;
      // A full store is relieved once before it counts as full.
      const kept =
        (await storageLog.write(lines)) ||
        (storageLog.state() === 'full' &&
          (await schedule.relieve(), await storageLog.write(lines)));
      if (!kept && intents.some(({ simulated }) => !simulated)) {
        storageLog.forget(lines);
        throw new UserPaysError(
          storageLog.state() === 'full' ? 'storage-full' : 'storage-blocked',
          {
            stage: 'guard',
            charge: 'none',
          },
        );
      }
      log.tell(lines);
      return undefined;
    });
  };
}

/**
 * `waits`: the order is not sent before a mark stands beside this line in the mirror, so that
 * without one it never was.
 */
function intentLine(intent: Intent, now: number, waits: '1' | ''): Line {
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
    },
  });
}

function amount(value: string | undefined): string {
  return value === undefined ? '' : toText(usd(value));
}
