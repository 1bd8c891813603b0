import type { Clock } from '../base/clock.js';
import type { ListedCharge, Usage } from './adapter.js';

/**
 * How long after the picture its line is looked for, milliseconds between the looks; twenty seconds
 * in all, five where a reader waits for a picture that did not come.
 */
const looks = [500, 1500, 3000, 5000, 10_000];

/** Lines that belong to a purchase of this page already. */
const taken = new Set<string>();
/** Calls that brought a picture in this visit. */
const brought = new Set<string>();

export interface ChargeSearch {
  readonly clock: Clock;
  /** `undefined` when the list can't be read. */
  readonly read: () => Promise<readonly ListedCharge[] | undefined>;
  /** The paid call as text: the same text is the same picture. */
  readonly call: string;
  /**
   * Whether the provider hands out a picture it has made before without charging it again, as it
   * documents.
   */
  readonly isKept: boolean;
}

export interface ChargeFinder {
  /**
   * What a call was charged whose answer did not come; `undefined` when the list doesn't tell.
   * Never rejects.
   */
  withoutPicture(): Promise<Usage | undefined>;
  /**
   * The same after the picture came: when there is no new line, and the very same call brought a
   * picture before, nothing was charged.
   */
  withPicture(): Promise<Usage | undefined>;
}

/**
 * Finds the line of one purchase in a provider's list of what a key was charged: the one that was
 * not there before. Several new ones of
 * different amounts tell nothing. Called before the paid call is sent. `undefined` when the list
 * can't be read.
 */
export async function chargeFinder({
  clock,
  read,
  call,
  isKept,
}: ChargeSearch): Promise<ChargeFinder | undefined> {
  const before = await read();
  if (!before) return undefined;
  const known = new Set(before.map(({ id }) => id));
  let wasRead = false;
  const look = async (): Promise<Usage | undefined> => {
    const lines = await read();
    wasRead ||= lines !== undefined;
    const fresh = (lines ?? []).filter(({ id }) => !known.has(id) && !taken.has(id));
    const [first] = fresh;
    if (!first || fresh.some(({ usd }) => usd !== first.usd)) return undefined;
    taken.add(first.id);
    return { unit: 'usd', amount: first.usd };
  };
  const find = async (times = looks.length): Promise<Usage | undefined> => {
    for (const ms of looks.slice(0, times)) {
      await clock.sleep(ms);
      const usage = await look();
      if (usage) return usage;
    }
    return undefined;
  };
  return {
    withoutPicture: () => find(3).catch(() => undefined),
    withPicture: async () => {
      const isAgain = isKept && brought.has(call);
      brought.add(call);
      const found = await find().catch(() => undefined);
      return (
        found ??
        (isAgain && wasRead
          ? { unit: 'usd', amount: '0', note: 'the same picture again, not charged', again: true }
          : undefined)
      );
    },
  };
}
