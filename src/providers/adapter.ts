import type { Clock } from '../base/clock.js';
import type { Charge, ErrorCode } from '../base/error.js';
import type { TextStore } from '../base/store.js';

/** A reference picture, ready to be sent: size in pixels, bytes in base64 without the `data:` head. */
export interface ReferenceImage {
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly base64: string;
}

/** One picture to be made, which is one paid request. A purchase of four is four orders. Sizes in pixels. */
export interface PictureOrder {
  readonly model: string;
  readonly route?: string;
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
  readonly steps?: number;
  readonly seed?: number;
  readonly references: readonly ReferenceImage[];
  /** What has to be sent along for the quoted price to hold, as the quote says (Puter to Replicate: `output_megapixels`). */
  readonly sends?: Readonly<Record<string, string>>;
  /** A file name under which the provider shall also keep the picture in the reader's own storage there, where it has one. */
  readonly keepAs?: string;
}

/** An HTTP request as data. The key is not in it: `http.ts` adds it, to hosts on the adapter's list only. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** An HTTP reply as data. `body` is the parsed JSON, `undefined` when it was none; header names in lower case, unreadable ones missing. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
  /** The picture itself, where the reply is one instead of JSON. */
  readonly blob?: Blob;
}

/** What the provider says it used, in its own units; pricing turns it into money. `amount` is decimal text. */
export interface Usage {
  readonly unit: 'usd' | 'credits' | 'billable-units' | 'pollen' | 'microcents' | 'image-units';
  readonly amount: string;
  /** The provider's own reason where it gives one, e.g. `reference counted as 2 MP`. */
  readonly note?: string;
}

/** A picture as the provider hands it over: bytes, or an address that may expire. Exactly one of `url`, `base64`, `blob`. */
export interface MadePicture {
  readonly url?: string;
  readonly base64?: string;
  readonly blob?: Blob;
  /** Where the provider keeps it, too, in the reader's own storage. */
  readonly keptAt?: string;
  readonly width?: number;
  readonly height?: number;
}

/** What is needed to ask for an accepted job again after a reload: short ASCII texts, never a key, never the prompt. */
export type Job = Readonly<Record<string, string>>;

export interface Progress {
  /** 0..1 where the provider tells. */
  readonly fraction?: number;
  /** Place in the provider's queue, 0 is next. */
  readonly position?: number;
}

export type Outcome =
  | { readonly kind: 'pending'; readonly job: Job; readonly waitMs?: number; readonly progress?: Progress; readonly usage?: Usage }
  | {
    readonly kind: 'done'; readonly images: readonly MadePicture[]; readonly usage?: Usage; readonly seed?: number;
    /** The picture is here, what it really cost is still being read; resolves `undefined` when that can't be told. */
    readonly later?: Promise<Usage | undefined>;
  }
  | {
    readonly kind: 'refused'; readonly code: ErrorCode; readonly charge: Charge; readonly usage?: Usage;
    /** The provider's own words, at most 200 characters. */
    readonly detail?: string;
    readonly retryAfterMs?: number;
    /** The key or session is no good any more (401), so that it is forgotten. A 403 may only mean that it is not good for this. */
    readonly ended?: true;
  };

export interface Balance {
  /** Decimal text, US dollars. */
  readonly usd: string;
  readonly name?: string;
}

/** What a provider asks for one of its own units today, US dollars as decimal text. `edit`: with reference pictures. */
export interface UnitPrice {
  readonly model: string;
  readonly when: 'text' | 'edit';
  readonly amount: string;
  readonly unit: string;
}

/** Unit prices, and where they were read. */
export interface UnitPrices {
  readonly name: string;
  readonly url: string;
  readonly prices: readonly UnitPrice[];
}

/** A provider over plain HTTP: pure functions, data in and data out. */
export interface Adapter {
  readonly id: string;
  readonly name: string;
  readonly base: string;
  /** The only hosts the key may go to: exact names, or `*.example.com` for a name and all below it. */
  readonly keyHosts: readonly string[];
  /** Most providers' browsers policy is unknown; `no` means it is known to refuse pages of other origins. */
  readonly browsers: 'yes' | 'no' | 'unknown';
  /** `job`: submit answers at once with a job. `picture`: submit answers only with the picture, so it gets the longer deadline. */
  readonly answers: 'job' | 'picture';
  /** True where the provider documents that a 5xx is never billed. */
  readonly freeServerErrors?: boolean;
  /** True for servers that also work without a key. */
  readonly keyOptional?: boolean;
  auth(key: string): Readonly<Record<string, string>>;
  /** @throws UserPaysError `invalid-input` for an order the provider can't be asked for (too many references). */
  submit(order: PictureOrder): Call;
  readSubmit(reply: Reply): Outcome;
  poll?(job: Job): Call;
  /**
   * Reads any reply to a poll. `pending` may hand on another job, where the result waits at another address (fal), and `waitMs: 0`
   * asks for it at once. `unreadable-reply` and 5xx mean: ask again until the deadline. `image-lost` is believed after the third time.
   */
  readPoll?(reply: Reply, job: Job): Outcome;
  cancel?(job: Job): Call;
  /** A free call with the key; also asked before the first purchase to see whether the browser lets pages talk to this host. */
  balance?(): Call;
  readBalance?(reply: Reply): Balance | undefined;
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

export const deadlines: Deadlines = Object.freeze({ submit: 30_000, submitPicture: 120_000, poll: 300_000, image: 60_000 });

/** What a maker is given for one picture. */
export interface Ports {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  /** The reader's key for this provider, if it needs one. Never stored, logged or thrown. */
  readonly key?: string;
  /** What the reader's account hands to this maker alone (Puter's SDK object). */
  readonly agent?: unknown;
  /** A relay's URL, where the page has one. */
  readonly relay?: string;
  /** For the sandbox's own bank; never for keys. */
  readonly store: TextStore;
  /** Call and await at once when the provider accepted the job: it writes the journal line. */
  accepted(job: Job, usage?: Usage): Promise<void>;
  progress(progress: Progress): void;
}

/**
 * Who makes the picture. `run` sends the one paid request, ever, then waits (only reads are repeated) until the outcome is `done` or `refused`.
 * It answers with outcomes and does not throw, except the signal's own reason when it was aborted.
 */
export interface Maker {
  readonly id: string;
  run(order: PictureOrder, ports: Ports): Promise<Outcome>;
  /** Goes on waiting for a job accepted earlier, e.g. before a reload. Sends nothing paid. */
  resume?(job: Job, ports: Ports): Promise<Outcome>;
  /** Asks the provider to stop; tells what that meant for money where the provider says. */
  cancel?(job: Job, ports: Ports): Promise<Outcome | undefined>;
  balance?(ports: Ports): Promise<Balance | undefined>;
  prices?(models: readonly string[], ports: Ports): Promise<UnitPrices | undefined>;
}
