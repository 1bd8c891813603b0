import { dayMs } from '../base/clock.js';
import type { Entry } from '../spending/entry.js';

/** How long after the purchase a provider may still serve a picture again, milliseconds. */
export const fetchable = 60 * 60_000;

/** How long a provider's meter may still decide, milliseconds: Puter's covers one month. */
export const tellable = 32 * dayMs;

/** What an entry that a crash, a reload or a closed tab left behind still needs. */
export type Unfinished = 'open' | 'in-doubt' | 'perhaps-not-kept';

/**
 * What is left to do for an entry; `undefined` when nothing. `open`: its end was not recorded.
 * `in-doubt`: the provider can be asked again. `perhaps-not-kept`: paid, but only the picture
 * library knows whether its bytes were stored. An entry of a running purchase looks the same; its
 * lease tells them apart.
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
