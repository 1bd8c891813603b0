import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { retirePictureUrl } from '../../../../pictures/picture-url.js';
import type { PictureToolsModel } from '../picture-model.js';

/** Milliseconds for which a message beside a picture's buttons stays. */
const noteFor = 4000;

/**
 * The state of the displayed pictures: open tools, messages, and the pictures of the purchase
 * before.
 */
export class PicturesOnShow {
  #last: readonly PictureState[] = [];
  readonly #unloaded = new WeakSet<BoughtImage>();
  readonly #unfolded = new Set<string>();
  readonly #words = new Map<string, string>();
  readonly #notes = new Map<string, string>();
  readonly #changed: () => void;
  #sure: string | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The pictures of the last purchase, until those of another one come. */
  get last(): readonly PictureState[] {
    return this.#last;
  }

  show(pictures: readonly PictureState[]): void {
    const [first] = pictures;
    if (!first) return;
    if (this.#last[0] && this.#last[0].id !== first.id) retire(this.#last);
    this.#last = pictures;
    for (const { id, image } of pictures) if (image) this.#words.set(id, image.alt);
  }

  /** The prompt of a picture of this visit; it is stored nowhere else. */
  wordsOf(id: string): string {
    return this.#words.get(id) ?? '';
  }

  isUnloaded(image: BoughtImage): boolean {
    return this.#unloaded.has(image);
  }

  /** The picture did not load. */
  failed(image: BoughtImage): void {
    this.#unloaded.add(image);
    this.#changed();
  }

  toolsOf(id: string): PictureToolsModel {
    return {
      isOpen: this.#unfolded.has(id),
      isSure: this.#sure === id,
      note: this.#notes.get(id) ?? '',
    };
  }

  unfold(id: string): void {
    if (!this.#unfolded.delete(id)) this.#unfolded.add(id);
    this.#changed();
  }

  note(id: string, words: string): void {
    this.#notes.set(id, words);
    this.#changed();
    setTimeout(() => {
      if (this.#notes.get(id) === words) this.#notes.delete(id);
      this.#changed();
    }, noteFor);
  }

  /** True at the second press, if the focus stayed on the button. */
  isSure(id: string): boolean {
    if (this.#sure === id) {
      this.#sure = undefined;
      return true;
    }
    this.#sure = id;
    this.#changed();
    return false;
  }

  /** The reader went on without a second press. */
  keep(): void {
    if (this.#sure === undefined) return;
    this.#sure = undefined;
    this.#changed();
  }
}

/** Revokes the object URLs of pictures that are no longer displayed. */
export function retire(pictures: readonly PictureState[]): void {
  for (const { image } of pictures) if (image?.blob) retirePictureUrl(image.blob);
}
