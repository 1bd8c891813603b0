import { defined } from '../base/defined.js';
import { UserPaysError, type ErrorCode } from '../base/error.js';
import { observable } from '../base/store.js';
import type { Account, AccountState } from './account.js';
import { keyStore, type KeyStore } from './key-store.js';
import { once, ownKnown, type Known } from './known.js';

/**
 * Creates a key account that is not shared. `optional`: the server may need no key; requests go
 * without one until it refuses.
 */
export function makeKeyAccount(store: KeyStore, optional = false): Account {
  let key = store.read();
  let needed = !optional;
  const out = (): AccountState => ({ status: needed ? 'signed-out' : 'signed-in' });
  const state = observable<AccountState>(key === undefined ? out() : { status: 'signed-in' });
  const become = (next: string | undefined): void => {
    if (next === key) return;
    key = next;
    state.set(key === undefined ? out() : { status: 'signed-in' });
  };
  store.watch(become);
  return {
    get kind() {
      return needed || key !== undefined ? 'key' : 'none';
    },
    state,
    signIn: () =>
      state.get().status === 'signed-in'
        ? Promise.resolve(state.get())
        : Promise.reject(failure('no-session', 'key')),
    signOut: () => {
      store.forget();
      store.forgetElsewhere();
      become(undefined);
    },
    // Async, so that every failure is a rejection.
    setKey: async (pasted, { keep }) => {
      const next = cleaned(pasted);
      try {
        store.keep(next, keep);
      } catch (error) {
        const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
        throw failure(isFull ? 'storage-full' : 'storage-blocked', keep);
      }
      become(undefined);
      become(next);
      return Promise.resolve(state.get());
    },
    key: () => key,
    refused: () => {
      needed = true;
      if (key !== undefined) store.forget(key);
      key = undefined;
      state.set(out());
    },
    setBalance: (balance) => {
      const { status } = state.get();
      if (status !== 'signed-in') return;
      const { usd, name } = balance ?? {};
      state.set({
        status,
        ...defined({ name, balance: usd }),
      });
    },
  };
}

function failure(code: ErrorCode, detail: string): UserPaysError {
  return new UserPaysError(code, {
    stage: 'account',
    charge: 'none',
    retry: 'safe',
    facts: { detail },
  });
}

/**
 * The pasted key, trimmed and without a `Bearer` or `Key` prefix. A header can carry only visible
 * ASCII. Errors never contain the key.
 */
function cleaned(pasted: string): string {
  const key = pasted.trim().replace(/^(bearer|key)\s+/i, '');
  if (!/^[!-~]{1,4096}$/.test(key))
    throw failure('invalid-input', 'a key is visible ASCII without blanks');
  return key;
}

/**
 * The account for the reader's own key at a provider, one per `known` registry and origin. The key
 * stays in memory unless the reader chooses otherwise. The account is on no global object: any code
 * that holds it can read the key.
 */
export function keyAccount(
  provider: string,
  origin: string,
  optional = false,
  known: Known = ownKnown,
): Account {
  return once(known, `${provider} ${origin}`, () => makeKeyAccount(keyStore(origin), optional));
}
