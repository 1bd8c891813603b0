import type { Clock } from '../base/clock.js';
import type { Charge, ErrorCode } from '../base/error.js';
import type { TextStore } from '../base/store.js';

/** A reference image, ready to send. Size in pixels; `base64` has no `data:` prefix. */
export interface ReferenceImage {
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly base64: string;
}

/**
 * One image to generate, which is one paid request: a purchase of four images is four orders. Sizes
 * are in pixels.
 */
export interface PictureOrder {
  readonly model: string;
  readonly route?: string;
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
  readonly steps?: number;
  readonly seed?: number;
  readonly references: readonly ReferenceImage[];
  /**
   * What of the first reference may change: of the same size, in the colour that the model wants
   * (see `Traits.mask`).
   */
  readonly mask?: ReferenceImage;
  /**
   * Parameters that must be sent for the quoted price to hold, taken from the quote (at Puter: model
   * id, size and options).
   */
  readonly sends?: Readonly<Record<string, unknown>>;
  /** The provider's list says that it costs nothing, so no charge will ever be counted. */
  readonly isFree?: true;
  /**
   * File name under which the provider also keeps the image in the reader's own storage, if it offers
   * storage.
   */
  readonly keepAs?: string;
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
 * What the provider says it used, in its own units; pricing converts it to money. `amount` is
 * decimal text.
 */
export interface Usage {
  readonly unit: 'usd' | 'credits' | 'billable-units' | 'pollen' | 'microcents' | 'image-units';
  readonly amount: string;
  /** The provider's explanation, if it gives one, e.g. `reference counted as 2 MP`. */
  readonly note?: string;
  /**
   * The provider returned an existing image again, so this amount says nothing about the price of a
   * new one.
   */
  readonly again?: true;
  /** How often one order was charged, if more than once. `amount` is the total. */
  readonly times?: number;
}

/**
 * An image as the provider returns it: bytes, or a URL that may expire. Exactly one of `url`,
 * `base64` and `blob` is set.
 */
export interface MadePicture {
  readonly url?: string;
  readonly base64?: string;
  readonly blob?: Blob;
  /** Where the provider also keeps the image in the reader's own storage. */
  readonly keptAt?: string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * What the provider's own meter has counted since an order was noted (see `Ports.note`): sums,
 * never single purchases.
 */
export interface MeterGrowth {
  /** Images of this model and route counted since then, whoever bought them. */
  readonly purchases: number;
  /** Their total cost; missing if the value of the meter's unit is unknown. */
  readonly usage?: Usage;
  /** True once the meter can't count anything more for this order. */
  readonly isFinal: boolean;
}

/**
 * What is needed to poll an accepted job again after a reload: short ASCII texts, never a key,
 * never the prompt.
 */
export type Job = Readonly<Record<string, string>>;

export interface Progress {
  /** 0..1, if the provider reports it. */
  readonly fraction?: number;
  /** Position in the provider's queue; 0 is next. */
  readonly position?: number;
}

export type Outcome =
  | {
      readonly kind: 'pending';
      readonly job: Job;
      readonly waitMs?: number;
      readonly progress?: Progress;
      readonly usage?: Usage;
    }
  | {
      readonly kind: 'done';
      readonly images: readonly MadePicture[];
      readonly usage?: Usage;
      readonly seed?: number;
      /**
       * Set when the image is here but its actual cost is still being read; resolves `undefined` if
       * the cost can't be determined.
       */
      readonly later?: Promise<Usage | undefined>;
    }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly charge: Charge;
      readonly usage?: Usage;
      /** The provider's own words, at most 200 characters. */
      readonly detail?: string;
      readonly retryAfterMs?: number;
      /**
       * The key or session is no longer valid (401) and is to be forgotten. A 403 alone may only
       * mean that it lacks a permission.
       */
      readonly ended?: true;
      /**
       * The browser may have sent the request more than once by itself, so the price of one image
       * is only the least that may have been charged.
       */
      readonly repeated?: true;
    };

/**
 * What an account can still spend. `usd` and `bought` are US dollars as decimal text, `credits` is
 * the same in the provider's own units. `bought` is the part of it that outlasts the month.
 */
export interface Balance {
  /** Missing while only the amount in credits is known. */
  readonly usd?: string;
  readonly bought?: string;
  readonly credits?: string;
  readonly name?: string;
}

/**
 * What the provider charges today for one of its own units, US dollars as decimal text. `edit`:
 * with reference images.
 */
interface UnitPrice {
  readonly model: string;
  readonly when: 'text' | 'edit';
  readonly amount: string;
  readonly unit: string;
}

/** One entry of the provider's list of charges to a key. `usd` is decimal text. */
export interface ListedCharge {
  readonly id: string;
  readonly usd: string;
}

/** Unit prices, and the name and address of the page they were read from. */
interface UnitPrices {
  readonly name: string;
  readonly url: string;
  readonly prices: readonly UnitPrice[];
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

/** Deadlines in milliseconds. */
export interface Deadlines {
  readonly submit: number;
  readonly submitPicture: number;
  readonly poll: number;
  readonly image: number;
}

export const deadlines: Deadlines = Object.freeze({
  submit: 30_000,
  submitPicture: 120_000,
  poll: 300_000,
  image: 60_000,
});

/** What an image provider receives for one image. */
export interface Ports {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** The reader's key for this provider, if it needs one. Never stored, logged or thrown. */
  readonly key?: string;
  /** The reader's session object for this provider only (Puter's SDK object). */
  readonly providerSession?: unknown;
  /** The URL of the page's relay, or `puter` for Puter's network. */
  readonly relay?: string;
  /** For the sandbox's simulated bank; never for keys. */
  readonly store: TextStore;
  /**
   * Writes the job to the journal. Call and await it as soon as the provider has accepted the job.
   */
  accepted(job: Job, usage?: Usage): Promise<void>;
  /**
   * Writes to the journal what can later show whether the order was charged. Call and await it
   * before the paid request is sent. The job has a field `meter`.
   */
  note?(job: Job): Promise<void>;
  /**
   * Writes to the journal that the order is about to be sent, so that a later visit knows which
   * orders never were. Call and await it as the very last step before the paid request. Rejects if
   * the order must not be sent; nothing was charged then.
   */
  beforeSend?(): Promise<void>;
  progress(progress: Progress): void;
}

/**
 * Generates images. `run` sends the one paid request, only once, then waits until the outcome is
 * `done` or `refused`; only reads are repeated. It resolves outcomes and rejects only with the
 * signal's reason after an abort.
 */
export interface ImageProvider {
  readonly id: string;
  /**
   * True if `run` calls `Ports.beforeSend` itself, as late as possible. For all others the caller
   * does so before `run`.
   */
  readonly callsBeforeSend?: true;
  run(order: PictureOrder, ports: Ports): Promise<Outcome>;
  /**
   * Continues to wait for a job accepted earlier, e.g. before a reload. Sends nothing that costs
   * money.
   */
  resume?(job: Job, ports: Ports): Promise<Outcome>;
  /**
   * Compares the provider's meter with what was noted before an order. Free. `undefined` if the
   * meter can't tell (another account, another month, no report).
   */
  check?(job: Job, ports: Ports): Promise<MeterGrowth | undefined>;
  /**
   * Asks the provider to stop the job. Resolves what that means for the charge, if the provider
   * says so.
   */
  cancel?(job: Job, ports: Ports): Promise<Outcome | undefined>;
  balance?(ports: Ports): Promise<Balance | undefined>;
  prices?(models: readonly string[], ports: Ports): Promise<UnitPrices | undefined>;
}
