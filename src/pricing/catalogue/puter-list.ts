import { readPuterRows } from '../parse-puter-catalogue.js';
import { isOver, noticeOf } from '../model-families.js';
import type { Offer, PriceList } from '../price-list-types.js';
import { readOn, rows, url } from './puter-rows.js';

/** The day on which the list was last compared with what is known of shutdowns. */
const checkedOn = '2026-11-25';

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
  return { ...read.list, offers: read.list.offers.map(unlessEnded) };
}

/** A model that its maker has shut down since the list was read is not sold from it. */
function unlessEnded(offer: Offer): Offer {
  const notice = noticeOf('puter', offer.model, offer.route);
  return notice?.kind === 'retired' && isOver(notice, checkedOn)
    ? { ...offer, notHosted: `its maker shut it down on ${notice.day}` }
    : offer;
}
