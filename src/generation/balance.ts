import { defined } from '../base/defined.js';
import type { Account } from '../accounts/account.js';
import { isUserPaysError } from '../base/error.js';
import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import { deadlines, type ImageProvider, type Ports } from '../providers/adapter.js';

/** What is needed to ask what an account holds. */
export interface BalanceQuestion {
  readonly account: Account;
  readonly imageProvider: ImageProvider;
  readonly relay?: string;
  readonly clock: Clock;
  readonly store: TextStore;
}

/** What a free question is asked with. */
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
 * Asks the provider what the reader's account holds, where it can be asked, and tells the account.
 * Free, and never rejects:
 * a balance that can't be read is not shown, and nothing is refused for it.
 */
export async function readBalance(question: BalanceQuestion): Promise<void> {
  const { account, imageProvider } = question;
  if (!imageProvider.balance || account.state.get().status !== 'signed-in') return;
  try {
    const balance = await imageProvider.balance(await freePorts(question));
    if (account.state.get().status === 'signed-in') account.setBalance(balance);
  } catch (error) {
    // An ended session is known before the reader presses: the button then says so.
    if (isUserPaysError(error) && error.code === 'session-refused') account.refused();
    else account.setBalance(undefined);
  }
}
