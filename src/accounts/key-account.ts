import { defined } from '../base/defined.js';
import { UserPaysError, type ErrorCode } from '../base/error.js';
import { observable, type Observable } from '../base/store.js';
import type { Account, AccountState, Keep } from './account.js';
import { keyStore, type KeyStore } from './key-store.js';
import { once, ownKnown, type Known } from './known.js';

export interface KeyOptions {
  /** True where the server may need no key: requests go without one until it refuses. */
  readonly optional?: boolean;
}

/** Creates a key account that is not shared. */
export function makeKeyAccount(store: KeyStore, { optional = false }: KeyOptions = {}): Account {
  return new KeyAccount(store, optional).account();
}

/**
 * The account for the reader's own key at a provider, one per `known` registry and origin. The key
 * stays in memory unless the reader chooses otherwise. The account is on no global object: any code
 * that holds it can read the key.
 */
export function keyAccount(
  provider: string,
  origin: string,
  known: Known = ownKnown,
  options: KeyOptions = {},
): Account {
  return once(known, `${provider} ${origin}`, () => makeKeyAccount(keyStore(origin), options));
}

class KeyAccount {
  readonly #store: KeyStore;
  readonly #state: Observable<AccountState>;
  #key: string | undefined;
  /** The store's mark when the key was set or read. */
  #mark: string;
  #needed: boolean;

  constructor(store: KeyStore, optional: boolean) {
    this.#store = store;
    this.#key = store.read();
    this.#mark = store.mark();
    this.#needed = !optional;
    this.#state = observable<AccountState>(this.#now());
    store.watch((key) => this.#become(key));
  }

  account(): Account {
    const kind = (): Account['kind'] => this.#kind();
    return {
      get kind() {
        return kind();
      },
      state: this.#state,
      signIn: () => this.#signIn(),
      signOut: () => this.#signOut(),
      setKey: (pasted, options) => this.#setKey(pasted, options),
      key: () => this.#current(),
      refused: () => this.#refused(),
      setBalance: (balance) => this.#setBalance(balance),
    };
  }

  /** The key, unless the reader has removed it in a tab from which this one has heard nothing. */
  #current(): string | undefined {
    const mark = this.#store.mark();
    if (mark !== '' && mark !== this.#mark) this.#become(this.#store.read());
    return this.#key;
  }

  #kind(): Account['kind'] {
    return this.#needed || this.#key !== undefined ? 'key' : 'none';
  }

  #signIn(): Promise<AccountState> {
    const now = this.#state.get();
    return now.status === 'signed-in'
      ? Promise.resolve(now)
      : Promise.reject(failure('no-session', 'key'));
  }

  #signOut(): void {
    this.#store.forget();
    this.#store.forgetElsewhere();
    this.#become(undefined);
  }

  /** Async, so that every failure is a rejection. */
  async #setKey(pasted: unknown, options?: { keep?: Keep } | null): Promise<AccountState> {
    const next = cleaned(pasted);
    const keep = placeOf(options?.keep ?? 'memory');
    try {
      this.#store.keep(next, keep);
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      throw failure(isFull ? 'storage-full' : 'storage-blocked', keep);
    }
    this.#become(undefined);
    this.#become(next);
    return Promise.resolve(this.#state.get());
  }

  #refused(): void {
    this.#needed = true;
    if (this.#key !== undefined) this.#store.forget(this.#key);
    this.#key = undefined;
    this.#state.set(this.#out());
  }

  #setBalance(balance: Parameters<Account['setBalance']>[0]): void {
    const { status } = this.#state.get();
    if (status !== 'signed-in') return;
    const { usd, name, limit } = balance ?? {};
    this.#state.set({
      status,
      ...defined({ name, balance: usd, limit }),
    });
  }

  #become(next: string | undefined): void {
    this.#mark = this.#store.mark();
    if (next === this.#key) return;
    this.#key = next;
    this.#state.set(this.#now());
  }

  #now(): AccountState {
    return this.#key === undefined ? this.#out() : { status: 'signed-in' };
  }

  #out(): AccountState {
    return { status: this.#needed ? 'signed-out' : 'signed-in' };
  }
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
/** A key never stays longer than was asked for: where to keep it is one of three words. */
function placeOf(keep: unknown): Keep {
  if (keep === 'memory' || keep === 'tab' || keep === 'device') return keep;
  throw failure('invalid-input', 'a key is kept in memory, tab or device');
}

function cleaned(pasted: unknown): string {
  const text = typeof pasted === 'string' ? pasted : '';
  const key = text.trim().replace(/^(bearer|key)\s+/i, '');
  if (!/^[!-~]{1,4096}$/.test(key))
    throw failure('invalid-input', 'a key is visible ASCII without blanks');
  return key;
}
