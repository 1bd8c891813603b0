import type { KeptPicture, KeptPictures } from '../../../pictures/picture-library.js';

/** The pictures kept in this browser. */
export interface GalleryModel {
  readonly list: readonly KeptPicture[];
  /** How many of them are shown. */
  readonly shown: number;
  /** True while forgetting all waits for a second press. */
  readonly isSure: boolean;
  /** What is looked for in the kept prompts, and the pictures it is found in; all without it. */
  readonly query: string;
  readonly found: readonly KeptPicture[];
  readonly images: ReadonlyMap<string, { readonly blob: Blob; readonly url: string }>;
}

/** The last of them, which stay in view. */
export type StripModel = Pick<GalleryModel, 'list' | 'images'>;

/** Where the pictures are kept, once the code for it is here. */
export interface GalleryPorts {
  readonly pictures: KeptPictures;
  readonly urlOf: (blob: Blob) => string;
}

/** What the gallery shows, and what can be done in it. */
export interface Gallery extends GalleryModel {
  /** Follows the pictures, also what other tabs do, until `release`. */
  follow(): void;
  release(): void;
  showMore(): void;
  /** True at the second press. */
  isSureOfAll(): boolean;
  keepAll(): void;
  pin(id: string, isPinned: boolean): void;
  search(query: string): void;
}

/** The last pictures, which stay in view. */
export interface Strip extends StripModel {
  /** Looks what there is now. */
  refresh(): Promise<void>;
  release(): void;
}
