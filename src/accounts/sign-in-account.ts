import type { Account, AccountState } from './account.js';
import type { SignIn } from './sign-in-services.js';
import type { Post, SignInTerms, SignInWindow, Token } from './sign-in-window.js';

interface Flight {
  readonly promise: Promise<AccountState>;
  readonly window: SignInWindow | undefined;
}

/** A token counts as ended this much earlier, so that none ends on its way. Milliseconds. */
const margin = 60_000;

/** The longest a timer of a browser can wait, milliseconds. */
const longestWait = 2 ** 31 - 1;

/**
 * A key account whose key can also come from a sign-in. The sign-in code is loaded on the reader's
 * first touch, so that the window opens inside the gesture. A key can still be pasted. A key from a
 * sign-in stays in memory; once it has ended, the account says signed out. A second `signIn` call
 * shares the open window while the browser reports it as open.
 */
export function signInAccount(account: Account, post: Post, load: () => Promise<SignIn>): Account {
  return new SignInAccount(account, post, load).account();
}

class SignInAccount {
  readonly #account: Account;
  readonly #post: Post;
  readonly #load: () => Promise<SignIn>;
  #code: SignIn | undefined;
  #flight: Flight | undefined;
  /** The key of the last sign-in, and when it ends in epoch milliseconds. */
  #token: { readonly key: string; readonly end: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(account: Account, post: Post, load: () => Promise<SignIn>) {
    this.#account = account;
    this.#post = post;
    this.#load = load;
  }

  account(): Account {
    const account = this.#account;
    const { state } = account;
    return {
      ...account,
      get kind() {
        return account.kind;
      },
      // A timer stands still while the device sleeps; who asks is told the truth all the same.
      state: { ...state, get: () => (this.#hasEnded() ? { status: 'signed-out' } : state.get()) },
      key: () => (this.#hasEnded() ? undefined : account.key()),
      prepare: () => this.#prepare(),
      signIn: ({ limit } = {}) => this.#signIn(limit),
    };
  }

  async #prepare(): Promise<void> {
    this.#code ??= await this.#load();
  }

  #signIn(limit: string | undefined): Promise<AccountState> {
    const { state } = this.#account;
    this.#forgetEnded();
    if (state.get().status === 'signed-in') return Promise.resolve(state.get());
    if (this.#flight && !this.#flight.window?.looksClosed()) return this.#flight.promise;
    state.set({ status: 'signing-in' });
    this.#flight = this.#start(limit === undefined ? {} : { limit });
    return this.#flight.promise;
  }

  #start(terms: SignInTerms): Flight {
    let window: SignInWindow | undefined;
    const opened = (one: SignInWindow): void => {
      window = one;
    };
    const begun: Flight = {
      promise: this.#keyFrom(opened, terms).finally(() => this.#ended(begun)),
      get window() {
        return window;
      },
    };
    return begun;
  }

  #ended(flight: Flight): void {
    if (this.#flight !== flight) return;
    this.#flight = undefined;
    const { state } = this.#account;
    if (state.get().status === 'signing-in') state.set({ status: 'signed-out' });
  }

  /**
   * No `await` before the window opens when the code is loaded: the browser allows a popup only
   * during the reader's press.
   */
  async #keyFrom(
    opened: (window: SignInWindow) => void,
    terms: SignInTerms,
  ): Promise<AccountState> {
    this.#code ??= await this.#load();
    const signIn = this.#code;
    const window = signIn(this.#post, terms);
    opened(window);
    const state = window.token.then((token) => this.#take(token));
    // A key that arrives after `closed` rejected is still stored, so its rejection must be handled.
    state.catch(() => undefined);
    return Promise.race([state, window.closed]);
  }

  async #take({ key, lasts = Infinity }: Token): Promise<AccountState> {
    const wait = lasts * 1000 - margin;
    const state = await this.#account.setKey(key, { keep: 'memory' });
    this.#token = { key, end: Date.now() + wait };
    clearTimeout(this.#timer);
    if (wait < longestWait) this.#timer = setTimeout(() => this.#forgetToken(), wait);
    return state;
  }

  /** The token of the last sign-in, while the account's key is still that one. */
  #current(): { readonly end: number } | undefined {
    return this.#account.key() === this.#token?.key ? this.#token : undefined;
  }

  /** True while the account's key is one of a sign-in that has ended, by the device's clock. */
  #hasEnded(): boolean {
    const token = this.#current();
    return token !== undefined && token.end <= Date.now();
  }

  #forgetEnded(): void {
    if (this.#hasEnded()) this.#forgetToken();
  }

  /** Forgets the key of the last sign-in, whatever the clock of the device says. */
  #forgetToken(): void {
    if (this.#current()) this.#account.refused();
  }
}
