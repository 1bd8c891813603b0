import type { Account } from './account.js';
import { desks } from './desks.js';
import { keyAccount } from './key-account.js';
import { noAccount } from './no-account.js';
import { puterAccount } from './puter.js';

export interface AccountSettings {
  /** Base URL of an OpenAI-compatible server; its key belongs to that origin alone. */
  readonly endpoint?: string;
}

const special: Readonly<Record<string, (settings: AccountSettings) => Account>> = Object.freeze({
  puter: () => puterAccount(),
  'openai-compatible': ({ endpoint = '' }) => (URL.canParse(endpoint) ? keyAccount('openai-compatible', new URL(endpoint).origin, true) : noAccount()),
});

/** Who pays at a provider. One account per provider and origin for the whole page; an unknown provider has none, and its maker says so. */
export const account = (provider: string, settings: AccountSettings = {}): Account => {
  const make = Object.hasOwn(special, provider) ? special[provider] : undefined;
  if (make) return make(settings);
  const desk = Object.hasOwn(desks, provider) ? desks[provider] : undefined;
  return desk ? keyAccount(provider, desk.origin) : noAccount();
};
