import type { ReactiveController } from 'lit';
import type { Drawn } from './drawn.js';
import type { Found } from '../../pictures/reference.js';
import type { ReferenceImage } from '../../providers/adapter.js';

type Host = Drawn & { references: Blob[] };
type Size = { readonly width: number; readonly height: number };

/** Measures reference pictures in the browser, so that they are priced at their real size. */
export class ReferenceController implements ReactiveController {
  readonly #found = new WeakMap<Blob, Found>();
  readonly #urls = new Map<Blob, string>();
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * One size per reference; `0 × 0` while it is being measured or when it is no picture, which has
   * no price.
   */
  get sizes(): Size[] {
    return this.#host.references.map((blob) => {
      const { width = 0, height = 0 } = this.#found.get(blob) ?? {};
      return { width, height };
    });
  }

  /** What was found in it, as far as it was looked into. */
  found(blob: Blob): Found | undefined {
    return this.#found.get(blob);
  }

  /** True once it turned out to be no picture, or too large a one. */
  isUnreadable(blob: Blob): boolean {
    return Boolean(this.#found.get(blob)?.wrong);
  }

  hostUpdate(): void {
    for (const blob of this.#host.references) {
      if (this.#found.has(blob)) continue;
      this.#found.set(blob, { blob, width: 0, height: 0 });
      void import('../../pictures/reference.js')
        .then(({ inspect }) => inspect(blob))
        .then(
          (found) => {
            this.#found.set(blob, found);
            this.#host.requestUpdate();
            // Not loaded: looked at again when the element is next drawn, and without a price until
            // then.
          },
          () => void this.#found.delete(blob),
        );
    }
  }

  /** An address for the thumbnail, given back when the element leaves the page. */
  urlOf(blob: Blob): string {
    let url = this.#urls.get(blob);
    if (!url)
      this.#urls.set(blob, (url = URL.createObjectURL(this.#found.get(blob)?.blob ?? blob)));
    return url;
  }

  hostDisconnected(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }

  /** The references as an adapter sends them. */
  async encoded(): Promise<ReferenceImage[]> {
    if (this.#host.references.length === 0) return [];
    const { encodeBase64 } = await import('../../pictures/base64.js');
    return Promise.all(
      this.#host.references.map(async (file) => {
        const { blob = file, width = 0, height = 0 } = this.#found.get(file) ?? {};
        return {
          width,
          height,
          mediaType: blob.type || 'image/png',
          base64: await encodeBase64(blob),
        };
      }),
    );
  }
}
