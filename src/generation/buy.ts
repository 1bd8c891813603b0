import { defined } from '../base/defined.js';
import { UserPaysError, type ErrorCode } from '../base/error.js';
import { linked } from '../base/abort.js';
import { observable, type Observable } from '../base/store.js';
import { quote } from '../pricing/quote.js';
import type { PictureOrder } from '../providers/adapter.js';
import { movesNoMoney } from '../providers/sandbox.js';
import type { Intent } from '../spending/entry.js';
import { errorOf, worstCharge } from './outcome.js';
import { usePermit } from './permit.js';
import { makePicture, type PictureRun } from './picture-run.js';
import type { PictureState, Purchase, PurchaseState } from './purchase.js';
import { openReceipt, purchaseOf } from './receipt.js';
import type { PurchaseOrder, PurchasePorts } from './purchase-ports.js';

/** A purchase under way. It belongs to the page: elements come and go, it goes on. */
export interface Running {
  readonly id: string;
  readonly state: Observable<PurchaseState>;
  /** Resolves when at least one picture came; rejects with a `UserPaysError` when none did. */
  readonly done: Promise<Purchase>;
  /** What it has come to by now: the pictures that are here, and one receipt over all. */
  purchase(): Purchase;
  /**
   * Stops waiting. Nothing unsent is sent any more; what was sent may still be charged, and the
   * state says so.
   */
  cancel(): void;
}

/**
 * After these, the next picture of the batch would meet the same, or it is not known what the last
 * one cost: nothing more is sent.
 */
const goesOn: ReadonlySet<ErrorCode> = new Set(['content-refused', 'image-lost']);

/**
 * Buys what was quoted: the money is reserved and the intents are written first, then each picture
 * is asked for once.
 * The purchase's lease is held from before the first line until the last picture, so that no other
 * tab takes it for lost.
 * Whether it is play money the maker decides, and not what the order says of itself. Rejects with
 * `no-gesture` without the reader's permit,
 * with `over-budget`, `storage-full` or `storage-blocked` when nothing could be reserved, and with
 * `aborted` when it was stopped before
 * that; the charge is `none` each time.
 */
export function buy(purchasePorts: PurchasePorts, asked: PurchaseOrder): Promise<Running> {
  return new Promise((resolve, reject) => {
    // A copy: who handed it in can't change it any more.
    const order: PurchaseOrder = { ...asked, simulated: movesNoMoney(asked.imageProvider) };
    const purchase = purchasePorts.journal.newId();
    purchasePorts
      .lease(purchase, async () => {
        if (order.signal?.aborted) throw aborted();
        const running = send(purchasePorts, order, await reserve(purchasePorts, order, purchase));
        resolve(running);
        await running.done.catch(() => undefined);
      })
      .catch(reject);
  });
}

function aborted(): UserPaysError {
  return new UserPaysError('aborted', { stage: 'submit', charge: 'none' });
}

/** Sends a reserved purchase: one paid request per line, at most `concurrency` at a time. */
function send(
  purchasePorts: PurchasePorts,
  order: PurchaseOrder,
  lines: readonly Intent[],
): Running {
  const link = linked(order.signal);
  const purchase = lines[0]?.purchase ?? '';
  const state = observable<PurchaseState>({
    id: purchase,
    quote: order.quote,
    prompt: order.prompt,
    simulated: order.simulated,
    pictures: lines.map(({ id }) => ({ id, name: 'waiting' })),
  });
  const soFar = (): Purchase => purchaseOf(state.get(), purchasePorts.clock.now());
  const done = sendAll(purchasePorts, order, lines, state, link.signal).then(() =>
    outcomeOf(state.get(), soFar()),
  );
  done.catch(() => undefined);
  return { id: purchase, state, done, purchase: soFar, cancel: () => link.abort(aborted()) };
}

async function sendAll(
  purchasePorts: PurchasePorts,
  order: PurchaseOrder,
  lines: readonly Intent[],
  state: Observable<PurchaseState>,
  signal: AbortSignal,
): Promise<void> {
  const each = quote({ ...order.quote.request, count: 1 }, order.pricing);
  const change =
    (id: string) =>
    (part: Partial<PictureState>): void =>
      state.set({
        ...state.get(),
        pictures: state
          .get()
          .pictures.map((picture) => (picture.id === id ? { ...picture, ...part } : picture)),
      });
  let halted: UserPaysError | undefined;
  const queue = lines.map((line, index) => ({ line: line.id, index }));
  const drop = async (id: string, why: UserPaysError): Promise<void> => {
    await purchasePorts.journal.refuse(id, why.code);
    const error = errorOf({ kind: 'refused', code: why.code, charge: 'none' }, 'submit', why.facts);
    change(id)({
      name: 'failed',
      error,
      receipt: openReceipt(id, each, purchasePorts.clock.now(), order.simulated),
    });
  };
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const stop = halted ?? (signal.aborted ? aborted() : undefined);
      if (stop) {
        await drop(item.line, stop);
        continue;
      }
      const run: PictureRun = {
        purchasePorts,
        order,
        purchase: state.get().id,
        line: item.line,
        each,
        signal,
        change: change(item.line),
      };
      const error = await makePicture(run, pictureOrder(order, item.line, item.index));
      if (error && !goesOn.has(error.code)) halted = error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(order.concurrency ?? 2, lines.length) }, worker));
}

function pictureOrder(order: PurchaseOrder, line: string, index: number): PictureOrder {
  const { model, route, width, height, steps } = order.quote.request;
  const seed = order.seed === undefined ? undefined : order.seed + index;
  const { sends } = order.quote;
  return {
    model,
    width,
    height,
    prompt: order.prompt,
    references: order.references,
    ...defined({ route, steps, seed, sends, keepAs: order.keepsThere ? `${line}.png` : undefined }),
  };
}

function outcomeOf(state: PurchaseState, purchase: Purchase): Purchase {
  if (purchase.images.length > 0) return purchase;
  const errors = state.pictures.flatMap((picture) => picture.error ?? []);
  const first = errors.find(
    (error) => error.charge === worstCharge(errors.map((each) => each.charge)),
  );
  throw first ?? new UserPaysError('internal', { stage: 'submit', charge: 'possible' });
}

/**
 * Reserves the money and writes the intents. Throws `no-gesture`, `over-budget`, `storage-full` or
 * `storage-blocked`, all with charge `none`.
 * The one place where a purchase is let through: the reader's permit is used up here.
 */
async function reserve(
  purchasePorts: PurchasePorts,
  order: PurchaseOrder,
  purchase: string,
): Promise<readonly Intent[]> {
  if (!order.simulated && !usePermit(order.permit))
    throw new UserPaysError('no-gesture', { stage: 'guard', charge: 'none' });
  const lines = intents(purchasePorts, order, purchase);
  const over = await purchasePorts.journal.reserve(lines, order.caps);
  if (over)
    throw new UserPaysError('over-budget', {
      stage: 'guard',
      charge: 'none',
      retry: 'never',
      facts: { ...over },
    });
  return lines;
}

function intents(purchasePorts: PurchasePorts, order: PurchaseOrder, purchase: string): Intent[] {
  const { provider, model, route, width, height, count = 1 } = order.quote.request;
  const each = quote({ ...order.quote.request, count: 1 }, order.pricing);
  return Array.from({ length: count }, () => ({
    id: purchasePorts.journal.newId(),
    purchase,
    provider,
    model,
    size: `${width}x${height}`,
    simulated: order.simulated,
    low: each.total?.low,
    high: each.total?.high,
    quote: order.quote.id,
    session: purchasePorts.journal.session(),
    ...defined({ route }),
  }));
}
