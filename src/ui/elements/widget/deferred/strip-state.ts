import type { KeptPicture, KeptPictures } from '../../../../pictures/picture-library.js';
import { releasePictureUrl } from '../../../../pictures/picture-url.js';
import type { GalleryPorts, Strip } from '../gallery-model.js';

/** As many as stay in view. */
const most = 6;

/**
 * The last pictures kept here. It has no listener of its own and is told when to look again: an
 * open channel would keep the page out of the browser's back-forward cache.
 */
export class StripState implements Strip {
  list: readonly KeptPicture[] = [];
  readonly images = new Map<string, { readonly blob: Blob; readonly url: string }>();
  readonly #pictures: KeptPictures;
  readonly #urlOf: GalleryPorts['urlOf'];
  readonly #changed: () => void;
  #turn = 0;

  constructor({ pictures, urlOf }: GalleryPorts, changed: () => void) {
    this.#pictures = pictures;
    this.#urlOf = urlOf;
    this.#changed = changed;
  }

  async refresh(): Promise<void> {
    const turn = (this.#turn += 1);
    const list = (await this.#pictures.list()).slice(0, most);
    const missing = list.filter(({ id }) => !this.images.has(id));
    const read = await Promise.all(missing.map(({ id }) => this.#pictures.blob(id)));
    // Released, or asked again meanwhile.
    if (turn !== this.#turn) return;
    this.#drop((id) => !list.some((kept) => kept.id === id));
    missing.forEach(({ id }, index) => {
      const blob = read[index];
      if (blob) this.images.set(id, { blob, url: this.#urlOf(blob) });
    });
    this.list = list;
    this.#changed();
  }

  release(): void {
    this.#turn += 1;
    this.list = [];
    this.#drop(() => true);
  }

  #drop(isGone: (id: string) => boolean): void {
    for (const [id, { url }] of this.images) {
      if (!isGone(id)) continue;
      releasePictureUrl(url);
      this.images.delete(id);
    }
  }
}
