export type { UserPaysEventMap } from './ui/elements/events.js';
export { UserPaysCalculator } from './ui/elements/user-pays-calculator.js';
export { UserPaysImage } from './ui/elements/user-pays-image.js';
export { UserPaysPrice } from './ui/elements/user-pays-price.js';
export { UserPaysTally } from './ui/elements/user-pays-tally.js';
export { addTerms, termsFor, type Terms } from './ui/i18n/index.js';
export {
  isUserPaysError,
  UserPaysError,
  type Charge,
  type ErrorCode,
  type Retry,
  type Stage,
} from './base/error.js';
export * from './pricing/index.js';
export type { AccountState, Keep, SignInOptions } from './accounts/account.js';
export type { Generation } from './generation/machine.js';
export type { Purchase, Receipt } from './generation/purchase.js';
export type { Entry, Period, Tally } from './spending/entry.js';
