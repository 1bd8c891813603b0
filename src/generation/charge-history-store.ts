import { fields, parseJson, text } from '../base/json.js';
import type { TextStore } from '../base/store.js';
import { isAmount } from '../pricing/money.js';
import { optionsId } from '../pricing/options-id.js';
import type { ChargeHistory, ObservedCharge } from '../pricing/charge-history.js';
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
 * The storage key of the last charge for any picture of a model that is listed as free. It ends
 * `free` for requests of other sizes and options too.
 */
export function freeKey({ provider, model, route }: ImageRequest): string {
  return chargedKey({ provider, model, route: route ?? '', width: 0, height: 0 });
}

/**
 * The charges that providers reported and that differ from the listed price, as stored in this
 * browser.
 */
export function chargeHistoryIn(store: TextStore): PageChargeHistory {
  const charge = (key: string, isRough: boolean): ObservedCharge | undefined => {
    const { charged, listed, on } = fields(parseJson(store.get(key) ?? ''));
    const day = text(on);
    return isAmount(charged) && isAmount(listed) && day !== undefined
      ? { charged, listed, on: day, isRough }
      : undefined;
  };
  return (request) => charge(chargedKey(request), false) ?? charge(freeKey(request), true);
}
