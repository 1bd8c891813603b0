import { isUserPaysError, UserPaysError } from '../base/error.js';
import { partMissing } from '../base/part-missing.js';
import type { Running } from '../generation/buy.js';
import {
  isBusy,
  type ConfirmReason,
  type Generation,
  type GenerationEvent,
} from '../generation/machine.js';
import type { Purchase } from '../generation/purchase.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Clock } from '../base/clock.js';
import { askable, guarded, type Attempt } from './attempt.js';

/** What the checkout decides for a purchase. */
export interface PurchasePorts {
  readonly clock: () => Clock;
  /**
   * Why the reader must be asked about this quote first; `false` if there is nothing to ask about,
   * because the account is known to hold too little.
   */
  askBefore(quote: Quote): ConfirmReason | false | undefined;
  /** Signs in if needed, inside the gesture. */
  openAccount(): Promise<void>;
  /** False if the page vetoed the purchase. */
  mayCharge(quote: Quote): boolean;
  /**
   * Sends the order, with everything in it: image provider, key, caps, permit. Nothing is sent once
   * the signal was aborted.
   */
  buy(quote: Quote, attempt: Attempt): Promise<Running>;
  /** The quote as it would be made now, to compare with the one that was shown. */
  currentQuote(): Quote;
  onState(generation: Generation, before: Generation): void;
  onFailure(error: UserPaysError): void;
}

/** The purchases of one checkout, as one of them sees them. */
export interface RunHost {
  readonly ports: PurchasePorts;
  readonly state: Generation;
  dispatch(event: GenerationEvent): void;
  fail(error: UserPaysError): void;
  /** Ends the attempt. */
  end(): Attempt | undefined;
  /** False once an attempt has ended. */
  isCurrent(attempt: Attempt): boolean;
  /** The order was handed over: from now on this is what is stopped and followed. */
  sent(run: PurchaseRun): void;
  /** False for a purchase after which another was sent. */
  isLatest(run: PurchaseRun): boolean;
}

/** One purchase, from the reader's yes to its end. It goes on when its checkout is closed. */
export class PurchaseRun {
  /** Set once the order was handed over. */
  running!: Running;
  /** True if it goes on although the reader does not wait for it any more. */
  #isLeft = false;
  #unfollow: (() => void) | undefined;
  readonly #purchases: RunHost;
  readonly #attempt: Attempt;

  constructor(purchases: RunHost, attempt: Attempt) {
    this.#purchases = purchases;
    this.#attempt = attempt;
  }

  /** `opened`: resolves when the account is open. Never rejects. */
  async buy(quote: Quote, opened: Promise<void>): Promise<void> {
    const { ports } = this.#purchases;
    const current = this.#attempt;
    const isOver = (): boolean => !this.#purchases.isCurrent(current);
    let isSent = false;
    try {
      await opened;
      const why = await current.late;
      current.late = undefined;
      if (isOver()) return;
      if (why) return this.#purchases.dispatch({ type: 'reasked', quote, why });
      // The price may have changed while the sign-in window was open; only the agreed price is ever
      // paid.
      if (this.#reasked(quote)) return;
      if (!ports.mayCharge(quote)) return this.#veto();
      // Or the page changed it when it heard of the purchase.
      if (isOver() || this.#reasked(quote)) return;
      const running = await ports.buy(quote, current);
      isSent = true;
      if (isOver()) return running.cancel();
      this.running = running;
      this.#purchases.sent(this);
      this.follow();
      const purchase = await running.done;
      // If the checkout was closed meanwhile, it did not follow the purchase.
      if (!isOver()) this.#finish(purchase);
    } catch (error) {
      const failure = asError(error, isSent);
      if (!isOver()) this.#purchases.fail(failure);
      else if (this.#isLeft && this.#purchases.isLatest(this))
        this.#purchases.dispatch({
          type: 'failed',
          error: failure,
          state: this.running.state.get(),
        });
    }
  }

  /** Stops waiting; see `Purchases.cancel`. */
  cancel(goOn = false): void {
    // What goes on in the background is not stopped by asking once more.
    if (this.#isLeft) return;
    if (isBusy(this.#purchases.state) && this.running.leave(goOn)) {
      this.#isLeft = true;
      this.#purchases.fail(new UserPaysError('aborted', { stage: 'submit', charge: 'possible' }));
    } else this.running.cancel();
  }

  /** Tells the checkout of every change, until `unfollow`. */
  follow(): void {
    if (this.#unfollow) return;
    const moved = (): void => this.#moved();
    this.#unfollow = this.running.state.subscribe(moved);
    moved();
  }

  unfollow(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  #moved(): void {
    const { state: generation } = this.#purchases;
    const state = this.running.state.get();
    const over = state.pictures.every(
      (picture) => picture.name === 'done' || picture.name === 'failed',
    );
    const purchase = this.running.purchase();
    if (this.#isLeft && (!over || purchase.images.length > 0))
      return this.#purchases.dispatch({
        type: 'cancelled',
        charge: over ? purchase.receipt.charge : 'possible',
        state,
      });
    if (!over) return this.#purchases.dispatch({ type: 'moved', purchase: state });
    if (purchase.images.length > 0) this.#finish(purchase);
    else if (generation.name === 'failed')
      this.#purchases.dispatch({
        type: 'failed',
        error: this.running.error() ?? generation.error,
        state,
      });
  }

  /** Asks about what the settings say now, where that is not what was agreed. */
  #reasked(agreed: Quote): boolean {
    const now = this.#purchases.ports.currentQuote();
    // Play money changes nothing, but nobody pays while the page shows play money.
    if (now.id === agreed.id || (now.simulated && agreed.simulated)) return false;
    this.#purchases.dispatch({ type: 'reasked', quote: askable(now) });
    return true;
  }

  // The attempt ends before listeners hear of it: a press in response is a new attempt.
  #finish(purchase: Purchase): void {
    if (!this.#purchases.isLatest(this)) return;
    this.#purchases.end()?.resolve(purchase);
    this.#purchases.dispatch({ type: 'finished', purchase, state: this.running.state.get() });
  }

  #veto(): void {
    this.#purchases.end()?.reject(guarded('vetoed'));
    this.#purchases.dispatch({ type: 'vetoed' });
  }
}

/** What a purchase failed with. Once it is under way, nothing unexpected means "not charged". */
function asError(error: unknown, isSent: boolean): UserPaysError {
  return isUserPaysError(error)
    ? error
    : ((isSent ? undefined : partMissing(error)) ??
        new UserPaysError('internal', {
          stage: isSent ? 'submit' : 'guard',
          charge: isSent ? 'possible' : 'none',
          cause: error,
          facts: { detail: error instanceof Error ? error.message.slice(0, 200) : '' },
        }));
}
