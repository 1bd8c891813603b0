/** Object URLs of thumbnails, revoked when the widget leaves the page. */
export class ThumbnailUrls {
  readonly #urls = new Map<Blob, string>();

  of(blob: Blob): string {
    const known = this.#urls.get(blob);
    if (known !== undefined) return known;
    const url = URL.createObjectURL(blob);
    this.#urls.set(blob, url);
    return url;
  }

  release(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }
}
