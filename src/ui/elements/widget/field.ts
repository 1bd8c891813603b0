/**
 * What the page around an element sees of it beside its events: its place in a form, its states. An
 * engine that knows none of this shows and submits nothing.
 */
export class Field {
  readonly internals: ElementInternals | undefined;
  #own = '';
  #lack = '';
  #anchor: HTMLElement | undefined;

  constructor(element: HTMLElement) {
    try {
      this.internals = element.attachInternals();
    } catch {
      /* an old engine */
    }
  }

  /** What the page holds against it; empty: nothing. */
  setCustomValidity(words: string): void {
    this.#own = words;
    this.#tell();
  }

  /** What is missing for the form to be sent; empty: nothing. The browser says it at `anchor`. */
  lacks(words: string, anchor?: HTMLElement | null): void {
    if (words === this.#lack && anchor === this.#anchor) return;
    this.#lack = words;
    this.#anchor = anchor ?? undefined;
    this.#tell();
  }

  /** Sets the custom states, in the form an engine knows: `busy`, or `--busy` in older ones. */
  show(wanted: readonly string[], names: readonly string[]): void {
    const { states } = this.internals ?? {};
    if (!states) return;
    for (const name of names) {
      if (!wanted.includes(name)) {
        states.delete(name);
        states.delete(`--${name}`);
        continue;
      }
      try {
        states.add(name);
      } catch {
        states.add(`--${name}`);
      }
    }
  }

  #tell(): void {
    // The simulated documents of unit tests know internals, and nothing of validity.
    this.internals?.setValidity?.(
      { customError: this.#own !== '', valueMissing: this.#lack !== '' },
      this.#own || this.#lack,
      this.#anchor,
    );
  }
}
