import type { Account } from '../accounts/account.js';
import { account } from '../accounts/index.js';
import { systemClock } from '../base/clock.js';
import { UserPaysError } from '../base/error.js';
import { shared } from '../base/shared.js';
import { memoryStore, observable, type Observable, type TextStore } from '../base/store.js';
import { keptPictures, type KeptPictures } from '../pictures/keep.js';
import { measure } from '../pictures/measure.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { isAmount } from '../pricing/money.js';
import type { Maker } from '../providers/adapter.js';
import { readImage } from '../providers/http.js';
import { makers } from '../providers/index.js';
import { browserJournal, browserLeases } from '../spending/browser-journal.js';
import type { SpendingJournal } from '../spending/journal.js';
import type { Caps } from '../spending/journal-port.js';
import { localTextStore } from '../spending/storage.js';
import { createPriceBook, type PriceBook } from './price-book.js';
import { livePrices } from './price-sources.js';
import type { PictureState } from './purchase.js';
import { recover } from './recover.js';
import type { Shop } from './shop.js';

/** What a widget tells the till about itself when the reader first touches it. */
export interface Touch {
  readonly provider: string;
  readonly prices: string;
  readonly endpoint: string | undefined;
}

/** The page's one till: journal, prices, accounts and makers, shared by all widgets and by two copies of the script. */
export interface Till extends Shop {
  readonly journal: SpendingJournal;
  readonly prices: PriceBook;
  readonly pictures: KeptPictures;
  /** Pictures of purchases that a reload or crash interrupted, as they come back. */
  readonly recovered: Observable<readonly PictureState[]>;
  account(provider: string, endpoint?: string): Account;
  /** Loads the maker; the same one each time. @throws UserPaysError `invalid-input` for a provider nobody knows. */
  maker(provider: string, endpoint?: string): Promise<Maker>;
  /** The reader's first touch: what costs a request and was left until now. Never rejects. */
  touched(widget: Touch): void;
  /** Takes up what an earlier visit left open. Called once the page is at rest, and whenever the reader signs in. */
  recover(): Promise<void>;
  /** The owner's cap and the account's balance, as the journal heeds them beside the reader's own. */
  caps(limits: { owner: string | undefined; balance: string | undefined }): Caps;
}

/** localStorage, and memory for what it refuses: simulated money and cached prices may be forgotten, real money is the journal's business. */
const forgivingStore = (): TextStore => {
  const disk = localTextStore();
  const memory = memoryStore();
  const either = <T>(there: () => T, here: () => T): T => {
    try {
      return there();
    } catch {
      return here();
    }
  };
  return {
    get: (key) => memory.get(key) ?? either(() => disk.get(key), () => null),
    set: (key, value) => either(() => disk.set(key, value), () => memory.set(key, value)),
    remove: (key) => { memory.remove(key); either(() => disk.remove(key), () => undefined); },
    keys: () => [...new Set([...memory.keys(), ...either(() => disk.keys(), () => [])])],
  };
};

const load = async (provider: string, endpoint: string | undefined): Promise<Maker> => {
  const make = Object.hasOwn(makers, provider) ? makers[provider] : undefined;
  if (!make) throw new UserPaysError('invalid-input', { stage: 'guard', charge: 'none', retry: 'never', facts: { detail: `unknown provider ${provider.slice(0, 40)}` } });
  return make(endpoint ? { endpoint } : {});
};

const createTill = (): Till => {
  const clock = systemClock;
  const store = forgivingStore();
  const leases = browserLeases();
  const prices = createPriceBook(clock, store);
  const pictures = keptPictures();
  const recovered = observable<readonly PictureState[]>([]);
  const accounts = new Map<string, Account>();

  const accountOf = (provider: string, endpoint = ''): Account => {
    const key = `${provider} ${endpoint}`;
    const known = accounts.get(key);
    if (known) return known;
    const made = account(provider, endpoint ? { endpoint } : {});
    accounts.set(key, made);
    let before = made.state.get().status;
    made.state.subscribe(({ status }) => {
      if (status === 'signed-in' && before !== status) void till.recover();
      before = status;
    });
    return made;
  };

  const till: Till = {
    clock, store, prices, pictures, recovered, measure,
    journal: browserJournal(),
    lease: (id, work) => leases.hold(id, work),
    readImage,
    urlOf: pictureUrl,
    keep: async (id, { blob, width, height }, facts) => {
      if (blob) await pictures.keep(blob, { id, width, height, ...facts });
    },
    account: accountOf,
    maker: load,
    touched: ({ provider, prices: from, endpoint }) => {
      void accountOf(provider, endpoint).prepare?.().catch(() => undefined);
      const source = livePrices(provider, from);
      if (source) void prices.refresh(source.name, source);
    },
    recover: () => recover({
      shop: till,
      takeOver: (id, work) => leases.tryTakeOver(id, work),
      isKept: async (line) => (await pictures.blob(line)) !== undefined,
      credentials: async ({ provider }) => {
        const payer = accountOf(provider);
        if (payer.state.get().status !== 'signed-in') return undefined;
        const [key, agent] = [payer.key(), await payer.agent?.()];
        return { maker: await load(provider, undefined), ...(key === undefined ? {} : { key }), ...(agent === undefined ? {} : { agent }) };
      },
      changed: (picture) => recovered.set([...recovered.get().filter(({ id }) => id !== picture.id), picture]),
    }).catch(() => undefined),
    caps: ({ owner, balance }) => ({
      ...(owner !== undefined && isAmount(owner) ? { session: owner } : {}),
      ...(balance !== undefined && isAmount(balance) ? { balance } : {}),
    }),
  };
  return till;
};

/** Made on first use, never at import. */
export const till = (): Till => shared('till', 1, createTill);
