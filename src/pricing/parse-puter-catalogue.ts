import { readableName } from './readable-name.js';
import { defined } from '../base/defined.js';
import { decidingPrices } from './catalogue/deciding-prices.js';
import { puterHistory } from './catalogue/puter-history.js';
import { freeSizes } from './catalogue/any-sizes.js';
import { shapes } from './catalogue/sizes.js';
import type { ListedSource, Offer, PriceList, Sizes } from './price-list-types.js';
import { ofKnown, rowOffer } from './puter/offer.js';
import type { RowPrice } from './puter/row-offer.js';
import { puterRow, type PuterRow } from './puter/row.js';
import { readsLists } from './reads-lists.js';
import { date, entries, id, object, refuse, wholly } from './read-list.js';
import type { Rule } from './rule.js';

const key = 'puter-live';

/** A row's model id at its supplier (`wire`), its route, and the model id in our spelling. */
interface Named {
  readonly wire: string;
  readonly route: string;
  readonly spelt: string;
  /** The id that names this route and no other. */
  readonly sent: string;
  /** Its own id and other names that reach it. */
  readonly ids: readonly string[];
}

/** A row, where it is in the catalogue, and its names. */
interface NamedRow {
  readonly value: unknown;
  readonly where: string;
  readonly named: Named;
}

/** Suppliers that take a shape instead of pixels. */
const shaped = new Set(['replicate', 'gemini', 'xai', 'byteplus']);

/** Ids that stand for the same model at every provider. */
const ourIds = new Set(decidingPrices.offers.map(({ model }) => model));

/** The models we know at Puter, also by routes that it no longer sells. */
const ours: readonly Offer[] = [
  ...decidingPrices.offers.filter(({ provider }) => provider === 'puter'),
  ...puterHistory.map(({ notHosted: _gone, ...offer }) => offer),
];

/** A list, and the reasons why some rows are missing from it. */
export interface PartlyRead {
  readonly list: PriceList;
  readonly leftOut: readonly string[];
}

/**
 * Reads Puter's public catalogue (`GET https://api.puter.com/puterai/image/models/details`, already
 * parsed from JSON) into a price list of its routes. All prices are in US dollars, whatever the
 * unit of the row. `readOn`: the day it was read, `YYYY-MM-DD`.
 * Rows billed in a way we don't know get no price. A malformed row is left out, with the reason in
 * `leftOut`; if we know its model, the route stays without a live price. Refuses the whole input if
 * it is not a catalogue or no row can be read.
 */
export function parsePuterCatalogue(
  json: unknown,
  readOn: string,
): PartlyRead | { readonly refused: string } {
  return readPuterRows(json, key, () => ({
    name: 'Puter’s live price list',
    url: 'https://api.puter.com/puterai/image/models/details',
    readOn: date(readOn, 'readOn'),
    kind: 'live',
  }));
}

/** The same for a list from elsewhere; `key` names its source. */
export function readPuterRows(
  json: unknown,
  key: string,
  source: () => ListedSource,
): PartlyRead | { readonly refused: string } {
  readsLists();
  const leftOut: string[] = [];
  const read = wholly(() => readRows(json, key, source(), leftOut));
  return 'refused' in read ? read : { list: read.list, leftOut };
}

/** Reads row by row. The reasons for rows that can't be read go to `leftOut`. */
function readRows(json: unknown, key: string, source: ListedSource, leftOut: string[]): PriceList {
  const offers = offersOf(namedRows(json, leftOut), key, leftOut);
  if (leftOut.length > 0 && offers.every(({ prices }) => prices.length === 0))
    refuse(leftOut[0] ?? '');
  if (!offers.length) refuse('The catalogue lists no models');
  return { version: 1, sources: { [key]: source }, offers, covers: ['puter'] };
}

function namedRows(json: unknown, leftOut: string[]): NamedRow[] {
  return entries(object(json, 'The catalogue').models, 2000, 'models').flatMap((value, index) => {
    const where = `models[${index}]`;
    const read = wholly(() => namedIn(value, where));
    if ('list' in read) return [{ value, where, named: read.list }];
    leftOut.push(read.refused);
    return [];
  });
}

function offersOf(rows: readonly NamedRow[], key: string, leftOut: string[]): Offer[] {
  // Servers that read options have rates by option somewhere in their list.
  const knowsOptions = rows.some(({ value }) => 'billingRates' in (value as object));
  const knownAs = knownAmong(rows.map(({ named }) => named));
  const offers = new Map<string, Offer>();
  for (const { value, where, named } of rows) {
    const known = knownAs(named);
    const model = knowsOptions && ourIds.has(named.spelt) ? named.spelt : named.wire;
    const name = `${known?.model ?? model} ${named.route}`;
    const read = wholly(() => {
      const row = puterRow(value, where);
      const [offer, before] = [
        row && offerOf(row, named, known, { key, knowsOptions }),
        offers.get(name),
      ];
      return offer && before ? twice(before, offer, where) : offer;
    });
    if ('refused' in read) leftOut.push(read.refused);
    // Without a live price, the offer stays and the price read last applies, with its date.
    const offer =
      'list' in read ? read.list : (offers.get(name) ?? (known && { ...known, prices: [] }));
    if (offer) offers.set(name, offer);
  }
  return [...offers.values()];
}

