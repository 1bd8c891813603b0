import type { Clock } from '../base/clock.js';
import type { ListedCharge } from './adapter.js';
import type { Usage } from './outcome.js';

/**
 * Milliseconds to wait before each read of the list after a paid call. Twenty seconds in total;
 * only the first five if the reader is waiting for an image that did not arrive.
 */
const looks = [500, 1500, 3000, 5000, 10_000];

/** Ids of charges already matched to a purchase of this page. */
const taken = new Set<string>();
/** Digests of calls that returned an image during this visit. The calls may hold megabytes. */
const brought = new Set<string>();

export interface ChargeSearch {
  readonly clock: Clock;
  /** Resolves `undefined` if the list can't be read. */
  readonly read: () => Promise<readonly ListedCharge[] | undefined>;
  /**
   * The paid call as text, if the provider documents that it returns an image it has made before
   * without charging again. The same text means the same image.
   */
  readonly call?: string;
}

export interface ChargeFinder {
  /**
   * What was charged for a call that returned no image; `undefined` if the list can't tell. Never
   * rejects.
   */
  withoutPicture(): Promise<Usage | undefined>;
  /**
   * The same for a call that returned its image. If there is no new charge, and the same call
   * returned an image before, nothing was charged.
   */
  withPicture(): Promise<Usage | undefined>;
}

/**
 * Finds the charge of one purchase in the provider's list of charges to a key: the entry that was
 * not there before. If there are several new entries with different amounts, the charge stays
 * unknown. Call it before the paid call is sent. Resolves `undefined` if the list can't be read.
 */
export async function chargeFinder(search: ChargeSearch): Promise<ChargeFinder | undefined> {
  const before = await search.read();
  return before && new Search(search, before).finder();
}

class Search {
  readonly #search: ChargeSearch;
  /** Ids of the charges from before the paid call. */
  readonly #known: ReadonlySet<string>;
  #wasRead = false;

  constructor(search: ChargeSearch, before: readonly ListedCharge[]) {
    this.#search = search;
    this.#known = new Set(before.map(({ id }) => id));
  }

  finder(): ChargeFinder {
    return {
      withoutPicture: () => this.#find(3).catch(() => undefined),
      withPicture: () => this.#withPicture(),
    };
  }

  async #withPicture(): Promise<Usage | undefined> {
    const digest = await digestOf(this.#search.call).catch(() => undefined);
    const isAgain = digest !== undefined && brought.has(digest);
    if (digest !== undefined) brought.add(digest);
    const found = await this.#find().catch(() => undefined);
    return (
      found ??
      (isAgain && this.#wasRead
        ? { unit: 'usd', amount: '0', note: 'the same picture again, not charged', again: true }
        : undefined)
    );
  }

  async #find(times = looks.length): Promise<Usage | undefined> {
    for (const ms of looks.slice(0, times)) {
      await this.#search.clock.sleep(ms);
      const usage = await this.#look();
      if (usage) return usage;
    }
    return undefined;
  }

  async #look(): Promise<Usage | undefined> {
    const lines = await this.#search.read();
    this.#wasRead ||= lines !== undefined;
    const fresh = (lines ?? []).filter(({ id }) => !this.#known.has(id) && !taken.has(id));
    const [first] = fresh;
    if (!first || fresh.some(({ usd }) => usd !== first.usd)) return undefined;
    taken.add(first.id);
    return { unit: 'usd', amount: first.usd };
  }
}

/**
 * SHA-256, so that another call can't pass for the same one. `undefined` where the page has no
 * `crypto.subtle` (plain http): there an image returned again keeps an unknown charge.
 */
async function digestOf(call: string | undefined): Promise<string | undefined> {
  const { subtle }: { subtle?: SubtleCrypto } = globalThis.crypto;
  if (call === undefined || !subtle) return undefined;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(call)));
  return String.fromCharCode(...bytes);
}
