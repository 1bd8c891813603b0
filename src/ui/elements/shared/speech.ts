/** Milliseconds of quiet before a change is spoken. */
const calm = 800;

/**
 * What a screen reader is told, politely: nothing at load, and later only what reads differently,
 * once it has come to rest.
 */
export class Speech {
  #said = '';
  #shown: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** For the one `<output role="status">`. */
  get said(): string {
    return this.#said;
  }

  /** Tells what is on show now; `undefined` while that is not known yet. */
  show(text: string | undefined): void {
    if (text === undefined || text === this.#shown) return;
    clearTimeout(this.#timer);
    if (this.#shown !== undefined)
      this.#timer = setTimeout(() => {
        this.#said = text;
        this.#changed();
      }, calm);
    this.#shown = text;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
