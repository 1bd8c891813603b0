import type { Charge, UserPaysError } from '../base/error.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Purchase, PurchaseState } from './purchase.js';

/**
 * Why the reader must confirm before anything is sent. `unseen`: they may not have been able to read
 * the price on the button.
 */
export type ConfirmReason = 'over' | 'unknown' | 'changed' | 'unseen';

/** The state of one purchase. `name` is the only discriminator; there are no other flags. */
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
  /** The displayed price changed; `undefined` when there is none. */
  | { readonly type: 'quoted'; readonly quote: Quote | undefined }
  /** The reader pressed the button that showed `quote`; `ask` when it must be confirmed first. */
  | { readonly type: 'pressed'; readonly quote: Quote; readonly ask: ConfirmReason | undefined }
  /** The reader confirmed the quote with this id. */
  | { readonly type: 'confirmed'; readonly quoteId: string }
  /**
   * The confirmed price is out of date: ask about this quote, or return to idle when there is none.
   * `why`: for another reason than the price.
   */
  | {
      readonly type: 'reasked';
      readonly quote: Quote | undefined;
      readonly why?: ConfirmReason;
    }
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

/** Of a picture that was sent, in their order. */
const stages = ['submitting', 'polling', 'saving'] as const;

/** True while a purchase is running: pressing again then returns the same promise. */
export function isBusy(
  state: Generation,
): state is Extract<Generation, { purchase: PurchaseState | undefined }> {
  return stages.some((stage) => stage === state.name);
}

/** True while a purchase is running or the reader is asked about one: no other can begin. */
export function isUnderWay(state: Generation): boolean {
  return isBusy(state) || state.name === 'confirming';
}

/**
 * The transition function. Total: an event that does not apply in a state returns the same object.
 * States are frozen.
 */
export function next(state: Generation, event: GenerationEvent): Generation {
  return Object.freeze(step(state, event));
}

type EventOf<Type> = Extract<GenerationEvent, { type: Type }>;

const steps: {
  readonly [Type in GenerationEvent['type']]: (
    state: Generation,
    event: EventOf<Type>,
  ) => Generation;
} = { quoted, reasked, pressed, confirmed, dismissed, vetoed, moved, finished, failed, cancelled };

function step(state: Generation, event: GenerationEvent): Generation {
  const move = steps[event.type] as (state: Generation, event: GenerationEvent) => Generation;
  return move(state, event);
}

function quoted(state: Generation, { quote }: EventOf<'quoted'>): Generation {
  if (state.name === 'idle' || state.name === 'quoted')
    return quote ? { name: 'quoted', quote } : idle;
  if (state.name !== 'confirming') return state;
  // The price changed while the reader was asked: ask about the new one.
  return quote?.id === state.quote.id && sameTotal(quote, state.quote) ? state : askAgain(quote);
}

function reasked(state: Generation, { quote, why }: EventOf<'reasked'>): Generation {
  return state.name === 'confirming' || (state.name === 'submitting' && !state.purchase)
    ? askAgain(quote, why)
    : state;
}

function pressed(state: Generation, { quote, ask }: EventOf<'pressed'>): Generation {
  if (isUnderWay(state)) return state;
  return ask
    ? { name: 'confirming', quote, why: ask }
    : { name: 'submitting', quote, purchase: undefined };
}

function confirmed(state: Generation, { quoteId }: EventOf<'confirmed'>): Generation {
  return state.name === 'confirming' && state.quote.id === quoteId
    ? { name: 'submitting', quote: state.quote, purchase: undefined }
    : state;
}

function dismissed(state: Generation): Generation {
  return state.name === 'confirming' ? { name: 'quoted', quote: state.quote } : state;
}

function vetoed(state: Generation): Generation {
  return state.name === 'submitting' && !state.purchase
    ? { name: 'quoted', quote: state.quote }
    : state;
}

function moved(state: Generation, { purchase }: EventOf<'moved'>): Generation {
  return isBusy(state) && isOf(state, purchase.id)
    ? { name: stageOf(purchase), quote: state.quote, purchase }
    : state;
}

function finished(state: Generation, event: EventOf<'finished'>): Generation {
  if (isBusy(state) && isOf(state, event.purchase.id))
    return { name: 'done', quote: state.quote, purchase: event.purchase, state: event.state };
  // The receipt closed later or an amount was corrected: same purchase, newer facts.
  if (
    state.name === 'done' &&
    state.purchase.id === event.purchase.id &&
    state.state !== event.state
  )
    return { ...state, purchase: event.purchase, state: event.state };
  return state;
}

function failed(state: Generation, event: EventOf<'failed'>): Generation {
  return (isBusy(state) && isOf(state, event.state?.id)) ||
    ((state.name === 'failed' || state.name === 'cancelled') && isNewsOf(state, event.state))
    ? { name: 'failed', quote: state.quote, error: event.error, state: event.state }
    : state;
}

function cancelled(state: Generation, event: EventOf<'cancelled'>): Generation {
  return (isBusy(state) && isOf(state, event.state?.id)) ||
    (state.name === 'cancelled' && isNewsOf(state, event.state))
    ? { name: 'cancelled', quote: state.quote, charge: event.charge, state: event.state }
    : state;
}

function sameTotal(a: Quote, b: Quote): boolean {
  return a.total?.low === b.total?.low && a.total?.high === b.total?.high;
}

function askAgain(quote: Quote | undefined, why?: ConfirmReason): Generation {
  if (!quote) return idle;
  return { name: 'confirming', quote, why: why ?? (quote.total ? 'changed' : 'unknown') };
}

/** True for newer facts of a purchase that ended, or goes on in the background. */
function isNewsOf(
  { state }: { readonly state: PurchaseState | undefined },
  news: PurchaseState | undefined,
): boolean {
  return state !== undefined && state.id === news?.id && state !== news;
}

/** True for an event of the current purchase, not of an earlier one. */
function isOf(
  state: { readonly purchase: { readonly id: string } | undefined },
  id: string | undefined,
): boolean {
  return !state.purchase || id === undefined || state.purchase.id === id;
}

/**
 * The stage of a purchase is that of its least advanced unfinished picture that was already sent.
 */
function stageOf({ pictures }: PurchaseState): (typeof stages)[number] {
  return stages.find((stage) => pictures.some(({ name }) => name === stage)) ?? 'submitting';
}
