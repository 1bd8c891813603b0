import { systemClock, type Clock } from '../../src/base/clock.js';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { buy } from '../../src/generation/buy.js';
import type { PurchaseState } from '../../src/generation/purchase.js';
import type { PurchaseOrder, PurchasePorts } from '../../src/generation/purchase-ports.js';
import { quote } from '../../src/pricing/index.js';
import type { Adapter } from '../../src/providers/adapter.js';
import { deadlines, type Deadlines } from '../../src/providers/image-provider.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import { readImage } from '../../src/providers/read-image.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { createJournal, type SpendingJournal } from '../../src/spending/journal.js';
import { readersPermit } from './permit.js';
import { rebased } from '../contract/rebased.js';

/**
 * A clock on which a minute takes three quarters of a second. Its deadlines end when `timeIsUp` is
 * called, and not because a machine is slow.
 */
export interface QuickClock extends Clock {
  timeIsUp(): void;
}

/** Waits at least this long are deadlines, milliseconds. */
const deadline = 1_000_000;

/** The wall clock, but for the pauses between two reads of a picture. */
const quickPauses: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms < 10_000 ? ms / 80 : ms, signal),
};

export interface MatrixShop extends PurchasePorts {
  readonly clock: QuickClock;
  readonly journal: SpendingJournal;
  /** Line ids of the pictures that came home. */
  readonly kept: string[];
}

/**
 * The runner's shop over Node: the real journal, the real reading of pictures, with every address
 * moved to `origin`.
 */
export function matrixShop(
  origin: string,
  store: TextStore = memoryStore(),
  clock = quickClock(),
): MatrixShop {
  const kept: string[] = [];
  return {
    clock,
    store,
    kept,
    journal: createJournal({ store, clock, takeAct: () => true }),
    lease: (_id, work) => work(),
    keep: (id) => Promise.resolve(void kept.push(id)),
    readImage: (url, signal, relay, ms) => {
      const { host, pathname, search } = new URL(url);
      return readImage(
        `${origin}/picture/${host}${pathname}${search}`,
        signal,
        relay,
        (ms ?? deadlines.image) / 80,
        quickPauses,
      );
    },
    measure: () => Promise.resolve({ width: 1, height: 1 }),
    look: () => Promise.resolve({ width: 1, height: 1 }),
    urlOf: () => 'blob:kept',
  };
}

/** Nothing in it ends before `timeIsUp`, but for the picture, which is read by the wall clock. */
export const patient: Deadlines = {
  submit: 2_000_000,
  submitPicture: 2_000_000,
  poll: 5_000_000,
  image: 2_000_000,
};

/** Three cents a picture, known exactly. */
const price = '0.03';

/**
 * An order of `count` pictures at three cents each from this adapter, with its hosts moved to
 * `origin`.
 */
export function matrixOrder(
  adapter: Adapter,
  picture: Partial<PictureOrder>,
  origin: string,
  rest: Partial<PurchaseOrder> & { count?: number } = {},
): PurchaseOrder {
  const { count = 1, ...more } = rest;
  const { model = 'flux-2-pro', width = 1024, height = 1024 } = picture;
  const own = quote({
    provider: 'openai-compatible',
    model: 'default',
    width,
    height,
    count,
    unitPrice: price,
  });
  return {
    quote: { ...own, request: { ...own.request, model } },
    prompt: 'A lighthouse',
    references: picture.references ?? [],
    imageProvider: httpProvider(rebased(adapter, origin)),
    key: 'canary-key-0123456789',
    caps: {},
    simulated: false,
    deadlines: patient,
    ...more,
  };
}

export interface Ended {
  readonly error: { code: string; charge: string; retry: string } | undefined;
  readonly state: PurchaseState;
}

/** Buys, and tells how it ended, whichever way. */
export async function buyIn(purchasePorts: PurchasePorts, order: PurchaseOrder): Promise<Ended> {
  const permit = readersPermit(order.quote.id, purchasePorts.clock);
  const running = await buy(purchasePorts, { ...order, permit });
  const error = await running.done.then(
    () => undefined,
    (reason: unknown) => reason as Ended['error'],
  );
  return { error, state: running.state.get() };
}

function quickClock(): QuickClock {
  const start = new Date(2026, 10, 20, 12).getTime();
  const began = performance.now();
  const waiting = new Set<() => void>();
  const elapsed = (): number => (performance.now() - began) * 80;
  return {
    now: () => Math.round(start + elapsed()),
    elapsed,
    sleep: (ms, signal) =>
      new Promise((done, stop) => {
        if (signal?.aborted) return stop(signal.reason as Error);
        if (ms >= deadline) waiting.add(done);
        const timer = setTimeout(done, ms / 80);
        signal?.addEventListener(
          'abort',
          () => {
            clearTimeout(timer);
            waiting.delete(done);
            stop(signal.reason as Error);
          },
          { once: true },
        );
      }),
    timeIsUp: () => {
      for (const done of waiting) done();
    },
  };
}
