import type { Seed } from '../base/seed.js';
import type { Charge, UserPaysError } from '../base/error.js';
import type { Progress } from '../providers/outcome.js';
import type { ImageRequest, Quote, QuoteLine } from '../pricing/quote-types.js';

/**
 * A bought picture. `blob` is missing where the provider lets no page read the bytes; `url` is then
 * the provider's own and may expire.
 */
export interface BoughtImage {
  readonly blob?: Blob;
  readonly url: string;
  readonly alt: string;
  /** Where the provider also stores it, in the reader's own storage there. */
  readonly keptAt?: string;
  readonly width: number;
  readonly height: number;
  /**
   * Why it is not drawn: more pixels or bytes than a browser is asked to decode, a kind of file that
   * this browser does not show, or an address that showed nothing. The reader owns it all the same.
   */
  readonly withheld?: 'too-large' | 'unshown' | 'unloaded';
}

/** What a purchase cost, US dollars as decimal text. `charged` is missing while it is unknown. */
export interface Receipt {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly route?: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lines: readonly QuoteLine[];
  readonly estimated: string;
  /** The least it can have cost, where the price was a range; `estimated` is the most. */
  readonly low?: string;
  readonly charged?: string;
  readonly charge: Charge;
  readonly basis: 'reported' | 'computed';
  /** Why it differs from the estimate, where the provider says. */
  readonly note?: string;
  /** How often the provider charged the one request, if more than once; `charged` is the total. */
  readonly times?: number;
  /**
   * Set where several pictures were charged one sum and `charged` is an even part of it: how many, and
   * the sum.
   */
  readonly together?: { readonly count: number; readonly charged: string };
  /** The browser may have sent the request twice, so it may have cost more than `estimated`. */
  readonly repeated?: true;
  readonly simulated: boolean;
}

export interface Purchase {
  readonly id: string;
  readonly images: readonly BoughtImage[];
  readonly receipt: Receipt;
}

export type PictureStage = 'waiting' | 'submitting' | 'polling' | 'saving' | 'done' | 'failed';

/** One picture of a running purchase. `id` is its journal entry. */
export interface PictureState {
  readonly id: string;
  readonly name: PictureStage;
  /** When work on it began, epoch milliseconds. */
  readonly since?: number;
  /** True once its request is leaving: from now on it may be charged, and stopping saves nothing. */
  readonly isSent?: true;
  readonly progress?: Progress;
  readonly image?: BoughtImage;
  readonly receipt?: Receipt;
  readonly error?: UserPaysError;
  readonly seed?: Seed;
  /** The options it was asked for with. */
  readonly options?: ImageRequest['options'];
  /** True while the actual charge is still being read. */
  readonly checking?: boolean;
  /**
   * True for a picture whose doubt was ended by the provider's meter; its receipt has the result.
   */
  readonly checked?: true;
}

/** A running purchase, as published to the attached elements. */
export interface PurchaseState {
  readonly id: string;
  readonly quote: Quote;
  readonly prompt: string;
  readonly simulated: boolean;
  readonly pictures: readonly PictureState[];
}
