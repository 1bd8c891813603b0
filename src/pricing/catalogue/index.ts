import type { PriceList } from '../price-list-types.js';
import { bfl, sandbox } from './bfl.js';
import { aigateway, deepinfra, fal, openrouter, others, replicate, together } from './hosts.js';
import { puter } from './puter.js';
import { sources } from './sources.js';

/** Every bundled price: dated, sourced, and with what other sources say. The JSON of this is the published price list format. */
export const catalogue: PriceList = { version: 1, sources, offers: [...puter, ...bfl, ...sandbox, ...fal, ...replicate, ...together, ...deepinfra, ...aigateway, ...openrouter, ...others] };
