import { isProviderId } from '../base/provider-id.js';
import type { Account, AccountState } from './account.js';
import { keptKey } from './kept-key.js';
import { keptUnder, keptUnderOwn } from './kept-under.js';
import { recordOf, type SpecialCases } from './provider-records.js';
import { isPuterRemembered } from './puter-remembered.js';

/**
 * What is known of an account before the sign-in code is loaded: its kind, and whether this browser
 * has a stored session or key.
 */
export interface RememberedSession {
  readonly kind: Account['kind'];
  readonly status: AccountState['status'];
}

const nobody: RememberedSession = { kind: 'none', status: 'signed-in' };
const keyless: RememberedSession = { kind: 'key', status: 'signed-out' };

const special: SpecialCases<(endpoint: string, relay?: string) => RememberedSession> = {
  puter: () => ({ kind: 'popup', status: isPuterRemembered() ? 'signed-in' : 'signed-out' }),
  sandbox: () => nobody,
  'openai-compatible': (endpoint, relay) => ofKey(keptUnderOwn(endpoint, relay), nobody),
};

/**
 * The read-only counterpart of `account`. Reads browser storage, so call it after the first paint.
 */
export function rememberedSession(
  provider: string,
  endpoint = '',
  relay?: string,
): RememberedSession {
  const remember = isProviderId(provider) ? special[provider] : undefined;
  if (remember) return remember(endpoint, relay);
  const { keyOrigin } = recordOf(provider);
  return keyOrigin === undefined ? nobody : ofKey(keptUnder(keyOrigin, relay), keyless);
}

/** What is known by the stored key of an origin; `without` where there is none. */
function ofKey(origin: string, without: RememberedSession): RememberedSession {
  return keptKey(origin) === undefined ? without : { kind: 'key', status: 'signed-in' };
}
