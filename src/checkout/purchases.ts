import { isUserPaysError, UserPaysError } from '../base/error.js';
import type { Running } from '../generation/buy.js';
import {
  idle,
  isBusy,
  next,
  type ConfirmReason,
  type Generation,
  type GenerationEvent,
} from '../generation/machine.js';
import { latestAct, usableAct, type Act } from '../generation/acts.js';
import { permitFor } from '../generation/permit.js';
import type { Purchase } from '../generation/purchase.js';
import type { Clock } from '../base/clock.js';
import type { Quote } from '../pricing/quote-types.js';
import { partMissing } from '../base/part-missing.js';
import { createAttempt, type Attempt } from './attempt.js';

/** What the checkout decides for a purchase. */
interface Ports {
  readonly clock: () => Clock;
  /** Why the reader must be asked about this quote first. */
  askBefore(quote: Quote): ConfirmReason | undefined;
  /** True if the account is known to hold too little: then there is nothing to ask about. */
  isHopeless(quote: Quote): boolean;
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

/** Why the interface wants the reader to be asked first; a promise where that takes a while. */
export type WhyAsk = ConfirmReason | Promise<ConfirmReason | undefined>;

/**
 * How long a displayed price is valid after it was last compared with the price list, milliseconds.
 */
const goodFor = 5 * 60_000;

/**
 * Drives one checkout's purchases through the state machine. The purchase itself belongs to the page
 * and outlives the checkout.
 */
export class Purchases {
  #state: Generation = idle;
  #attempt: Attempt | undefined;
  #running: Running | undefined;
  /** The purchase that goes on although the reader does not wait for it any more. */
  #left: Running | undefined;
  #unfollow: (() => void) | undefined;
  #compared: { readonly at: number; readonly elapsed: number } | undefined;
  /** The reader's latest act when they were asked: only another one, a later one, is an answer. */
  #askedAfter: Act | undefined;

  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get state(): Generation {
    return this.#state;
  }

