import type { Entry } from '../spending/entry.js';
import type { PictureRun } from './picture-ports.js';

/** A supplier gets ten minutes from Puter and half a minute to clean up; milliseconds. */
const longest = 11 * 60_000;

/**
 * How many other pictures of this picture's account are being made now, in any tab. Puter may keep
 * their price back from the balance until they end. One that was never accepted does not count: it
 * may not have been sent.
 */
export function picturesUnderWay({ purchasePorts, line }: PictureRun): number {
  const { journal, clock } = purchasePorts;
  const mine = journal.entry(line);
  if (!mine) return 0;
  const since = clock.now() - longest;
  return journal
    .entries(since)
    .filter(
      (other) =>
        other.id !== line &&
        other.standing === 'accepted' &&
        other.at >= since &&
        isSameAccount(mine, other),
    ).length;
}

/** Where the account's hash is known of both, it decides. */
function isSameAccount(mine: Entry, other: Entry): boolean {
  const { who } = mine.job ?? {};
  const { who: whose } = other.job ?? {};
  return (
    other.provider === mine.provider &&
    other.simulated === mine.simulated &&
    (who === undefined || whose === undefined || who === whose)
  );
}
