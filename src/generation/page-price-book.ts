import { sharedIfMade } from '../base/shared.js';
import type { PageServices } from './page-services.js';

/** The page's services where a widget has made them: a price alone makes none. */
function made(): Pick<PageServices, 'prices' | 'observed'> | undefined {
  return sharedIfMade<PageServices>('page-services', 1);
}

/** The page's price book, where there is a widget. */
export function pagePriceBook(): Pick<PageServices['prices'], 'get' | 'subscribe'> | undefined {
  return made()?.prices;
}

/** What was charged otherwise than listed, where there is a widget. */
export function pageCharges(): PageServices['observed'] | undefined {
  return made()?.observed;
}
