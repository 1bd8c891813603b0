import type { Clock } from '../base/clock.js';
import type { Charge, ErrorCode } from '../base/error.js';
import type { TextStore } from '../base/store.js';

/**
 * A reference picture, ready to be sent: size in pixels, bytes in base64 without the `data:` head.
 */
export interface ReferenceImage {
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly base64: string;
}

/**
 * One picture to be made, which is one paid request. A purchase of four is four orders. Sizes in
 * pixels.
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
   * What has to be sent along for the quoted price to hold, as the quote says (Puter to Replicate:
   * `output_megapixels`).
   */
  readonly sends?: Readonly<Record<string, string>>;
  /**
   * A file name under which the provider shall also keep the picture in the reader's own storage
   * there, where it has one.
   */
  readonly keepAs?: string;
}

/**
 * An HTTP request as data. The key is not in it: `http.ts` adds it, to hosts on the adapter's list
 * only.
 */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/**
 * An HTTP reply as data. `body` is the parsed JSON, `undefined` when it was none; header names in
 * lower case, unreadable ones missing.
 */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
  /** The picture itself, where the reply is one instead of JSON. */
  readonly blob?: Blob;
}

/**
 * What the provider says it used, in its own units; pricing turns it into money. `amount` is
 * decimal text.
 */
export interface Usage {
  readonly unit: 'usd' | 'credits' | 'billable-units' | 'pollen' | 'microcents' | 'image-units';
  readonly amount: string;
  /** The provider's own reason where it gives one, e.g. `reference counted as 2 MP`. */
  readonly note?: string;
  /** A picture handed out once more: what it cost says nothing of what a new one costs. */
  readonly again?: true;
  /**
   * How often it was charged, where one order was charged more than once: the amount is all of it.
   */
  readonly times?: number;
}

/**
 * A picture as the provider hands it over: bytes, or an address that may expire. Exactly one of
 * `url`, `base64`, `blob`.
 */
export interface MadePicture {
  readonly url?: string;
  readonly base64?: string;
  readonly blob?: Blob;
  /** Where the provider keeps it, too, in the reader's own storage. */
  readonly keptAt?: string;
  readonly width?: number;
  readonly height?: number;
}

/**
 * What a provider's own meter says of an order since it was noted (see `Ports.note`): sums, never
 * single purchases.
 */
export interface MeterGrowth {
  /** Pictures of this model and way that it counted since then, whoever bought them. */
  readonly purchases: number;
  /** What they cost together; missing where the meter's own unit has no known worth. */
  readonly usage?: Usage;
  /** True once nothing of this order can be counted any more that was not counted by now. */
  readonly isFinal: boolean;
}

/**
 * What is needed to ask for an accepted job again after a reload: short ASCII texts, never a key,
 * never the prompt.
 */
export type Job = Readonly<Record<string, string>>;

export interface Progress {
  /** 0..1 where the provider tells. */
  readonly fraction?: number;
  /** Place in the provider's queue, 0 is next. */
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
       * The picture is here, what it really cost is still being read; resolves `undefined` when
       * that can't be told.
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
       * The key or session is no good any more (401), so that it is forgotten. A 403 may only mean
       * that it is not good for this.
       */
      readonly ended?: true;
      /**
       * The browser may have sent the order more than once by itself: what it costs once is the
       * least that may have been charged.
       */
      readonly repeated?: true;
    };

export interface Balance {
  /** Decimal text, US dollars. */
  readonly usd: string;
  readonly name?: string;
}

/**
 * What a provider asks for one of its own units today, US dollars as decimal text. `edit`: with
 * reference pictures.
 */
export interface UnitPrice {
  readonly model: string;
  readonly when: 'text' | 'edit';
  readonly amount: string;
  readonly unit: string;
}

/** One line of a provider's list of what a key was charged. `usd` is decimal text. */
export interface ListedCharge {
  readonly id: string;
  readonly usd: string;
}

/** Unit prices, and where they were read. */
export interface UnitPrices {
  readonly name: string;
  readonly url: string;
  readonly prices: readonly UnitPrice[];
}

/**
 * What one of a provider's documented refusals means. Whatever is given must be so of the reply.
 */
export interface RefusalRule {
  readonly status?: readonly number[];
  /**
   * Of one of its machine names: `code`, `type`, `error_type` and the like, wherever in the body,
   * or in a header like `x-fal-error-type`.
   */
  readonly named?: RegExp;
  /** Of its words. */
  readonly says?: RegExp;
  /** One of these fields has a value, in the body or in its `error`, `detail` or `metadata`. */
  readonly holds?: readonly string[];
  readonly code: ErrorCode;
  /** Where it is known; else what the status says. */
  readonly charge?: Charge;
  /** The key is good for nothing any more. A 401 ends it unless this says otherwise. */
  readonly ended?: boolean;
}

