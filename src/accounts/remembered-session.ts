import type { Account, AccountState } from './account.js';
import { keyOrigins, keptUnder } from './key-origins.js';
import { keptKey } from './kept-key.js';
import { isPuterRemembered } from './puter-remembered.js';

/**
 * What is known of an account before the sign-in code is loaded: its kind, and whether this browser
 * has a stored session or key.
 */
export interface RememberedSession {
  readonly kind: Account['kind'];
  readonly status: AccountState['status'];
}

/**
 * The read-only counterpart of `account`. Reads browser storage, so call it after the first paint.
 */
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
