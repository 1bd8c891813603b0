import type { KeptPicture } from '../../../../pictures/picture-library.js';
import { releasePictureUrl } from '../../../../pictures/picture-url.js';
import type { Gallery, GalleryPorts } from '../gallery-model.js';
import { plain, wordsOf } from './plain-text.js';

/** Number of pictures shown at first; the others on request, so that a large gallery opens fast. */
const page = 12;

/**
 * The kept pictures of one widget: follows them, also what other tabs do, as long as they are on
 * show.
 */
export class GalleryState implements Gallery {
  list: readonly KeptPicture[] = [];
  shown = page;
  isSure = false;
  query = '';
  readonly images = new Map<string, { readonly blob: Blob; readonly url: string }>();
  readonly #ports: GalleryPorts;
  readonly #changed: () => void;
  #stop: (() => void) | undefined;
  #turn = 0;

  constructor(ports: GalleryPorts, changed: () => void) {
    this.#ports = ports;
    this.#changed = changed;
  }

  get found(): readonly KeptPicture[] {
    return this.#foundIn(this.list);
  }

  follow(): void {
    if (this.#stop) return;
    this.#stop = this.#ports.pictures.subscribe(() => void this.refresh());
    void this.refresh();
  }

  /** Pictures not displayed have no object URL, which would keep their bytes in memory. */
  release(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#turn += 1;
    this.#drop([...this.images.keys()]);
  }

  search(query: string): void {
    this.query = query;
    this.shown = page;
    this.#changed();
    void this.refresh();
  }

  showMore(): void {
    this.shown += page;
    void this.refresh();
  }

  /** True at the second press. */
  isSureOfAll(): boolean {
    const isSure = this.isSure;
    this.isSure = !isSure;
    this.#changed();
    return isSure;
  }

  keepAll(): void {
    this.isSure = false;
    this.#changed();
  }

  pin(id: string, isPinned: boolean): void {
    void this.#ports.pictures.pin(id, isPinned);
  }

  async refresh(): Promise<void> {
    const turn = (this.#turn += 1);
    const { pictures, urlOf } = this.#ports;
    const list = await pictures.list();
    const missing = this.#foundIn(list)
      .slice(0, this.shown)
      .filter(({ id }) => !this.images.has(id));
    const read = await Promise.all(missing.map(({ id }) => pictures.blob(id)));
    // Released, or asked again meanwhile.
    if (turn !== this.#turn || !this.#stop) return;
    this.#drop([...this.images.keys()].filter((id) => !list.some((kept) => kept.id === id)));
    missing.forEach(({ id }, index) => {
      const blob = read[index];
      if (blob) this.images.set(id, { blob, url: urlOf(blob) });
    });
    this.list = list;
    this.#changed();
  }

  #foundIn(list: readonly KeptPicture[]): readonly KeptPicture[] {
    const words = wordsOf(this.query);
    if (words.length === 0) return list;
    return list.filter(({ prompt = '' }) => {
      const text = plain(prompt);
      return words.every((word) => text.includes(word));
    });
  }

  #drop(ids: readonly string[]): void {
    for (const id of ids) {
      releasePictureUrl(this.images.get(id)?.url ?? '');
      this.images.delete(id);
    }
  }
}
