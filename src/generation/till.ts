import { account, type AccountSettings } from '../accounts/index.js';
import type { Account } from '../accounts/account.js';
import { systemClock } from '../base/clock.js';
import { shared } from '../base/shared.js';
import { keptPictures } from '../pictures/keep.js';
import { measure } from '../pictures/measure.js';
import { pictureUrl } from '../pictures/picture-url.js';
import type { Maker } from '../providers/adapter.js';
import { readImage } from '../providers/http.js';
import { makers } from '../providers/index.js';
import { browserJournal } from '../spending/journal.js';
import { holdLease } from '../spending/lease.js';
import { browserStore } from '../spending/storage.js';
import { createPriceBook, type PriceBook } from './price-book.js';
import type { Shop } from './shop.js';

/** The page's one till: journal, prices, accounts and makers, shared by all widgets and by two copies of the script. */
export interface Till extends Shop {
  readonly prices: PriceBook;
  account(provider: string, endpoint?: string): Account;
  /** Loads the maker; the same one each time. @throws UserPaysError `invalid-input` for a provider nobody knows. */
  maker(provider: string, endpoint?: string): Promise<Maker>;
}
