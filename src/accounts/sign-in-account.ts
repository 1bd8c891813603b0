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
  let signIn: SignIn | undefined;
  let flight: Flight | undefined;
  const prepare = async (): Promise<void> => {
    signIn ??= await load();
  };

  /**
   * No `await` before the window opens when the code is loaded: the browser allows a popup only
   * during the reader's press.
   */
  const keyFrom = async (
    opened: (window: SignInWindow) => void,
    terms: SignInTerms,
  ): Promise<AccountState> => {
    signIn ??= await load();
    const window = signIn(post, terms);
    opened(window);
    const state = window.key.then((key) => account.setKey(key, { keep: 'memory' }));
    // A key that arrives after `closed` rejected is still stored, so its rejection must be handled.
    state.catch(() => undefined);
    return Promise.race([state, window.closed]);
  };

  const start = (terms: SignInTerms): Flight => {
    let window: SignInWindow | undefined;
    const begun: Flight = {
      promise: keyFrom((opened) => {
        window = opened;
      }, terms).finally(() => {
        if (flight !== begun) return;
        flight = undefined;
        if (account.state.get().status === 'signing-in')
          account.state.set({ status: 'signed-out' });
      }),
      get window() {
        return window;
      },
    };
    return begun;
  };

  return {
    ...account,
    get kind() {
      return account.kind;
    },
    prepare,
    signIn: ({ limit } = {}) => {
      if (account.state.get().status === 'signed-in') return Promise.resolve(account.state.get());
      if (flight && !flight.window?.looksClosed()) return flight.promise;
      account.state.set({ status: 'signing-in' });
      flight = start(limit === undefined ? {} : { limit });
      return flight.promise;
    },
  };
}
