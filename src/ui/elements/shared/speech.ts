/** Milliseconds of quiet before a change is spoken. */
const calm = 800;

/**
 * What screen readers are told, politely: nothing at load; later only text that changed, once it
 * has stopped changing.
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

  /** Takes the text now shown; `undefined` while it is not known yet. */
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
