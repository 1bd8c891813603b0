import { defined } from '../base/defined.js';
import { decidingPrices } from './catalogue/deciding-prices.js';
import type { ListedSource, Offer, Price, PriceList, Sizes } from './price-list-types.js';
import { optionSpecs, texts } from './read-options.js';
import {
  address,
  count,
  date,
  dollars,
  entries,
  id,
  object,
  oneOf,
  optional,
  refuse,
  wholly,
  words,
} from './read-list.js';
import { readsLists } from './reads-lists.js';
import { ruleFacts } from './rule-facts.js';
import type { FieldShape } from './rule-kind.js';
import { kindOf } from './kind-of.js';
import type { Rule } from './rule.js';

type Fields = Readonly<Record<string, unknown>>;

const readers: Readonly<Record<FieldShape, (value: unknown, where: string) => unknown>> = {
  usd: dollars,
  'usd?': (value, where) => optional(value, (one) => dollars(one, where)),
  count: (value, where) => count(value, where),
  counts: (value, where) => count(value, where, 0),
  'id?': (value, where) => optional(value, (one) => id(one, where)),
  'count?': (value, where) => optional(value, (one) => count(one, where)),
  'decimals?': (value, where) => optional(value, (one) => count(one, where, 6, 18)),
  'true?': yes,
  'texts?': (value, where) =>
    optional(value, (one) =>
      entries(one, 20, where).map((text) => {
        const amount = dollars(text, where);
        return Number(amount) > 0 ? amount : refuse(`${where} holds nothing`);
      }),
    ),
  sizes: (value, where) => {
    const keys = Object.keys(object(value, where));
    if (keys.length > 200) refuse(`${where} has more than 200 sizes`);
    return Object.fromEntries(
      keys.map((key) => {
        const [low, high] = entries((value as Fields)[key], 2, where);
        if (key !== '*') size(key, where);
        const least = count(low, where, 0);
        return [key, [least, count(high, where, Math.max(1, least))]];
      }),
    );
  },
};

const offerFields = [
  'provider',
  'model',
  'route',
  'wire',
  'name',
  'options',
  'sizes',
  'references',
  'needsReference',
  'mask',
  'needsMask',
  'seed',
  'draft',
  'simulated',
  'notHosted',
  'prices',
];

/** Known providers that charge for their images. They can't be self-hosted. */
const sold = new Set(
  decidingPrices.offers
    .map(({ provider }) => provider)
    .filter((provider) => provider !== 'openai-compatible'),
);

/** A typical request, to test whether an offer charges anything. */
const usual = {
  width: 1024,
  height: 1024,
  count: 1,
  references: [{ width: 1024, height: 1024 }],
  steps: undefined,
  unitPrice: undefined,
  options: {},
};

/**
 * Reads a price list in our published format (`price-list.schema.json`). `json` is already parsed.
 * If anything in the list is unknown or invalid, the whole list is refused, and `refused` says
 * where and why.
 */
export function parsePriceList(
  json: unknown,
): { readonly list: PriceList } | { readonly refused: string } {
  readsLists();
  return wholly(() => {
    const fields = only(
      object(json, 'The list'),
      ['$schema', 'version', 'sources', 'offers', 'covers'],
      'The list',
    );
    if (fields.version !== 1) refuse('This is no price list of version 1');
    const listed = Object.entries(object(fields.sources, 'sources'));
    if (listed.length > 500) refuse('sources has more than 500 entries');
    const sources = Object.fromEntries(
      listed.map(([key, one]) => [
        id(key, 'a source’s key'),
        source(one, `sources.${key.slice(0, 40)}`),
      ]),
    );
    const offers = entries(fields.offers, 2000, 'offers').map((one, index) =>
      offer(one, sources, `offers[${index}]`),
    );
    const seen = new Set<string>();
    for (const { provider, model, route } of offers) {
      const key = JSON.stringify([provider, model, route]);
      if (seen.has(key)) refuse(`offers names ${provider} ${model} ${route ?? ''} twice`);
      seen.add(key);
    }
    const covers = optional(fields.covers, (all) =>
      entries(all, 50, 'covers').map((one) => id(one, 'covers')),
    );
    return { version: 1 as const, sources, offers, ...(covers && { covers }) };
  });
}

