import type { Clock } from '../../src/base/clock.js';
import { randomId } from '../../src/base/id.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { puter } from '../../src/providers/puter.js';
import { watchedPorts, type Watched } from '../contract/ports.js';
import {
  scriptedFetch,
  type Network,
  type ScriptedReply,
  type SentCall,
} from '../contract/scripted-fetch.js';

/** The line of the report that `lighthouse` is billed by. */
export const meterKey = 'togetherai:black-forest-labs/flux_dot_2-pro:per-image';

export const lighthouse: PictureOrder = {
  model: 'flux-2-pro',
  route: 'together',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
  isFixed: true,
};

type Fate = ScriptedReply | 'breaks' | 'hangs';

interface Deal extends Watched {
  readonly outcome: Outcome | { readonly kind: 'threw'; readonly error: unknown };
}

/**
 * Puter behind `fetch`, with one account whose usage report counts what it billed. Each has an app,
 * a token and a ledger of its own, so that no test knows another's purchases.
 */
export function puterInMemory() {
  const api = `https://${randomId()}.puter.example`;
  const session = { authToken: `token-${randomId()}`, APIOrigin: api, appID: `app-${randomId()}` };
  const lines: Record<string, unknown> = {};
  const world = {
    api,
    session,
    /** `whoami`, `report`, `note`, `leaves` and `paid`, in the order they came. */
    log: [] as string[],
    sent: [] as SentCall[],
    /** Who is signed in, or the status that is answered instead. */
    whoami: { username: `reader-${randomId()}` } as object | number,
    /** The answers to paid orders, in order; then a picture for three cents. */
    fates: [] as { readonly reply: Fate; readonly bills?: number }[],
    /** The answers to the next reports, in order; then the account's own. */
    reports: [] as ScriptedReply[],
    /** More fields of the report. */
    report: {} as Record<string, unknown>,
    /** Adds a line's worth to the report, microcents. */
    bill: (cost: number, key = meterKey, units = 1): void => {
      const { count = 0, cost: before = 0, units: had = 0 } = (lines[key] ?? {}) as Counted;
      lines[key] = { count: count + 1, cost: before + cost, units: had + units };
    },
    /** What is called when an order arrives, before it is answered. */
    onOrder: (): void => undefined,
    /** Costs that are still being read. */
    later: [] as Promise<unknown>[],
    network: ((call) => answer(call)) as Network,
    buy: (order: Partial<PictureOrder> = {}, more: Parameters<typeof watchedPorts>[0] = {}) =>
      buy(order, more),
  };

  const answer = (call: SentCall): ReturnType<Network> => {
    const { origin, pathname: path } = new URL(call.url);
    // A purchase of an earlier test may still be reading its report.
    if (origin !== api) return { status: 404, json: {} };
    world.sent.push(call);
    if (path === '/whoami') {
      world.log.push('whoami');
      return typeof world.whoami === 'number'
        ? { status: world.whoami, json: {} }
        : { status: 200, json: world.whoami };
    }
    if (path.startsWith('/metering/usage')) {
      world.log.push('report');
      return (
        world.reports.shift() ?? {
          status: 200,
          json: { total: 1, ...structuredClone(lines), ...world.report },
        }
      );
    }
    world.log.push('paid');
    const { reply, bills = 0 } = world.fates.shift() ?? { reply: picture, bills: 3_000_000 };
    if (bills > 0) world.bill(bills);
    world.onOrder();
    return reply;
  };

  const buy = async (
    order: Partial<PictureOrder>,
    more: Parameters<typeof watchedPorts>[0] = {},
  ): Promise<Deal> => {
    const watched = watchedPorts({
      providerSession: session,
      clock: patientClock(),
      note: () => {
        world.log.push('note');
        return Promise.resolve();
      },
      beforeSend: () => {
        world.log.push('leaves');
        return Promise.resolve();
      },
      ...more,
    });
    const outcome = await puter
      .run({ ...lighthouse, ...order }, watched.ports)
      .catch((error: unknown) => ({ kind: 'threw' as const, error }));
    if (outcome.kind === 'done' && outcome.later) world.later.push(outcome.later);
    return { ...watched, outcome };
  };
  return world;
}

interface Counted {
  readonly count?: number;
  readonly cost?: number;
  readonly units?: number;
}

export const picture: ScriptedReply = {
  status: 200,
  json: { success: true, result: 'https://pictures.example/1.png' },
};

/** A supplier's failure as Puter passes it on: may have been charged. */
export const failure: ScriptedReply = {
  status: 502,
  json: { code: 'upstream_failed', message: 'The supplier failed' },
};

/** Pauses take no time, and no deadline ever ends. */
export function patientClock(): Clock {
  let at = 1_800_000_000_000;
  return {
    now: () => at,
    elapsed: () => at,
    sleep: (ms, signal) =>
      new Promise((done, stop) => {
        signal?.addEventListener('abort', () => {
          stop(signal.reason as Error);
        });
        if (signal) return;
        at += ms;
        setTimeout(done);
      }),
  };
}

/** Runs `work` while `fetch` leads to this Puter, and waits for what it leaves under way. */
export async function at<T>(
  world: ReturnType<typeof puterInMemory>,
  work: () => Promise<T>,
): Promise<T> {
  const { restore } = scriptedFetch(world.network);
  try {
    const result = await work();
    await Promise.all(world.later);
    return result;
  } finally {
    restore();
  }
}
