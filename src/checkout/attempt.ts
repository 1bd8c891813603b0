import { UserPaysError } from '../base/error.js';
import type { ConfirmReason } from '../generation/machine.js';
import type { Permit } from '../generation/permit.js';
import type { Purchase } from '../generation/purchase.js';
import type { Quote } from '../pricing/quote-types.js';

/**
 * One press of the button, until its purchase ends. Further presses meanwhile get the same promise.
 */
export interface Attempt {
  readonly promise: Promise<Purchase>;
  readonly resolve: (purchase: Purchase) => void;
  readonly reject: (error: UserPaysError) => void;
  /** Aborts it; before anything was sent, too. */
  readonly stop: AbortController;
  /** The reader's latest event in it: the press, or the yes to a question. */
  permit: Permit | undefined;
  /** A reason to ask first that is not known at the press; nothing is bought before it is. */
  late?: Promise<ConfirmReason | undefined> | undefined;
}

export function createAttempt(permit: Permit | undefined): Attempt {
  let resolve: Attempt['resolve'] = () => undefined;
  let reject: Attempt['reject'] = () => undefined;
  const promise = new Promise<Purchase>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  // A page that only listens to events must not see an unhandled rejection.
  promise.catch(() => undefined);
  return { promise, resolve, reject, stop: new AbortController(), permit };
}

export function guarded(code: 'aborted' | 'internal' | 'quote-expired' | 'vetoed'): UserPaysError {
  return new UserPaysError(code, { stage: 'guard', charge: 'none' });
}

/** The quote, if the reader may be asked about it; `undefined` for a request that can't be bought. */
export function askable(quote: Quote): Quote | undefined {
  return quote.total || quote.problem?.code === 'no-price' ? quote : undefined;
}
