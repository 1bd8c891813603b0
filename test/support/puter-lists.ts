import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import augustJson from '../recorded/puter/models-2026-08-21.json' with { type: 'json' };
import septemberJson from '../recorded/puter/models-2026-09-16.json' with { type: 'json' };
import type { Row } from './puter-september.types.js';

/** Puter's list as it was served in August 2026, with Together and without options. */
export const august = read(augustJson, '2026-08-21');

/** The list of September 2026, with options and without Together. */
export const september = read(septemberJson, '2026-09-16');

/** The rows of September's list as they are served. */
export const septemberRows = septemberJson.models as unknown as readonly Row[];

function read(json: unknown, readOn: string): PriceList {
  const made = parsePuterCatalogue(json, readOn);
  if ('refused' in made) throw new Error(made.refused);
  return made.list;
}
