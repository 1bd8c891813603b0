import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import { corrected, type ChargeHistory } from '../pricing/charge-history.js';
import { forAccount } from './account-rate.js';
import { chargeHistoryIn } from './charge-history-store.js';
import { freeNoMore } from './free-no-more.js';
import { withPageEarnings } from './page-earnings.js';
import { usualFor } from './usual-charge.js';

/** What is known of the accounts that would pay, by provider. */
export interface PayingAccounts {
  nameOf(provider: string): string | undefined;
  hasPageId(provider: string): boolean;
}

/**
 * Corrects a listed price to what the account that would pay is charged: its rate, what was free and
 * is no more, what the page earns, and what such a picture usually costs it.
 */
export function forWhoPays(
  store: TextStore,
  clock: Clock,
  accounts: PayingAccounts,
): NonNullable<ChargeHistory['forAccount']> {
  const observed = chargeHistoryIn(store);
  const nameOf = (provider: string): string | undefined => accounts.nameOf(provider);
  const notFree = freeNoMore(store, clock);
  const atRate = forAccount(store, clock, nameOf);
  const withEarnings = withPageEarnings(observed, clock, (provider) =>
    accounts.hasPageId(provider),
  );
  const withUsual = usualFor(store, clock, nameOf);
  return (quote) => {
    const paid = notFree(quote) ?? atRate(quote) ?? withEarnings(quote);
    // What was charged for exactly this request otherwise decides as it would without the usual.
    const priced = paid ?? corrected(quote, observed, clock.now());
    const told = withUsual(quote, priced);
    return told === priced ? paid : told;
  };
}
