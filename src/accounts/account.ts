import type { Observable } from '../base/store.js';

/**
 * Who pays, as shown to the reader. `balance`: US dollars as decimal text; `pictures`: how many of
 * the quoted kind that covers.
 */
export interface AccountState {
  readonly status: 'signed-out' | 'signing-in' | 'signed-in';
  readonly name?: string;
  readonly balance?: string;
  readonly pictures?: number;
}

/** Where a pasted key may stay: until the page closes, until the tab closes, or on this device. */
export type Keep = 'memory' | 'tab' | 'device';

/**
 * What a page's scripts may see and do of an account: nothing in it comes back as a key or a token.
 */
export interface PublicAccount extends Pick<
  Account,
  'kind' | 'signIn' | 'signOut' | 'setKey' | 'prepare'
> {
  readonly state: Pick<Observable<AccountState>, 'get' | 'subscribe'>;
  /** Rejects unless its session can be used now. */
  ready?(): Promise<void>;
}

/**
 * A way to pay at one provider (and, for keys, one origin). Shared by all widgets of the page.
 * `none`: nothing to sign in to (sandbox, a server without a key).
 */
export interface Account {
  readonly kind: 'none' | 'key' | 'popup';
  readonly state: Observable<AccountState>;
  /**
   * Starts what signing in needs; must be called inside the reader's gesture. A key account rejects
   * with `no-session` until a key was set.
   * `temporary`: the page lets a reader without an account go on with a temporary one, where there
   * are such. `limit`: US dollars as decimal
   * text; the most that what is signed in may ever spend, where the provider lets a page ask for
   * that.
   */
  signIn(options?: {
    readonly temporary?: boolean;
    readonly limit?: string;
  }): Promise<AccountState>;
  signOut(): void;
  setKey(key: string, options: { keep: Keep }): Promise<AccountState>;
  /** The key, for `http.ts` alone. It is handed on inside of the till only. */
  key(): string | undefined;
  /** The provider answered 401: the session or key is forgotten, the prompt is not. */
  refused(): void;
  /**
   * The balance as read now; called by generation after each purchase and on the reader's first
   * touch.
   */
  setBalance(balance: { usd?: string; name?: string } | undefined): void;
  /** What this account hands to its own maker and to nobody else (Puter's SDK object). */
  providerSession?(): Promise<unknown>;
  /**
   * Fetches what signing in will need, on the reader's first touch, so that the popup can open
   * inside the gesture.
   */
  prepare?(): Promise<void>;
}
