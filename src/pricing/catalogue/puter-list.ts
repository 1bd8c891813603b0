import { readPuterRows } from '../parse-puter-catalogue.js';
import type { PriceList } from '../price-list-types.js';
import { readOn, rows, url } from './puter-rows.js';

/** Puter's whole list as it was read on the day of `puter-rows.ts`. */
export const puterList: PriceList = listOf(
  readPuterRows({ models: rows }, 'puterRows', () => ({
    name: 'Puter’s price list',
    url,
    readOn,
    kind: 'provider',
  })),
);

/** `npm run prices:take` writes only rows that can be read. */
function listOf(read: ReturnType<typeof readPuterRows>): PriceList {
  if ('refused' in read) throw new TypeError(read.refused);
  return read.list;
}
