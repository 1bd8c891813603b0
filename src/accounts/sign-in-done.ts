import { shared } from '../base/shared.js';
import { observable, type Observable } from '../base/store.js';

/** True in a sign-in window whose result the opening page has taken. It can only be closed. */
export function signInDone(): Observable<boolean> {
  return shared('sign-in-done', 1, () => observable(false));
}
