export {
  createCheckout,
  type Checkout,
  type CheckoutOptions,
  type Choice,
  type Choices,
  type OptionChoices,
  type CreateOptions,
} from './create-checkout.js';
export type { CheckoutSettings } from './settings.js';
export type { AccountState, Keep, SignInOptions } from '../accounts/account.js';
export { isUserPaysError, UserPaysError } from '../base/error.js';
export type { Charge, ErrorCode, Retry, Stage } from '../base/error.js';
export type { ConfirmReason, Generation } from '../generation/machine.js';
export type {
  BoughtImage,
  PictureState,
  Purchase,
  PurchaseState,
  Receipt,
} from '../generation/purchase.js';
export { formatUsd } from '../pricing/format-usd.js';
export type { Quote } from '../pricing/quote-types.js';
export type { Period, Tally } from '../spending/entry.js';
