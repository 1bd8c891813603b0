/**
 * Keeps the focus in the widget: moves it to a question once, when it is asked, and to something
 * nearby when the focused element disappears. Otherwise it stays where the reader put it.
 */
export class Focus {
  #held: Element | null = null;
  #question: Element | null = null;
  readonly #root: () => ShadowRoot | null;

  constructor(root: () => ShadowRoot | null) {
    this.#root = root;
  }

  beforeRender(): void {
    // Where all was emptied to be drawn anew, what had the focus until then.
    this.#held = focusedIn(this.#root()) ?? this.#held;
  }

  afterRender(): void {
    const root = this.#root();
    const question = root?.querySelector<HTMLElement>('.confirm') ?? null;
    const isNew = question !== null && question !== this.#question;
    this.#question = question;
    const held = this.#held;
    this.#held = null;
    if (isNew && !isTypingElsewhere(root)) return question.focus();
    if (!held || held.isConnected || focusLike(held, root)) return;
    const before = held.closest('.exact') ? root?.querySelector<HTMLElement>(sizes) : null;
    const undo = root?.querySelector<HTMLElement>('.undo:not([hidden]) button');
    if (before ?? undo) (before ?? undo)?.focus();
    else this.toButton();
  }

  /** The button that buys, or the words it waits for. */
  toButton(): void {
    const root = this.#root();
    const prompt = root?.querySelector('textarea');
    const isEmpty = prompt?.value.trim() === '';
    (isEmpty ? prompt : root?.querySelector<HTMLElement>('.buy'))?.focus();
  }

  toPrompt(): void {
    const root = this.#root();
    // Never takes the focus from elsewhere on the page.
    const { activeElement, body } = root?.ownerDocument ?? document;
    if (activeElement === body || root?.activeElement)
      root?.querySelector<HTMLElement>('[part~=prompt]')?.focus();
  }

  /** Moves the focus to the first element that the selector finds. */
  to(selector: string): void {
    this.#root()?.querySelector<HTMLElement>(selector)?.focus();
  }

  toKeyField(): void {
    this.#root()?.querySelector<HTMLElement>('[name=key]')?.focus();
  }
}

/** The element of a shadow root that has the focus. A simulated document (happy-dom) may throw. */
export function focusedIn(root: ShadowRoot | null | undefined): Element | null {
  try {
    return root?.activeElement ?? null;
  } catch {
    return null;
  }
}

/** Moves the focus to what took the place of an element; false if nothing did. */
function focusLike(held: Element, root: ShadowRoot | null | undefined): boolean {
  // A list has many rows of one part.
  const named = `[part="${held.getAttribute('part')}"]`;
  const [twin, another] = root?.querySelectorAll<HTMLElement>(named) ?? [];
  if (!twin || another) return false;
  twin.focus();
  if (isTextArea(held) && isTextArea(twin))
    twin.setSelectionRange(held.selectionStart, held.selectionEnd);
  return true;
}

function isTextArea(element: Element): element is HTMLTextAreaElement {
  return element.localName === 'textarea';
}

const sizes = '[part~="size"]';

/** True while the focus is in a field of the page itself. */
function isTypingElsewhere(root: ShadowRoot | null): boolean {
  let active = (root?.ownerDocument ?? document).activeElement;
  while (active?.shadowRoot?.activeElement && active.shadowRoot !== root)
    active = active.shadowRoot.activeElement;
  return (
    active !== root?.host && active?.matches('input, textarea, select, [contenteditable]') === true
  );
}
