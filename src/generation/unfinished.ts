import type { Entry } from '../spending/entry.js';

/** How long after the purchase a provider may still hand out a picture again, milliseconds. */
export const fetchable = 60 * 60_000;

/** How long a provider's meter may still tell, milliseconds: Puter's is of one month. */
export const tellable = 32 * 24 * fetchable;

/** What a line that a crash, a reload or a closed tab may have left behind still needs. */
export type Unfinished = 'open' | 'in-doubt' | 'perhaps-not-kept';

/**
 * What there may be left to do for a line; `undefined` when nothing. `open`: nobody wrote down how
 * it ended. `in-doubt`: the provider can be
 * asked again. `perhaps-not-kept`: paid for, and whether its picture came home only the shelf
 * knows. A line of a purchase that is under
 * way in some tab looks just the same: its lease tells.
 */
export function unfinished(
  { standing, job, at, pictures }: Entry,
  now: number,
): Unfinished | undefined {
  if (standing === 'intent' || standing === 'accepted') return 'open';
  const isMetered = job?.['meter'] !== undefined;
  if (!job || Math.abs(now - at) > (isMetered ? tellable : fetchable)) return undefined;
  if (standing === 'in-doubt') return 'in-doubt';
  if (standing === 'settled' && pictures > 0 && !isMetered) return 'perhaps-not-kept';
  return undefined;
}
