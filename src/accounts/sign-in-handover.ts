import { defined } from '../base/defined.js';

/** What a sign-in window brings back: a code to exchange, or the reason why there is none. */
export interface Brought {
  readonly code?: string;
  readonly error?: string;
}

/**
 * Names the mark of a sign-in, 128 random bits that only the page which opened the window knows: a
 * query parameter of the address to return to or, where that address is fixed, the beginning of
 * `state`. Part of an address is recognized by it before any of this is loaded.
 */
export const markName = 'user-pays-sign-in';

/** The mark as `state`. */
export function stateOf(mark: string): string {
  return `${markName}.${mark}`;
}

/** The mark in an address, if it has a well-formed one. */
export function markIn(search: string): string | undefined {
  const query = new URLSearchParams(search);
  const [name, mark = ''] = (query.get('state') ?? '').split('.', 2);
  const found = query.get(markName) ?? (name === markName ? mark : '');
  return /^[0-9a-f]{32}$/.test(found) ? found : undefined;
}

/** True for an address that answers a sign-in, whoever asked for it. */
export function isAnswer(search: string): boolean {
  const query = new URLSearchParams(search);
  return query.has('code') || query.has('error');
}

/** The result in an address with this mark; `undefined` when the mark is missing or another. */
export function broughtIn(search: string, mark: string): Brought | undefined {
  if (markIn(search) !== mark) return undefined;
  const query = new URLSearchParams(search);
  const [code, error] = [query.get('code'), query.get('error')];
  return defined({ code: code || undefined, error: error ? error.slice(0, 200) : undefined });
}

/**
 * Receives the handover from a window that the browser cut off from this page. The returned
 * function stops listening.
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
 * Named after the mark, so that only code which knows the mark can listen, and sign-ins do not
 * disturb each other.
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
 * Called in the returned window: sends the result to the page that opened it. Resolves true once
 * that page has taken it, false when nobody did within `patience` milliseconds: that page then
 * reads the address itself, or is gone.
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
