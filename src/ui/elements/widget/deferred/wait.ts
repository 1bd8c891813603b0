import { html, nothing } from 'lit';
import type { Generation } from '../../../../generation/machine.js';
import type { View, WidgetModel } from '../model.js';
import type { WidgetState } from '../widget-state.js';

/** After the button's words: how long the provider asked to be left alone. */
export function waitView({ wait, words }: WidgetModel): View {
  const seconds = Math.ceil(wait / 1000);
  return seconds > 0 ? html` <span class="wait">${words.again(String(seconds))}</span>` : nothing;
}

/**
 * A purchase of which something failed with a time to wait keeps the button from being pressed until
 * then.
 */
export function followWait(state: WidgetState, generation: Generation, now: number): void {
  const isNew = generation.name !== state.seen?.name;
  state.seen = generation;
  // Only what ended now: a widget that comes back to the page must not start waiting anew.
  const wait = isNew ? waitOf(generation) : 0;
  if (wait > 0) state.retryAt = now + Math.min(wait, 3_600_000);
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
