import { aborted } from '../base/abort.js';
import { shared } from '../base/shared.js';

/**
 * Requests Puter takes from one account at a time: 2 from temporary ones, 3 from free ones, 20 from
 * paying ones (measured); more are turned down with 429.
 */
const most = 2;

/**
 * Waits until this page may send another picture's request. Resolves what gives the slot back, or
 * `undefined` when aborted while waiting.
 */
export async function takeSlot(signal: AbortSignal): Promise<(() => void) | undefined> {
  const slots = shared('puter-slots', 1, () => ({ taken: 0, waiting: [] as (() => void)[] }));
  let isTaken = true;
  const giveBack = (): void => {
    if (!isTaken) return;
    isTaken = false;
    const next = slots.waiting.shift();
    if (next) next();
    else slots.taken -= 1;
  };
  if (signal.aborted) return undefined;
  if (slots.taken < most) {
    slots.taken += 1;
    return giveBack;
  }
  let enter: () => void = () => undefined;
  const turn = new Promise<void>((resolve) => {
    enter = resolve;
  });
  slots.waiting.push(enter);
  try {
    await Promise.race([turn, aborted(signal)]);
    return giveBack;
  } catch {
    const place = slots.waiting.indexOf(enter);
    // It may have been handed over at the very moment: then it goes on to the next.
    if (place < 0) giveBack();
    else slots.waiting.splice(place, 1);
    return undefined;
  }
}
