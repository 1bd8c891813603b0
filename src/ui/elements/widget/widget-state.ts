import type { Generation } from '../../../generation/machine.js';
import type { Quote } from '../../../pricing/quote-types.js';
import type { DraftPlan } from './deferred/draft-plan.js';
import type { Section } from './action-types.js';

/** What is on show beside the purchase itself: what is open, planned, dealt with. */
export class WidgetState {
  readonly open = new Set<Section>();
  plan: DraftPlan | undefined;
  /** A failure the reader has dealt with. */
  dismissed: Generation | undefined;
  /** The purchase that the page held back: the reader is told until the next press or change. */
  heldBack: Quote | undefined;
  /** Until when the provider asked to be left alone, by the page's clock. */
  retryAt = 0;
  /** True from the reader's first pointer or focus on. */
  isTouched = false;
  #seen: Generation | undefined;

  /**
   * A purchase of which something failed with a time to wait keeps the button from being pressed until
   * then.
   */
  follow(generation: Generation, now: number): void {
    const isNew = generation.name !== this.#seen?.name;
    this.#seen = generation;
    // Only what ended now: a widget that comes back to the page must not start waiting anew.
    const wait = isNew ? waitOf(generation) : 0;
    if (wait > 0) this.retryAt = now + Math.min(wait, 3_600_000);
  }
}

/** Milliseconds to wait, by whatever failed: all of a purchase, or some of its pictures. */
function waitOf(generation: Generation): number {
  const failed =
    generation.name === 'failed'
      ? [generation]
      : generation.name === 'done'
        ? generation.state.pictures
        : [];
  return Math.max(0, ...failed.map(({ error }) => Number(error?.facts.retryAfterMs) || 0));
}
