import { defined } from '../base/defined.js';
import { text } from '../base/json.js';
import type { Call, Reply } from './adapter.js';
import { send } from './http.js';
import { isSafePlace } from './key-gate.js';

/**
 * What this maker takes from Puter's SDK: the session it keeps, and the few of its functions used.
 * The rest of it is left alone.
 */
export interface PuterProviderSession {
  readonly authToken?: string | null;
  readonly APIOrigin?: string;
  /** The page's own app id: every website is an app to Puter. */
  readonly appID?: string;
  readonly whoami?: { readonly username?: string };
  config?: { autoRetry?: boolean } | undefined;
  readonly ai?: { txt2img(prompt: string, options: Record<string, unknown>): Promise<unknown> };
}

/** A signed-in session. The token goes to `api` and nowhere else. */
export interface PuterSession {
  readonly api: string;
  readonly token: string;
  readonly app?: string;
}

/**
 * Where Puter's API is before its SDK was loaded; `PUTER_API_ORIGIN` names a self-hosted one, as it
 * does for the SDK.
 */
export function puterOrigin(): string {
  return (globalThis as { PUTER_API_ORIGIN?: string }).PUTER_API_ORIGIN ?? 'https://api.puter.com';
}

/**
 * The session an SDK object holds, read anew each time since it changes with every sign-in;
 * `undefined` when signed out, or at a server that is neither https nor this machine.
 */
export function puterSession(providerSession: unknown): PuterSession | undefined {
  const { authToken, APIOrigin, appID } = (providerSession ?? {}) as PuterProviderSession;
  const token = text(authToken);
  const api = text(APIOrigin);
  const app = text(appID);
  return token && api && isSafePlace(api)
    ? {
        api,
        token,
        ...defined({ app: app || undefined }),
      }
    : undefined;
}

/**
 * Reads as the reader. By ourselves and not by the SDK, whose reads open a sign-in window on their
 * own when the session has ended.
 * Throws what `send` throws.
 */
export function readAs(
  { api, token }: PuterSession,
  path: string,
  signal: AbortSignal,
): Promise<Reply> {
  return send(
    { method: 'GET', url: api + path },
    {
      auth: { authorization: `Bearer ${token}` },
      keyHosts: [new URL(api).host],
      signal,
      submit: false,
    },
  );
}

/**
 * The one paid request, written as the SDK writes it: the token in the body, and a content type
 * that needs no preflight. By ourselves
 * because the SDK sends it up to nine times on 429, can't be stopped, drops the HTTP status and
 * opens windows of its own (402, 401).
 */
export function generateCall(
  { api, token }: PuterSession,
  args: Readonly<Record<string, unknown>>,
): Call {
  return {
    method: 'POST',
    url: `${api}/drivers/call`,
    headers: { 'content-type': 'text/plain;actually=json' },
    json: {
      interface: 'puter-image-generation',
      driver: 'ai-image',
      test_mode: false,
      method: 'generate',
      args,
      auth_token: token,
    },
  };
}
