import { html, nothing } from 'lit';
import { isBusy, type Generation } from '../../../../generation/machine.js';
import type { View, WidgetModel } from '../model.js';

/** After the button's words: how long the provider asked to be left alone. */
export function waitView({ wait, words }: WidgetModel): View {
  const seconds = Math.ceil(wait / 1000);
  return seconds > 0 ? html` <span class="wait">${words.again(String(seconds))}</span>` : nothing;
}

/** Keeps the button from being pressed for as long as a provider asked for. */
export class Waiting {
  #seen: Generation | undefined;
  /** True from the moment the provider asks for a pause until the next press. */
  #hasWaited = false;

  /** Before each render: until when, by the page's clock, if something failed now; else 0. */
  until(generation: Generation, now: number): number {
    const isNew = generation.name !== this.#seen?.name;
    this.#seen = generation;
    // Only what ended now: a widget that comes back to the page must not start waiting anew.
    const wait = isNew ? waitOf(generation) : 0;
    return wait > 0 ? now + Math.min(wait, 3_600_000) : 0;
  }

  /** True once the pause is over, until the next press. */
  isOver({ generation, wait }: WidgetModel): boolean {
    this.#hasWaited = !isBusy(generation) && (this.#hasWaited || wait > 0);
    return this.#hasWaited && wait === 0;
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
