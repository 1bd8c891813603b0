import type { PublicAccount } from '../accounts/account.js';
import { account } from '../accounts/index.js';
import { shared } from '../base/shared.js';
import { keptPictures, type KeptPictures } from '../pictures/picture-library.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { tryShowing } from '../pictures/show.js';
import { imageProvider } from '../providers/index.js';
import { browserLeases } from '../spending/browser-leases.js';
import type { Running } from './buy.js';
import {
  PagePurchases,
  type WidgetOrder,
  type PurchaseParts,
  type Touch,
} from './page-purchases.js';
import { pageServices, type PageServices } from './page-services.js';
import { permitFor, type Permit } from './permit.js';
import type { PurchasePorts } from './purchase-ports.js';
import { bringCatalogue } from './whole-catalogue.js';

/**
 * Everything that buys, shared by all widgets and by two copies of the script, so that a key
 * entered once serves both. Every script of the page can reach it, so nothing in it returns a key
 * or spends without the reader's permit. Loaded when the reader first interacts with a widget.
 */
export interface PurchaseServices extends PageServices {
  readonly pictures: KeptPictures;
  readonly urlOf: PurchasePorts['urlOf'];
  /**
   * A permit to buy a quote, in exchange for an unused act of the reader. For another copy of the
   * script, whose own permits are not valid here.
   */
  permit(quoteId: string): Permit | undefined;
  /** See `buy`. */
  buy(order: WidgetOrder): Promise<Running>;
  account(provider: string, endpoint?: string, relay?: string, clientId?: string): PublicAccount;
  /** The reader's first touch: starts the requests that were put off until now. Never rejects. */
  touched(widget: Touch): void;
  /**
   * Recovers what an earlier page load left open, as far as the reader is signed in. Called once
   * the page is idle, when the reader signs in, and when a page is restored. Leaves purchases alone
   * that are running, in this or another tab. Never rejects.
   */
  recover(widget?: Pick<Touch, 'provider' | 'relay'>): Promise<void>;
}

/** The page's purchase services. Created on first use, never at import. */
export function purchaseServices(): PurchaseServices {
  return shared('purchase-services', 1, () => createPurchaseServices());
}

/** Purchase services of one's own; `parts` takes the place of the page's, for tests. */
export function createPurchaseServices(parts: Partial<PurchaseParts> = {}): PurchaseServices {
  const {
    page = pageServices(),
    pictures = keptPictures(),
    leases = browserLeases(),
    account: accountOf = account,
    imageProvider: providerOf = imageProvider,
  } = parts;
  // Showing a price needs only some of the bundled prices. Now bring the rest, to compare it with.
  void bringCatalogue(page.prices);
  // Check before anything is bought: where a `blob:` address is not allowed, pictures are shown in
  // another way.
  void tryShowing();
  const purchases = new PagePurchases({
    page,
    pictures,
    leases,
    account: accountOf,
    imageProvider: providerOf,
  });
  return {
    ...page,
    pictures,
    urlOf: pictureUrl,
    permit: (quoteId) => permitFor(page.clock, quoteId),
    buy: (asked) => purchases.buy(asked),
    account: (provider, endpoint, relay, clientId) =>
      purchases.accounts.publicOf({ provider, endpoint, relay, clientId }),
    touched: (widget) => purchases.touched(widget),
    recover: (widget) => purchases.recover(widget),
  };
}
