import { isProviderId } from '../base/provider-id.js';
import type { Account } from './account.js';
import { keptUnder } from './kept-under.js';
import { keyAccount } from './key-account.js';
import { once, ownKnown, type Known } from './known.js';
import { noAccount } from './no-account.js';
import type { Post } from './openrouter-sign-in.js';
import { providerRecords, recordOf, type SpecialCases } from './provider-records.js';
import { makePuterAccount } from './puter.js';
import { signInAccount } from './sign-in-account.js';

export interface AccountSettings {
  /** Base URL of an OpenAI-compatible server. A key is stored for its origin only. */
  readonly endpoint?: string;
  /**
   * URL of the page's relay. It can read the key, so a key entered for one relay is not used with
   * another.
   */
  readonly relay?: string;
  /**
   * Sends JSON without a key. Needed to sign in at providers that allow it from any page; without
   * it the reader pastes a key.
   */
  readonly post?: Post;
  /** Registry of accounts. Accounts of one registry are not visible in another. */
  readonly known?: Known;
}

const special: SpecialCases<(settings: AccountSettings) => Account> = {
  // One account for the page: the SDK hangs when two sign-ins run at once.
  puter: ({ known = ownKnown }) => once(known, 'puter', () => makePuterAccount()),
  sandbox: () => noAccount(),
  openrouter,
  'openai-compatible': ({ endpoint = '', relay, known }) =>
    URL.canParse(endpoint)
      ? keyAccount('openai-compatible', keptUnder(new URL(endpoint).origin, relay), true, known)
      : noAccount(),
};

/**
 * The account that pays at a provider: one per provider and origin for the whole page. An unknown
 * provider gets an account without sign-in; `imageProvider` reports it as unknown.
 */
export function account(provider: string, settings: AccountSettings = {}): Account {
  const make = isProviderId(provider) ? special[provider] : undefined;
  if (make) return make(settings);
  const { keyOrigin } = recordOf(provider);
  return keyOrigin === undefined
    ? noAccount()
    : keyAccount(provider, keptUnder(keyOrigin, settings.relay), false, settings.known);
}

/**
 * Only OpenRouter lets any page sign its readers in; Pollinations and Hugging Face require each
 * page to be registered first.
 */
function openrouter({ post, relay, known = ownKnown }: AccountSettings): Account {
  const under = keptUnder(providerRecords.openrouter.keyOrigin, relay);
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
