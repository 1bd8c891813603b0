import type { Found } from '../pictures/reference.js';
import type { Size } from '../pricing/quote-types.js';
import type { ReferenceImage } from '../providers/picture-order.js';

/** Measures the reference pictures, so that they are priced at their real size. */
export class References {
  readonly #found = new WeakMap<Blob, Found>();
  readonly #list: () => readonly Blob[];
  readonly #changed: () => void;

  constructor(list: () => readonly Blob[], changed: () => void) {
    this.#list = list;
    this.#changed = changed;
  }

  /**
   * One per reference; `0 × 0`, which has no price, while it is measured or if it is not a picture.
   */
  get sizes(): Size[] {
    return this.#list().map((blob) => {
      const { width = 0, height = 0 } = this.#found.get(blob) ?? {};
      return { width, height };
    });
  }

  /** The result of the inspection so far. */
  found(blob: Blob): Found | undefined {
    return this.#found.get(blob);
  }

  /** Inspects new references. If the code for it can't be loaded, the next call tries again. */
  measure(): void {
    for (const blob of this.#list()) {
      if (this.#found.has(blob)) continue;
      this.#found.set(blob, { blob, width: 0, height: 0 });
      void import('../pictures/reference.js')
        .then(({ inspect }) => inspect(blob))
        .then(
          (found) => {
            this.#found.set(blob, found);
            this.#changed();
          },
          () => void this.#found.delete(blob),
        );
    }
  }

  /** As an adapter sends them. */
  async encoded(list: readonly Blob[]): Promise<ReferenceImage[]> {
    if (list.length === 0) return [];
    const { encodedReference } = await import('../pictures/encoded-reference.js');
    return Promise.all(list.map((file) => encodedReference(this.#found.get(file) ?? file)));
  }
}
