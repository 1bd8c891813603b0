import type { PriceList } from '../price-list-types.js';
import { bfl, sandbox } from './bfl.js';
import { hosts } from './hosts.js';
import { puter } from './puter.js';
import { sources } from './sources.js';

/** The prices that decide. What other sources say of the same requests is in `catalogue`, which decides alike. */
export const bundled: PriceList = { version: 1, sources, offers: [...puter, ...bfl, ...sandbox, ...hosts] };
