import { ageLimit, daysOld } from '../../../src/pricing/age-limits.js';
import { decidingPrices } from '../../../src/pricing/catalogue/deciding-prices.js';
import { catalogue } from '../../../src/pricing/catalogue/index.js';
import { kindOf } from '../../../src/pricing/kind-of.js';

/** A source that decides prices of a provider, and how old it is. */
export interface SourceAge {
  readonly provider: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly readOn: string;
  /** The copy bears no date: it is at most so old. */
  readonly undated: boolean;
  /** Models it decides for. */
  readonly models: number;
  readonly days: number;
  /** Days after which its prices are no longer taken for today's. */
  readonly limit: number;
}

/**
 * Every source that decides a price, as old as it is at a moment (epoch milliseconds), the longest
 * past its limit first.
 */
export function sourceAges(at: number): SourceAge[] {
  const ages = new Map<string, SourceAge>();
  for (const { provider, model, route, prices, simulated } of decidingPrices.offers) {
    // Play money and servers of one's own were read nowhere.
    if (simulated) continue;
    const whole = catalogue.offers.find(
      (one) => one.provider === provider && one.model === model && one.route === route,
    );
    const told = whole?.prices.slice(0, prices.length) ?? [];
    for (const { source, rule } of told.filter(
      (price) => !kindOf(price.rule).timeless && !price.wrong,
    )) {
      const { name, url, readOn, undated, kind } = catalogue.sources[source] ?? {};
      if (!rule || !name || !readOn || !kind) continue;
      const key = `${provider} ${source}`;
      ages.set(key, {
        provider,
        name,
        url,
        readOn,
        undated: undated === true,
        models: (ages.get(key)?.models ?? 0) + 1,
        days: daysOld(readOn, at),
        limit: ageLimit(provider, kind),
      });
    }
  }
  return [...ages.values()].sort((a, b) => b.days - b.limit - (a.days - a.limit));
}
