import type { UserPaysError } from '../../base/error.js';
import type { Generation } from '../../generation/machine.js';
import type { Purchase } from '../../generation/purchase.js';
import type { PricedRequest, Quote } from '../../pricing/quote-types.js';
import type { Tally } from '../../spending/entry.js';

declare global {
  // All of them bubble: any element hears them, `document` and `window`.
  interface GlobalEventHandlersEventMap {
    /** The price on show changed. */
    'user-pays-quote': CustomEvent<{ readonly quote: Quote }>;
    /** Cancelable: prevent it and nothing is sent. */
    'user-pays-before-charge': CustomEvent<{
      readonly quote: Quote;
      readonly request: PricedRequest['request'];
    }>;
    /** The purchase moved on. */
    'user-pays-state': CustomEvent<{ readonly generation: Generation }>;
    /** Pictures are here. */
    'user-pays-done': CustomEvent<{ readonly purchase: Purchase }>;
    'user-pays-error': CustomEvent<{ readonly error: UserPaysError }>;
    /** What was spent changed, in this tab or another. */
    'user-pays-tally': CustomEvent<{ readonly tally: Tally }>;
  }
}

/** What the elements tell a page, by the event's name. */
export type UserPaysEventMap = Pick<
  GlobalEventHandlersEventMap,
  Extract<keyof GlobalEventHandlersEventMap, `user-pays-${string}`>
>;
