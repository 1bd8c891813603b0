import { objectUrl } from '../../../../pictures/picture-url.js';

/** Object URLs of thumbnails, revoked when they or their widget are no longer on show. */
export class ThumbnailUrls {
  readonly #urls = new Map<Blob, string>();

  /** Those of all that are on show now, in their order. */
  of(blobs: readonly Blob[]): readonly string[] {
    for (const blob of this.#urls.keys()) if (!blobs.includes(blob)) this.#drop(blob);
    return blobs.map((blob) => this.#of(blob));
  }

  release(): void {
    for (const blob of this.#urls.keys()) this.#drop(blob);
  }

  #of(blob: Blob): string {
    const url = this.#urls.get(blob) ?? objectUrl(blob);
    this.#urls.set(blob, url);
    return url;
  }

  #drop(blob: Blob): void {
    const url = this.#urls.get(blob);
    if (url) URL.revokeObjectURL(url);
    this.#urls.delete(blob);
  }
}