/**
 * Allows only the named fields, because a typo in a price list must not silently change a price.
 */
function only(fields: Fields, names: readonly string[], where: string): Fields {
  const other = Object.keys(fields).find((name) => !names.includes(name));
  return other === undefined
    ? fields
    : refuse(`${where} has an unknown field ${JSON.stringify(other.slice(0, 40))}`);
}

function source(value: unknown, where: string): ListedSource {
  const { name, url, readOn, undated, kind } = only(
    object(value, where),
    ['name', 'url', 'readOn', 'undated', 'kind'],
    where,
  );
  return defined({
    name: words(name, `${where}.name`),
    url: optional(url, (one) => address(one, `${where}.url`)),
    readOn: date(readOn, `${where}.readOn`),
    undated: yes(undated, `${where}.undated`),
    kind: oneOf(kind, ['live', 'provider', 'third-party'] as const, `${where}.kind`),
  });
}

function yes(value: unknown, where: string): true | undefined {
  return value === undefined || value === true ? value : refuse(`${where} is not true`);
}

function offer(value: unknown, sources: Fields, where: string): Offer {
  const fields = only(object(value, where), offerFields, where);
  // Simulated purchases do not need the reader's consent. A list that marks a real provider as
  // simulated could spend real money without asking.
  if (fields.simulated !== undefined && fields.provider !== 'sandbox')
    refuse(`${where}.simulated is only for the sandbox`);
  const made: Offer = defined({
    provider: id(fields.provider, `${where}.provider`),
    model: id(fields.model, `${where}.model`),
    route: optional(fields.route, (one) => id(one, `${where}.route`)),
    wire: optional(fields.wire, (one) => id(one, `${where}.wire`)),
    name: words(fields.name, `${where}.name`, 80),
    sizes: sizes(fields.sizes, `${where}.sizes`),
    options: optional(fields.options, (one) => optionSpecs(one, `${where}.options`)),
    references: count(fields.references, `${where}.references`, 0, 64),
    needsReference: yes(fields.needsReference, `${where}.needsReference`),
    mask: optional(fields.mask, (one) => oneOf(one, ['white', 'black'] as const, `${where}.mask`)),
    needsMask: yes(fields.needsMask, `${where}.needsMask`),
    seed:
      typeof fields.seed === 'boolean' ? fields.seed : refuse(`${where}.seed is not true or false`),
    draft: yes(fields.draft, `${where}.draft`),
    simulated: yes(fields.simulated, `${where}.simulated`),
    notHosted: optional(fields.notHosted, (one) => words(one, `${where}.notHosted`)),
    prices: entries(fields.prices, 50, `${where}.prices`).map((one, index) =>
      price(one, sources, `${where}.prices[${index}]`),
    ),
  });
  notSold(made, where);
  return made;
}

function sizes(value: unknown, where: string): Sizes {
  const fields = only(
    object(value, where),
    [
      'pixels',
      'min',
      'max',
      'step',
      'area',
      'least',
      'longest',
      'snaps',
      'also',
      'only',
      'ratios',
      'megapixels',
    ],
    where,
  );
  const min = count(fields.min, `${where}.min`, 1, 1e5);
  const [most, by] = [Number(fields.max), Number(fields.step)];
  if (fields.only === undefined && Math.floor(most / by) * by < min)
    refuse(`${where}.max and step leave no size`);
  return defined({
    pixels: oneOf(fields.pixels, ['exact', 'ratio'] as const, `${where}.pixels`),
    min,
    max: count(fields.max, `${where}.max`, min, 1e5),
    step: count(fields.step, `${where}.step`, 1, 1024),
    area: count(fields.area, `${where}.area`, 1, 1e9),
    least: optional(fields.least, (one) => count(one, `${where}.least`, 1, 1e9)),
    longest: optional(fields.longest, (one) => count(one, `${where}.longest`, 1, 1000)),
    snaps: optional(fields.snaps, (one) =>
      oneOf(one, ['sides', 'shape'] as const, `${where}.snaps`),
    ),
    also: optional(fields.also, (all) =>
      entries(all, 200, `${where}.also`).map((one) => size(one, `${where}.also`)),
    ),
    only: yes(fields.only, `${where}.only`),
    ratios: optional(fields.ratios, (all) =>
      entries(all, 100, `${where}.ratios`).map((one) => ratio(one, `${where}.ratios`)),
    ),
    megapixels: optional(fields.megapixels, (one) => count(one, `${where}.megapixels`, 1, 1000)),
  });
}

