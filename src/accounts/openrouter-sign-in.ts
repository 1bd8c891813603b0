import { UserPaysError, type ErrorCode } from '../base/error.js';
import { randomId } from '../base/id.js';
import { fields, text } from '../base/json.js';

/** Sends JSON without any key and resolves the answer's body; what the room for HTTP lends to the accounts. */
export type Post = (url: string, json: unknown) => Promise<unknown>;

const failure = (code: ErrorCode, detail: string): UserPaysError =>
  new UserPaysError(code, { stage: 'account', charge: 'none', retry: 'safe', facts: { provider: 'openrouter', detail } });

const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** The code in the window's address once it is back on our origin with our mark; `undefined` while it is elsewhere. */
const codeIn = (popup: Window, mark: string): string | undefined => {
  try {
    const query = new URLSearchParams(popup.location.search);
    return query.get('user-pays-sign-in') === mark ? query.get('code') ?? '' : undefined;
  } catch {
    // Another origin's window: its address is none of our business.
    return undefined;
  }
};

const comesBack = (popup: Window, mark: string, patience: number): Promise<string> => new Promise((resolve, reject) => {
  const end = performance.now() + patience;
  const timer = setInterval(() => {
    const code = codeIn(popup, mark);
    const isOver = code !== undefined || popup.closed || performance.now() > end;
    if (!isOver) return;
    clearInterval(timer);
    const isClosed = popup.closed;
    popup.close();
    if (code) resolve(code);
    else reject(failure(code === '' ? 'session-refused' : isClosed ? 'sign-in-cancelled' : 'timed-out', 'window'));
  }, 100);
});

/**
 * Signs the reader in at OpenRouter and resolves a key of theirs (OAuth with PKCE, S256; openrouter.ai/docs, "OAuth PKCE"). Call it inside the
 * reader's gesture: the window opens at once. The verifier never leaves this page's memory, the code is taken from the window before it
 * is used, and a mark that only this call knows ties the two together. No client has to be registered.
 *
 * @throws UserPaysError `popup-blocked`, `sign-in-cancelled`, `session-refused`, `timed-out`; `no-session` on plain http pages, where browsers have no SHA-256.
 */
export const signInAtOpenRouter = async (post: Post, patience = 300_000): Promise<string> => {
  const { subtle }: { subtle?: SubtleCrypto } = globalThis.crypto;
  if (!subtle) throw failure('no-session', 'https');
  const popup = window.open('about:blank', '', 'popup,width=600,height=760');
  if (!popup) throw failure('popup-blocked', 'window');
  const [verifier, mark] = [base64url(crypto.getRandomValues(new Uint8Array(48))), randomId(16)];
  const challenge = base64url(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  const query = new URLSearchParams({
    callback_url: `${location.origin}${location.pathname}?user-pays-sign-in=${mark}`, code_challenge: challenge, code_challenge_method: 'S256',
  });
  popup.location.href = `https://openrouter.ai/auth?${query.toString()}`;
  const code = await comesBack(popup, mark, patience);
  const answer = await post('https://openrouter.ai/api/v1/auth/keys', { code, code_verifier: verifier, code_challenge_method: 'S256' }).catch(() => undefined);
  const key = text(fields(answer).key);
  if (!key) throw failure('session-refused', 'key');
  return key;
};
