import { isProviderHost } from '../base/provider-hosts.js';
import { isProviderId } from '../base/provider-id.js';
import { warnOnce } from '../base/warn-once.js';
import type { Account } from './account.js';
import { keptUnder, keptUnderOwn } from './kept-under.js';
import { keyAccount } from './key-account.js';
import { once, ownKnown, type Known } from './known.js';
import { noAccount } from './no-account.js';
import { canSignIn, recordOf, type SpecialCases } from './provider-records.js';
import { makePuterAccount } from './puter.js';
import { signInAccount } from './sign-in-account.js';
import type { Post } from './sign-in-window.js';

export interface AccountSettings {
  /** Base URL of an OpenAI-compatible server. A key is stored for its origin only. */
  readonly endpoint?: string;
  /**
   * URL of the page's relay. It can read the key, so a key entered for one relay is not used with
   * another.
   */
  readonly relay?: string;
  /** Sends the code of a sign-in. Without it the reader pastes a key. */
  readonly post?: Post;
  /**
   * The page's own id at the provider, where its sign-in wants one. A key from a sign-in under one
   * id is not used under another.
   */
  readonly clientId?: string;
  /** Registry of accounts. Accounts of one registry are not visible in another. */
  readonly known?: Known;
}

const special: SpecialCases<(settings: AccountSettings) => Account> = {
  // One account for the page: the SDK hangs when two sign-ins run at once.
  puter: ({ known = ownKnown }) => once(known, 'puter', () => makePuterAccount()),
  sandbox: () => noAccount(),
  'openai-compatible': ({ endpoint = '', relay, known }) => {
    const under = keptUnderOwn(endpoint, relay);
    if (under && !isProviderHost(endpoint))
      return keyAccount('openai-compatible', under, known, { optional: true });
    if (under) warnOnce(`endpoint can’t be ${JSON.stringify(endpoint)}: name its provider instead`);
    return noAccount();
  },
};

/**
 * The account that pays at a provider: one per provider and origin for the whole page. An unknown
 * provider gets an account without sign-in; `imageProvider` reports it as unknown.
 */
export function account(provider: string, settings: AccountSettings = {}): Account {
  const make = isProviderId(provider) ? special[provider] : undefined;
  if (make) return make(settings);
  const { keyOrigin, signsIn } = recordOf(provider);
  if (keyOrigin === undefined) return noAccount();
  const under = keptUnder(keyOrigin, settings.relay);
  const { known = ownKnown, post, clientId = '' } = settings;
  if (!post || !canSignIn(provider, clientId)) return keyAccount(provider, under, known);
  // OpenRouter takes readers from any page, so all of them share one account there.
  const client = signsIn?.test('') ? '' : clientId;
  const payer = client ? `${provider} as ${client}` : provider;
  return once(known, `sign-in ${payer} ${under}`, () =>
    signInAccount(keyAccount(payer, under, known), post, async () =>
      (await import('./sign-in-services.js')).signInAt(provider, client),
    ),
  );
}
