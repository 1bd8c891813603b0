import { decidingPrices } from './catalogue/deciding-prices.js';
import { freeSizes, shapes } from './catalogue/offer.js';
import type { Offer, PriceList, Sizes } from './price-list-types.js';
import { puterRow, type PuterRow } from './puter-row.js';
import { puterRules } from './puter-rules.js';
import { date, entries, id, object, refuse, wholly } from './read-list.js';
import type { Rule } from './rule.js';

const key = 'puter-live';

/**
 * What a row is called, in Puter's words. The wire id is its key: what we call it is for us to say.
 */
interface Named {
  readonly wire: string;
  readonly route: string;
  readonly spelt: string;
}

const ours = decidingPrices.offers.filter(({ provider }) => provider === 'puter');

/** A list, and why some of its rows are not in it. */
export interface PartlyRead {
  readonly list: PriceList;
  readonly leftOut: readonly string[];
}

/**
 * Reads Puter's public catalogue (`GET https://api.puter.com/puterai/image/models/details`, already
 * parsed from JSON) into prices of its routes,
 * all in US dollars whatever unit a row has. `readOn` is the day it was read, `YYYY-MM-DD`. Rows
 * billed in a way we don't know have no price.
 * It is read row by row: a malformed one is left out with its reason, and where we know the model,
 * its route stays without a live price.
 * What is no catalogue, or has no row that can be read, is refused.
 */
export function parsePuterCatalogue(
  json: unknown,
  readOn: string,
): PartlyRead | { readonly refused: string } {
  const leftOut: string[] = [];
  const read = wholly(() => readRows(json, readOn, leftOut));
  return 'refused' in read ? read : { list: read.list, leftOut };
}

/** One row after the other; a row nobody can read is told to `leftOut`. */
function readRows(json: unknown, readOn: string, leftOut: string[]): PriceList {
  const source = {
    name: 'Puter’s live price list',
    url: 'https://api.puter.com/puterai/image/models/details',
    readOn: date(readOn, 'readOn'),
    kind: 'live' as const,
  };
  const rows = entries(object(json, 'The catalogue').models, 2000, 'models').flatMap(
    (value, index) => {
      const where = `models[${index}]`;
      const read = wholly(() => namedIn(value, where));
      if ('list' in read) return [{ value, where, named: read.list }];
      leftOut.push(read.refused);
      return [];
    },
  );
  const knownAs = knownAmong(rows.map(({ named }) => named));
  const offers = new Map<string, Offer>();
  for (const { value, where, named } of rows) {
    const known = knownAs(named);
    const name = `${known?.model ?? named.wire} ${named.route}`;
    const read = wholly(() => {
      const row = puterRow(value, where);
      const [offer, before] = [row && offerOf(row, named, known), offers.get(name)];
      return offer && before ? twice(before, offer, where) : offer;
    });
    if ('refused' in read) leftOut.push(read.refused);
    // Without a live price the last one read stands, with its date.
    const offer =
      'list' in read ? read.list : (offers.get(name) ?? (known && { ...known, prices: [] }));
    if (offer) offers.set(name, offer);
  }
  if (leftOut.length > 0 && [...offers.values()].every(({ prices }) => prices.length === 0))
    refuse(leftOut[0] ?? '');
  if (!offers.size) refuse('The catalogue lists no models');
  return {
    version: 1,
    sources: { [key]: source },
    offers: [...offers.values()],
    covers: ['puter'],
  };
}

function namedIn(value: unknown, where: string): Named {
  const fields = object(value, where);
  const wire = id(fields.id, `${where}.id`);
  return {
    wire,
    route: id(fields.provider, `${where}.provider`).replace(/-image-generation$/, ''),
    spelt: ourSpelling(wire),
  };
}

/** `togetherai:black-forest-labs/flux.2-pro` → `flux-2-pro`, as our ids spell it. */
function ourSpelling(wire: string): string {
  return (wire.split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/^flux\.(?=[12])/, 'flux-')
    .replace(/^flux-1\.(?!1)/, 'flux-1-')
    .replace(/^flux-schnell$/, 'flux-1-schnell')
    .replace(/-9b-base$/, '-9b');
}

/**
 * The offers we know some of the rows as, by wire id and route. Of several rows spelt alike, one is
 * ours: the plain one before its `-base`.
 */
function knownAmong(all: readonly Named[]): (named: Named) => Offer | undefined {
  const nearest = new Map<Offer, Named>();
  for (const named of all) {
    const known = ours.find(
      ({ route, model }) =>
        route === named.route && (model === named.spelt || model === named.wire),
    );
    const before = known && nearest.get(known);
    if (known && (!before || (before.wire.endsWith('-base') && !named.wire.endsWith('-base'))))
      nearest.set(known, named);
  }
  const known = new Map(
    [...nearest].map(([offer, { wire, route }]) => [`${wire} ${route}`, offer]),
  );
  return ({ wire, route }) => known.get(`${wire} ${route}`);
}

function offerOf(row: PuterRow, { wire, route }: Named, known: Offer | undefined): Offer {
  const rule = puterRules[route]?.(row);
  const says = row.keys
    .slice(0, 4)
    .map((name) => `${name} $${row.cost(name) ?? '0'}`)
    .join(', ')
    .slice(0, 200);
  const prices = rule
    ? [{ rule, source: key, says, ...(row.free && { free: true as const }) }]
    : [];
  if (known) return { ...known, prices };
  const named =
    typeof row.fields.name === 'string' && /^[\w .,:;()[\]/+-]{1,80}$/.test(row.fields.name)
      ? row.fields.name
      : wire;
  return {
    provider: 'puter',
    model: wire,
    route,
    name: named,
    sizes: rule
      ? sizesOf(rule, ['replicate', 'gemini', 'xai', 'byteplus'].includes(route))
      : freeSizes,
    references: 0,
    seed: false,
    draft: true,
    prices,
  };
}

/** Sizes a model we know nothing else of is sure to take. */
function sizesOf(rule: Rule, shaped: boolean): Sizes {
  if (rule.kind === 'tokens' && !('*' in rule.tokens))
    return { ...freeSizes, also: Object.keys(rule.tokens), only: true };
  return shaped ? shapes() : freeSizes;
}

/**
 * The same row once more: where the two say different prices, nobody knows which is right, and both
 * are kept.
 */
function twice(offer: Offer, { prices }: Offer, where: string): Offer {
  if (offer.prices.length > 9) return refuse(`${where} is listed over and over`);
  const said = offer.prices.map(({ rule }) => JSON.stringify(rule));
  return {
    ...offer,
    prices: [...offer.prices, ...prices.filter(({ rule }) => !said.includes(JSON.stringify(rule)))],
  };
}
