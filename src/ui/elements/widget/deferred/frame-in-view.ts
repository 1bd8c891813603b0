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
    if (isTheReaders(root)) frame.scrollIntoView({ block: 'nearest', behavior: manner() });
  }
}

/** True for a purchase by the reader's press, which need not leave the focus on the button. */
function isTheReaders(root: ShadowRoot): boolean {
  return root.activeElement !== null || navigator.userActivation?.isActive === true;
}

function manner(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
