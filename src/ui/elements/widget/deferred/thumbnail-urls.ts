import type { CheckoutCore } from '../../../../checkout/core.js';
import { objectUrl } from '../../../../pictures/picture-url.js';
import type { ReferenceModel } from '../model.js';

/** Object URLs of thumbnails, revoked when they or their widget are no longer on show. */
export class ThumbnailUrls {
  readonly #urls = new Map<Blob, string>();

  /** Those of all that are on show now, in their order. */
  of(blobs: readonly Blob[]): readonly string[] {
    for (const blob of this.#urls.keys()) if (!blobs.includes(blob)) this.#drop(blob);
    return blobs.map((blob) => this.#of(blob));
  }

  /** The references with what they are drawn from, their sizes 0 while they are measured. */
  references({ references, settings }: CheckoutCore): readonly ReferenceModel[] {
    const shown = settings.references.map((blob) => references.found(blob)?.blob ?? blob);
    const urls = this.of(shown);
    return settings.references.map((blob, index) => {
      const found = references.found(blob);
      const size = references.sizes[index] ?? { width: 0, height: 0 };
      return { blob, found, size, url: urls[index] ?? '' };
    });
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
