import type { Account } from './account.js';
import { keyOrigins, keptUnder } from './key-origins.js';
import { keyAccount } from './key-account.js';
import { once, ownKnown, type Known } from './known.js';
import { noAccount } from './no-account.js';
import type { Post } from './openrouter-sign-in.js';
import { makePuterAccount } from './puter.js';
import { signInAccount } from './sign-in-account.js';

export interface AccountSettings {
  /** Base URL of an OpenAI-compatible server; its key belongs to that origin alone. */
  readonly endpoint?: string;
  /** The page's relay, which sees the key pass: a key entered for one is not found for another. */
  readonly relay?: string;
  /**
   * Sends JSON without a key. With it, providers whose sign-in pages may use can be signed in to;
   * without, a key is pasted.
   */
  readonly post?: Post;
  /** Where the accounts made so far are; with another map, other accounts. */
  readonly known?: Known;
}

const special: Readonly<Record<string, (settings: AccountSettings) => Account>> = Object.freeze({
  // One for the page: the SDK hangs with two sign-ins at once.
  puter: ({ known = ownKnown }) => once(known, 'puter', () => makePuterAccount()),
  openrouter,
  'openai-compatible': ({ endpoint = '', relay, known }) =>
    URL.canParse(endpoint)
      ? keyAccount('openai-compatible', keptUnder(new URL(endpoint).origin, relay), true, known)
      : noAccount(),
});

/**
 * Who pays at a provider. One account per provider and origin for the whole page; an unknown
 * provider has none, and its maker says so.
 */
export function account(provider: string, settings: AccountSettings = {}): Account {
  const make = Object.hasOwn(special, provider) ? special[provider] : undefined;
  if (make) return make(settings);
  const host = Object.hasOwn(keyOrigins, provider) ? keyOrigins[provider] : undefined;
  return host
    ? keyAccount(provider, keptUnder(host, settings.relay), false, settings.known)
    : noAccount();
}

/**
 * Only OpenRouter lets any page sign its readers in; Pollinations and Hugging Face want each page
 * registered first.
 */
function openrouter({ post, relay, known = ownKnown }: AccountSettings): Account {
  const under = keptUnder('https://openrouter.ai', relay);
  const own = keyAccount('openrouter', under, false, known);
  return post
    ? once(known, `sign-in ${under}`, () =>
        signInAccount(
          own,
          post,
          async () => (await import('./openrouter-sign-in.js')).signInAtOpenRouter,
        ),
      )
    : own;
}
