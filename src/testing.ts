// For tests and demo pages, never for a page with readers: a checkout on scripted services.
import { checkoutOn, type Checkout, type CreateOptions } from './checkout/create-checkout.js';
import { scriptedServices, type ScriptedServices } from './checkout/scripted-services.js';

export type { Checkout } from './checkout/create-checkout.js';
export type { ScriptedServices } from './checkout/scripted-services.js';

/** Creates a checkout on scripted time, prices, accounts and providers. It shares nothing with the page. */
export function createCheckout({
  services = {},
  ...options
}: CreateOptions & { readonly services?: ScriptedServices }): Checkout {
  return checkoutOn(scriptedServices(services), options);
}
