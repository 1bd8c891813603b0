import type { Account, AccountState } from './account.js';
import type { Post, SignInTerms, SignInWindow, signInAtOpenRouter } from './openrouter-sign-in.js';

type SignIn = typeof signInAtOpenRouter;

interface Flight {
  readonly promise: Promise<AccountState>;
  readonly window: SignInWindow | undefined;
}

/**
 * A key account whose key can also come from a sign-in. The sign-in code is loaded on the reader's
 * first touch, so that the window opens inside the gesture. A key can still be pasted. A key from a
 * sign-in stays in memory. A second `signIn` call shares the open window while the browser reports
 * it as open.
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

  constructor(account: Account, post: Post, load: () => Promise<SignIn>) {
    this.#account = account;
    this.#post = post;
    this.#load = load;
  }

  account(): Account {
    const account = this.#account;
    return {
      ...account,
      get kind() {
        return account.kind;
      },
      prepare: () => this.#prepare(),
      signIn: ({ limit } = {}) => this.#signIn(limit),
    };
  }

  async #prepare(): Promise<void> {
    this.#code ??= await this.#load();
  }

  #signIn(limit: string | undefined): Promise<AccountState> {
    const { state } = this.#account;
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
    const state = window.key.then((key) => this.#account.setKey(key, { keep: 'memory' }));
    // A key that arrives after `closed` rejected is still stored, so its rejection must be handled.
    state.catch(() => undefined);
    return Promise.race([state, window.closed]);
  }
}
