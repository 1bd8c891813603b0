import type { Generation } from '../../../generation/machine.js';
import type { BoughtImage, PictureState } from '../../../generation/purchase.js';
import type { DraftPlan, PictureToolsModel, Section } from './model.js';

/** Milliseconds for which a word beside a picture's buttons stays, and a first press waits. */
const noteFor = 4000;
const sureFor = 5000;

/** What is on show beside the purchase itself: what is open, planned, dealt with, just said. */
export class WidgetState {
  readonly open = new Set<Section>();
  plan: DraftPlan | undefined;
  /** A failure the reader has dealt with. */
  dismissed: Generation | undefined;
  isDragging = false;
  /** Until when the provider asked to be left alone, by the page's clock. */
  retryAt = 0;
  /** True from the reader's first pointer or focus on. */
  isTouched = false;
  lastPictures: readonly PictureState[] = [];
  readonly unloaded = new WeakSet<BoughtImage>();
  readonly #unfolded = new Set<string>();
  readonly #notes = new Map<string, string>();
  readonly #changed: () => void;
  #seen: Generation | undefined;
  #sure: string | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  toggle(section: Section, open = !this.open.has(section)): void {
    if (open) this.open.add(section);
    else this.open.delete(section);
    this.#changed();
  }

  /** A purchase that failed with a time to wait keeps the button from being pressed until then. */
  follow(generation: Generation, now: number): void {
    if (generation === this.#seen) return;
    this.#seen = generation;
    const wait = generation.name === 'failed' ? Number(generation.error.facts.retryAfterMs) : NaN;
    // Only what failed now: a widget that comes back to the page must not start waiting anew.
    if (wait > 0) this.retryAt = now + Math.min(wait, 3_600_000);
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

  /** True at the second press within a moment. */
  isSure(id: string): boolean {
    if (this.#sure === id) {
      this.#sure = undefined;
      return true;
    }
    this.#sure = id;
    this.#changed();
    setTimeout(() => {
      if (this.#sure === id) this.#sure = undefined;
      this.#changed();
    }, sureFor);
    return false;
  }
}
