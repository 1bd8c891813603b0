/** The buttons under a picture: what is open, what was just done. */
export interface PictureToolsModel {
  readonly isOpen: boolean;
  /** True while forgetting it waits for a second press. */
  readonly isSure: boolean;
  /** What was last done to it, for a moment. */
  readonly note: string;
}

/** A picture to be shown; `blob` is missing where only its address is known. */
export interface Shown {
  readonly blob?: Blob;
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}
