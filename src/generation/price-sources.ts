import type { Clock } from '../base/clock.js';
import { UserPaysError } from '../base/error.js';
import { isProviderId, type ProviderId } from '../base/provider-id.js';
import { utcDate } from '../base/utc-date.js';
import { mergePrices } from '../pricing/merge-prices.js';
import { send } from '../providers/http.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { PriceSource } from './price-source.js';

type NamedSource = PriceSource & { readonly name: string };

/** Merges all lists over the bundled catalogue. */
export const mergeLists: PriceSource['merge'] = async (lists) => {
  const { catalogue } = await import('../pricing/catalogue/index.js');
  return lists.reduce(mergePrices, catalogue);
};

/** Providers whose prices can be read without a key. */
const open: Readonly<Partial<Record<ProviderId, NamedSource>>> = {
  puter: {
    name: 'puter',
    merge: mergeLists,
    fetch: async () => (await import('../providers/puter-catalogue.js')).fetchPuterCatalogue(),
    parse: async (json, readAt) =>
      (await import('../pricing/parse-puter-catalogue.js')).parsePuterCatalogue(
        json,
        utcDate(readAt),
      ),
  },
};

/**
 * The source of live prices: the page's own list, by its https address, or the provider's.
 * `undefined`: only the bundled prices are used. By `clock` a list of a day yet to come is refused.
 */
export function livePrices(
  provider: string,
  from: string,
  clock: Pick<Clock, 'now'>,
): NamedSource | undefined {
  if (/^https:\/\//.test(from)) return published(from, clock);
  return from === 'live' && isProviderId(provider) ? open[provider] : undefined;
}

function published(url: string, clock: Pick<Clock, 'now'>): NamedSource {
  return {
    name: url,
    merge: mergeLists,
    fetch: async () => {
      const { status, text, body } = await send(
        { method: 'GET', url },
        { auth: {}, keyHosts: [], signal: AbortSignal.timeout(20_000), submit: false },
      );
      if (status !== 200)
        throw new UserPaysError('provider-failed', {
          stage: 'quote',
          facts: { detail: `the price list answered ${status}` },
        });
      return body === undefined ? text : JSON.stringify(body);
    },
    parse: async (json, readAt) => {
      const [{ parsePriceList }, { listProblem }] = await Promise.all([
        import('../pricing/parse-price-list.js'),
        import('../pricing/checked-list.js'),
      ]);
      const yetToCome =
        json && typeof json === 'object'
          ? listProblem(json as PriceList, Math.max(readAt, clock.now()))
          : undefined;
      return yetToCome === undefined ? parsePriceList(json) : { refused: yetToCome };
    },
  };
}