  start(): void {
    if (this.#running && !this.#unfollow) this.#follow(this.#running);
  }

  stop(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  /** Reports that the displayed price was just compared with the price list. */
  compared(): void {
    const clock = this.#ports.clock();
    this.#compared = { at: clock.now(), elapsed: clock.elapsed() };
  }

  /**
   * The reader's press (or `generate()`) on a button that showed the quote `seen`; `null` if it is
   * not known what was seen, or if something else would be ordered now. During a purchase or a
   * question it returns the same promise. `why`: a reason of the interface to ask first, or a
   * promise of it.
   */
  press(seen: Quote | null, act?: Act, why?: WhyAsk): Promise<Purchase> {
    if (this.#attempt) return this.#attempt.promise;
    const now = this.#ports.currentQuote();
    const permit = now.simulated ? undefined : permitFor(this.#ports.clock(), now.id, act);
    const current = (this.#attempt = createAttempt(permit));
    const [reason, late] = why instanceof Promise ? [undefined, why] : [why, undefined];
    this.#unfollow?.();
    this.#running = this.#unfollow = undefined;
    const isGood = now.simulated === true || (now.id === seen?.id && !this.#isOld());
    const isHopeless = this.#ports.isHopeless(now);
    const ask = isGood
      ? (this.#ports.askBefore(now) ?? (now.simulated ? undefined : reason))
      : now.total
        ? 'changed'
        : 'unknown';
    if (!isGood && !askable(now)) this.#refuse('quote-expired');
    else this.dispatch({ type: 'pressed', quote: now, ask: isHopeless ? undefined : ask });
    if (isBusy(this.#state)) {
      // Somebody who is asked anyway says yes to an amount that they read then.
      if (!now.simulated && !isHopeless) current.late = late;
      void this.#buy(now, current);
    }
    return current.promise;
  }

  /**
   * The reader's yes to exactly the quote in question. If the quote is out of date, the reader is
   * asked again. Real money needs an act of theirs that began after the question.
   */
  confirm(quoteId: string, by?: Event): void {
    const { state } = this;
    if (state.name !== 'confirming' || state.quote.id !== quoteId || !this.#attempt) return;
    const act = usableAct(by);
    if (!state.quote.simulated && (!act || act === this.#askedAfter)) return;
    const now = this.#ports.currentQuote();
    if (now.id !== quoteId || this.#isOld())
      return this.dispatch({ type: 'reasked', quote: askable(now) });
    this.#attempt.permit = act && permitFor(this.#ports.clock(), quoteId, act);
    this.dispatch({ type: 'confirmed', quoteId });
    void this.#buy(now, this.#attempt);
  }

  dismiss(): void {
    if (this.#state.name === 'confirming') this.#refuse('aborted', { type: 'dismissed' });
  }

  /**
   * Stops, at any stage. What has not been sent is not sent any more, and not charged. With `goOn`,
   * what was sent goes on in the background, and its pictures are kept. Returns what was running.
   */
  cancel(goOn = false): Running | undefined {
    const running = this.#running;
    if (this.#state.name === 'confirming') this.dismiss();
    else if (running) {
      // Puter can't be told to stop, nor asked for the picture later: it would be paid for and lost.
      const isVain = goOn || running.state.get().quote.request.provider === 'puter';
      if (isVain && isBusy(this.#state) && running.leave()) {
        this.#left = running;
        this.#fail(new UserPaysError('aborted', { stage: 'submit', charge: 'possible' }));
      } else running.cancel();
    } else if (this.#attempt) this.#fail(guarded('aborted'));
    return running;
  }

  dispatch(event: GenerationEvent): void {
    const state = next(this.#state, event);
    if (state === this.#state) return;
    const before = this.#state;
    this.#state = state;
    if (state.name === 'confirming') this.#askedAfter = latestAct();
    const orphaned = state.name === 'idle' ? this.#end() : undefined;
    const expired = guarded('quote-expired');
    orphaned?.reject(expired);
    this.#ports.onState(state, before);
    if (orphaned) this.#ports.onFailure(expired);
  }

  async #buy(quote: Quote, current: Attempt): Promise<void> {
    const isOver = (): boolean => current !== this.#attempt;
    let isSent = false;
    try {
      await this.#ports.openAccount();
      const why = await current.late;
      current.late = undefined;
      if (isOver()) return;
      if (why) return this.dispatch({ type: 'reasked', quote, why });
      // The price may have changed while the sign-in window was open; only the agreed price is ever
      // paid.
      if (this.#reasked(quote)) return;
      if (!this.#ports.mayCharge(quote)) return this.#veto();
      // Or the page changed it when it heard of the purchase.
      if (isOver() || this.#reasked(quote)) return;
      const running = await this.#ports.buy(quote, current);
      isSent = true;
      if (isOver()) return running.cancel();
      this.#running = running;
      this.#follow(running);
      // Also if the checkout was closed meanwhile and did not follow the purchase.
      this.#finish(await running.done, running);
    } catch (error) {
      const failure = asError(error, isSent);
      const left = this.#left;
      if (!isOver()) this.#fail(failure);
      else if (left && left === this.#running)
        this.dispatch({ type: 'failed', error: failure, state: left.state.get() });
    }
  }

  /** Asks about what the settings say now, where that is not what was agreed. */
  #reasked(agreed: Quote): boolean {
    const now = this.#ports.currentQuote();
    // Play money changes nothing, but nobody pays while the page shows play money.
    if (now.id === agreed.id || (now.simulated && agreed.simulated)) return false;
    this.dispatch({ type: 'reasked', quote: askable(now) });
    return true;
  }

  #follow(running: Running): void {
    this.#unfollow?.();
    const moved = (): void => {
      const state = running.state.get();
      const over = state.pictures.every(
        (picture) => picture.name === 'done' || picture.name === 'failed',
      );
      const purchase = running.purchase();
      const isLeft = running === this.#left;
      if (isLeft && (!over || purchase.images.length > 0))
        return this.dispatch({ type: 'cancelled', charge: 'possible', state });
      if (!over) return this.dispatch({ type: 'moved', purchase: state });
      if (purchase.images.length > 0) this.#finish(purchase, running);
      else if (this.#state.name === 'failed')
        this.dispatch({ type: 'failed', error: running.error() ?? this.#state.error, state });
    };
    this.#unfollow = running.state.subscribe(moved);
    moved();
  }

  // The attempt ends before listeners hear of it: a press in response is a new attempt.
  #finish(purchase: Purchase, running: Running): void {
    if (running !== this.#running) return;
    this.#end()?.resolve(purchase);
    this.dispatch({ type: 'finished', purchase, state: running.state.get() });
  }

  #veto(): void {
    this.#end()?.reject(guarded('vetoed'));
    this.dispatch({ type: 'vetoed' });
  }

  /** Ends without an error: nothing was sent. */
  #refuse(code: 'aborted' | 'quote-expired', event?: GenerationEvent): void {
    const error = guarded(code);
    this.#end()?.reject(error);
    if (event) this.dispatch(event);
    this.#ports.onFailure(error);
  }

  #fail(error: UserPaysError): void {
    const state = this.#running?.state.get();
    this.#end()?.reject(error);
    if (error.code === 'aborted') this.dispatch({ type: 'cancelled', charge: error.charge, state });
    else this.dispatch({ type: 'failed', error, state });
    this.#ports.onFailure(error);
  }

  /** Ends the attempt: what it has not sent is not sent any more. */
  #end(): Attempt | undefined {
    const current = this.#attempt;
    this.#attempt = undefined;
    if (current && !this.#running) current.stop.abort();
    return current;
  }

  /** True if the displayed price was compared too long ago, or at an unknown time. */
  #isOld(): boolean {
    const clock = this.#ports.clock();
    if (!this.#compared) return true;
    const { at, elapsed } = this.#compared;
    return Math.abs(clock.now() - at) > goodFor || clock.elapsed() - elapsed > goodFor;
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

function guarded(code: 'aborted' | 'quote-expired' | 'vetoed'): UserPaysError {
  return new UserPaysError(code, { stage: 'guard', charge: 'none' });
}

/** The quote, if the reader may be asked about it; `undefined` for a request that can't be bought. */
function askable(quote: Quote): Quote | undefined {
  return quote.total || quote.problem?.code === 'no-price' ? quote : undefined;
}
