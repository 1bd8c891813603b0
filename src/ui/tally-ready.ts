import { whenHistoryLoaded } from '../spending/has-history.js';

/**
 * Resolves when an element may say what was spent; `undefined` when there is nothing to wait for.
 */
export function tallyReady(): Promise<void> | undefined {
  return whenHistoryLoaded();
}
