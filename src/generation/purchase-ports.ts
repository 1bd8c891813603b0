import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import type { Measured } from '../pictures/measure.js';
import type { PriceList } from '../pricing/price-list-types.js';
import type { QuoteOptions } from '../pricing/quote-options.js';
import type { Quote } from '../pricing/quote-types.js';
import type { Deadlines, ImageProvider, ReferenceImage } from '../providers/adapter.js';
import type { Caps, Journal } from '../spending/journal-port.js';
import type { Permit } from './permit.js';
import type { BoughtImage } from './purchase.js';

/** Everything the runner needs from the page it runs in; tests bring their own. */
export interface PurchasePorts {
  readonly clock: Clock;
  readonly journal: Journal;
  /** The sandbox's bank lives here. */
  readonly store: TextStore;
  /**
   * The page's prices as they are now: those read since the reader pressed count for what is
   * reported in units.
   */
  readonly prices?: { get(): PriceList };
  /**
   * Runs `work` while this tab is known to be alive and working on the purchase; other tabs leave
   * its lines alone meanwhile.
   */
  readonly lease: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  /** Keeps a bought picture beyond the provider's address; never throws. */
  readonly keep: (id: string, image: BoughtImage, facts: KeptFacts) => Promise<void>;
  /**
   * Reads a picture's bytes without any key, in `ms` milliseconds; `undefined` when the browser may
   * not.
   * @throws UserPaysError `image-lost` when no picture is there any more, `timed-out`
   */
  readonly readImage: (
    url: string,
    signal: AbortSignal,
    relay?: string,
    ms?: number,
  ) => Promise<Blob | undefined>;
  /**
   * Width and height in pixels, and the type its bytes show; `tooLarge` when it was not decoded for
   * that, `undefined` when it is not a picture.
   */
  readonly measure: (blob: Blob) => Promise<Measured | undefined>;
  /**
   * The same of a picture that may be shown but not read; `undefined` when nothing there can be
   * shown.
   */
  readonly look: (url: string, signal: AbortSignal) => Promise<Measured | undefined>;
  readonly urlOf: (blob: Blob) => string;
}

/** What is remembered beside a kept picture. */
export interface KeptFacts {
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  readonly seed?: number;
  readonly cost?: string;
  readonly simulated: boolean;
  readonly at: number;
  readonly purchase: string;
}

/** What the sandbox is told for this purchase. */
export interface SandboxSetting {
  readonly latency?: number | readonly [number, number];
  readonly fault?: string;
}

/** One press of the button, with everything decided. */
export interface PurchaseOrder {
  readonly quote: Quote;
  readonly pricing?: QuoteOptions;
  readonly prompt: string;
  readonly seed?: number;
  readonly references: readonly ReferenceImage[];
  readonly imageProvider: ImageProvider;
  readonly key?: string;
  /** Whose account pays (see `payerMark`), where the provider told its name. */
  readonly payer?: string;
  readonly providerSession?: unknown;
  readonly relay?: string;
  readonly endpoint?: string;
  readonly caps: Caps;
  /**
   * The reader's act. Nothing is reserved without one that is still good, unless the maker moves no
   * real money.
   */
  readonly permit?: Permit | undefined;
  /** Whether the lines are written as play money. `buy` goes by its maker, whatever stands here. */
  readonly simulated: boolean;
  readonly deadlines: Deadlines;
  readonly sandbox?: SandboxSetting;
  /** Stops the purchase, also before anything is sent: then nothing is. */
  readonly signal?: AbortSignal;
  /** Called when the provider refused the session (401), so that the account can forget it. */
  readonly onSessionRefused?: () => void;
  /** The reader wants the pictures also kept in their own storage at the provider. */
  readonly keepsThere?: boolean;
  /** Pictures asked for at the same time; free Puter accounts allow few. */
  readonly concurrency?: number;
}
