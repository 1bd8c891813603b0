import type { Offer } from '../pricing/price-list-types.js';
import type { Quote } from '../pricing/quote-types.js';
import { priceText } from '../ui/amount.js';
import { en } from '../ui/i18n/en/price.js';
import { readArguments, type Options } from './arguments.js';
import { columns } from './columns.js';
import { didYouMean } from './did-you-mean.js';
import { pricesHelp } from './help.js';
import { Mistake } from './mistake.js';
import { exit, type Ports } from './ports.js';
import { priceList, providerIn } from './price-list.js';
import { priceRows, type QuotedRow } from './price-rows.js';

const pricesOptions = {
  provider: 'text',
  model: 'text',
  stale: 'flag',
  prices: 'text',
  json: 'flag',
} as const satisfies Options;

/**
 * Prints what one picture costs, row by row.
 * @throws Mistake if an argument is invalid
 */
export async function prices(args: readonly string[], ports: Ports): Promise<number> {
  const given = readArguments(args, pricesOptions);
  if (given.has('help')) {
    ports.out(pricesHelp);
    return exit.ok;
  }
  const list = await priceList(given.text('prices'), ports);
  const typed = given.text('provider');
  const provider = typed === undefined ? undefined : providerIn(list, typed);
  const offers = called(
    list.offers.filter((offer) => provider === undefined || offer.provider === provider),
    given.text('model'),
  );
  const all = priceRows(list, offers, ports.now());
  const shown = given.has('stale') ? all.filter(([{ isStale }]) => isStale) : all;
  ports.out(
    given.has('json')
      ? `${JSON.stringify(
          shown.map(([row]) => row),
          null,
          2,
        )}\n`
      : `${table(shown)}${sum(all)}\n`,
  );
  return exit.ok;
}

/** The offers of a model, by our id or by the provider's own. */
function called(offers: readonly Offer[], model: string | undefined): readonly Offer[] {
  if (model === undefined) return offers;
  const found = offers.filter((offer) => [offer.model, offer.wire].includes(model));
  if (found.length > 0) return found;
  const known = offers.flatMap(({ model: own, wire = own }) => [own, wire]);
  throw new Mistake(`--model ${model} has no prices.${didYouMean(model, known)}`);
}

function table(rows: readonly QuotedRow[]): string {
  if (rows.length === 0) return '';
  const head = ['provider', 'model', 'route', 'size', 'price', 'read on', 'source', ''];
  return `${columns([head, ...rows.map(cells)], [4])}\n\n`;
}

function cells([row, quote]: QuotedRow): readonly string[] {
  const { provider, model, route = '', size, references, problem, source, days, limit } = row;
  const day = source ? `${source.undated ? 'after ' : ''}${source.readOn}` : '';
  const past = row.isStale ? `${days! - limit!} days past its limit of ${limit}` : '';
  const from = references > 0 ? ' from a picture' : '';
  const named = problem ?? source?.name ?? '';
  return [provider, model, route, `${size}${from}`, price(quote), day, named, past];
}

/** As short as on a button; its day has a column of its own. */
function price(quote: Quote): string {
  const style = { language: 'en', currency: 'USD', rate: undefined, under: en.under };
  if (quote.free) return quote.asOf ? `≈ ${en.free}` : en.free;
  const text = priceText(quote, style);
  return text !== undefined && quote.simulated ? en.simulated(text) : (text ?? en.unknown);
}

/** How many there are, and how many of them are old. */
function sum(rows: readonly QuotedRow[]): string {
  const stale = rows.filter(([{ isStale }]) => isStale).length;
  const count = rows.length === 1 ? 'One row' : `${rows.length} rows`;
  return `${count}, ${stale} past ${stale === 1 ? 'its' : 'their'} age limit.`;
}
