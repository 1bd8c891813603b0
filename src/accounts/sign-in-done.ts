import { shared } from '../base/shared.js';
import { observable, type Observable } from '../base/store.js';

/**
 * True in a window whose sign-in was taken by the page that opened it: it has nothing left to do
 * but be closed.
 */
export function signInDone(): Observable<boolean> {
  return shared('sign-in-done', 1, () => observable(false));
}
