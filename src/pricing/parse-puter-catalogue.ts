import { bundled } from './catalogue/bundled.js';
import { freeSizes, shapes } from './catalogue/offer.js';
import type { Offer, PriceList, Sizes } from './price-list-types.js';
import { puterRow, type PuterRow } from './puter-row.js';
import { puterRules } from './puter-rules.js';
import { date, entries, id, object, refuse, wholly } from './read-list.js';
import type { Rule } from './rule.js';

const key = 'puter-live';

/** `togetherai:black-forest-labs/flux.2-pro` → `flux-2-pro`, as our ids spell it. */
const ourSpelling = (wire: string): string => (wire.split('/').at(-1) ?? '').toLowerCase()
  .replace(/^flux\.(?=[12])/, 'flux-').replace(/^flux-1\.(?!1)/, 'flux-1-').replace(/^flux-schnell$/, 'flux-1-schnell').replace(/-9b-base$/, '-9b');

/** Sizes a model we know nothing else of is sure to take. */
const sizesOf = (rule: Rule, shaped: boolean): Sizes => {
  if (rule.kind === 'tokens' && !('*' in rule.tokens)) return { ...freeSizes, also: Object.keys(rule.tokens), only: true };
  return shaped ? shapes() : freeSizes;
};

const offerOf = (row: PuterRow, wire: string, route: string): Offer => {
  const spelt = ourSpelling(wire);
  const known = bundled.offers.find((one) => one.provider === 'puter' && one.route === route && (one.model === spelt || one.model === wire));
  const rule = puterRules[route]?.(row);
  const says = row.keys.slice(0, 4).map((name) => `${name} $${row.cost(name) ?? '0'}`).join(', ').slice(0, 200);
  const prices = rule ? [{ rule, source: key, says }] : [];
  if (known) return { ...known, prices };
  const named = typeof row.fields.name === 'string' && /^[\w .,:;()[\]/+-]{1,80}$/.test(row.fields.name) ? row.fields.name : wire;
  return {
    provider: 'puter', model: wire, route, name: named, sizes: rule ? sizesOf(rule, ['replicate', 'gemini', 'xai', 'byteplus'].includes(route)) : freeSizes,
    references: 0, seed: false, draft: true, prices,
  };
};

/**
 * Reads Puter's public catalogue (`GET https://api.puter.com/puterai/image/models/details`, already parsed from JSON) into prices of its routes,
 * all in US dollars whatever unit a row has. `readOn` is the day it was read, `YYYY-MM-DD`. Rows billed in a way we don't know have no price;
 * anything malformed refuses the whole list, with the reason.
 */
export const parsePuterCatalogue = (json: unknown, readOn: string): { readonly list: PriceList } | { readonly refused: string } => wholly(() => {
  const source = { name: 'Puter’s live price list', url: 'https://api.puter.com/puterai/image/models/details', readOn: date(readOn, 'readOn'), kind: 'live' as const };
  const offers = new Map<string, Offer>();
  const rows = entries(object(json, 'The catalogue').models, 2000, 'models');
  for (const [index, value] of rows.entries()) {
    const where = `models[${index}]`;
    const fields = object(value, where);
    const wire = id(fields.id, `${where}.id`);
    const route = id(fields.provider, `${where}.provider`).replace(/-image-generation$/, '');
    const row = puterRow(fields, where);
    if (!row) continue;
    const offer = offerOf(row, wire, route);
    const name = `${offer.model} ${route}`;
    if (offers.has(name)) refuse(`${where} is listed twice`);
    offers.set(name, offer);
  }
  if (!offers.size) refuse('The catalogue lists no models');
  return { version: 1 as const, sources: { [key]: source }, offers: [...offers.values()], covers: ['puter'] };
});
