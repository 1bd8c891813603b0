import { isUserPaysError, UserPaysError, type ErrorCode } from '../base/error.js';
import { randomId } from '../base/id.js';
import { fields, text } from '../base/json.js';
import { broughtIn, hearHandover, markName, type Brought } from './sign-in-handover.js';

/**
 * Sends JSON without any key and resolves to the reply's body. Passed in, because HTTP belongs to
 * `providers`.
 */
export type Post = (url: string, json: unknown) => Promise<unknown>;

export interface SignInTerms {
  /** The most the key may ever spend, US dollars as decimal text. */
  readonly limit?: string;
  /** Milliseconds until the sign-in times out. */
  readonly patience?: number;
  /**
   * Milliseconds with this page in focus and the window gone, until the window counts as closed.
   */
  readonly grace?: number;
}

export interface SignInWindow {
  /** The reader's key. Rejects with a UserPaysError. */
  readonly key: Promise<string>;
  /**
   * Rejects with `sign-in-cancelled` when the reader seems to have closed the window; never
   * resolves. `key` may still resolve afterwards.
   */
  readonly closed: Promise<never>;
  /**
   * True when the browser reports the window as closed: it is, or the browser cut it off from this
   * page.
   */
  looksClosed(): boolean;
}

const lookEvery = 100;

interface Return {
  readonly brought: Promise<Brought>;
  readonly closed: Promise<never>;
}

/** One day, milliseconds: the key stays in this page's memory, so nobody needs it longer. */
const keyLife = 86_400_000;

/**
 * Signs the reader in at OpenRouter to get a key (OAuth with PKCE, S256; openrouter.ai/docs, "OAuth
 * PKCE"; `limit`, `expires_at` and `key_label` as in its API file of 2026-08-22). Call it inside
 * the reader's gesture: the window opens at once. No client has to be registered. The verifier
 * never leaves this page's memory, the code is read from the window before it is used, and a random
 * mark known only to this call ties the two together.
 *
 * @throws UserPaysError `popup-blocked`; `no-session` on plain http pages, where browsers have no
 *   SHA-256. `key` rejects with `session-refused` (facts `signIn`: `denied`, `exchange`) or
 *   `timed-out`.
 */
export function signInAtOpenRouter(post: Post, terms: SignInTerms = {}): SignInWindow {
  const { limit, patience = 300_000, grace = 10_000 } = terms;
  const { subtle }: { subtle?: SubtleCrypto } = globalThis.crypto;
  if (!subtle) throw failure('no-session', 'https');
  const popup = window.open('about:blank', '', 'popup,width=600,height=760');
  if (!popup) throw failure('popup-blocked', 'window');
  const [verifier, mark] = [base64url(crypto.getRandomValues(new Uint8Array(48))), randomId(16)];
  const { brought, closed } = comesBack(popup, mark, patience, grace);
  const leave = async (): Promise<void> => {
    const challenge = base64url(
      new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    );
    popup.location.href = addressOf(challenge, mark, limit);
  };
  const key = leave()
    .then(() => brought)
    .then(({ code, error }) => {
      if (!code) throw noKey('denied', error);
      return exchanged(post, code, verifier);
    });
  key.catch(() => undefined);
  return { key, closed, looksClosed: () => popup.closed };
}

function failure(
  code: ErrorCode,
  detail: string,
  facts: Record<string, string> = {},
): UserPaysError {
  return new UserPaysError(code, {
    stage: 'account',
    charge: 'none',
    retry: 'safe',
    facts: { provider: 'openrouter', ...facts, detail },
  });
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/**
 * Waits for the window's return: reads its address or, where the browser cut the window off,
 * receives its handover. A window that reads as closed and was never seen on another origin was
 * most likely cut off as it left, so the wait continues. One that was seen there was probably
 * closed by the reader: `closed` rejects once this page had focus for `grace` milliseconds.
 */
function comesBack(popup: Window, mark: string, patience: number, grace: number): Return {
  let sayClosed: (error: UserPaysError) => void = () => undefined;
  const closed = new Promise<never>((_, reject) => {
    sayClosed = reject;
  });
  closed.catch(() => undefined);
  const brought = new Promise<Brought>((resolve, reject) => {
    const end = performance.now() + patience;
    let wasElsewhere = false;
    let here = 0;
    const stop = (): void => {
      clearInterval(timer);
      deafen();
      popup.close();
    };
    const take = (found: Brought): void => {
      stop();
      resolve(found);
    };
    const deafen = hearHandover(mark, take);
    const timer = setInterval(() => {
      const found = popup.closed ? undefined : lookAt(popup, mark);
      if (typeof found === 'object') return take(found);
      wasElsewhere ||= found === 'elsewhere';
      if (popup.closed && wasElsewhere && document.hasFocus()) here += lookEvery;
      if (here > grace) sayClosed(failure('sign-in-cancelled', 'window'));
      if (performance.now() <= end) return;
      stop();
      reject(failure('timed-out', 'window'));
    }, lookEvery);
  });
  return { brought, closed };
}

/**
 * Reads the window's address: `elsewhere` for another origin, `undefined` for ours without a result
 * yet, else what it brought back.
 */
function lookAt(popup: Window, mark: string): Brought | 'elsewhere' | undefined {
  try {
    return broughtIn(popup.location.search, mark);
  } catch {
    // The address of a window on another origin can't be read.
    return 'elsewhere';
  }
}

function addressOf(challenge: string, mark: string, limit: string | undefined): string {
  const query = new URLSearchParams({
    callback_url: `${location.origin}${location.pathname}?${markName}=${mark}`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    key_label: location.host.slice(0, 100),
    expires_at: new Date(Date.now() + keyLife).toISOString(),
  });
  if (Number(limit) > 0) query.set('limit', String(limit));
  return `https://openrouter.ai/auth?${query.toString()}`;
}

/**
 * The sign-in gave no key. There was none before either, so nothing is forgotten. `why`:
 * OpenRouter's own words, if any.
 */
function noKey(signIn: 'denied' | 'exchange', why = ''): UserPaysError {
  return failure('session-refused', why, { signIn });
}

async function exchanged(post: Post, code: string, verifier: string): Promise<string> {
  const answer = await post('https://openrouter.ai/api/v1/auth/keys', {
    code,
    code_verifier: verifier,
    code_challenge_method: 'S256',
  }).catch((error: unknown) => {
    throw noKey('exchange', isUserPaysError(error) ? error.facts['detail'] : '');
  });
  const key = text(fields(answer).key);
  if (!key) throw noKey('exchange');
  return key;
}
