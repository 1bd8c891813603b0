import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReferenceImage } from '../../providers/adapter.js';

type Host = ReactiveControllerHost & { references: Blob[] };
type Size = { readonly width: number; readonly height: number };

/** Measures reference pictures in the browser, so that they are priced at their real size. */
export class ReferenceController implements ReactiveController {
  readonly #sizes = new WeakMap<Blob, Size | 'unreadable'>();
  readonly #urls = new Map<Blob, string>();
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** One size per reference; `0 × 0` while it is being measured or when it is no picture, which has no price. */
  get sizes(): Size[] {
    return this.#host.references.map((blob) => {
      const size = this.#sizes.get(blob);
      return size && size !== 'unreadable' ? size : { width: 0, height: 0 };
    });
  }

  /** True once it turned out to be no picture. */
  isUnreadable(blob: Blob): boolean {
    return this.#sizes.get(blob) === 'unreadable';
  }

  hostUpdate(): void {
    for (const blob of this.#host.references) {
      if (this.#sizes.has(blob)) continue;
      this.#sizes.set(blob, { width: 0, height: 0 });
      void import('../../pictures/measure.js').then(({ measure }) => measure(blob)).then((size) => {
        this.#sizes.set(blob, size ?? 'unreadable');
        this.#host.requestUpdate();
        // Not loaded: looked at again when the element is next drawn, and without a price until then.
      }, () => void this.#sizes.delete(blob));
    }
  }

  /** An address for the thumbnail, given back when the element leaves the page. */
  urlOf(blob: Blob): string {
    let url = this.#urls.get(blob);
    if (!url) this.#urls.set(blob, url = URL.createObjectURL(blob));
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
    return Promise.all(this.#host.references.map(async (blob, index) => {
      const size = this.sizes[index] ?? { width: 0, height: 0 };
      return { ...size, mediaType: blob.type || 'image/png', base64: await encodeBase64(blob) };
    }));
  }
}
