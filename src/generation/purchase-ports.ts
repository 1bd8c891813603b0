import type { Seed } from '../base/seed.js';
import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import type { Measured } from '../pictures/measure.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { QuoteOptions } from '../pricing/quote-options.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Deadlines, ImageProvider } from '../providers/image-provider.js';
import type { ReferenceImage } from '../providers/picture-order.js';
import type { Caps, Journal } from '../spending/journal-port.js';
import type { Permit } from './permit.js';
import type { BoughtImage } from './purchase.js';

/** What a purchase needs from its page; tests pass their own. */
export interface PurchasePorts {
  readonly clock: Clock;
  readonly journal: Journal;
  /** Holds the sandbox's balance, past charges and account rates. */
  readonly store: TextStore;
  /**
   * The page's current prices. Amounts reported in units are converted with prices read since the
   * press.
   */
  readonly prices?: { get(): PriceList };
  /**
   * Runs `work` while this tab holds the purchase's lease; other tabs leave its entries alone
   * meanwhile.
   */
  readonly lease: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  /** Stores a bought picture beyond the life of the provider's address; never throws. */
  readonly keep: (id: string, image: BoughtImage, facts: KeptFacts) => Promise<void>;
  /**
   * Reads a picture's bytes without any key, within `ms` milliseconds; `undefined` when the browser
   * is not allowed to.
   *
   * @throws UserPaysError `image-lost` when the picture no longer exists, `timed-out`
   */
  readonly readImage: (
    url: string,
    signal: AbortSignal,
    relay?: string,
    ms?: number,
  ) => Promise<Blob | undefined>;
  /**
   * Width and height in pixels, and the type its bytes show. `tooLarge`: it was not decoded for
   * that reason. `undefined`: it is not a picture.
   */
  readonly measure: (blob: Blob) => Promise<Measured | undefined>;
  /**
   * The same for a picture that may be shown but not read; `undefined` when nothing there can be
   * shown.
   */
  readonly look: (url: string, signal: AbortSignal) => Promise<Measured | undefined>;
  readonly urlOf: (blob: Blob) => string;
}

/** What is stored with a kept picture. */
export interface KeptFacts {
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  readonly seed?: Seed;
  readonly cost?: string;
  readonly simulated: boolean;
  readonly at: number;
  readonly purchase: string;
}

interface SandboxSetting {
  readonly latency?: number | readonly [number, number];
  readonly fault?: string;
}

/** One press of the button, with everything decided. */
export interface PurchaseOrder {
  readonly quote: Quote;
  readonly pricing?: QuoteOptions;
  /**
   * What the reader agreed to pay at most for each picture, US dollars as decimal text. So much is
   * reserved even where the price list says less by now.
   */
  readonly agreed?: string;
  readonly prompt: string;
  readonly seed?: Seed;
  readonly references: readonly ReferenceImage[];
  /** As the model takes it. */
  readonly mask?: ReferenceImage;
  readonly imageProvider: ImageProvider;
  readonly key?: string;
  /** Hash of the account that pays (see `payerHash`), where the provider gave its name. */
  readonly payer?: string;
  readonly providerSession?: unknown;
  readonly relay?: string;
  readonly endpoint?: string;
  readonly caps: Caps;
  /**
   * The reader's permit. Nothing is reserved without a valid one, unless the image provider moves
   * no real money.
   */
  readonly permit?: Permit | undefined;
  /**
   * Whether entries are recorded as simulated. `buy` ignores this value and asks the image
   * provider.
   */
  readonly simulated: boolean;
  readonly deadlines: Deadlines;
  readonly sandbox?: SandboxSetting;
  /** Stops the purchase. If aborted before anything is sent, nothing is sent. */
  readonly signal?: AbortSignal;
  /** Called when the provider refused the session (401), so that the account can forget it. */
  readonly onSessionRefused?: () => void;
  /** The reader also wants the pictures in their own storage at the provider. */
  readonly keepsThere?: boolean;
  /** Number of parallel requests; free Puter accounts allow few. */
  readonly concurrency?: number;
}
