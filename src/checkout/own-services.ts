import { observable } from '../base/store.js';
import { pageServices } from '../generation/page-services.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import type { CheckoutServices } from './core.js';

/** Not on the page's registry, where a script could put services of its own in it. */
const arrived = observable<PurchaseServices | undefined>(undefined);

/** The page's own services, shared by all its checkouts and by two copies of the script. */
export const ownServices: CheckoutServices = { page: pageServices, purchases: load, arrived };

async function load(): Promise<PurchaseServices> {
  const services = (await import('../generation/purchase-services.js')).purchaseServices();
  arrived.set(services);
  return services;
}
