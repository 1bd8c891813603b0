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
}
