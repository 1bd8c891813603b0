import { catalogue } from './catalogue/index.js';
import { compareUsd, usd } from './money.js';
import { quote } from './headless.js';
import type { QuoteOptions } from './quote-options.js';
import type { ImageRequest, Quote } from './quote-types.js';

/** A server of one's own has a price only when its owner names one. */
const comparable = (provider: string, model: string, { unitPrice }: QuoteOptions): boolean =>
  model !== '*' && (provider !== 'openai-compatible' || unitPrice !== undefined);

/** The same request at every provider, model and route, cheapest first; what has no price comes last. Simulated and unpriced own servers are left out. */
export const compare = (wanted: Omit<ImageRequest, 'provider' | 'model'>, given?: QuoteOptions | null): Quote[] => {
  const request = (wanted as typeof wanted | null) ?? {} as typeof wanted;
  const options = given ?? {};
  const asked = { ...options, ...request.unitPrice !== undefined && { unitPrice: request.unitPrice } };
  const quotes = (options.prices ?? catalogue).offers
    .filter(({ provider, model, route, simulated }) => !simulated && comparable(provider, model, asked) && (!request.route || route === request.route))
    .map(({ provider, model, route }) => quote({ ...request, provider, model, ...route !== undefined && { route } }, options));
  const rank = ({ total }: Quote): number => (total ? 0 : 1);
  return quotes.sort((a, b) => rank(a) - rank(b)
    || (a.total && b.total ? compareUsd(usd(a.total.high), usd(b.total.high)) || compareUsd(usd(a.total.low), usd(b.total.low)) : 0));
};
