import type { Seed } from '../base/seed.js';
import type { Charge, ErrorCode } from '../base/error.js';

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
      readonly seed?: Seed;
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
      /**
       * The provider refused a part of the request that the next one leaves out, so the same press
       * may succeed then.
       */
      readonly leftOut?: true;
      /** Refused by a gate in front of the provider, e.g. one that looks for robots. */
      readonly gated?: true;
      readonly reason?: RefusalReason;
    };

/**
 * Why a request was refused, where that is more than its code says: what the account lacks (`email`,
 * `phone`, `card`: not confirmed; `suspended`; `plan`: a paid plan), or what is wrong with the
 * request (`large-reference`, `empty-prompt`, `retired`: the model is not offered any more).
 */
export type RefusalReason =
  | 'email'
  | 'phone'
  | 'card'
  | 'suspended'
  | 'plan'
  | 'large-reference'
  | 'empty-prompt'
  | 'retired';

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
  /**
   * Set while the provider is asked what an order without a picture cost: its reply was `lost`, or
   * it was `refused`.
   */
  readonly checking?: 'lost' | 'refused';
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
  /**
   * `amount` is an even part of what several pictures were charged together, where nobody can tell
   * what each cost: how many, and the amount of all in the same unit.
   */
  readonly together?: { readonly count: number; readonly amount: string };
}
