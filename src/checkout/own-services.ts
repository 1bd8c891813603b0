import { pageServices } from '../generation/page-services.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import type { CheckoutServices } from './core.js';

/** The page's own services, shared by all its checkouts and by two copies of the script. */
export const ownServices: CheckoutServices = { page: pageServices, purchases: load };

async function load(): Promise<PurchaseServices> {
  return (await import('../generation/purchase-services.js')).purchaseServices();
}
