import { shared } from '../base/shared.js';
import { memoryStore, type TextStore } from '../base/store.js';
import { decimals } from './sandbox-prices.js';

/** One simulated charge. `usd` is US dollars as decimal text, `at` is epoch milliseconds. */
interface BankCharge {
  readonly id: string;
  readonly usd: string;
  readonly model: string;
  readonly at: number;
}

/**
 * The sandbox's simulated account as its provider sees it. It is separate from the spending
 * journal, so that the two can be compared. No real money.
 */
export interface Bank {
  /** What is left of the opening balance, US dollars as decimal text. */
  balance(): string;
  /** The sum of all charges, US dollars as decimal text. */
  billed(): string;
  charges(): BankCharge[];
  /** True if the balance covers `tenths` of a US cent. */
  covers(tenths: bigint): boolean;
  /** Records a charge of `tenths` of a US cent; the same id again changes nothing. */
  charge(id: string, tenths: bigint, model: string, at: number): void;
  /** Deletes all charges and so restores the opening balance. */
  reset(): void;
}

const prefix = 'user-pays-sandbox1:';
/** $100 in tenths of a cent. It also limits what the bank can store to some 7000 short entries. */
const opening = 100_000n;
const line = /^(\d{1,9}) (\d{1,15}) ([\w.-]{1,60})$/;

/**
 * The bank, kept in a store. Each charge has its own key that is written once, so two tabs can't
 * overwrite each other's. If two tabs spend the last cents at the same moment, both may succeed. If
 * the browser's storage is blocked, this page's memory is used.
 */
export function bank(store: TextStore): Bank {
  return new StoredBank(store).bank();
}

class StoredBank {
  readonly #store: TextStore;
  readonly #memory: TextStore;
  readonly #places: readonly TextStore[];

  constructor(store: TextStore) {
    this.#store = store;
    this.#memory = shared('sandbox-bank', 1, memoryStore);
    this.#places = [store, this.#memory];
  }

  bank(): Bank {
    return {
      balance: () => decimals(opening - this.#sum(), 3),
      billed: () => decimals(this.#sum(), 3),
      charges: () => this.#charges(),
      covers: (tenths) => this.#sum() + tenths <= opening,
      charge: (id, tenths, model, at) => this.#charge(id, `${tenths} ${at} ${model}`),
      reset: () => this.#reset(),
    };
  }

  #charges(): BankCharge[] {
    return [...this.#all()]
      .map(([id, [, tenths = '0', at, model = '']]) => ({
        id,
        usd: decimals(BigInt(tenths), 3),
        model,
        at: Number(at),
      }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  #charge(id: string, text: string): void {
    if (this.#all().has(id)) return;
    try {
      this.#store.set(prefix + id, text);
    } catch {
      this.#memory.set(prefix + id, text);
    }
  }

  #reset(): void {
    for (const place of this.#places) {
      try {
        for (const key of place.keys()) if (key.startsWith(prefix)) place.remove(key);
      } catch {
        /* nothing to forget */
      }
    }
  }

  #sum(): bigint {
    return [...this.#all().values()].reduce((total, parts) => total + BigInt(parts[1] ?? 0), 0n);
  }

  #all(): Map<string, RegExpExecArray> {
    const found = new Map<string, RegExpExecArray>();
    for (const place of this.#places) {
      try {
        for (const key of place.keys()) {
          const parts = key.startsWith(prefix) && line.exec(place.get(key) ?? '');
          if (parts) found.set(key.slice(prefix.length), parts);
        }
      } catch {
        /* a blocked store holds nothing */
      }
    }
    return found;
  }
}
