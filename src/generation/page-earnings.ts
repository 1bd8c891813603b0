import type { Clock } from '../base/clock.js';
import {
  corrected,
  repricedId,
  type ChargeHistory,
  type Correctable,
} from '../pricing/charge-history.js';
import { compareUsd, sum, times, toText, usd } from '../pricing/money.js';

/** The most that Pollinations lets a page add, as a part of its price ("developer earnings"). */
const mostEarnings = '0.25';

/**
 * Pollinations lets a page earn from readers who sign in with its id, and tells nobody how much
 * before the charge: the price is a range, up to the most the page may have set. A charge observed
 * for the request decides where it was dearer still. `hasPageId`: true where readers may sign in so.
 */
export function withPageEarnings(
  observed: ChargeHistory,
  clock: Clock,
  hasPageId: (provider: string) => boolean,
): NonNullable<ChargeHistory['forAccount']> {
  return (quote) => {
    const { request, simulated, total } = quote;
    const isRaised = request.provider === 'pollinations' && !simulated && hasPageId('pollinations');
    if (!total || !isRaised) return undefined;
    const [most, seen] = [withMost(quote, total), corrected(quote, observed, clock.now())];
    const isDearer = compareUsd(usd(seen.total?.high ?? '0'), usd(most.total?.high ?? '0')) > 0;
    return isDearer ? seen : most;
  };
}

function withMost<T extends Correctable>(quote: T, { low, high }: NonNullable<T['total']>): T {
  const added = times(usd(high), mostEarnings);
  const most = { low, high: toText(sum([usd(high), added])) };
  return {
    ...quote,
    total: most,
    exactness: quote.exactness === 'exact' ? 'range' : quote.exactness,
    id: repricedId(quote.id, most),
    lines: [
      ...quote.lines,
      {
        key: 'account-rate',
        label: 'What this page may earn, at most',
        detail: '≤ ×1.25',
        quantity: mostEarnings,
        unitPrice: high,
        amount: toText(added),
      },
    ],
  };
}
