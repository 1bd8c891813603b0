import type { TextStore } from '../base/store.js';

const key = 'user-pays-image/prompts';

/**
 * Whether the reader wants prompts kept with their pictures in this browser. Off by default, and
 * remembered in this browser.
 */
export function keepsPrompts(store: TextStore): boolean {
  return store.get(key) === 'yes';
}

export function setKeepsPrompts(store: TextStore, on: boolean): void {
  if (on) store.set(key, 'yes');
  else store.remove(key);
}