function namedIn(value: unknown, where: string): Named {
  const fields = object(value, where);
  const wire = id(fields.id, `${where}.id`);
  return {
    wire,
    sent: fields.puterId === undefined ? wire : id(fields.puterId, `${where}.puterId`),
    route: id(fields.provider, `${where}.provider`).replace(/-image-generation$/, ''),
    spelt: ourSpelling(wire),
    ids: [wire, ...(Array.isArray(fields.aliases) ? fields.aliases : []).filter(isId)],
  };
}

const mostIds = 50;

function isId(value: unknown): value is string {
  return typeof value === 'string' && 'list' in wholly(() => id(value, ''));
}

/** The ids by which a request may name an offer, beside its model and the id that is sent. */
function otherIds({ ids, sent }: Named, model: string): readonly string[] | undefined {
  const known = [model, sent, sent.slice(sent.indexOf(':') + 1)];
  const others = [...new Set(ids)].filter((one) => !known.includes(one));
  return others.length > 0 ? others.slice(0, mostIds) : undefined;
}

/** `togetherai:black-forest-labs/flux.2-pro` → `flux-2-pro`, the way our ids are spelt. */
function ourSpelling(wire: string): string {
  return (wire.split('/').at(-1) ?? '')
    .toLowerCase()
    .replace(/^flux\.(?=[12])/, 'flux-')
    .replace(/^flux-1\.(?!1)/, 'flux-1-')
    .replace(/^flux-(?=(schnell|dev|kontext-(pro|max)|fill-pro)$)/, 'flux-1-')
    .replace(/-9b-base$/, '-9b');
}

/**
 * Finds the bundled offer that a row stands for, by wire id and route. If several rows have the
 * same spelling, only one is matched, and one without `-base` is preferred.
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

function offerOf(
  row: PuterRow,
  named: Named,
  known: Offer | undefined,
  { key, knowsOptions }: { readonly key: string; readonly knowsOptions: boolean },
): Offer {
  const { wire, route, spelt, sent } = named;
  const read = rowOffer(row, route, knowsOptions);
  const prices = read.prices.map((price) => ({ ...price, source: key, says: said(row, price) }));
  const model = known?.model ?? (knowsOptions && ourIds.has(spelt) ? spelt : wire);
  const ids = otherIds(named, model);
  if (known) return { ...known, ...ofKnown(known, read), wire: sent, ...(ids && { ids }), prices };
  const { notHosted, options, needsReference, mask } = read;
  return defined({
    provider: 'puter',
    model,
    route,
    wire: sent,
    ids,
    name: nameOf(row, wire),
    sizes: read.sizes ?? sizesOf(read.prices[0]?.rule, shaped.has(route)),
    options: options && Object.keys(options).length > 0 ? options : undefined,
    references: read.references ?? 0,
    needsReference,
    mask,
    seed: read.seed ?? false,
    draft: true as const,
    notHosted,
    prices,
  });
}

/** The row's own figures behind a price. */
function said(row: PuterRow, { options, says }: RowPrice): string {
  const chosen = Object.entries(options ?? {}).map(([name, value]) =>
    value === '' ? `no ${name}` : `${name} ${value}`,
  );
  const costs = row.keys.slice(0, 4).map((name) => `${name} $${row.cost(name) ?? '0'}`);
  return [...chosen, says ?? costs.join(', ')].filter(Boolean).join(', ').slice(0, 200);
}

function nameOf({ fields }: PuterRow, wire: string): string {
  const { name } = fields;
  const isGiven = typeof name === 'string' && /^[\w .,:;()[\]/+-]{1,80}$/.test(name);
  return readableName(isGiven ? name : wire);
}

/** The sizes that a model not in the bundled list can be expected to take. */
function sizesOf(rule: Rule | undefined, isShaped: boolean): Sizes {
  if (!rule) return freeSizes;
  if (rule.kind === 'tokens' && !('*' in rule.tokens))
    return { ...freeSizes, also: Object.keys(rule.tokens), only: true };
  return isShaped ? shapes() : freeSizes;
}

/**
 * Handles a row that appears twice. If the prices differ, both are kept, since it is unknown which
 * one is right.
 */
function twice(offer: Offer, { prices }: Offer, where: string): Offer {
  if (offer.prices.length > 9) return refuse(`${where} is listed over and over`);
  const said = offer.prices.map(({ rule }) => JSON.stringify(rule));
  return {
    ...offer,
    prices: [...offer.prices, ...prices.filter(({ rule }) => !said.includes(JSON.stringify(rule)))],
  };
}
