import { decimalText } from '../base/decimal-text.js';
import { decidingPrices } from './catalogue/deciding-prices.js';
import { perMegapixel } from './catalogue/megapixel-rules.js';
import { compareUsd, divideUp, isAmount, times, toText, usd } from './money.js';
import type { Offer, Price, PriceList } from './price-list-types.js';
import type { PartlyRead } from './parse-puter-catalogue.js';
import { date, entries, object, oneOf, words, wholly } from './read-list.js';
import type { Rule } from './rule.js';

/** A provider's price for one of its own units, as its image provider module read it. */
interface UnitPrice {
  readonly model: string;
  readonly when: 'text' | 'edit';
  /** US dollars as decimal text. */
  readonly amount: string;
  /** The provider's name for the unit: `images`, `megapixels`. */
  readonly unit: string;
}

const key = 'live-units';

/**
 * US dollars per image or megapixel. Nobody sells outside this range, so such a price is an error.
 */
const [cheapest, dearest] = [usd('0.00001'), usd('100')];

/**
 * Makes a price list from a provider's current unit prices (`json`), for models whose way of
 * billing is known. Ignores units we don't know (`compute seconds`), other currencies and prices of
 * 0. Leaves out prices that can't be right, with the reason in `leftOut`. Refuses malformed input
 * as a whole, with the reason. `readOn`: `YYYY-MM-DD`.
 */
export function parseUnitPrices(
  provider: string,
  from: { readonly name: string; readonly url: string },
  json: unknown,
  readOn: string,
): PartlyRead | { readonly refused: string } {
  const leftOut: string[] = [];
  const read = wholly(() => readUnits(provider, from, json, readOn, leftOut));
  return 'refused' in read ? read : { list: read.list, leftOut };
}

function readUnits(
  provider: string,
  from: { readonly name: string; readonly url: string },
  json: unknown,
  readOn: string,
  leftOut: string[],
): PriceList {
  const source = { ...from, readOn: date(readOn, 'readOn'), kind: 'live' as const };
  const units = entries(json, 200, 'prices').map((one, index) =>
    unitPrice(one, `prices[${index}]`),
  );
  const sound = units.filter((one) => {
    const why = oddity(one);
    if (why !== undefined) leftOut.push(why);
    return why === undefined;
  });
  const offers = decidingPrices.offers
    .filter((offer) => offer.provider === provider)
    .flatMap((offer) => {
      const prices = sound
        .filter(({ model }) => model === offer.model)
        .flatMap((one) => priceOf(offer, one));
      return prices.length > 0 ? [{ ...offer, prices }] : [];
    });
  return { version: 1 as const, sources: { [key]: source }, offers };
}

function unitPrice(value: unknown, where: string): UnitPrice {
  const { model, when, amount, unit } = object(value, where);
  return {
    model: words(model, `${where}.model`),
    when: oneOf(when, ['text', 'edit'] as const, `${where}.when`),
    amount: quiet(words(amount, `${where}.amount`)),
    unit: words(unit, `${where}.unit`, 40),
  };
}

/** The amount without the noise of float arithmetic; as it is where it is no amount. */
function quiet(amount: string): string {
  return (isAmount(amount) && decimalText(amount)) || amount;
}

/**
 * The reason why a unit price is rejected. `undefined` if it may be right, or is ignored anyway.
 */
function oddity({ model, amount, unit }: UnitPrice): string | undefined {
  if (!isPicture(unit) || !isAmount(amount) || compareUsd(usd(amount), usd('0')) <= 0)
    return undefined;
  if (compareUsd(usd(amount), cheapest) < 0)
    return `${model}: $${amount} per ${unit} is too little to be right`;
  return compareUsd(usd(amount), dearest) > 0
    ? `${model}: $${amount} per ${unit} is too much to be right`
    : undefined;
}

function isPicture(unit: string): boolean {
  return /^images?$|megapixel|^units?$/i.test(unit);
}

function priceOf({ prices }: Offer, { when, amount, unit }: UnitPrice): Price[] {
  if (!isAmount(amount) || !/^\d*\.?\d*[1-9]/.test(amount)) return [];
  const known = prices.find(
    (price) => !price.wrong && (price.when === undefined || price.when === when),
  );
  const says = `$${amount} per ${unit}`;
  if (known) {
    const rule = isPer(unit, known.rule) ? at(amount, known.rule) : undefined;
    return rule ? [{ rule, source: key, says, when }] : [];
  }
  if (/^images?$/i.test(unit))
    return [{ rule: { kind: 'image', each: amount }, source: key, says, when }];
  // It is unknown how further megapixels and references count, so the price is limited to the first
  // megapixel.
  return when === 'text' && /megapixel/i.test(unit)
    ? [{ rule: perMegapixel({ everyMegapixel: amount }), source: key, says, when, upTo: 1 }]
    : [];
}

function isPer(unit: string, rule: Rule): boolean {
  return (rule.kind === 'image' ? /^images?$/i : /megapixel|^units?$/i).test(unit);
}

/**
 * The known rule with the current unit price. The prices of the first megapixel, further ones and
 * references keep their proportions, because the provider includes these in the number of units it
 * reports.
 */
function at(amount: string, rule: Rule): Rule | undefined {
  if (rule.kind === 'image') return { kind: 'image', each: amount };
  if (rule.kind !== 'megapixel') return undefined;
  const { from: _range, first, further, input, ...same } = rule;
  const scaled = (part: string): string =>
    toText(divideUp(times(usd(part), amount), first ?? further));
  return {
    ...same,
    ...(first !== undefined && { first: scaled(first) }),
    further: scaled(further),
    ...(input !== undefined && { input: scaled(input) }),
  };
}
