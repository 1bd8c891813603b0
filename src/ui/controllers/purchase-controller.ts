import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isUserPaysError, UserPaysError } from '../../base/error.js';
import type { Running } from '../../generation/buy.js';
import { idle, isBusy, next, type ConfirmReason, type Generation, type GenerationEvent } from '../../generation/machine.js';
import type { Purchase } from '../../generation/purchase.js';
import { purchaseOf } from '../../generation/receipt.js';
import type { Counter } from '../../generation/counter.js';
import type { Quote } from '../../pricing/quote-types.js';

/** What the element decides for the purchase; everything else is the controller's. */
export interface PurchaseHost extends ReactiveControllerHost {
  readonly shop: Counter;
  /** Why the reader must be asked about this quote first. */
  askBefore(quote: Quote): ConfirmReason | undefined;
  /** Signs in if needed, inside the gesture. */
  openAccount(): Promise<void>;
  /** False when the page held the purchase back. */
  mayCharge(quote: Quote): boolean;
  /** Sends the order, with everything in it: maker, key, caps. */
  buy(quote: Quote): Promise<Running>;
  /** The quote as it would be made now, to compare with the one that was shown. */
  currentQuote(): Quote;
  onState(generation: Generation, before: Generation): void;
  onFailure(error: UserPaysError): void;
}

interface Attempt {
  readonly promise: Promise<Purchase>;
  readonly resolve: (purchase: Purchase) => void;
  readonly reject: (error: UserPaysError) => void;
}

const attempt = (): Attempt => {
  let resolve: Attempt['resolve'] = () => undefined;
  let reject: Attempt['reject'] = () => undefined;
  const promise = new Promise<Purchase>((done, fail) => { resolve = done; reject = fail; });
  // A page that only listens to events must not see an unhandled rejection.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
};

const asError = (error: unknown): UserPaysError => (isUserPaysError(error) ? error
  : new UserPaysError('internal', { stage: 'guard', charge: 'none', cause: error, facts: { detail: error instanceof Error ? error.message.slice(0, 200) : '' } }));

/** Drives one element's purchases through the state machine. The purchase itself belongs to the page and outlives the element. */
export class PurchaseController implements ReactiveController {
  #state: Generation = idle;
  #attempt: Attempt | undefined;
  #running: Running | undefined;
  #unfollow: (() => void) | undefined;

  readonly #host: PurchaseHost;

  constructor(host: PurchaseHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): Generation {
    return this.#state;
  }

  hostConnected(): void {
    if (this.#running && !this.#unfollow) this.#follow(this.#running);
  }

  hostDisconnected(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  /** The reader's press (or `generate()`). While a purchase is under way or being asked about, the same promise. */
  press(quote: Quote): Promise<Purchase> {
    if (this.#attempt) return this.#attempt.promise;
    const current = this.#attempt = attempt();
    this.#unfollow?.();
    this.#running = this.#unfollow = undefined;
    this.dispatch({ type: 'pressed', quote, ask: this.#host.askBefore(quote) });
    if (isBusy(this.#state)) void this.#buy(quote);
    return current.promise;
  }

  /** The reader's yes to exactly the quote being asked about. */
  confirm(quoteId: string): void {
    const before = this.#state;
    this.dispatch({ type: 'confirmed', quoteId });
    if (before.name === 'confirming' && isBusy(this.#state)) void this.#buy(before.quote);
  }

  dismiss(): void {
    if (this.#state.name !== 'confirming') return;
    this.#end((current) => current.reject(new UserPaysError('aborted', { stage: 'guard', charge: 'none' })));
    this.dispatch({ type: 'dismissed' });
  }

  cancel(): void {
    if (this.#running) this.#running.cancel();
    else this.dismiss();
  }

  dispatch(event: GenerationEvent): void {
    const state = next(this.#state, event);
    if (state === this.#state) return;
    const before = this.#state;
    const orphaned = before.name === 'confirming' && state.name === 'idle';
    this.#state = state;
    if (orphaned) this.#end((current) => current.reject(new UserPaysError('quote-expired', { stage: 'guard', charge: 'none' })));
    this.#host.requestUpdate();
    this.#host.onState(state, before);
  }

  async #buy(quote: Quote): Promise<void> {
    try {
      await this.#host.openAccount();
      const fresh = this.#host.currentQuote();
      // The request may have changed while the sign-in window was open: the price agreed to is the only one that is paid.
      if (fresh.id !== quote.id) throw new UserPaysError('quote-expired', { stage: 'guard', charge: 'none' });
      if (!this.#host.mayCharge(quote)) return this.#veto();
      const running = this.#running = await this.#host.buy(quote);
      this.#follow(running);
      // Also when nobody followed meanwhile, because the element was taken out of the page.
      this.#finish(await running.done, running);
    } catch (error) {
      this.#fail(asError(error));
    }
  }

  #follow(running: Running): void {
    this.#unfollow?.();
    const moved = (): void => {
      const state = running.state.get();
      const over = state.pictures.every((picture) => picture.name === 'done' || picture.name === 'failed');
      if (!over) return this.dispatch({ type: 'moved', purchase: state });
      const purchase = purchaseOf(state, this.#host.shop.clock.now());
      if (purchase.images.length > 0) this.#finish(purchase, running);
      else if (this.#state.name === 'failed') this.dispatch({ type: 'failed', error: this.#state.error, state });
    };
    this.#unfollow = running.state.subscribe(moved);
    moved();
  }

  // The attempt ends before anybody hears of it: a press in answer to the news is a new one.
  #finish(purchase: Purchase, running: Running): void {
    if (running === this.#running) this.#end((current) => current.resolve(purchase));
    this.dispatch({ type: 'finished', purchase, state: running.state.get() });
  }

  #veto(): void {
    this.#end((current) => current.reject(new UserPaysError('vetoed', { stage: 'guard', charge: 'none' })));
    this.dispatch({ type: 'vetoed' });
  }

  #fail(error: UserPaysError): void {
    const state = this.#running?.state.get();
    this.#end((current) => current.reject(error));
    if (error.code === 'aborted') this.dispatch({ type: 'cancelled', charge: error.charge, state });
    else this.dispatch({ type: 'failed', error, state });
    this.#host.onFailure(error);
  }

  #end(settle: (current: Attempt) => void): void {
    const current = this.#attempt;
    this.#attempt = undefined;
    if (current) settle(current);
  }
}
