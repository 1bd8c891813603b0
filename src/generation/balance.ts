import { defined } from '../base/defined.js';
import type { Account } from '../accounts/account.js';
import { isUserPaysError } from '../base/error.js';
import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import { deadlines, type ImageProvider, type Ports } from '../providers/image-provider.js';

/** What is needed to read an account's balance. */
export interface BalanceQuestion {
  readonly account: Account;
  readonly imageProvider: ImageProvider;
  readonly relay?: string;
  readonly clock: Clock;
  readonly store: TextStore;
}

/** The ports for a free request. */
export async function freePorts({ account, relay, clock, store }: BalanceQuestion): Promise<Ports> {
  const [key, providerSession] = [account.key(), await account.providerSession?.()];
  return {
    clock,
    store,
    deadlines,
    signal: AbortSignal.timeout(20_000),
    accepted: () => Promise.resolve(),
    progress: () => undefined,
    ...defined({ key, providerSession, relay }),
  };
}

/**
 * Reads the balance of the reader's account, where the provider supports it, and passes it to the
 * account. Free; never rejects: a balance that can't be read is not shown, and blocks nothing.
 */
export async function readBalance(question: BalanceQuestion): Promise<void> {
  const { account, imageProvider } = question;
  if (!imageProvider.balance || account.state.get().status !== 'signed-in') return;
  try {
    const balance = await imageProvider.balance(await freePorts(question));
    if (account.state.get().status === 'signed-in') account.setBalance(balance);
  } catch (error) {
    // An ended session is detected before the reader presses, so that the button can say so.
    if (isUserPaysError(error) && error.code === 'session-refused') account.refused();
    else account.setBalance(undefined);
  }
}
