import { UserPaysError } from '../base/error.js';
import { catalogue } from '../pricing/catalogue/index.js';
import { mergePrices } from '../pricing/merge-prices.js';
import { send } from '../providers/http.js';
import type { PriceSource } from './price-book.js';

const listOf = (url: string): PriceSource => ({
  fetch: async () => {
    const { status, text, body } = await send({ method: 'GET', url }, { auth: {}, keyHosts: [], signal: AbortSignal.timeout(20_000), submit: false });
    if (status !== 200) throw new UserPaysError('provider-failed', { stage: 'quote', facts: { detail: `the price list answered ${status}` } });
    return body === undefined ? text : JSON.stringify(body);
  },
  parse: async (json) => (await import('../pricing/parse-price-list.js')).parsePriceList(json),
  merge: (list) => Promise.resolve(mergePrices(catalogue, list)),
});

/** Where live prices of a provider can be read without a key; a published list's address wins. `undefined`: the bundled ones are all there is. */
export const livePrices = (provider: string, from: string): (PriceSource & { readonly name: string }) | undefined => {
  if (/^https:\/\//.test(from)) return { name: from, ...listOf(from) };
  void provider;
  return undefined;
};
