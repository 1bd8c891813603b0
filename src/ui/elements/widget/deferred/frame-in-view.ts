import type { Section } from '../action-types.js';
import { isBusy, type Generation } from '../../../../generation/machine.js';

/**
 * Brings the place of the first picture to come into view, once for each purchase that the reader
 * began here: on a phone it would stand below the screen.
 */
export class FrameInView {
  #isDone = false;

  /** After each render. */
  follow(root: ShadowRoot | null, generation: Generation): void {
    if (!isBusy(generation)) this.#isDone = false;
    if (this.#isDone || !root || !isBusy(generation)) return;
    const frame = root.querySelector('.prints .frame');
    if (!frame) return;
    this.#isDone = true;
    if (isTheReaders(root)) frame.scrollIntoView?.({ block: 'nearest', behavior: manner() });
  }
}

/** What each section is shown in; the others open dialogs, or beside what opens them. */
const folds: Partial<Record<Section, string>> = {
  about: '.about[part=about]',
  shapes: '#shapes',
  exact: '.exact',
  drafts: '.plan',
  receipt: '.receipt',
  options: '#options',
  details: '.details',
  gallery: '.gallery',
};

/** What a reader does to look elsewhere. */
const looks = ['pointerdown', 'wheel', 'touchmove', 'keydown'] as const;

/**
 * Brings what the reader unfolds to come into view, where it would stand below the screen, and again
 * when parts that arrive late push it down, until the reader does something else.
 */
export class FoldInView {
  readonly #shown = new Set<string>();
  #last: Element | undefined;
  /**
   * What is unfolded may grow by itself: the spending does when its figures come. The simulated
   * documents of unit tests have no such observer.
   */
  readonly #grown =
    typeof ResizeObserver === 'function'
      ? new ResizeObserver(() => this.#last && bringUp(this.#last))
      : undefined;

  /** After each render. */
  follow(root: ShadowRoot | null, open: ReadonlySet<Section>): void {
    for (const [name, selector] of Object.entries(folds)) {
      const fold = open.has(name as Section) ? root?.querySelector(selector) : null;
      if (!fold) this.#shown.delete(name);
      else if (root && !this.#shown.has(name)) {
        this.#shown.add(name);
        if (isTheReaders(root)) this.#hold(fold);
      }
    }
    if (this.#last?.isConnected) bringUp(this.#last);
  }

  #hold(fold: Element): void {
    this.#last = fold;
    this.#grown?.observe(fold);
    const leave = (): void => {
      if (this.#last === fold) this.#last = undefined;
      this.#grown?.unobserve(fold);
      for (const look of looks) removeEventListener(look, leave, true);
    };
    for (const look of looks) addEventListener(look, leave, true);
  }
}

/** Scrolls until all of it is in view; of what is too high for that, its beginning. */
function bringUp(fold: Element): void {
  const { top, bottom, height } = fold.getBoundingClientRect();
  const { innerHeight } = fold.ownerDocument.defaultView ?? window;
  if (bottom <= innerHeight) return;
  const isHigh = height > innerHeight - 80;
  // Nothing moves away from under the finger where enough of it is in view.
  if (!isHigh || top > innerHeight / 2)
    fold.scrollIntoView?.({ block: isHigh ? 'start' : 'nearest', behavior: manner() });
}

/** True for what the reader's press began, which need not leave the focus on the button. */
function isTheReaders(root: ShadowRoot): boolean {
  return root.activeElement !== null || navigator.userActivation?.isActive === true;
}

function manner(): ScrollBehavior {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
