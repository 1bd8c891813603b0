import { isUserPaysError, UserPaysError, type ErrorCode } from '../base/error.js';
import { randomId } from '../base/id.js';
import { fields, text } from '../base/json.js';
import { broughtIn, hearHandover, isAnswer, type Brought } from './sign-in-handover.js';

/**
 * Sends JSON, or a form, without any key and resolves to the reply's body. Passed in, because HTTP
 * belongs to `providers`.
 */
export type Post = (
  url: string,
  values: Readonly<Record<string, string>>,
  isForm?: boolean,
) => Promise<unknown>;

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

/** What a sign-in gives. */
export interface Token {
  readonly key: string;
  /** Seconds until it ends, where the provider says so. */
  readonly lasts?: number;
}

export interface SignInWindow {
  /** The reader's key. Rejects with a UserPaysError. */
  readonly token: Promise<Token>;
  /**
   * Rejects with `sign-in-cancelled` when the reader seems to have closed the window; never
   * resolves. `token` may still resolve afterwards.
   */
  readonly closed: Promise<never>;
  /**
   * True when the browser reports the window as closed: it is, or the browser cut it off from this
   * page.
   */
  looksClosed(): boolean;
}

/** What an address of a sign-in is made of. */
export interface Leaving {
  /** This page's own address, without a query. */
  readonly page: string;
  /** 128 random bits that only this sign-in knows. */
  readonly mark: string;
  /** The digest of the verifier. */
  readonly challenge: string;
  readonly limit: string | undefined;
}

/** What a code is exchanged with. */
interface Returned {
  readonly page: string;
  readonly code: string;
  readonly verifier: string;
}

/** Where and how one provider signs readers in. */
export interface SignInService {
  readonly provider: string;
  /** The page of the provider that the reader goes to. */
  readonly address: string;
  asks(leaving: Leaving): Readonly<Record<string, string>>;
  /** Where a code of this provider goes, and nowhere else. */
  readonly exchange: string;
  gives(returned: Returned): Readonly<Record<string, string>>;
  readonly isForm: boolean;
  /** The name of the key in the reply. */
  readonly key: string;
}

const lookEvery = 100;

interface Return {
  readonly brought: Promise<Brought>;
  readonly closed: Promise<never>;
}

/** A window's address, as far as this page can read it. */
type Look = Brought | 'elsewhere' | 'foreign' | undefined;

/**
 * Signs the reader in at a provider to get a key (OAuth 2 authorization code with PKCE, S256). Call
 * it inside the reader's gesture: the window opens at once. The verifier never leaves this page's
 * memory, the code is read from the window before it is used, and a random mark known only to this
 * call ties the two together. An answer with another mark ends the sign-in; no code is exchanged.
 *
 * @throws UserPaysError `popup-blocked`; `no-session` on plain http pages, where browsers have no
 *   SHA-256, and on pages without an http address of their own.
 *   `token` rejects with `session-refused` (facts `signIn`: `denied`, `exchange`, `mark`)
 *   or `timed-out`.
 */
export function openSignIn(
  service: SignInService,
  post: Post,
  terms: SignInTerms = {},
): SignInWindow {
  const { limit, patience = 300_000, grace = 10_000 } = terms;
  const failed = failures(service.provider);
  const { subtle }: { subtle?: SubtleCrypto } = globalThis.crypto;
  if (!subtle) throw failed('no-session', 'https');
  // Such a page is no place to come back to.
  if (!/^http/.test(location.protocol)) throw failed('no-session', 'address');
  const popup = window.open('about:blank', '', 'popup,width=600,height=760');
  if (!popup) throw failed('popup-blocked', 'window');
  const [verifier, mark] = [base64url(crypto.getRandomValues(new Uint8Array(48))), randomId(16)];
  const page = `${location.origin}${location.pathname}`;
  const { brought, closed } = comesBack(popup, mark, { patience, grace, failed });
  const leave = async (): Promise<void> => {
    const challenge = base64url(
      new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    );
    const query = new URLSearchParams(service.asks({ page, mark, challenge, limit }));
    popup.location.href = `${service.address}?${query.toString()}`;
  };
  const token = leave()
    .then(() => brought)
    .then(({ code, error }) => {
      if (!code) throw failed('session-refused', error, { signIn: 'denied' });
      return exchanged(service, post, { page, code, verifier });
    });
  token.catch(() => undefined);
  return { token, closed, looksClosed: () => popup.closed };
}

type Failures = (code: ErrorCode, detail?: string, facts?: Record<string, string>) => UserPaysError;

/**
 * Errors of a sign-in. It gave no key, and there was none before either, so nothing is forgotten
 * and nothing was charged. `detail`: the provider's own words, if any.
 */
function failures(provider: string): Failures {
  return (code, detail = '', facts = {}) =>
    new UserPaysError(code, {
      stage: 'account',
      charge: 'none',
      retry: 'safe',
      facts: { provider, ...facts, detail },
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
function comesBack(
  popup: Window,
  mark: string,
  { patience, grace, failed }: { patience: number; grace: number; failed: Failures },
): Return {
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
    const fail = (error: UserPaysError): void => {
      stop();
      reject(error);
    };
    const deafen = hearHandover(mark, take);
    const timer = setInterval(() => {
      const found = popup.closed ? undefined : lookAt(popup, mark);
      if (typeof found === 'object') return take(found);
      if (found === 'foreign') return fail(failed('session-refused', '', { signIn: 'mark' }));
      wasElsewhere ||= found === 'elsewhere';
      if (popup.closed && wasElsewhere && document.hasFocus()) here += lookEvery;
      if (here > grace) sayClosed(failed('sign-in-cancelled', 'window'));
      if (performance.now() > end) fail(failed('timed-out', 'window'));
    }, lookEvery);
  });
  return { brought, closed };
}

/**
 * Reads the window's address: `elsewhere` for another origin, `foreign` for the answer to a
 * question that was not ours, `undefined` without an answer yet, else what it brought back.
 */
function lookAt(popup: Window, mark: string): Look {
  try {
    const { search } = popup.location;
    return broughtIn(search, mark) ?? (isAnswer(search) ? 'foreign' : undefined);
  } catch {
    // The address of a window on another origin can't be read.
    return 'elsewhere';
  }
}

async function exchanged(service: SignInService, post: Post, returned: Returned): Promise<Token> {
  const noKey = (detail?: string): UserPaysError =>
    failures(service.provider)('session-refused', detail, { signIn: 'exchange' });
  const answer = await post(service.exchange, service.gives(returned), service.isForm).catch(
    (error: unknown) => {
      throw noKey(isUserPaysError(error) ? error.facts['detail'] : '');
    },
  );
  const { [service.key]: given, expires_in: seconds } = fields(answer);
  const key = text(given);
  if (!key) throw noKey();
  return Number(seconds) > 0 ? { key, lasts: Number(seconds) } : { key };
}
