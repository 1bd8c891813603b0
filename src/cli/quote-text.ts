import { modelName } from '../ui/model-name.js';
import { formatRange, formatUsd, inFull } from '../pricing/format-usd.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { Conflict, Quote, QuoteLine, Source } from '../pricing/quote-types.js';
import { shownLines } from '../pricing/shown-lines.js';
import { priceWords } from '../ui/elements/user-pays-price/price-words.js';
import { en } from '../ui/i18n/en/price.js';
import { columns } from './columns.js';

/** A quote to read: price, lines, sources with their days, what others say, hints. */
export function quoteText(quote: Quote, list: PriceList): string {
  const { total, lines, sources, conflicts, hints, problem } = quote;
  return [
    [headline(quote, list), ...(problem ? [`${problem.text}.`] : [])],
    total ? [breakdown(shownLines(lines, total.high), total)] : [],
    sources.map(sourceText),
    conflicts.length > 0 ? ['Others give', ...conflicts.map(conflictText)] : [],
    hints.length > 0 ? ['Worth knowing', ...hints.map(({ text }) => `  ${text}`)] : [],
  ]
    .filter((part) => part.length > 0)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n');
}

/** The price in words, with an ISO day where it is old. */
function priceIn(quote: Quote): string {
  return priceWords(quote, en, 'en', String);
}

function headline(quote: Quote, list: PriceList): string {
  const { provider, model, route, width, height, count = 1 } = quote.request;
  const name = modelName(provider, model, list);
  return [
    priceIn(quote),
    `${count === 1 ? 'one picture' : `${count} pictures`}, ${width}×${height}`,
    `${name} (${model}) at ${provider}${route ? ` by ${route}` : ''}`,
  ].join(' · ');
}

function breakdown(
  lines: readonly QuoteLine[],
  { low, high }: { readonly low: string; readonly high: string },
): string {
  const how = inFull(low, high, ...lines.map(({ amount }) => amount));
  return columns(
    [
      ...lines.map(({ label, quantity, unitPrice, amount }) => [
        `  ${label}`,
        `${quantity} ×`,
        formatUsd(unitPrice, inFull(unitPrice)),
        formatUsd(amount, how),
      ]),
      ['  Total', '', '', low === high ? formatUsd(high, how) : formatRange(low, high, how)],
    ],
    [1, 2, 3],
  );
}

function sourceText(source: Source): string {
  const { url, says } = source;
  return [
    `Source: ${cited(source)}`,
    ...(url ? [`  ${url}`] : []),
    ...(says ? [`  “${says}”`] : []),
  ].join('\n');
}

function cited({ name, readOn, undated }: Source): string {
  return `${name}, ${undated ? `undated copy, ${readOn} at the earliest` : `read ${readOn}`}`;
}

/** The price another source gives, or its words if that is not a price. */
function conflictText({ source, total, low = total, why }: Conflict): string {
  const given = total === '0' ? `“${source.says}”` : formatRange(low, total, inFull(low, total));
  return `  ${given}: ${cited(source)}. ${why}.`;
}
