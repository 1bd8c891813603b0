import { fields, parseJson, text } from '../base/json.js';
import type { TextStore } from '../base/store.js';
import { isAmount } from '../pricing/money.js';
import { optionsId } from '../pricing/options-id.js';
import type { ChargeHistory } from '../pricing/charge-history.js';
import type { ImageRequest } from '../pricing/quote-types.js';

/**
 * The page's charge history. Every widget holds this one function. `forAccount` is set later, by the
 * code that buys: only there it is known which account would pay.
 */
export interface PageChargeHistory extends ChargeHistory {
  forAccount?: NonNullable<ChargeHistory['forAccount']>;
}

/** The storage key of the charge for one picture of this request. Independent of the count. */
export function chargedKey({
  provider,
  model,
  route = '',
  width,
  height,
  references = [],
  steps,
  options,
}: ImageRequest): string {
  const from = references.map((one) => `${one.width}x${one.height}`).join('+');
  const parts = [provider, model, route, `${width}x${height}`, from, steps];
  return `user-pays-image/charged/${parts.join('/')}${optionsId(options)}`;
}

/**
 * The charges that providers reported and that differ from the listed price, as stored in this
 * browser.
 */
export function chargeHistoryIn(store: TextStore): PageChargeHistory {
  return (request) => {
    const { charged, listed, on } = fields(parseJson(store.get(chargedKey(request)) ?? ''));
    const day = text(on);
    return isAmount(charged) && isAmount(listed) && day !== undefined
      ? { charged, listed, on: day }
      : undefined;
  };
}
