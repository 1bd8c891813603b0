import { shared } from '../base/shared.js';
import { signInDone } from './sign-in-done.js';
import { broughtIn, handOver, markIn, markName } from './sign-in-handover.js';

/**
 * Completes a sign-in that returned to this page, in a window that the browser may have cut off
 * from its opener (Cross-Origin-Opener-Policy, here or at the provider): hands the code over. Once
 * per window; never rejects.
 */
export function returnSignIn(): Promise<void> {
  return shared('sign-in-return', 1, () => {
    const mark = markIn(location.search);
    return mark ? comeBack(mark).catch(() => undefined) : Promise.resolve();
  });
}

async function comeBack(mark: string): Promise<void> {
  const brought = broughtIn(location.search, mark);
  const taken = brought !== undefined && (await handOver(mark, brought));
  // A page that still has access to this window reads the address itself.
  if (!taken && window.opener) return;
  tidyAddress();
  if (!taken) return;
  signInDone().set(true);
  // Browsers let a script close only windows opened by a script. A window that was cut off stays
  // open and tells the reader to close it.
  window.close();
}

/**
 * Removes the sign-in's parameters from the address: the code works once and does not belong in the
 * page's history.
 */
function tidyAddress(): void {
  const address = new URL(location.href);
  for (const name of [markName, 'code', 'state', 'iss', 'error', 'error_description'])
    address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
}
