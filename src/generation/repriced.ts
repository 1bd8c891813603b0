import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { divideUp, isAmount, toText, usd } from '../pricing/money.js';
import type { QuoteOptions } from '../pricing/quote-options.js';
import type { ImageRequest, Quote, Size } from '../pricing/quote-types.js';
import { quoteFor } from './quote-for.js';

/** An order's quote by the page's own prices, and what the reader agreed to. */
export interface Repriced {
  readonly quote: Quote;
  /** US dollars as decimal text for each picture; `undefined` if the agreed quote names no price. */
  readonly agreed: string | undefined;
}

/** What an order sends, as far as its price depends on it. */
interface Sent {
  readonly prompt: string;
  readonly references: readonly Size[];
}

/**
 * Prices an order anew, because any script of the page can order with a quote of its own making.
 * What is asked for comes from the given quote; what it costs, what is sent and whether money moves
 * come from the price list. Called before anything is reserved. `sent`: the words, and the sizes of
 * the pictures, that are really sent.
 *
 * @throws UserPaysError `no-price` for a request that no checkout would sell; the charge is `none`
 */
export function repriced(given: Quote, sent: Sent, pricing: QuoteOptions): Repriced {
  const now = quoteFor(requestOf(given.request, sent), pricing);
  const { problem } = now;
  if (problem && problem.code !== 'no-price')
    throw new UserPaysError('no-price', {
      stage: 'quote',
      charge: 'none',
      retry: 'never',
      facts: { detail: problem.text },
    });
  const { id, traits, holds } = given;
  // Traits and what must be held are no part of the price; the id is the one that was agreed to.
  const quote: Quote = { ...now, id, ...defined({ traits, holds }) };
  return { quote, agreed: agreedEach(given.total?.high, now.request.count) };
}

/** A plain copy of the request: a script's object may say something else each time it is read. */
function requestOf(given: ImageRequest, { prompt, references }: Sent): ImageRequest {
  const request = { ...(JSON.parse(JSON.stringify(given)) as ImageRequest), prompt };
  const asked: unknown = request.references ?? [];
  if (Array.isArray(asked) && asked.length === references.length) return request;
  return { ...request, references: references.map(({ width, height }) => ({ width, height })) };
}

function agreedEach(high: unknown, count = 1): string | undefined {
  return isAmount(high) ? toText(divideUp(usd(high), String(count))) : undefined;
}
