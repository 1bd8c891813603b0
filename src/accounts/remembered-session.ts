import type { Account, AccountState } from './account.js';
import { keyOrigins, keptUnder } from './key-origins.js';
import { keptKey } from './kept-key.js';
import { isPuterRemembered } from './puter-remembered.js';

/**
 * What can be said of an account before the code that signs in is loaded: its kind, and whether a
 * session or key is kept in this browser.
 */
export interface RememberedSession {
  readonly kind: Account['kind'];
  readonly status: AccountState['status'];
}

/** As `account`, but only looking. Reads this browser's storage, so ask after the first paint. */
export function rememberedSession(
  provider: string,
  endpoint = '',
  relay?: string,
): RememberedSession {
  if (provider === 'puter') return { kind: 'popup', status: known(isPuterRemembered()) };
  if (provider === 'openai-compatible' && URL.canParse(endpoint))
    return ofKey(keptUnder(new URL(endpoint).origin, relay), true);
  const host = Object.hasOwn(keyOrigins, provider) ? keyOrigins[provider] : undefined;
  return host ? ofKey(keptUnder(host, relay)) : { kind: 'none', status: 'signed-in' };
}

function known(isKnown: boolean): AccountState['status'] {
  return isKnown ? 'signed-in' : 'signed-out';
}

function ofKey(origin: string, optional = false): RememberedSession {
  const isKept = keptKey(origin) !== undefined;
  return { kind: 'key', status: known(optional || isKept) };
}
