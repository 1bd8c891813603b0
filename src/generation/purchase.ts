import type { Charge, UserPaysError } from '../base/error.js';
import type { Progress } from '../providers/adapter.js';
import type { Quote, QuoteLine } from '../pricing/quote-types.js';

/**
 * A bought picture. `blob` is missing where the provider lets no page read its bytes; `url` then is
 * the provider's own and may expire.
 */
export interface BoughtImage {
  readonly blob?: Blob;
  readonly url: string;
  readonly alt: string;
  /** Where the provider keeps it, too, in the reader's own storage there. */
  readonly keptAt?: string;
  readonly width: number;
  readonly height: number;
  /**
   * Why it is not drawn: more pixels, or more bytes, than a browser is asked to take; or its
   * address showed nothing. It is the reader's all the same.
   */
  readonly withheld?: 'too-large' | 'unloaded';
}

/** What a purchase cost, US dollars as decimal text. `charged` is missing while nobody knows. */
export interface Receipt {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lines: readonly QuoteLine[];
  readonly estimated: string;
  readonly charged?: string;
  readonly charge: Charge;
  readonly basis: 'reported' | 'computed';
  /** Why it differs from the estimate, where the provider says. */
  readonly note?: string;
  /**
   * How often the provider charged the one order, where that is more than once; `charged` is all of
   * it.
   */
  readonly times?: number;
  readonly simulated: boolean;
}

export interface Purchase {
  readonly id: string;
  readonly images: readonly BoughtImage[];
  readonly receipt: Receipt;
}

export type PictureStage = 'waiting' | 'submitting' | 'polling' | 'saving' | 'done' | 'failed';

/** One picture of a purchase on its way. `id` is its journal line. */
export interface PictureState {
  readonly id: string;
  readonly name: PictureStage;
  /** Epoch milliseconds at which its request was sent. */
  readonly since?: number;
  readonly progress?: Progress;
  readonly image?: BoughtImage;
  readonly receipt?: Receipt;
  readonly error?: UserPaysError;
  readonly seed?: number;
  /** True while what it really cost is still being read. */
  readonly checking?: boolean;
  /** True for one that was in doubt until the provider's own meter told: its receipt says what. */
  readonly checked?: true;
}

/** A purchase on its way: what the runner publishes, for whichever elements are attached. */
export interface PurchaseState {
  readonly id: string;
  readonly quote: Quote;
  readonly prompt: string;
  readonly simulated: boolean;
  readonly pictures: readonly PictureState[];
}
