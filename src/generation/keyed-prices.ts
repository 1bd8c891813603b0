import { UserPaysError } from '../base/error.js';
import { fields, text } from '../base/json.js';
import { utcDate } from '../base/utc-date.js';
import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import { freePorts, type BalanceQuestion } from './balance.js';
import type { PriceBook } from './price-book.js';
import type { PriceSource } from './price-source.js';
import { mergeLists } from './price-sources.js';

/**
 * Reads today's prices for the holder of this key, where the provider has them (fal), and merges
 * them over the bundled prices. Free; needs a signed-in reader; never rejects: when prices can't be
 * read, the others stay as they are.
 */
export async function readKeyedPrices(
  provider: string,
  question: BalanceQuestion,
  prices: PriceBook,
): Promise<void> {
  const { account, imageProvider } = question;
  if (!imageProvider.prices || account.state.get().status !== 'signed-in') return;
  const source: PriceSource = {
    merge: mergeLists,
    fetch: async () => {
      const models = decidingPrices.offers
        .filter((offer) => offer.provider === provider)
        .map(({ model }) => model);
      const told = await imageProvider.prices?.(models, await freePorts(question));
      if (!told) throw new UserPaysError('provider-failed', { stage: 'quote', charge: 'none' });
      return JSON.stringify(told);
    },
    parse: async (json, readAt) => {
      const { name, url, prices: units } = fields(json);
      const { parseUnitPrices } = await import('../pricing/live-units.js');
      return parseUnitPrices(
        provider,
        { name: text(name) ?? provider, url: text(url) ?? '' },
        units,
        utcDate(readAt),
      );
    },
  };
  await prices.refresh(provider, source);
}
