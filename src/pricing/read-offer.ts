import { defined } from '../base/defined.js';
import { decidingPrices } from './catalogue/deciding-prices.js';
import { kindOf } from './kind-of.js';
import type { Offer, Price } from './price-list-types.js';
import {
  count,
  dollars,
  entries,
  id,
  object,
  oneOf,
  only,
  optional,
  refuse,
  words,
  yes,
} from './read-list.js';
import { optionSpecs, texts } from './read-options.js';
import { readRule } from './read-rule.js';
import { readSizes } from './read-sizes.js';

type Fields = Readonly<Record<string, unknown>>;

const offerFields = [
  'provider',
  'model',
  'route',
  'wire',
  'ids',
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

/** Reads an offer; each of its prices cites one of the list's `sources`. */
export function readOffer(value: unknown, sources: Fields, where: string): Offer {
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
    ids: optional(fields.ids, (all) =>
      entries(all, 50, `${where}.ids`).map((one) => id(one, `${where}.ids`)),
    ),
    name: words(fields.name, `${where}.name`, 80),
    sizes: readSizes(fields.sizes, `${where}.sizes`),
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
    rule: readRule(fields.rule, `${where}.rule`),
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
  prices.forEach(({ rule: made, free, wrong }, index) => {
    const own = made.kind === 'self-hosted';
    if (own && sold.has(provider))
      refuse(`${where}.prices[${index}]: ${provider} is nobody’s own server`);
    const bill = own || free || wrong !== undefined ? undefined : kindOf(made).bill(made, usual);
    if (
      bill?.items.every(([, quantity, unitPrice]) => Number(quantity) * Number(unitPrice) === 0)
    ) {
      refuse(`${where}.prices[${index}]: an amount of 0 holds nothing unless it is marked free`);
    }
  });
}
