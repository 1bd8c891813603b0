import type { Seed } from '../base/seed.js';
/**
 * One image to generate, which is one paid request: a purchase of four images is four orders. Sizes
 * are in pixels.
 */
export interface PictureOrder {
  readonly model: string;
  readonly route?: string;
  readonly prompt: string;
  readonly width: number;
  readonly height: number;
  readonly steps?: number;
  readonly seed?: Seed;
  readonly references: readonly ReferenceImage[];
  /**
   * The mask: marks the part of the first reference that may change. It has that reference's size
   * and the colours the model expects (see `Traits.mask`).
   */
  readonly mask?: ReferenceImage;
  /**
   * Parameters that must be sent for the quoted price to hold, taken from the quote (at Puter: model
   * id, size and options).
   */
  readonly sends?: Readonly<Record<string, unknown>>;
  /** The provider's price list says that this image is free, so no charge will ever be counted. */
  readonly isFree?: true;
  /** The same by a list that was read some time ago: a report without a charge confirms it. */
  readonly wasFree?: true;
  /** The price is one amount known beforehand, so that the same order always costs the same. */
  readonly isFixed?: true;
  /**
   * File name under which the provider also keeps the image in the reader's own storage, if it offers
   * storage.
   */
  readonly keepAs?: string;
}

/** A reference image, ready to send. Size in pixels; `base64` has no `data:` prefix. */
export interface ReferenceImage {
  readonly width: number;
  readonly height: number;
  readonly mediaType: string;
  readonly base64: string;
}
