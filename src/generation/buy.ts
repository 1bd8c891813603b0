import { seedAt } from '../base/seed.js';
import { quoteFor } from './quote-for.js';
import { defined } from '../base/defined.js';
import { UserPaysError, type ErrorCode } from '../base/error.js';
import { linked } from '../base/abort.js';
import { observable, type Observable } from '../base/store.js';
import { compareUsd, usd } from '../pricing/money.js';
import { isOneAmount } from '../pricing/one-amount.js';
import type { Quote } from '../pricing/quote-types.js';
import type { PictureOrder } from '../providers/picture-order.js';
import { movesNoMoney } from '../providers/sandbox.js';
import type { Intent } from '../spending/entry.js';
import { errorOf, errorOfAll } from './outcome.js';
import { usePermit } from './permit.js';
import type { PictureRun } from './picture-ports.js';
import { makePicture } from './picture-run.js';
import type { PictureState, Purchase, PurchaseState } from './purchase.js';
import { openReceipt, purchaseOf } from './receipt.js';
import type { PurchaseOrder, PurchasePorts } from './purchase-ports.js';
import { times } from '../base/times.js';

/** A running purchase. It belongs to the page and continues when its element is removed. */
export interface Running {
  readonly id: string;
  readonly state: Observable<PurchaseState>;
  /** Resolves when at least one picture arrived; rejects with a `UserPaysError` when none did. */
  readonly done: Promise<Purchase>;
  /** The purchase so far: the pictures that arrived and one receipt for all. */
  purchase(): Purchase;
  /** The error as it stands now: a provider may report the amount after the purchase failed. */
  error(): UserPaysError | undefined;
  /**
   * Stops waiting. Nothing more is sent; what was sent may still be charged, and the state says so.
   */
  cancel(): void;
  /**
   * Lets what was sent go on, and sends nothing more: if the reader wants it (`goOn`), and always at
   * Puter, which can't be told to stop, nor asked for the picture later. Otherwise, and where nothing
   * was sent, it returns false, and nothing changes.
   */
  leave(goOn: boolean): boolean;
}

/**
 * Error codes after which the batch goes on with its next picture. After any other, that one would
 * meet the same error, or it is not known what the last one cost, so nothing more is sent.
 */
const goesOn: ReadonlySet<ErrorCode> = new Set(['content-refused', 'image-lost']);

/**
 * Buys what was quoted: reserves the money and writes the intents, then sends one request per
 * picture. Holds the purchase's lease from before the first intent until the last picture, so that
 * no other tab takes it for abandoned. Whether the money is simulated depends on the image
 * provider, not on the order.
 *
 * @throws UserPaysError `no-gesture` without the reader's permit; `over-budget`, `storage-full` or
 *   `storage-blocked` when nothing could be reserved; `aborted` when it was stopped before that.
 *   The charge is always `none`.
 */
