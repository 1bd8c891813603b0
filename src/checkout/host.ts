import type { UserPaysError } from '../base/error.js';
import type { Generation } from '../generation/machine.js';
import type { PageServices } from '../generation/page-services.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Tally } from '../spending/entry.js';

/** What a checkout asks of its interface, and tells it. */
export interface CheckoutHost {
  /** Something that is on show changed; it may be drawn again. */
  changed(): void;
  /** True where nothing can be bought, beside the setting `disabled`. */
  isOff(): boolean;
  /** The reader's key is missing: this is where it is asked for. */
  askForKey(): void;
  /** False when the page holds a purchase back. */
  mayCharge(quote: Quote): boolean;
  onState(generation: Generation, before: Generation): void;
  onFailure(error: UserPaysError): void;
  onTally(tally: Tally): void;
}

/** Where a checkout gets what it works with. */
export interface CheckoutServices {
  readonly page: () => PageServices;
  /** Loads the code that buys. */
  readonly purchases: () => Promise<PurchaseServices>;
}
