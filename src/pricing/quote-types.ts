/** Up to so many UTF-16 units a prompt is short: in no script is it more than 1000 tokens. */
export const shortPrompt = 400;

/** The images to be made. Sizes are pixels; `references` are the sizes of the reference images. */
export interface ImageRequest {
  readonly provider: string;
  readonly model: string;
  /**
   * Who serves the model, where a provider has several routes. Missing: the cheapest route that
   * honours the request.
   */
  readonly route?: string;
  readonly width: number;
  readonly height: number;
  /** The number of images, 1 by default. */
  readonly count?: number;
  readonly references?: readonly Size[];
  readonly steps?: number;
  /**
   * What the model offers beside size, names and values as the provider's list spells them, e.g.
   * `{ resolution: '2K' }`. An option left out is the provider's default, priced and sent as such. A
   * name that the model does not have is ignored.
   */
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  /**
   * What one image costs on a self-hosted server, US dollars as decimal text. Other prices ignore
   * it.
   */
  readonly unitPrice?: string;
  /**
   * The prompt. Matters to models that bill its tokens: with more than 400 characters it raises the
   * high end of the price to the most that it can cost. Without it the price is for a short prompt.
   */
  readonly prompt?: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a line counts. Also the key of its label in every language. */
export type LineKey =
  | 'picture'
  | 'run'
  | 'first-megapixel'
  | 'further-megapixels'
  | 'megapixels'
  | 'reference'
  | 'font'
  | 'tiles'
  | 'input-tiles'
  | 'steps'
  | 'area-steps'
  | 'seconds'
  | 'image-tokens'
  | 'prompt-tokens'
  | 'text-tokens'
  | 'self-hosted'
  | 'rounding'
  | 'correction'
  | 'account-rate';

/** Parameters of a request as the provider takes them; JSON. */
export type Sends = Readonly<Record<string, SentValue>>;
export type SentValue =
  string | number | boolean | readonly string[] | { readonly [name: string]: SentValue };

/**
 * One line of the breakdown, for all images together: `amount` = `quantity` × `unitPrice`, all
 * plain decimal text. Amounts are US dollars.
 */
export interface QuoteLine {
  readonly key: LineKey;
  /** In English, including `detail`. */
  readonly label: string;
  /** Tells lines with the same key apart, e.g. `1200×800`. */
  readonly detail?: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/**
 * `live`: read from the provider's own price service. `provider`: the provider's page or
 * repository. `third-party`: anyone else.
 */
export type SourceKind = 'live' | 'provider' | 'third-party';

/** Where a price was read. */
export interface Source {
  readonly name: string;
  /** The page with the quoted words, if its address is known. */
  readonly url?: string;
  /** The day it was read, `YYYY-MM-DD`. */
  readonly readOn: string;
  /** The copy has no date: `readOn` is the earliest day it can be from. */
  readonly undated?: true;
  readonly kind: SourceKind;
  /**
   * The words of the page, verbatim. `''` at an element nobody has touched, for Puter, Black Forest
   * Labs and the sandbox: they come with the whole list.
   */
  readonly says: string;
  /**
   * `page`: from the page's own list, whatever that list claims to be. `charge`: learnt from what
   * this reader was charged before.
   */
  readonly by?: 'page' | 'charge';
}

/** What another source gives for the same request, and why it does not decide. */
export interface Conflict {
  readonly source: Source;
  /** US dollars as decimal text; the high end of a range. */
  readonly total: string;
  /** The low end of a range. */
  readonly low?: string;
  readonly why: string;
}

export interface Hint {
  readonly kind: 'cliff' | 'snap' | 'stale' | 'reference' | 'top-up' | 'charged' | 'rate' | 'usual';
  /** US dollars as decimal text. */
  readonly saving?: string;
  /** In English. `facts` has the values for other languages. */
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
  | 'invalid-option'
  | 'invalid-reference'
  | 'too-many-references'
  | 'needs-reference'
  | 'prompt-too-long'
  | 'unknown-provider'
  | 'unknown-model'
  | 'unknown-route'
  | 'not-hosted'
  | 'no-price'
  | 'bad-price-list';

/** Why there is no price. */
export interface Problem {
  readonly code: ProblemCode;
  /** In English. */
  readonly text: string;
}

/** What a route can do, for comparing routes. */
export interface Traits {
  /**
   * `exact`: makes the pixels asked for. `ratio`: keeps the aspect ratio and chooses the size
   * itself.
   */
  readonly pixels: 'exact' | 'ratio';
  /** The most reference images. */
  readonly references: number;
  readonly seed: boolean;
  /** It takes a mask: the colour in it that marks what of the first reference may change. */
  readonly mask?: 'white' | 'black';
  /** It makes nothing without one. */
  readonly needsMask?: true;
}

/**
 * The price of exactly this request. `total` is `undefined` if the price is unknown; it is never $0
 * instead.
 */
export interface Quote {
  /** Made from the request and the price: the same id means the same request at the same price. */
  readonly id: string;
  /** The request as given, with the chosen route and our own id of the model. */
  readonly request: ImageRequest;
  readonly currency: 'USD';
  /** US dollars as decimal text, for all images together. `low === high` if it is one amount. */
  readonly total: { readonly low: string; readonly high: string } | undefined;
  readonly exactness: 'exact' | 'range' | 'unknown';
  /**
   * What this usually costs the account that would pay, US dollars as decimal text for all images
   * together: the middle one and the greatest of its last charges in this browser, at least two. Only
   * set where the ends of `total` lie far apart, as those of a price by the second do; caps hold
   * `total.high`.
   */
  readonly usual?: { readonly amount: string; readonly greatest: string };
  /**
   * The day the deciding price was read (`YYYY-MM-DD`), only set if the price no longer counts as
   * current. The price is then shown with `≈` and this date, and `exactness` is `range` even if
   * `total` is one amount. Only set if `QuoteOptions.at` is given.
   */
  readonly asOf?: string;
  /** They add up to `total.high`. */
  readonly lines: readonly QuoteLine[];
  /** The first one decided; the others agree. */
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  readonly hints: readonly Hint[];
  /** Set exactly if there is no `total`. */
  readonly problem?: Problem;
  /**
   * Parameters that must be sent with the request for this price to hold, e.g.
   * `{output_megapixels: '2'}`.
   */
  readonly sends?: Sends;
  readonly traits?: Traits;
  /**
   * What the account must hold for the order to be taken, US dollars as decimal text, where the
   * provider asks for less than the most that it may charge.
   */
  readonly holds?: string;
  /** No real money is charged. */
  readonly simulated?: true;
  /** The deciding list says that it costs nothing. */
  readonly free?: true;
}

/** A quote without conflicts and hints: enough to show a price and its receipt. */
export type PricedRequest = Omit<Quote, 'conflicts' | 'hints'>;

/** The same while it is being made, before anybody else has it. */
export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };
