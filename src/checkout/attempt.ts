import type { UserPaysError } from '../base/error.js';
import type { Permit } from '../generation/permit.js';
import type { Purchase } from '../generation/purchase.js';

/** One press of the button, until it is settled: what everybody who presses meanwhile gets too. */
export interface Attempt {
  readonly promise: Promise<Purchase>;
  readonly resolve: (purchase: Purchase) => void;
  readonly reject: (error: UserPaysError) => void;
  /** Ends it also before anything was sent. */
  readonly stop: AbortController;
  /** The reader's latest act in it: their press, or their yes. */
  permit: Permit | undefined;
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
