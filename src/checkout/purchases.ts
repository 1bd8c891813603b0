import type { UserPaysError } from '../base/error.js';
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
import type { Quote } from '../pricing/quote-types.js';
import { partMissing } from '../base/part-missing.js';
import { askable, createAttempt, guarded, type Attempt } from './attempt.js';
import type { PurchasePorts, PurchaseRun, RunHost } from './purchase-run.js';

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
export class Purchases implements RunHost {
  #state: Generation = idle;
  #attempt: Attempt | undefined;
  /** The purchase that was sent last. */
  #run: PurchaseRun | undefined;
  #compared: { readonly at: number; readonly elapsed: number } | undefined;
  /** The reader's latest act when they were asked: only another one, a later one, is an answer. */
  #askedAfter: Act | undefined;

  readonly ports: PurchasePorts;

  constructor(ports: PurchasePorts) {
    this.ports = ports;
  }

  get state(): Generation {
    return this.#state;
  }

  start(): void {
    this.#run?.follow();
  }

  stop(): void {
    this.#run?.unfollow();
  }

  /** Reports that the displayed price was just compared with the price list. */
  compared(): void {
    const clock = this.ports.clock();
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
    const now = this.ports.currentQuote();
    const permit = now.simulated ? undefined : permitFor(this.ports.clock(), now.id, act);
    const current = (this.#attempt = createAttempt(permit));
    const [reason, late] = why instanceof Promise ? [undefined, why] : [why, undefined];
    const isGood = now.simulated === true || (now.id === seen?.id && !this.#isOld());
    const before = this.ports.askBefore(now);
    const ask = isGood
      ? (before ?? (now.simulated ? undefined : reason))
      : before !== false && (now.total ? 'changed' : 'unknown');
    if (!isGood && !askable(now)) this.#refuse('quote-expired');
    else {
      this.#run?.unfollow();
      this.#run = undefined;
      this.dispatch({ type: 'pressed', quote: now, ask: ask || undefined });
    }
    if (isBusy(this.#state)) {
      // Somebody who is asked anyway says yes to an amount that they read then.
      if (!now.simulated && before !== false) current.late = late;
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
    const now = this.ports.currentQuote();
    if (now.id !== quoteId || this.#isOld())
      return this.dispatch({ type: 'reasked', quote: askable(now) });
    this.#attempt.permit = act && permitFor(this.ports.clock(), quoteId, act);
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
  cancel(goOn?: boolean): Running | undefined {
    if (this.#state.name === 'confirming') this.dismiss();
    else if (this.#run) this.#run.cancel(goOn);
    else if (this.#attempt) this.fail(guarded('aborted'));
    return this.#run?.running;
  }

  dispatch(event: GenerationEvent): void {
    const state = next(this.#state, event);
    if (state === this.#state) return;
    const before = this.#state;
    this.#state = state;
    if (state.name === 'confirming') this.#askedAfter = latestAct();
    const orphaned = state.name === 'idle' ? this.end() : undefined;
    const expired = guarded('quote-expired');
    orphaned?.reject(expired);
    this.ports.onState(state, before);
    if (orphaned) this.ports.onFailure(expired);
  }

  async #buy(quote: Quote, current: Attempt): Promise<void> {
    // At once: a browser opens a window only in answer to a press.
    const opened = this.ports.openAccount();
    opened.catch(() => undefined);
    try {
      const { PurchaseRun } = await import('./purchase-run.js');
      await new PurchaseRun(this, current).buy(quote, opened);
    } catch (error) {
      // Nothing was sent: what runs a purchase could not be loaded.
      if (this.isCurrent(current)) this.fail(partMissing(error) ?? guarded('internal'));
    }
  }

  isCurrent(attempt: Attempt): boolean {
    return attempt === this.#attempt;
  }

  sent(run: PurchaseRun): void {
    this.#run = run;
  }

  isLatest(run: PurchaseRun): boolean {
    return run === this.#run;
  }

  /** Ends without an error: nothing was sent. */
  #refuse(code: 'aborted' | 'quote-expired', event?: GenerationEvent): void {
    const error = guarded(code);
    this.end()?.reject(error);
    if (event) this.dispatch(event);
    this.ports.onFailure(error);
  }

  fail(error: UserPaysError): void {
    const state = this.#run?.running.state.get();
    this.end()?.reject(error);
    if (error.code === 'aborted') this.dispatch({ type: 'cancelled', charge: error.charge, state });
    else this.dispatch({ type: 'failed', error, state });
    this.ports.onFailure(error);
  }

  /** Ends the attempt: what it has not sent is not sent any more. */
  end(): Attempt | undefined {
    const current = this.#attempt;
    this.#attempt = undefined;
    if (current && !this.#run) current.stop.abort();
    return current;
  }

  /** True if the displayed price was compared too long ago, or at an unknown time. */
  #isOld(): boolean {
    const clock = this.ports.clock();
    if (!this.#compared) return true;
    const { at, elapsed } = this.#compared;
    return Math.abs(clock.now() - at) > goodFor || clock.elapsed() - elapsed > goodFor;
  }
}
