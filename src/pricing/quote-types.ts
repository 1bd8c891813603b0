/** What is to be made. Sizes in pixels; `references` are the pictures it starts from. */
export interface ImageRequest {
  readonly provider: string;
  readonly model: string;
  /**
   * Who serves it where a provider has several. Left out: the cheapest that honours the request.
   */
  readonly route?: string;
  readonly width: number;
  readonly height: number;
  /** Pictures, 1 when left out. */
  readonly count?: number;
  readonly references?: readonly Size[];
  readonly steps?: number;
  /**
   * What one picture costs on the owner's own server, US dollars as decimal text. Read by
   * self-hosted prices only.
   */
  readonly unitPrice?: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a line counts; the key of its words in every language. */
export type LineKey =
  | 'picture'
  | 'run'
  | 'first-megapixel'
  | 'further-megapixels'
  | 'megapixels'
  | 'reference'
  | 'tiles'
  | 'input-tiles'
  | 'steps'
  | 'area-steps'
  | 'seconds'
  | 'image-tokens'
  | 'prompt-tokens'
  | 'self-hosted'
  | 'rounding'
  | 'correction'
  | 'account-rate';

/**
 * One row of the breakdown: `amount` = `quantity` × `unitPrice`, all plain decimal text in US
 * dollars, for all pictures together.
 */
export interface QuoteLine {
  readonly key: LineKey;
  /** English, with `detail`. */
  readonly label: string;
  /** What sets the row apart from others of its key, e.g. `1200×800`. */
  readonly detail?: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/**
 * `live`: read from the provider's own price service. `provider`: its page or repository.
 * `third-party`: somebody else's words.
 */
export type SourceKind = 'live' | 'provider' | 'third-party';

/** Where a price was read. `says` are its words. */
export interface Source {
  readonly name: string;
  /** The page they stand on, where its address is known. */
  readonly url?: string;
  /** `YYYY-MM-DD` */
  readonly readOn: string;
  /** The copy that was read bears no date: `readOn` is the earliest day it can be from. */
  readonly undated?: true;
  readonly kind: SourceKind;
  readonly says: string;
  /**
   * `page`: the list is the page's own, whatever it says of itself. `charge`: learnt from what this
   * reader was charged before.
   */
  readonly by?: 'page' | 'charge';
}

/** What another source would make of the same request, and why it was not believed. */
export interface Conflict {
  readonly source: Source;
  /** US dollars as decimal text; the high end where it gives a range. */
  readonly total: string;
  /** The low end where it gives a range. */
  readonly low?: string;
  readonly why: string;
}

export interface Hint {
  readonly kind: 'cliff' | 'snap' | 'stale' | 'reference' | 'top-up' | 'charged' | 'rate';
  /** US dollars as decimal text. */
  readonly saving?: string;
  /** English; `facts` carry the same for other languages. */
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
}

export type ProblemCode =
  | 'invalid-size'
  | 'too-small'
  | 'too-large'
  | 'off-grid'
  | 'size-not-offered'
  | 'invalid-count'
  | 'invalid-steps'
  | 'invalid-reference'
  | 'too-many-references'
  | 'needs-reference'
  | 'unknown-provider'
  | 'unknown-model'
  | 'unknown-route'
  | 'not-hosted'
  | 'no-price'
  | 'bad-price-list';

/** Why there is no price. */
export interface Problem {
  readonly code: ProblemCode;
  /** English. */
  readonly text: string;
}

/** What a route can do with a request, for comparing. */
export interface Traits {
  /** `exact`: the pixels asked for. `ratio`: the shape, at a size of its own. */
  readonly pixels: 'exact' | 'ratio';
  /** The most reference pictures. */
  readonly references: number;
  readonly seed: boolean;
}

/**
 * The price of exactly this request. `total` is undefined when it is unknown, which is never $0.
 */
export interface Quote {
  /** Made of the request and the price: the same id is the same request at the same price. */
  readonly id: string;
  /** As asked, with the route that was chosen. */
  readonly request: ImageRequest;
  readonly currency: 'USD';
  /** US dollars as decimal text, all pictures together; `low === high` when exact. */
  readonly total: { readonly low: string; readonly high: string } | undefined;
  readonly exactness: 'exact' | 'range' | 'unknown';
  /**
   * `YYYY-MM-DD`, the day the deciding price was read: there only when that is too long ago to be
   * called today's. The price is then shown
   * with `≈` and this date, and is not `exact`, even where `total` is one amount. Needs to be told
   * the time (`at`).
   */
  readonly asOf?: string;
  /** Adds up to `total.high`. */
  readonly lines: readonly QuoteLine[];
  /** The first decided; the others agree. */
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  readonly hints: readonly Hint[];
  /** Present exactly when there is no total. */
  readonly problem?: Problem;
  /** What has to be sent along for this price to hold, e.g. `{output_megapixels: '2'}`. */
  readonly sends?: Readonly<Record<string, string>>;
  readonly traits?: Traits;
  /** True where no real money moves. */
  readonly simulated?: true;
}

/** A quote without what others say and without advice: enough to show a price and its receipt. */
export type PricedRequest = Omit<Quote, 'conflicts' | 'hints'>;
