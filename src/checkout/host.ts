import type { UserPaysError } from '../base/error.js';
import type { Observable } from '../base/store.js';
import type { Generation } from '../generation/machine.js';
import type { PageServices } from '../generation/page-services.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Tally } from '../spending/entry.js';

/** What a checkout needs from its interface, and what it reports to it. */
export interface CheckoutHost {
  /** Something displayed has changed; the interface may render again. */
  changed(): void;
  /** True if nothing can be bought, apart from the setting `disabled`. */
  isOff(): boolean;
  /** Called when the reader's key is missing: the interface asks for it. */
  askForKey(): void;
  /** Returns false if the page vetoes the purchase. */
  mayCharge(quote: Quote): boolean;
  onState(generation: Generation, before: Generation): void;
  onFailure(error: UserPaysError): void;
  onTally(tally: Tally): void;
}

/** The services a checkout works with. */
export interface CheckoutServices {
  readonly page: () => PageServices;
  /** Loads the code that buys. */
  readonly purchases: () => Promise<PurchaseServices>;
  /** The same once any checkout beside it has loaded it. */
  readonly arrived?: Pick<Observable<PurchaseServices | undefined>, 'get' | 'subscribe'>;
}
