import type { Account, AccountState } from './account.js';
import type { Post, signInAtOpenRouter } from './openrouter-sign-in.js';

type SignIn = typeof signInAtOpenRouter;

/**
 * A key account whose key can also be had by signing in. What that needs is fetched on the reader's first touch, so that the window
 * opens inside the gesture; a key can be pasted all the same. A key got this way stays in memory.
 */
export const signInAccount = (account: Account, post: Post, load: () => Promise<SignIn>): Account => {
  let signIn: SignIn | undefined;
  let flight: Promise<AccountState> | undefined;
  const prepare = async (): Promise<void> => { signIn ??= await load(); };
  const start = async (): Promise<AccountState> => {
    // Without a wait where it is loaded: the window has to open while the reader's press still counts.
    const key = await (signIn ? signIn(post) : load().then((loaded) => (signIn = loaded)(post)));
    return account.setKey(key, { keep: 'memory' });
  };
  return {
    ...account,
    get kind() { return account.kind; },
    prepare,
    signIn: () => {
      if (account.state.get().status === 'signed-in') return Promise.resolve(account.state.get());
      if (flight) return flight;
      account.state.set({ status: 'signing-in' });
      flight = start().finally(() => {
        flight = undefined;
        if (account.state.get().status === 'signing-in') account.state.set({ status: 'signed-out' });
      });
      return flight;
    },
  };
};
