import type { Account } from '../accounts/account.js';
import { account } from '../accounts/index.js';
import { shared } from '../base/shared.js';
import { keptPictures, type KeptPictures } from '../pictures/keep.js';
import { measure } from '../pictures/measure.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { bundled } from '../pricing/catalogue/bundled.js';
import { catalogue } from '../pricing/catalogue/index.js';
import { isAmount } from '../pricing/money.js';
import type { Maker } from '../providers/adapter.js';
import { postJson, readImage } from '../providers/http.js';
import { maker } from '../providers/index.js';
import { browserLeases } from '../spending/browser-leases.js';
import type { Caps } from '../spending/journal-port.js';
import { readBalance, type BalanceQuestion } from './balance.js';
import { buy, type Running } from './buy.js';
import { counter, type Counter } from './counter.js';
import { readKeyedPrices } from './keyed-prices.js';
import { livePrices } from './price-sources.js';
import { recover, type Recovery } from './recover.js';
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
  account(provider: string, endpoint?: string, relay?: string): Account;
  /** Loads the maker; the same one each time. @throws UserPaysError `invalid-input` for a provider nobody knows. */
  maker(provider: string, endpoint?: string): Promise<Maker>;
  /** The reader's first touch: what costs a request and was left until now. Never rejects. */
  touched(widget: Touch): void;
  /**
   * Takes up what an earlier visit left open, as far as the accounts reach. Called once the page is at rest, whenever the reader signs in,
   * and when a page comes back. A purchase under way, here or in another tab, is left alone. Never rejects.
   */
  recover(widget?: Pick<Touch, 'provider' | 'relay'>): Promise<void>;
  /** The owner's cap and the account's balance, as the journal heeds them beside the reader's own. */
  caps(limits: { owner: string | undefined; balance: string | undefined }): Caps;
}

const createTill = (): Till => {
  const front = counter();
  const { prices, recovered } = front;
  // What other sources say is not needed to see a price, only to judge it.
  if (prices.get() === bundled) prices.set(catalogue);
  const leases = browserLeases();
  const pictures = keptPictures();
  const accounts = new Map<string, Account>();
  const relays = new Map<string, string>();
  const waiting = new Set<string>();
  /** Providers that some widget wants live prices of. */
  const liveFor = new Set<string>();

  const accountOf = (provider: string, endpoint = '', relay = ''): Account => {
    const key = `${provider} ${endpoint} ${relay}`;
    const known = accounts.get(key);
    if (known) return known;
    const made = account(provider, { post: postJson, ...(endpoint ? { endpoint } : {}), ...(relay ? { relay } : {}) });
    accounts.set(key, made);
    let before = made.state.get().status;
    made.state.subscribe(({ status }) => {
      if (status === 'signed-in' && before !== status) {
        void till.recover();
        balanceOf(provider, endpoint, relay || undefined);
        if (liveFor.has(provider)) keyedPricesOf(provider, endpoint, relay || undefined);
      }
      before = status;
    });
    return made;
  };

  /** Asks a provider something free, with the reader's key. */
  const ask = (work: (question: BalanceQuestion) => Promise<void>, provider: string, endpoint?: string, relay?: string): void => void till.maker(provider, endpoint).then(
    (made) => work({ account: accountOf(provider, endpoint, relay), maker: made, clock: front.clock, store: front.store, ...(relay === undefined ? {} : { relay }) }),
    () => undefined,
  );
  const balanceOf = (provider: string, endpoint?: string, relay?: string): void => ask(readBalance, provider, endpoint, relay);
  const keyedPricesOf = (provider: string, endpoint?: string, relay?: string): void => ask((question) => readKeyedPrices(provider, question, prices), provider, endpoint, relay);

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
      if (relay !== undefined) relays.set(provider, relay);
      if (relay === 'puter') void accountOf('puter').prepare?.().catch(() => undefined);
      void accountOf(provider, endpoint, relay).prepare?.().catch(() => undefined);
      balanceOf(provider, endpoint, relay);
      if (from === 'live') {
        liveFor.add(provider);
        keyedPricesOf(provider, endpoint, relay);
      }
      const source = livePrices(provider, from);
      if (source) void prices.refresh(source.name, source);
    },
    recover: (widget) => {
      if (widget?.relay !== undefined) relays.set(widget.provider, widget.relay);
      return recover(recovery).catch(() => undefined);
    },
    caps: ({ owner, balance }) => ({
      ...(owner !== undefined && isAmount(owner) ? { session: owner } : {}),
      ...(balance !== undefined && isAmount(balance) ? { balance } : {}),
    }),
  };

  const recovery: Recovery = {
    shop: till,
    takeOver: async (id, work) => {
      if (await leases.tryTakeOver(id, () => work()) || waiting.has(id)) return;
      // Somebody has it, in this tab or another: should they die over it, this tab is there.
      waiting.add(id);
      void leases.tryTakeOver(id, () => work(true), true).catch(() => undefined).finally(() => waiting.delete(id));
    },
    isKept: async (line) => (await pictures.blob(line)) !== undefined,
    credentials: async ({ provider }) => {
      const payer = accountOf(provider, '', relays.get(provider));
      if (payer.state.get().status !== 'signed-in') return undefined;
      const [key, agent, relay] = [payer.key(), await payer.agent?.(), relays.get(provider)];
      return {
        maker: await maker(provider), onSessionRefused: () => payer.refused(),
        ...(key === undefined ? {} : { key }), ...(agent === undefined ? {} : { agent }), ...(relay === undefined ? {} : { relay }),
      };
    },
    changed: (picture) => recovered.set([...recovered.get().filter(({ id }) => id !== picture.id), picture]),
  };
  return till;
};

/** Made on first use, never at import. */
export const till = (): Till => shared('till', 1, createTill);
