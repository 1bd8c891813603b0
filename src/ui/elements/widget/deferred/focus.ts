/**
 * Keeps the focus in the widget: on the question when one is asked, and on the button when what had
 * it is gone.
 */
export class Focus {
  #held: Element | null = null;
  readonly #root: () => ShadowRoot | null;

  constructor(root: () => ShadowRoot | null) {
    this.#root = root;
  }

  beforeRender(): void {
    this.#held = this.#root()?.activeElement ?? null;
  }

  afterRender(): void {
    const root = this.#root();
    const question = root?.querySelector<HTMLElement>('.confirm');
    if (question && !question.contains(root?.activeElement ?? null)) question.focus();
    if (this.#held && !this.#held.isConnected) this.toButton();
  }

  toButton(): void {
    const root = this.#root();
    const next =
      root?.querySelector<HTMLElement>('.buy:not(:disabled)') ??
      root?.querySelector<HTMLElement>('textarea');
    next?.focus();
  }

  toPrompt(): void {
    const root = this.#root();
    // Somebody who reads or writes elsewhere on the page is left alone.
    if (document.activeElement === document.body || root?.activeElement)
      root?.querySelector<HTMLElement>('[part~=prompt]')?.focus();
  }

  /** To the first of what a selector finds. */
  to(selector: string): void {
    this.#root()?.querySelector<HTMLElement>(selector)?.focus();
  }

  toKeyField(): void {
    this.#root()?.querySelector<HTMLElement>('[name=key]')?.focus();
  }
}
