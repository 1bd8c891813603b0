import { dayMs } from '../base/clock.js';
import { markName, stateOf } from './sign-in-handover.js';
import {
  openSignIn,
  type Leaving,
  type Post,
  type SignInService,
  type SignInTerms,
  type SignInWindow,
} from './sign-in-window.js';

/** The key stays in this page's memory, so nobody needs it longer. Milliseconds. */
const keyLife = dayMs;

/** Opens the window of one provider; `client`: the page's own id there, where it wants one. */
export type SignIn = (post: Post, terms?: SignInTerms) => SignInWindow;

const services: Readonly<Record<string, (client: string) => SignInService>> = {
  openrouter: () => openrouter,
  huggingface,
  pollinations,
};

/** The sign-in of a provider that has one. */
export function signInAt(provider: string, client = ''): SignIn {
  const service = services[provider]!(client);
  return (post, terms) => openSignIn(service, post, terms);
}

/**
 * No client has to be registered, and there is no `state`: the mark stands in the address to return
 * to (openrouter.ai/docs, "OAuth PKCE"; `limit`, `expires_at` and `key_label` as in its API file of
 * 2026-08-22).
 */
const openrouter: SignInService = {
  provider: 'openrouter',
  address: 'https://openrouter.ai/auth',
  asks: ({ page, mark, challenge, limit }) => ({
    callback_url: `${page}?${markName}=${mark}`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    key_label: location.host.slice(0, 100),
    expires_at: new Date(Date.now() + keyLife).toISOString(),
    ...limited('limit', limit),
  }),
  exchange: 'https://openrouter.ai/api/v1/auth/keys',
  gives: ({ code, verifier }) => ({
    code,
    code_verifier: verifier,
    code_challenge_method: 'S256',
  }),
  isForm: false,
  key: 'key',
};

/**
 * Tokens end after some eight hours; there is no other way to a new one than to sign in again
 * (huggingface.co/docs/hub/oauth, and the client in huggingface.js, packages/hub).
 */
function huggingface(client: string): SignInService {
  return {
    ...standard(client, () => ({ scope: 'inference-api' })),
    provider: 'huggingface',
    address: 'https://huggingface.co/oauth/authorize',
    exchange: 'https://huggingface.co/oauth/token',
  };
}

/**
 * Source: "Connect User Wallets" (BRING_YOUR_OWN_POLLEN.md at 018ec348). `budget` is in its own
 * unit, which stands for a US dollar; `expiry` in days.
 */
function pollinations(client: string): SignInService {
  return {
    ...standard(client, ({ limit }) => ({
      scope: 'usage',
      expiry: '1',
      ...limited('budget', limit),
    })),
    provider: 'pollinations',
    address: 'https://enter.pollinations.ai/authorize',
    exchange: 'https://enter.pollinations.ai/api/oauth/token',
  };
}

/**
 * As RFC 6749 and RFC 7636 have it, for a client without a secret. The address to return to is
 * compared letter by letter, so the mark travels in `state`.
 */
function standard(
  client: string,
  more: (leaving: Leaving) => Readonly<Record<string, string>>,
): Pick<SignInService, 'asks' | 'gives' | 'isForm' | 'key'> {
  return {
    asks: (leaving) => ({
      response_type: 'code',
      client_id: client,
      redirect_uri: leaving.page,
      state: stateOf(leaving.mark),
      code_challenge: leaving.challenge,
      code_challenge_method: 'S256',
      ...more(leaving),
    }),
    gives: ({ page, code, verifier }) => ({
      grant_type: 'authorization_code',
      code,
      client_id: client,
      redirect_uri: page,
      code_verifier: verifier,
    }),
    isForm: true,
    key: 'access_token',
  };
}

/** The most the key may spend, under the provider's name for it; nothing without a real limit. */
function limited(name: string, limit: string | undefined): Readonly<Record<string, string>> {
  return limit !== undefined && Number(limit) > 0 ? { [name]: limit } : {};
}
