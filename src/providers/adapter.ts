import type { Charge, ErrorCode } from '../base/error.js';
import type { Job, Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';

/** A provider over plain HTTP: pure functions, data in and data out. */
export interface Adapter {
  readonly id: string;
  readonly name: string;
  readonly base: string;
  /**
   * The only hosts the key may be sent to: exact names, or `*.example.com` for a domain and all its
   * subdomains.
   */
  readonly keyHosts: readonly string[];
  /**
   * Whether the provider accepts requests from pages of other origins (CORS). `no`: it is known to
   * refuse them; `unknown`: not documented.
   */
  readonly browsers: 'yes' | 'no' | 'unknown';
  /**
   * `job`: submit returns a job at once. `picture`: submit returns only with the image, so it gets
   * the longer deadline.
   */
  readonly answers: 'job' | 'picture';
  /** True if the provider documents that a 5xx is never billed. */
  readonly freeServerErrors?: boolean;
  /**
   * The provider's own refusals, from its documentation; the first match wins. Statuses that mean
   * the same everywhere need no rule.
   */
  readonly refusals?: readonly RefusalRule[];
  /** The largest seed it takes, if that is not 2^53 - 1. */
  readonly mostSeed?: bigint;
  /** True for servers that also work without a key. */
  readonly keyOptional?: boolean;
  auth(key: string): Readonly<Record<string, string>>;
  /**
   * @throws UserPaysError `invalid-input` for an order the provider can't handle (too many
   * reference images).
   */
  submit(order: PictureOrder): Call;
  /**
   * `order` is the order this replies to, for what only the order can tell (which seed was sent).
   */
  readSubmit(reply: Reply, order?: PictureOrder): Outcome;
  poll?(job: Job): Call;
  /**
   * Reads any reply to a poll. `pending` may return a different job if the result is at another
   * address (fal); `waitMs: 0` polls it at once. `unreadable-reply`, which `pollRefusal` also
   * returns for a 5xx, means: poll again until the deadline. `image-lost` with charge `possible`
   * ends the job only the third time in a row.
   */
  readPoll?(reply: Reply, job: Job): Outcome;
  cancel?(job: Job): Call;
  /**
   * A free call with the key. It is also sent before a paid call while it is unknown whether the
   * browser can reach this host.
   */
  balance?(): Call;
  readBalance?(reply: Reply): Balance | undefined;
  /** True where `readBalance` reads what the key may still spend, whatever the account holds. */
  readonly limitsKeys?: true;
  /**
   * A free call with the key for its recent charges, if the provider has such a list. It is sent
   * before every paid call, and after one whose reply reports no cost.
   */
  charges?(): Call;
  /**
   * The entries that may belong to an order like this one; `undefined` if the reply is not a list
   * of charges.
   */
  readCharges?(reply: Reply, order: PictureOrder): readonly ListedCharge[] | undefined;
  /**
   * True if the provider documents that it bills this exact order once even if it is sent twice.
   * Only then is an order whose reply was lost sent a second time, once and unchanged; and an order
   * that returned its image before may return it again without a charge.
   */
  isBilledOnce?(order: PictureOrder): boolean;
  /** A free call with the key for today's prices of these models, if the provider has one. */
  prices?(models: readonly string[]): Call;
  readPrices?(reply: Reply): readonly UnitPrice[];
}

/**
 * An HTTP request as data. It does not contain the key: `http.ts` adds it, and only for hosts on
 * the adapter's list.
 */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Sent as a form, instead of `json`. */
  readonly form?: Readonly<Record<string, string>>;
}

/**
 * An HTTP reply as data. `body` is the parsed JSON, or `undefined` if it was not JSON. Header names
 * are in lower case; headers that CORS hides are missing.
 */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
  /** The image itself, when the reply is an image instead of JSON. */
  readonly blob?: Blob;
}

/**
 * What one of the provider's documented refusals means. A rule matches if all the conditions it
 * gives hold.
 */
export interface RefusalRule {
  readonly status?: readonly number[];
  /**
   * Matches a machine-readable name: `code`, `type`, `error_type` and the like anywhere in the
   * body, or a header such as `x-fal-error-type`.
   */
  readonly named?: RegExp;
  /** Matches the error message. */
  readonly says?: RegExp;
  /**
   * One of these fields has a value, in the body or in its `error`, `errors`, `detail` or
   * `metadata`.
   */
  readonly holds?: readonly string[];
  readonly code: ErrorCode;
  /** The charge, if the provider documents it; otherwise the status decides. */
  readonly charge?: Charge;
  /**
   * The key is no longer valid. A 401 with the code `session-refused` implies it unless this says
   * otherwise.
   */
  readonly ended?: boolean;
}

/**
 * What an account can still spend. `usd` and `bought` are US dollars as decimal text, `credits` is
 * the same in the provider's own units. `bought` is the part of it that outlasts the month.
 */
export interface Balance {
  /** Missing while only the amount in credits is known. */
  readonly usd?: string;
  /** Instead of `usd`: what this key may still spend. The account may hold less, or more. */
  readonly limit?: string;
  readonly bought?: string;
  readonly credits?: string;
  readonly name?: string;
}

/** One entry of the provider's list of charges to a key. `usd` is decimal text. */
export interface ListedCharge {
  readonly id: string;
  readonly usd: string;
}

/**
 * What the provider charges today for one of its own units, US dollars as decimal text. `edit`:
 * with reference images.
 */
export interface UnitPrice {
  readonly model: string;
  readonly when: 'text' | 'edit';
  readonly amount: string;
  readonly unit: string;
}
