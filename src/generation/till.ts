import type { Account } from '../accounts/account.js';
import { account } from '../accounts/index.js';
import { shared } from '../base/shared.js';
import { keptPictures, type KeptPictures } from '../pictures/keep.js';
import { measure } from '../pictures/measure.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { isAmount } from '../pricing/money.js';
import type { Maker } from '../providers/adapter.js';
import { readImage } from '../providers/http.js';
import { maker } from '../providers/index.js';
import { browserLeases } from '../spending/browser-leases.js';
import type { Caps } from '../spending/journal-port.js';
import { readBalance } from './balance.js';
import { buy, type Running } from './buy.js';
import { counter, type Counter } from './counter.js';
import { livePrices } from './price-sources.js';
import { recover } from './recover.js';
import type { PurchaseOrder, Shop } from './shop.js';

/** What a widget tells the till about itself when the reader first touches it. */
export interface Touch {
  readonly provider: string;
  readonly prices: string;
  readonly endpoint: string | undefined;
  readonly relay: string | undefined;
}

/** The page's one till: everything that buys, shared by all widgets and by two copies of the script. Loaded when the reader first reaches for a widget. */
export interface Till extends Shop, Counter {
  readonly journal: Counter['journal'];
  readonly clock: Counter['clock'];
  readonly store: Counter['store'];
  readonly pictures: KeptPictures;
  /** See `buy`. */
  buy(order: PurchaseOrder): Promise<Running>;
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

const createTill = (): Till => {
  const front = counter();
  const { prices, recovered } = front;
  const leases = browserLeases();
  const pictures = keptPictures();
  const accounts = new Map<string, Account>();

  const accountOf = (provider: string, endpoint = ''): Account => {
    const key = `${provider} ${endpoint}`;
    const known = accounts.get(key);
    if (known) return known;
    const made = account(provider, endpoint ? { endpoint } : {});
    accounts.set(key, made);
    let before = made.state.get().status;
    made.state.subscribe(({ status }) => {
      if (status === 'signed-in' && before !== status) {
        void till.recover();
        balanceOf(provider, endpoint);
      }
      before = status;
    });
    return made;
  };

  const balanceOf = (provider: string, endpoint?: string, relay?: string): void => void till.maker(provider, endpoint).then(
    (made) => readBalance({ account: accountOf(provider, endpoint), maker: made, clock: front.clock, store: front.store, ...(relay === undefined ? {} : { relay }) }),
    () => undefined,
  );

  const till: Till = {
    ...front, pictures, measure,
    buy: async (order) => {
      await front.journal.ready;
      const running = await buy(till, order);
      const { provider } = order.quote.request;
      running.done.catch(() => undefined).finally(() => balanceOf(provider, order.endpoint, order.relay));
      return running;
    },
    lease: (id, work) => leases.hold(id, work),
    readImage,
    urlOf: pictureUrl,
    keep: async (id, { blob, width, height }, facts) => {
      if (blob) await pictures.keep(blob, { id, width, height, ...facts });
    },
    account: accountOf,
    maker: (provider, endpoint) => maker(provider, endpoint ? { endpoint } : {}),
    touched: ({ provider, prices: from, endpoint, relay }) => {
      void accountOf(provider, endpoint).prepare?.().catch(() => undefined);
      balanceOf(provider, endpoint, relay);
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
        return { maker: await maker(provider), ...(key === undefined ? {} : { key }), ...(agent === undefined ? {} : { agent }) };
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
