/** Every way a purchase can go wrong. Sentences for people live in `ui/i18n`, one per code. */
export type ErrorCode =
  | 'invalid-input'
  | 'no-price'
  | 'quote-expired'
  | 'over-budget'
  | 'no-gesture'
  | 'vetoed'
  | 'no-session'
  | 'session-refused'
  | 'popup-blocked'
  | 'sign-in-cancelled'
  | 'insufficient-funds'
  | 'rate-limited'
  | 'provider-busy'
  | 'not-hosted'
  | 'blocked-by-browser'
  | 'provider-failed'
  | 'content-refused'
  | 'unreadable-reply'
  | 'timed-out'
  | 'aborted'
  | 'image-lost'
  | 'storage-full'
  | 'storage-blocked'
  | 'part-missing'
  | 'internal';

/** Where in the purchase it happened. */
export type Stage = 'quote' | 'guard' | 'account' | 'submit' | 'poll' | 'save';

/**
 * `never`: the same request would fail again. `safe`: nothing was bought, press again. `ask`: it
 * may have been bought, ask first.
 */
export type Retry = 'never' | 'safe' | 'ask';

/**
 * What is known about the reader's money: `possible` means nobody knows yet, and is never rounded
 * to `none`.
 */
export type Charge = 'none' | 'possible' | 'charged';

export interface ErrorInit {
  stage: Stage;
  retry?: Retry;
  charge?: Charge;
  /**
   * Short facts for the sentence: amounts, names, a provider's own words (at most 200 characters,
   * keys cut out).
   */
  facts?: Record<string, string>;
  cause?: unknown;
}

/**
 * The one error class: facts for a program, no sentences for people. Serialises without its cause.
 */
export class UserPaysError extends Error {
  override readonly name = 'UserPaysError';
  readonly code: ErrorCode;
  readonly stage: Stage;
  readonly retry: Retry;
  readonly charge: Charge;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, init: ErrorInit) {
    super(`${code} at ${init.stage}`, 'cause' in init ? { cause: init.cause } : undefined);
    this.code = code;
    this.stage = init.stage;
    this.charge = init.charge ?? 'none';
    this.retry = init.retry ?? (this.charge === 'none' ? 'safe' : 'ask');
    this.facts = Object.freeze({ ...init.facts });
  }

  toJSON(): {
    code: ErrorCode;
    stage: Stage;
    retry: Retry;
    charge: Charge;
    facts: Readonly<Record<string, string>>;
  } {
    const { code, stage, retry, charge, facts } = this;
    return { code, stage, retry, charge, facts };
  }
}

/**
 * True for our error, also for one made by another copy of the bundle (where `instanceof` would say
 * no).
 */
export function isUserPaysError(value: unknown): value is UserPaysError {
  return (
    value instanceof Error && value.name === 'UserPaysError' && 'code' in value && 'charge' in value
  );
}
