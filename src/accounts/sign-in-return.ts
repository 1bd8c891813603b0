import { shared } from '../base/shared.js';
import { signInDone } from './sign-in-done.js';
import { broughtIn, handOver, markName } from './sign-in-handover.js';

/**
 * A sign-in came back to this page, in a window that the browser may have cut off from the one that
 * opened it (Cross-Origin-Opener-Policy,
 * here or at the provider): hands the code over. Once per window; never rejects.
 */
export function returnSignIn(): Promise<void> {
  return shared('sign-in-return', 1, () => {
    const mark = new URLSearchParams(location.search).get(markName) ?? '';
    return /^[0-9a-f]{32}$/.test(mark) ? comeBack(mark).catch(() => undefined) : Promise.resolve();
  });
}

async function comeBack(mark: string): Promise<void> {
  const brought = broughtIn(location.search, mark);
  const taken = brought !== undefined && (await handOver(mark, brought));
  // A page that still holds this window reads the address itself.
  if (!taken && window.opener) return;
  tidyAddress();
  if (!taken) return;
  signInDone().set(true);
  // Browsers close what a script opened; a window they have cut off stays, and says that it can be
  // closed.
  window.close();
}

/**
 * The address without what the sign-in added to it: a code is good for one exchange, and no
 * business of the page's history.
 */
function tidyAddress(): void {
  const address = new URL(location.href);
  for (const name of [markName, 'code', 'error', 'error_description'])
    address.searchParams.delete(name);
  history.replaceState(history.state, '', address);
}
