import { defined } from '../base/defined.js';
import type { ListedSource, PriceList } from './price-list-types.js';
import {
  address,
  date,
  entries,
  id,
  object,
  oneOf,
  only,
  optional,
  refuse,
  wholly,
  words,
  yes,
} from './read-list.js';
import { readOffer } from './read-offer.js';
import { readsLists } from './reads-lists.js';

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
      readOffer(one, sources, `offers[${index}]`),
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
