import { defined } from '../base/defined.js';
import type { Account, PublicAccount } from './account.js';

/** Wraps an account so that its key and token can't be reached. */
export function publicAccount(account: Account): PublicAccount {
  const { state, prepare, providerSession } = account;
  return Object.freeze<PublicAccount>({
    get kind() {
      return account.kind;
    },
    state: { get: () => state.get(), subscribe: (listener) => state.subscribe(listener) },
    signIn: (options) => account.signIn(options),
    signOut: () => account.signOut(),
    setKey: (key, options) => account.setKey(key, options),
    ...defined({
      prepare: prepare ? () => prepare() : undefined,
      ready: providerSession
        ? async () => {
            await providerSession();
          }
        : undefined,
    }),
  });
}