export function buy(purchasePorts: PurchasePorts, asked: PurchaseOrder): Promise<Running> {
  return new Promise((resolve, reject) => {
    // A copy, so that the caller can't change the order any more.
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

/** Sends a reserved purchase: one paid request per intent, at most `concurrency` at a time. */
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
  const batch = new Batch(purchasePorts, order, lines, state, link.signal);
  const done = sendAll(batch, order, lines).then(() => outcomeOf(state.get(), soFar()));
  done.catch(() => undefined);
  const leave = (goOn: boolean): boolean => {
    const isVain = goOn || order.quote.request.provider === 'puter';
    const isLeft =
      isVain &&
      state
        .get()
        .pictures.some(({ isSent, name }) => isSent && name !== 'done' && name !== 'failed');
    if (isLeft) batch.close();
    return isLeft;
  };
  const cancel = (): void => link.abort(aborted());
  const error = (): UserPaysError | undefined => errorIn(state.get());
  return { id: purchase, state, done, purchase: soFar, error, cancel, leave };
}

async function sendAll(
  batch: Batch,
  order: PurchaseOrder,
  lines: readonly Intent[],
): Promise<void> {
  const workers = Math.min(order.concurrency ?? 2, lines.length);
  await Promise.all(times(workers, () => batch.work()));
  await batch.dropped;
}

/** The pictures of one purchase that were not sent yet, and the error that halts the rest. */
class Batch {
  readonly #purchasePorts: PurchasePorts;
  readonly #order: PurchaseOrder;
  readonly #state: Observable<PurchaseState>;
  readonly #signal: AbortSignal;
  readonly #each: Quote;
  readonly #queue: { readonly line: string; readonly index: number }[];
  #halted: UserPaysError | undefined;
  #isClosed = false;
  /** Resolves when those that `close` left out are written down. */
  dropped: Promise<unknown> = Promise.resolve();

  constructor(
    purchasePorts: PurchasePorts,
    order: PurchaseOrder,
    lines: readonly Intent[],
    state: Observable<PurchaseState>,
    signal: AbortSignal,
  ) {
    this.#purchasePorts = purchasePorts;
    this.#order = order;
    this.#state = state;
    this.#signal = signal;
    this.#each = quoteFor({ ...order.quote.request, count: 1 }, order.pricing);
    this.#queue = lines.map((line, index) => ({ line: line.id, index }));
  }

  /** Nothing more is sent. What was sent goes on. */
  close(): void {
    this.#isClosed = true;
    this.dropped = Promise.all(
      this.#queue.splice(0).map(({ line }) => this.#drop(line, aborted())),
    );
  }

  /** Takes pictures from the queue until it is empty. Several may run at once. */
  async work(): Promise<void> {
    for (let item = this.#queue.shift(); item; item = this.#queue.shift()) {
      const stop = this.#halted ?? (this.#signal.aborted ? aborted() : undefined);
      if (stop) {
        await this.#drop(item.line, stop);
        continue;
      }
      const { line, index } = item;
      const error = await makePicture(this.#run(line), pictureOrder(this.#order, line, index));
      if (error && !goesOn.has(error.code)) this.#halted = error;
    }
  }

  #run(line: string): PictureRun {
    return {
      purchasePorts: this.#purchasePorts,
      order: this.#order,
      purchase: this.#state.get().id,
      line,
      each: this.#each,
      signal: this.#signal,
      isClosed: () => this.#isClosed,
      change: (part) => this.#change(line, part),
    };
  }

  async #drop(id: string, why: UserPaysError): Promise<void> {
    const { journal, clock } = this.#purchasePorts;
    await journal.refuse(id, why.code);
    const error = errorOf({ kind: 'refused', code: why.code, charge: 'none' }, 'submit', why.facts);
    this.#change(id, {
      name: 'failed',
      error,
      receipt: openReceipt(id, this.#each, clock.now(), this.#order.simulated),
    });
  }

  #change(id: string, part: Partial<PictureState>): void {
    const now = this.#state.get();
    this.#state.set({
      ...now,
      pictures: now.pictures.map((picture) =>
        picture.id === id ? { ...picture, ...part } : picture,
      ),
    });
  }
}

function pictureOrder(order: PurchaseOrder, line: string, index: number): PictureOrder {
  const { model, route, width, height, steps } = order.quote.request;
  const { mostSeed } = order.imageProvider;
  const seed = order.seed === undefined ? undefined : seedAt(order.seed, index, mostSeed);
  const { sends, free, sources, exactness, asOf } = order.quote;
  // By a list read some time ago it may cost something by now: then the meter is asked.
  const isLive = sources[0]?.kind === 'live';
  const isFixed = exactness === 'exact' || (asOf !== undefined && isOneAmount(order.quote));
  return {
    model,
    width,
    height,
    prompt: order.prompt,
    references: order.references,
    ...defined({
      route,
      steps,
      seed,
      sends,
      isFree: isLive ? free : undefined,
      wasFree: isLive ? undefined : free,
      isFixed: isFixed || undefined,
      mask: order.mask,
      keepAs: order.keepsThere ? `${line}.png` : undefined,
    }),
  };
}

function errorIn(state: PurchaseState): UserPaysError | undefined {
  return errorOfAll(state.pictures.flatMap((picture) => picture.error ?? []));
}

function outcomeOf(state: PurchaseState, purchase: Purchase): Purchase {
  if (purchase.images.length > 0) return purchase;
  throw errorIn(state) ?? new UserPaysError('internal', { stage: 'submit', charge: 'possible' });
}

/**
 * Uses up the reader's permit, reserves the money and writes the intents. Nothing else authorises a
 * purchase.
 *
 * @throws UserPaysError `no-gesture`, `over-budget`, `storage-full` or `storage-blocked`, all with
 *   charge `none`.
 */
async function reserve(
  purchasePorts: PurchasePorts,
  order: PurchaseOrder,
  purchase: string,
): Promise<readonly Intent[]> {
  if (!order.simulated && !usePermit(purchasePorts.clock, order.quote.id, order.permit))
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
  const each = quoteFor({ ...order.quote.request, count: 1 }, order.pricing);
  return times(count, () => ({
    id: purchasePorts.journal.newId(),
    purchase,
    provider,
    model,
    size: `${width}x${height}`,
    simulated: order.simulated,
    low: each.total?.low,
    high: atLeast(order.agreed, each.total?.high),
    quote: order.quote.id,
    session: purchasePorts.journal.session(),
    ...defined({ route }),
  }));
}

/** The higher of the agreed and the listed amount; an unknown price stays unknown. */
function atLeast(agreed: string | undefined, listed: string | undefined): string | undefined {
  if (agreed === undefined || listed === undefined) return listed;
  return compareUsd(usd(agreed), usd(listed)) > 0 ? agreed : listed;
}
