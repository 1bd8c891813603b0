import type { Clock } from '../base/clock.js';
import { fields, parseJson, text } from '../base/json.js';
import type { TextStore } from '../base/store.js';
import { corrected, type ChargeHistory } from '../pricing/charge-history.js';
import { isAmount } from '../pricing/money.js';
import type { ImageRequest } from '../pricing/quote-types.js';
import { chargedKey, chargeHistoryIn } from './charge-history-store.js';

/**
 * The storage key of the last charge for any picture of a model that is listed as free. It ends
 * `free` for requests of other sizes and options too.
 */
export function freeKey({ provider, model, route }: ImageRequest): string {
  return chargedKey({ provider, model, route: route ?? '', width: 0, height: 0 });
}

/**
 * Corrects the price of what is listed as free where its provider charged for the same model before,
 * at another size or with other options: what was charged then is an estimate. `undefined` for all
 * other prices, and where the charge for exactly this request is known.
 */
export function freeNoMore(
  store: TextStore,
  clock: Pick<Clock, 'now'>,
): NonNullable<ChargeHistory['forAccount']> {
  const observed = chargeHistoryIn(store);
  return (quote) => {
    if (!quote.free || observed(quote.request)) return undefined;
    const { charged, listed, on } = fields(parseJson(store.get(freeKey(quote.request)) ?? ''));
    const day = text(on);
    if (!isAmount(charged) || !isAmount(listed) || day === undefined) return undefined;
    const made = corrected(quote, () => ({ charged, listed, on: day }), clock.now());
    return made === quote ? undefined : { ...made, exactness: 'range' };
  };
}
