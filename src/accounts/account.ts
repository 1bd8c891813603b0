import type { Observable } from '../base/store.js';

/**
 * The paying account, as shown to the reader. `balance`: US dollars as decimal text. `bought`: the
 * part of it that was bought and outlasts the month. `credits`: the balance in the provider's own
 * credits, decimal text, where it counts in credits. `limit`: what the reader's key may still spend,
 * where that is known instead of the balance. `pictures`: how many pictures of the current quote it
 * covers; of a limit only 0 is told.
 */
export interface AccountState {
  readonly status: 'signed-out' | 'signing-in' | 'signed-in';
  readonly name?: string;
  readonly balance?: string;
  readonly bought?: string;
  readonly credits?: string;
  readonly limit?: string;
  readonly pictures?: number;
}

/**
 * How long a pasted key is kept: until the page closes, until the tab closes, or on this device.
 */
export type Keep = 'memory' | 'tab' | 'device';

/** How to sign in, where the provider has more than one way. */
export interface SignInOptions {
  /**
   * Puter: sends a sign-in link to this address. Releases of its SDK that know no such link (2.6.3)
   * open the usual window instead. The promise may stay open until the link was opened, or for
   * good; the account is signed in as soon as any page of this site is.
   */
  readonly email?: string;
  /** The page that the link leads to: of this origin, http or https. By default this page. */
  readonly returnUrl?: string;
}

/** What was read of an account: see `AccountState`; `usd` is its balance. */
interface KnownBalance extends Pick<AccountState, 'name' | 'bought' | 'credits' | 'limit'> {
  readonly usd?: string;
}

/** The part of an account that the page's scripts may use. It never returns a key or a token. */
export interface PublicAccount extends Pick<
  Account,
  'kind' | 'signIn' | 'signOut' | 'setKey' | 'prepare'
> {
  readonly state: Pick<Observable<AccountState>, 'get' | 'subscribe'>;
  /** Rejects unless the account's session can be used now. */
  ready?(): Promise<void>;
}

/**
 * A way to pay at one provider (and, for keys, one origin). Shared by all widgets of the page.
 * `none`: no sign-in needed (the sandbox, a server without a key).
 */
export interface Account {
  readonly kind: 'none' | 'key' | 'popup';
  readonly state: Observable<AccountState>;
  /**
   * Starts the sign-in; must be called inside the reader's gesture. A key account rejects with
   * `no-session` until a key was set. `temporary`: where the provider has temporary accounts, a
   * reader without an account may continue with one. `limit`: the most that this sign-in may ever
   * spend, US dollars as decimal text, where the provider supports that.
   */
  signIn(
    options?: SignInOptions & {
      readonly temporary?: boolean;
      readonly limit?: string;
    },
  ): Promise<AccountState>;
  signOut(): void;
  setKey(key: string, options?: { keep?: Keep }): Promise<AccountState>;
  /** The key, for `http.ts` only. It never leaves the purchase services. */
  key(): string | undefined;
  /** The provider answered 401: forgets the session or key. The prompt is kept. */
  refused(): void;
  /** Sets the balance just read. Called after each purchase and on the reader's first touch. */
  setBalance(balance: KnownBalance | undefined): void;
  /** What only this account's image provider receives (Puter's SDK object). */
  providerSession?(): Promise<unknown>;
  /**
   * Loads what signing in needs. Called on the reader's first touch, so that the popup can open
   * inside the gesture.
   */
  prepare?(): Promise<void>;
}
