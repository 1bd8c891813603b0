import { defined } from '../base/defined.js';
import { text } from '../base/json.js';
import { pageText } from '../base/page-value.js';
import type { Call, Reply } from './adapter.js';
import { send } from './http.js';
import { isSafePlace } from './key-gate.js';

/** The parts of Puter's SDK object that this provider uses: its session and a few functions. */
export interface PuterProviderSession {
  readonly authToken?: string | null;
  readonly APIOrigin?: string;
  /** The page's own app id: to Puter every website is an app. */
  readonly appID?: string;
  readonly whoami?: { readonly username?: string };
  config?: { autoRetry?: boolean } | undefined;
  readonly ai?: { txt2img(prompt: string, options: Record<string, unknown>): Promise<unknown> };
}

/** A signed-in session. The token is sent only to `api`. `app` is the page's app id. */
export interface PuterSession {
  readonly api: string;
  readonly token: string;
  readonly app?: string;
}

/**
 * The origin of Puter's API while the SDK is not loaded. `PUTER_API_ORIGIN` names a self-hosted
 * one, as it does for the SDK.
 */
export function puterOrigin(): string {
  return pageText('PUTER_API_ORIGIN') ?? 'https://api.puter.com';
}

/**
 * The SDK object's current session, which changes with every sign-in, so do not cache it.
 * `undefined` if signed out, or if the server's URL is neither https nor on this machine.
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
 * Sends a GET with the reader's token. The SDK is not used, because its reads open a sign-in window
 * when the session has ended. Rejects like `send`.
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
 * The one paid request, in the SDK's format: the token in the body, and a content type that needs
 * no preflight. The SDK is not used, because it sends the request up to nine times on 429, can't be
 * stopped, drops the HTTP status and opens its own windows (402, 401).
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
