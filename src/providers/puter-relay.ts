import { aborted } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';

/** As `fetch`, for an address and not a `Request`. */
export type Transport = (url: string, init: RequestInit & { readonly signal: AbortSignal }) => Promise<Response>;

interface PuterPage { puter?: { authToken?: string | null; net?: { fetch(url: string, init: RequestInit): Promise<Response> } } }

const unfit = (code: 'no-session' | 'blocked-by-browser', detail: string): UserPaysError =>
  new UserPaysError(code, { stage: 'account', charge: 'none', facts: { provider: 'puter', detail } });

/**
 * Puter's network in place of the browser's, for providers that refuse pages (`relay="puter"`): a TCP connection through Puter's servers, with TLS
 * ending in this browser, so that they see neither key nor picture. Needs the SDK on the page and a signed-in reader, who pays for the traffic.
 * The SDK loads its TLS library from `puter-net.b-cdn.net` when first used (read in 2.6.3): the page's CSP has to allow that.
 *
 * Throws before anything is sent: `no-session`, or `blocked-by-browser` where the engine hides a request's body from the SDK (Firefox), which
 * would then send an empty order.
 */
export const puterTransport = (): Transport => {
  const { puter } = globalThis as PuterPage;
  const net = puter?.authToken ? puter.net : undefined;
  if (!net) throw unfit('no-session', 'the Puter relay needs a signed-in reader');
  if (!new Request('https://relay.invalid/', { method: 'POST', body: 'x' }).body) throw unfit('blocked-by-browser', 'this browser can’t use the Puter relay');
  return async (url, init) => {
    const reply = net.fetch(url, init).catch((reason: unknown) => { throw reason instanceof Error ? reason : new TypeError(String(reason)); });
    const response = await Promise.race([reply, aborted(init.signal)]);
    // Keys follow no redirect, and this network follows none by itself.
    if (response.status >= 300 && response.status < 400) throw new TypeError('redirected');
    return response;
  };
};
