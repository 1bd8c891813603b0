import type { TextStore } from '../base/store.js';

/**
 * Whether the reader wants their pictures also kept in their own storage at this provider. Off
 * until they say so, and remembered in this browser.
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
