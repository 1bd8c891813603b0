import type { TextStore } from '../base/store.js';

/**
 * Whether the reader wants pictures also stored in their own storage at this provider. Off by
 * default, and remembered in this browser.
 */
export function keepsCloudCopy(store: TextStore, provider: string): boolean {
  return store.get(keyOf(provider)) === 'yes';
}

function keyOf(provider: string): string {
  return `user-pays-image/drive:${provider}`;
}

export function setKeepsCloudCopy(store: TextStore, provider: string, on: boolean): void {
  if (on) store.set(keyOf(provider), 'yes');
  else store.remove(keyOf(provider));
}