/** A provider over plain HTTP: pure functions, data in and data out. */
export interface Adapter {
  readonly id: string;
  readonly name: string;
  readonly base: string;
  /**
   * The only hosts the key may go to: exact names, or `*.example.com` for a name and all below it.
   */
  readonly keyHosts: readonly string[];
  /**
   * Most providers' browsers policy is unknown; `no` means it is known to refuse pages of other
   * origins.
   */
  readonly browsers: 'yes' | 'no' | 'unknown';
  /**
   * `job`: submit answers at once with a job. `picture`: submit answers only with the picture, so
   * it gets the longer deadline.
   */
  readonly answers: 'job' | 'picture';
  /** True where the provider documents that a 5xx is never billed. */
  readonly freeServerErrors?: boolean;
  /**
   * Its own refusals, from its documents, first match wins; statuses that mean the same everywhere
   * need no line.
   */
  readonly refusals?: readonly RefusalRule[];
  /** True for servers that also work without a key. */
  readonly keyOptional?: boolean;
  auth(key: string): Readonly<Record<string, string>>;
  /**
   * @throws UserPaysError `invalid-input` for an order the provider can't be asked for (too many
   * references).
   */
  submit(order: PictureOrder): Call;
  /** `order`: what the reply answers, for what only that can tell (which seed was sent). */
  readSubmit(reply: Reply, order?: PictureOrder): Outcome;
  poll?(job: Job): Call;
  /**
   * Reads any reply to a poll. `pending` may hand on another job, where the result waits at another
   * address (fal), and `waitMs: 0`
   * asks for it at once. `unreadable-reply` and 5xx mean: ask again until the deadline.
   * `image-lost` is believed after the third time.
   */
  readPoll?(reply: Reply, job: Job): Outcome;
  cancel?(job: Job): Call;
  /**
   * A free call with the key; also asked before the first purchase to see whether the browser lets
   * pages talk to this host.
   */
  balance?(): Call;
  readBalance?(reply: Reply): Balance | undefined;
  /**
   * A free call with the key for what it was charged lately, where the provider keeps such a list;
   * asked before and after a paid call that tells no cost.
   */
  charges?(): Call;
  /** The lines that an order like this may be in; `undefined` when the reply is no list. */
  readCharges?(reply: Reply, order: PictureOrder): readonly ListedCharge[] | undefined;
  /**
   * True where the provider documents that this very order, sent twice, is billed once. Then, and
   * only then, one whose answer was
   * lost is sent again, once, unchanged; and one that brought its picture before may bring it again
   * without a charge.
   */
  isBilledOnce?(order: PictureOrder): boolean;
  /** A free call with the key for what these models cost today, where the provider tells. */
  prices?(models: readonly string[]): Call;
  readPrices?(reply: Reply): readonly UnitPrice[];
}

/** How long to wait, milliseconds. */
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

/** What a maker is given for one picture. */
export interface Ports {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** The reader's key for this provider, if it needs one. Never stored, logged or thrown. */
  readonly key?: string;
  /** What the reader's account hands to this maker alone (Puter's SDK object). */
  readonly providerSession?: unknown;
  /** A relay's URL, where the page has one. */
  readonly relay?: string;
  /** For the sandbox's own bank; never for keys. */
  readonly store: TextStore;
  /** Call and await at once when the provider accepted the job: it writes the journal line. */
  accepted(job: Job, usage?: Usage): Promise<void>;
  /**
   * Call and await before the paid request is sent, with what can tell afterwards whether it was
   * charged: it writes the journal line. The job has a field `meter`.
   */
  note?(job: Job): Promise<void>;
  /**
   * Call and await right before the paid request is sent, with nothing else left to do: it writes
   * that the order is leaving, so that a later
   * visit knows of every other that it never left. Rejects where the order must not be sent;
   * nothing was charged then.
   */
  beforeSend?(): Promise<void>;
  progress(progress: Progress): void;
}

/**
 * Who makes the picture. `run` sends the one paid request, ever, then waits (only reads are
 * repeated) until the outcome is `done` or `refused`.
 * It answers with outcomes and does not throw, except the signal's own reason when it was aborted.
 */
export interface ImageProvider {
  readonly id: string;
  /**
   * True for one that calls `Ports.beforeSend` by itself, as late as can be. For every other that
   * is done before `run`.
   */
  readonly callsBeforeSend?: true;
  run(order: PictureOrder, ports: Ports): Promise<Outcome>;
  /** Goes on waiting for a job accepted earlier, e.g. before a reload. Sends nothing paid. */
  resume?(job: Job, ports: Ports): Promise<Outcome>;
  /**
   * Compares the provider's own meter with what was noted before an order. Free; `undefined` where
   * that says nothing (another account, another month, no report).
   */
  check?(job: Job, ports: Ports): Promise<MeterGrowth | undefined>;
  /** Asks the provider to stop; tells what that meant for money where the provider says. */
  cancel?(job: Job, ports: Ports): Promise<Outcome | undefined>;
  balance?(ports: Ports): Promise<Balance | undefined>;
  prices?(models: readonly string[], ports: Ports): Promise<UnitPrices | undefined>;
}
