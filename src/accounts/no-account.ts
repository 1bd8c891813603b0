import { defined } from '../base/defined.js';
import { observable } from '../base/store.js';
import type { Account, AccountState } from './account.js';

/**
 * An account without sign-in, for the sandbox and unknown providers. Shows the sandbox's balance.
 */
export function noAccount(): Account {
  const state = observable<AccountState>({ status: 'signed-in' });
  return {
    kind: 'none',
    state,
    signIn: () => Promise.resolve(state.get()),
    signOut: () => undefined,
    setKey: () => Promise.resolve(state.get()),
    key: () => undefined,
    refused: () => undefined,
    setBalance: (balance) =>
      state.set({
        status: 'signed-in',
        ...defined({ balance: balance?.usd }),
      }),
  };
}
