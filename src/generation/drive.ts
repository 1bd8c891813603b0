import type { TextStore } from '../base/store.js';

const keyOf = (provider: string): string => `user-pays-image/drive:${provider}`;

/**
 * Whether the reader wants their pictures also kept in their own storage at this provider. Off
 * until they say so, and remembered in this browser.
 */
export const keepsThere = (store: TextStore, provider: string): boolean =>
  store.get(keyOf(provider)) === 'yes';

export const setKeepsThere = (store: TextStore, provider: string, on: boolean): void => {
  if (on) store.set(keyOf(provider), 'yes');
  else store.remove(keyOf(provider));
};
