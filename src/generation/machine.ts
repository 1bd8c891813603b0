import type { Charge, UserPaysError } from '../base/error.js';
import type { Quote } from '../pricing/quote-types.js';
import type { PictureStage, Purchase, PurchaseState } from './purchase.js';

/** Why the reader is asked before anything is sent. */
export type ConfirmReason = 'over' | 'unknown' | 'changed';

/** One purchase's state. `name` tells them apart; there is no flag beside it. */
export type Generation =
  | { readonly name: 'idle' }
  | { readonly name: 'quoted'; readonly quote: Quote }
  | { readonly name: 'confirming'; readonly quote: Quote; readonly why: ConfirmReason }
  | {
      readonly name: 'submitting' | 'polling' | 'saving';
      readonly quote: Quote;
      readonly purchase: PurchaseState | undefined;
    }
  | {
      readonly name: 'done';
      readonly quote: Quote;
      readonly purchase: Purchase;
      readonly state: PurchaseState;
    }
  | {
      readonly name: 'failed';
      readonly quote: Quote;
      readonly error: UserPaysError;
      readonly state: PurchaseState | undefined;
    }
  | {
      readonly name: 'cancelled';
      readonly quote: Quote;
      readonly charge: Charge;
      readonly state: PurchaseState | undefined;
    };

export type GenerationEvent =
  /** The price on show changed; `undefined` when there is none to show. */
  | { readonly type: 'quoted'; readonly quote: Quote | undefined }
  /** The reader pressed the button that showed `quote`; `ask` when it needs a yes first. */
  | { readonly type: 'pressed'; readonly quote: Quote; readonly ask: ConfirmReason | undefined }
  /** The reader said yes to exactly the quote with this id. */
  | { readonly type: 'confirmed'; readonly quoteId: string }
  /**
   * The price agreed to is no longer the price: ask about this one, or about none when there is
   * none to show.
   */
  | { readonly type: 'reasked'; readonly quote: Quote | undefined }
  | { readonly type: 'dismissed' }
  | { readonly type: 'vetoed' }
  | { readonly type: 'moved'; readonly purchase: PurchaseState }
  | { readonly type: 'finished'; readonly purchase: Purchase; readonly state: PurchaseState }
  | {
      readonly type: 'failed';
      readonly error: UserPaysError;
      readonly state: PurchaseState | undefined;
    }
  | {
      readonly type: 'cancelled';
      readonly charge: Charge;
      readonly state: PurchaseState | undefined;
    };

export const idle: Generation = Object.freeze({ name: 'idle' });

const stages: readonly PictureStage[] = ['waiting', 'submitting', 'polling', 'saving'];

/** True while a purchase is under way: pressing again then returns the same promise. */
export function isBusy(
  state: Generation,
): state is Extract<Generation, { purchase: PurchaseState | undefined }> {
  return state.name === 'submitting' || state.name === 'polling' || state.name === 'saving';
}

/**
 * The whole transition table. Total: an event that makes no sense in a state leaves it as it is
 * (the same object). States are frozen.
 */
export function next(state: Generation, event: GenerationEvent): Generation {
  return Object.freeze(step(state, event));
}

function step(state: Generation, event: GenerationEvent): Generation {
  switch (event.type) {
    case 'quoted':
      if (state.name === 'idle' || state.name === 'quoted')
        return event.quote ? { name: 'quoted', quote: event.quote } : idle;
      if (state.name !== 'confirming') return state;
      // What is being asked changed under the reader's eyes: ask about the new price.
      return event.quote?.id === state.quote.id && sameTotal(event.quote, state.quote)
        ? state
        : askAgain(event.quote);
    case 'reasked':
      return state.name === 'confirming' || (state.name === 'submitting' && !state.purchase)
        ? askAgain(event.quote)
        : state;
    case 'pressed':
      if (isBusy(state) || state.name === 'confirming') return state;
      return event.ask
        ? { name: 'confirming', quote: event.quote, why: event.ask }
        : { name: 'submitting', quote: event.quote, purchase: undefined };
    case 'confirmed':
      return state.name === 'confirming' && state.quote.id === event.quoteId
        ? { name: 'submitting', quote: state.quote, purchase: undefined }
        : state;
    case 'dismissed':
      return state.name === 'confirming' ? { name: 'quoted', quote: state.quote } : state;
    case 'vetoed':
      return state.name === 'submitting' && !state.purchase
        ? { name: 'quoted', quote: state.quote }
        : state;
    case 'moved':
      return isBusy(state) && isOf(state, event.purchase.id)
        ? { name: stageOf(event.purchase), quote: state.quote, purchase: event.purchase }
        : state;
    case 'finished':
      if (isBusy(state) && isOf(state, event.purchase.id))
        return { name: 'done', quote: state.quote, purchase: event.purchase, state: event.state };

      // The receipt closed later, or a picture's amount was corrected: same purchase, newer facts.
      if (state.name === 'done' && state.purchase.id === event.purchase.id)
        return { ...state, purchase: event.purchase, state: event.state };
      return state;
    case 'failed':
      return (isBusy(state) && isOf(state, event.state?.id)) ||
        (state.name === 'failed' && state.state !== undefined && state.state.id === event.state?.id)
        ? { name: 'failed', quote: state.quote, error: event.error, state: event.state }
        : state;
    case 'cancelled':
      return isBusy(state) && isOf(state, event.state?.id)
        ? { name: 'cancelled', quote: state.quote, charge: event.charge, state: event.state }
        : state;
  }
}

function sameTotal(a: Quote, b: Quote): boolean {
  return a.total?.low === b.total?.low && a.total?.high === b.total?.high;
}

function askAgain(quote: Quote | undefined): Generation {
  return quote ? { name: 'confirming', quote, why: quote.total ? 'changed' : 'unknown' } : idle;
}

/** True for news of the purchase that is under way here, and not of one before it. */
function isOf(
  state: { readonly purchase: { readonly id: string } | undefined },
  id: string | undefined,
): boolean {
  return !state.purchase || id === undefined || state.purchase.id === id;
}

/** The purchase stands where its least advanced unfinished picture that was already sent stands. */
function stageOf(purchase: PurchaseState): 'submitting' | 'polling' | 'saving' {
  const open = purchase.pictures
    .map((picture) => stages.indexOf(picture.name))
    .filter((stage) => stage > 0);
  const least = stages[Math.min(...open, stages.length - 1)];
  return open.length === 0 || least === 'waiting' || least === undefined
    ? 'submitting'
    : (least as 'submitting' | 'polling' | 'saving');
}
