import { aborted } from '../base/abort.js';
import { shared } from '../base/shared.js';

/**
 * Concurrent requests that Puter allows every account: 2 for temporary accounts, 3 for free ones,
 * 20 for paying ones (measured). More are refused with 429.
 */
const most = 2;

/**
 * Waits until this page may send another image request. Resolves a function that releases the slot,
 * or `undefined` if aborted while waiting.
 */
export async function takeSlot(signal: AbortSignal): Promise<(() => void) | undefined> {
  const slots = shared('puter-slots', 1, () => ({ taken: 0, waiting: [] as (() => void)[] }));
  let isTaken = true;
  const release = (): void => {
    if (!isTaken) return;
    isTaken = false;
    const next = slots.waiting.shift();
    if (next) next();
    else slots.taken -= 1;
  };
  if (signal.aborted) return undefined;
  if (slots.taken < most) {
    slots.taken += 1;
    return release;
  }
  let enter: () => void = () => undefined;
  const turn = new Promise<void>((resolve) => {
    enter = resolve;
  });
  slots.waiting.push(enter);
  try {
    await Promise.race([turn, aborted(signal)]);
    return release;
  } catch {
    const place = slots.waiting.indexOf(enter);
    // The slot may have been assigned in the meantime; then it is passed on to the next request.
    if (place < 0) release();
    else slots.waiting.splice(place, 1);
    return undefined;
  }
}
