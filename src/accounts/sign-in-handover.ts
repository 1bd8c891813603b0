import { defined } from '../base/defined.js';

/** What OpenRouter's window brings back: a code to exchange, or the reason why there is none. */
export interface Brought {
  readonly code?: string;
  readonly error?: string;
}

/**
 * In the address a sign-in comes back to: the mark that only the page which opened the window
 * knows, 128 bit.
 */
export const markName = 'user-pays-sign-in';

/** What an address brought back for this mark; `undefined` when it is another's, or none. */
export function broughtIn(search: string, mark: string): Brought | undefined {
  const query = new URLSearchParams(search);
  if (query.get(markName) !== mark) return undefined;
  const [code, error] = [query.get('code'), query.get('error')];
  return defined({ code: code || undefined, error: error ? error.slice(0, 200) : undefined });
}

/**
 * Hears what the window hands over where the browser has cut the two off from each other. Stops
 * with the function it returns.
 */
export function hearHandover(mark: string, heard: (brought: Brought) => void): () => void {
  const line = lineOf(mark);
  line?.addEventListener('message', ({ data }) => {
    const brought = asBrought(data);
    if (!brought) return;
    line.postMessage({ taken: true });
    heard(brought);
  });
  return () => line?.close();
}

/**
 * Named after the mark: nobody who does not know it can listen, and no other sign-in is disturbed.
 */
function lineOf(mark: string): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'function'
    ? new BroadcastChannel(`user-pays-image/sign-in/${mark}`)
    : undefined;
}

function asBrought(data: unknown): Brought | undefined {
  const { brought } = Object(data) as { readonly brought?: unknown };
  if (typeof brought !== 'object' || brought === null) return undefined;
  const { code, error } = brought as { readonly code?: unknown; readonly error?: unknown };
  return defined({
    code: typeof code === 'string' ? code : undefined,
    error: typeof error === 'string' ? error : undefined,
  });
}

/**
 * In the window that came back: hands what its address brought to the page that opened it. Resolves
 * true once that page has taken it,
 * false when nobody did in `patience` milliseconds: then that page reads the address itself, or is
 * gone.
 */
export function handOver(mark: string, brought: Brought, patience = 2000): Promise<boolean> {
  const line = lineOf(mark);
  if (!line) return Promise.resolve(false);
  return new Promise<boolean>((resolve) => {
    const end = (taken: boolean): void => {
      clearTimeout(timer);
      line.close();
      resolve(taken);
    };
    const timer = setTimeout(() => end(false), patience);
    line.addEventListener('message', ({ data }) => {
      if ((Object(data) as { taken?: unknown }).taken === true) end(true);
    });
    line.postMessage({ brought });
  });
}