function size(value: unknown, where: string): string {
  return typeof value === 'string' && /^[1-9]\d{0,5}x[1-9]\d{0,5}$/.test(value)
    ? value
    : refuse(`${where} is not a size like 1024x1024`);
}

function ratio(value: unknown, where: string): string {
  return typeof value === 'string' && /^[1-9]\d{0,3}:[1-9]\d{0,3}$/.test(value)
    ? value
    : refuse(`${where} is not a ratio like 16:9`);
}

function price(value: unknown, sources: Fields, where: string): Price {
  const fields = only(
    object(value, where),
    [
      'rule',
      'source',
      'says',
      'wrong',
      'doubt',
      'free',
      'when',
      'upTo',
      'options',
      'topUp',
      'topUpLeast',
    ],
    where,
  );
  const from = id(fields.source, `${where}.source`);
  if (!Object.hasOwn(sources, from)) refuse(`${where} cites no source of the list`);
  return defined({
    rule: rule(fields.rule, `${where}.rule`),
    source: from,
    says: words(fields.says, `${where}.says`),
    wrong: optional(fields.wrong, (one) => words(one, `${where}.wrong`)),
    doubt: optional(fields.doubt, (one) => words(one, `${where}.doubt`)),
    free: yes(fields.free, `${where}.free`),
    when: optional(fields.when, (one) => oneOf(one, ['text', 'edit'] as const, `${where}.when`)),
    upTo: optional(fields.upTo, (one) => count(one, `${where}.upTo`)),
    options: optional(fields.options, (one) => texts(one, `${where}.options`)),
    topUp: optional(fields.topUp, (one) => share(one, `${where}.topUp`)),
    topUpLeast: optional(fields.topUpLeast, (one) => dollars(one, `${where}.topUpLeast`)),
  });
}

function rule(value: unknown, where: string): Rule {
  const fields = object(value, where);
  const kind = oneOf(fields.kind, Object.keys(ruleFacts) as Rule['kind'][], `${where}.kind`);
  const shapes = ruleFacts[kind].fields;
  only(fields, ['kind', ...Object.keys(shapes)], where);
  const read = Object.entries(shapes).map(([name, shape]) => [
    name,
    readers[shape](fields[name], `${where}.${name}`),
  ]);
  const made = defined<Fields & { kind: string }>({
    kind,
    ...(Object.fromEntries(read) as object),
  });
  const { from, each, further, to, side } = made as Readonly<
    Record<string, string | number | undefined>
  >;
  // The low and the high end of a range, in whichever fields the rule has them.
  if (from !== undefined && Number(from) > Number(to ?? each ?? further ?? side))
    refuse(`${where}: a range from ${from} down holds nothing`);
  return made as unknown as Rule;
}

function share(value: unknown, where: string): string {
  return /^0\.(?!0*$)\d{1,6}$/.test(dollars(value, where))
    ? (value as string)
    : refuse(`${where} is not a share below 1`);
}

/**
 * Refuses prices of 0 that are not marked `free`, self-hosted prices for known providers, and a
 * sandbox that is not simulated.
 */
function notSold({ provider, prices, simulated }: Offer, where: string): void {
  if (provider === 'sandbox' && !simulated) refuse(`${where}: the sandbox is simulated`);
  for (const [index, { rule: made, free, wrong }] of prices.entries()) {
    const own = made.kind === 'self-hosted';
    if (own && sold.has(provider))
      refuse(`${where}.prices[${index}]: ${provider} is nobody’s own server`);
    const bill = own || free || wrong !== undefined ? undefined : kindOf(made).bill(made, usual);
    if (
      bill?.items.every(([, quantity, unitPrice]) => Number(quantity) * Number(unitPrice) === 0)
    ) {
      refuse(`${where}.prices[${index}]: an amount of 0 holds nothing unless it is marked free`);
    }
  }
}
