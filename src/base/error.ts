/** Every way a purchase can fail. The messages for readers are in `ui/i18n`, one per code. */
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

/** The step of the purchase at which the error happened. */
export type Stage = 'quote' | 'guard' | 'account' | 'submit' | 'poll' | 'save';

/**
 * `never`: the same request would fail again. `safe`: nothing was bought, so it can be sent again.
 * `ask`: it may have been bought, so the reader has to be asked first.
 */
export type Retry = 'never' | 'safe' | 'ask';

/**
 * What is known about the reader's money. `possible` means that nobody knows yet; it must never be
 * treated as `none`.
 */
export type Charge = 'none' | 'possible' | 'charged';

export interface ErrorInit {
  stage: Stage;
  /** Defaults to `safe` when the charge is `none`, else to `ask`. */
  retry?: Retry;
  /** Defaults to `none`. */
  charge?: Charge;
  /**
   * Short values for the message: amounts, names, the provider's own words (at most 200 characters,
   * with keys removed).
   */
  facts?: Record<string, string>;
  cause?: unknown;
}

/**
 * The only error class of this library. It carries values for programs and no messages for readers.
 * `toJSON` leaves the cause out.
 */
export class UserPaysError extends Error {
  declare readonly name: 'UserPaysError';
  readonly code: ErrorCode;
  readonly stage: Stage;
  readonly retry: Retry;
  readonly charge: Charge;
  readonly facts: Readonly<Record<string, string>>;

  static {
    // An assignment fails on pages that freeze `Error.prototype`.
    Object.defineProperty(this.prototype, 'name', { value: 'UserPaysError' });
  }

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
 * True for a `UserPaysError`, including one created by another copy of the bundle, for which
 * `instanceof` would be false.
 */
export function isUserPaysError(value: unknown): value is UserPaysError {
  return (
    value instanceof Error && value.name === 'UserPaysError' && 'code' in value && 'charge' in value
  );
}
