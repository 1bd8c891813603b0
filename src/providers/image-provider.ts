import type { Clock } from '../base/clock.js';
import type { TextStore } from '../base/store.js';
import type { Balance, UnitPrice } from './adapter.js';
import type { Job, Outcome, Progress, Usage } from './outcome.js';
import type { PictureOrder } from './picture-order.js';

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
  /** The largest seed it takes, if that is not 2^53 - 1. */
  readonly mostSeed?: bigint;
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

/** Unit prices, and the name and address of the page they were read from. */
interface UnitPrices {
  readonly name: string;
  readonly url: string;
  readonly prices: readonly UnitPrice[];
}
