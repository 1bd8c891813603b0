import type { Account, PublicAccount } from '../accounts/account.js';
import { account } from '../accounts/index.js';
import { publicAccount } from '../accounts/public-account.js';
import { defined } from '../base/defined.js';
import { shared } from '../base/shared.js';
import { keptPictures, type KeptPictures } from '../pictures/picture-library.js';
import { look } from '../pictures/look.js';
import { measure } from '../pictures/measure.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { tryShowing } from '../pictures/show.js';
import { decidingPrices } from '../pricing/catalogue/deciding-prices.js';
import { catalogue } from '../pricing/catalogue/index.js';
import { isAmount } from '../pricing/money.js';
import { deadlines, type Deadlines, type ImageProvider } from '../providers/adapter.js';
import { postJson } from '../providers/http.js';
import { readImage } from '../providers/read-image.js';
import { imageProvider } from '../providers/index.js';
import { browserLeases } from '../spending/browser-leases.js';
import type { Entry } from '../spending/entry.js';
import type { Caps } from '../spending/journal-port.js';
import { forAccount, payerMark } from './account-rate.js';
import { readBalance, type BalanceQuestion } from './balance.js';
import { buy, type Running } from './buy.js';
import { pageServices, type PageServices } from './page-services.js';
import { keepsCloudCopy } from './cloud-copy.js';
import { readKeyedPrices } from './keyed-prices.js';
import { askToPersist } from './persist.js';
import { livePrices } from './price-sources.js';
import { isMetered } from './meter.js';
import { permitFor, type Permit } from './permit.js';
import { recover, type Recovery } from './recover.js';
import type { PurchaseOrder, PurchasePorts } from './purchase-ports.js';

/** A widget's settings, reported when the reader first touches it. */
export interface Touch {
  readonly provider: string;
  readonly prices: string;
  readonly endpoint: string | undefined;
  readonly relay: string | undefined;
}

/**
 * What a widget orders. The purchase services decide by the provider which image provider is used,
 * what pays, and whether the money is simulated.
 */
export interface Asked extends Pick<
  PurchaseOrder,
  'quote' | 'permit' | 'prompt' | 'references' | 'signal' | 'sandbox'
> {
  readonly seed: number | undefined;
  readonly relay: string | undefined;
  readonly endpoint: string | undefined;
  /** The prices the widget uses: `live`, `bundled`, or the address of the page's own list. */
  readonly prices: string;
  /** Milliseconds; defaults apply to missing ones. */
  readonly deadlines: Partial<Deadlines>;
  /** The page owner's cap for a session and the account's balance, US dollars as decimal text. */
  readonly budget: string | undefined;
  readonly balance: string | undefined;
}

/**
 * Everything that buys, shared by all widgets and by two copies of the script, so that a key
 * entered once serves both. Every script of the page can reach it, so nothing in it returns a key
 * or spends without the reader's permit. Loaded when the reader first interacts with a widget.
 */
export interface PurchaseServices extends PageServices {
  readonly pictures: KeptPictures;
  readonly urlOf: PurchasePorts['urlOf'];
  /** See `permitFor`. For another copy of the script, whose own permits are not valid here. */
  permit(by?: Event): Permit | undefined;
  /** See `buy`. */
  buy(order: Asked): Promise<Running>;
  account(provider: string, endpoint?: string, relay?: string): PublicAccount;
  /** The reader's first touch: starts the requests that were put off until now. Never rejects. */
  touched(widget: Touch): void;
  /**
   * Recovers what an earlier page load left open, as far as the reader is signed in. Called once
   * the page is idle, when the reader signs in, and when a page is restored. Leaves purchases alone
   * that are running, in this or another tab. Never rejects.
   */
  recover(widget?: Pick<Touch, 'provider' | 'relay'>): Promise<void>;
}

/**
 * How long after sending Puter may still count a request (see `puter-note.ts`), plus a margin,
 * milliseconds.
 */
const followed = 40 * 60_000;

/** The page's purchase services. Created on first use, never at import. */
export function purchaseServices(): PurchaseServices {
  return shared('purchase-services', 1, createPurchaseServices);
}

function createPurchaseServices(): PurchaseServices {
  const front = pageServices();
  const { prices, recovered } = front;
  // Showing a price needs only the deciding prices. Now add the other sources, to compare it with.
  if (prices.get() === decidingPrices) prices.set(catalogue);
  // Check before anything is bought: where a `blob:` address is not allowed, pictures are shown in
  // another way.
  void tryShowing();
  const leases = browserLeases();
  const pictures = keptPictures();
  const accounts = new Map<string, Account>();
  const everyAccount = new Map<string, Account>();
  const faces = new Map<Account, PublicAccount>();
  const relays = new Map<string, string>();
  const waiting = new Set<string>();
  /** Providers for which a widget wants live prices. */
  const liveFor = new Set<string>();

  const accountOf = (provider: string, endpoint = '', relay = ''): Account => {
    const key = `${provider} ${endpoint} ${relay}`;
    const known = accounts.get(key);
    if (known) return known;
    const made = account(provider, {
      known: everyAccount,
      post: postJson,
      ...defined({ endpoint: endpoint || undefined, relay: relay || undefined }),
    });
    accounts.set(key, made);
    let before = made.state.get().status;
    made.state.subscribe(({ status }) => {
      if (status === 'signed-in' && before !== status) {
        void services.recover();
        balanceOf(provider, endpoint, relay || undefined);
        if (liveFor.has(provider)) keyedPricesOf(provider, endpoint, relay || undefined);
      }
      before = status;
    });
    return made;
  };

  const faceOf = (whole: Account): PublicAccount => {
    const face = faces.get(whole) ?? publicAccount(whole);
    faces.set(whole, face);
    return face;
  };
  /**
   * The name of the signed-in account, for a provider with one account for the whole page that gave
   * its name.
   */
  const nameOf = (provider: string): string | undefined => {
    const { status, name } = everyAccount.get(provider)?.state.get() ?? {};
    return status === 'signed-in' ? name : undefined;
  };
  // Extends the charge history that widgets use: only the purchase services know which account
  // would pay.
  Object.assign(front.observed, { forAccount: forAccount(front.store, front.clock, nameOf) });
  const makerOf = (provider: string, endpoint?: string): Promise<ImageProvider> =>
    imageProvider(provider, endpoint ? { endpoint } : {});

  /**
   * The credentials, read at the last moment. They go only into the order and to the image
   * provider.
   */
  const credentials = async (
    provider: string,
    endpoint?: string,
    relay?: string,
  ): Promise<
    Pick<PurchaseOrder, 'imageProvider' | 'key' | 'providerSession' | 'relay' | 'onSessionRefused'>
  > => {
    const payer = accountOf(provider, endpoint, relay);
    const [key, providerSession] = [payer.key(), await payer.providerSession?.()];
    return {
      imageProvider: await makerOf(provider, endpoint),
      onSessionRefused: () => payer.refused(),
      ...defined({ key, providerSession, relay }),
    };
  };

  /** Sends a provider a free request with the reader's key. */
  const ask = (
    work: (question: BalanceQuestion) => Promise<void>,
    provider: string,
    endpoint?: string,
    relay?: string,
  ): void =>
    void makerOf(provider, endpoint).then(
      (made) =>
        work({
          account: accountOf(provider, endpoint, relay),
          imageProvider: made,
          clock: front.clock,
          store: front.store,
          ...defined({ relay }),
        }),
      () => undefined,
    );
  const balanceOf = (provider: string, endpoint?: string, relay?: string): void =>
    ask(readBalance, provider, endpoint, relay);
  const keyedPricesOf = (provider: string, endpoint?: string, relay?: string): void =>
    ask((question) => readKeyedPrices(provider, question, prices), provider, endpoint, relay);

  /** True for an entry that only the provider's meter can decide, and may decide soon. */
  const isFresh = (entry: Entry): boolean =>
    isMetered(entry) && entry.standing === 'in-doubt' && front.clock.now() - entry.at < followed;
  let isFollowing = false;
  /**
   * Repeats recovery while a request that nothing waits for any more may still be charged. Later,
   * recovery runs only when the reader returns.
   */
  const follow = async (): Promise<void> => {
    if (isFollowing) return;
    isFollowing = true;
    for (
      let pause = 1000;
      front.journal.entries(front.clock.now() - followed).some(isFresh);
      pause = Math.min(2 * pause, 60_000)
    ) {
      await front.clock.sleep(pause);
      await services.recover();
    }
    isFollowing = false;
  };

  let lookedAt = -Infinity;

  const purchasePorts: PurchasePorts = {
    clock: front.clock,
    journal: front.journal,
    store: front.store,
    prices,
    measure,
    look,
    readImage,
    lease: (id, work) => leases.hold(id, work),
    urlOf: pictureUrl,
    keep: async (id, { blob, width, height, withheld }, facts) => {
      if (!facts.simulated) askToPersist(front.store);
      if (blob)
        await pictures.keep(blob, {
          id,
          width,
          height,
          ...defined({ withheld: withheld === 'too-large' ? withheld : undefined }),
          ...facts,
        });
    },
  };

  const services: PurchaseServices = {
    ...front,
    pictures,
    urlOf: pictureUrl,
    permit: permitFor,
    buy: async (asked) => {
      await front.journal.ready;
      const {
        quote: order,
        permit,
        prompt,
        references,
        signal,
        sandbox,
        seed,
        endpoint,
        relay,
      } = asked;
      const { provider } = order.request;
      const paying = await credentials(provider, endpoint, relay);
      const name = nameOf(provider);
      const payer = name === undefined ? undefined : payerMark(provider, name);
      const running = await buy(purchasePorts, {
        quote: order,
        prompt,
        references,
        ...paying,
        simulated: false,
        caps: capsOf(asked),
        pricing: { prices: prices.of(asked.prices), observed: front.observed },
        deadlines: { ...deadlines, ...asked.deadlines },
        keepsThere: keepsCloudCopy(front.store, provider),
        ...defined({ permit, signal, sandbox, seed, endpoint, payer }),
      });
      running.done
        .catch(() => undefined)
        .finally(() => {
          balanceOf(provider, endpoint, relay);
          void follow();
        });
      return running;
    },
    account: (provider, endpoint, relay) => faceOf(accountOf(provider, endpoint, relay)),
    touched: ({ provider, prices: from, endpoint, relay }) => {
      if (relay !== undefined) relays.set(provider, relay);
      if (relay === 'puter')
        void accountOf('puter')
          .prepare?.()
          .catch(() => undefined);
      void accountOf(provider, endpoint, relay)
        .prepare?.()
        .catch(() => undefined);
      balanceOf(provider, endpoint, relay);
      // A pointer that moves in and out counts as one touch.
      if (front.clock.elapsed() - lookedAt > 1000) {
        lookedAt = front.clock.elapsed();
        void services.recover().then(follow);
      }
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
  };

  const recovery: Recovery = {
    purchasePorts,
    takeOver: async (id, work) => {
      if ((await leases.tryTakeOver(id, () => work())) || waiting.has(id)) return;
      // A tab, this one or another, holds the lease. Wait for it, in case that tab dies.
      waiting.add(id);
      void leases
        .tryTakeOver(id, () => work(true), true)
        .catch(() => undefined)
        .finally(() => waiting.delete(id));
    },
    isKept: async (line) => (await pictures.blob(line)) !== undefined,
    credentials: async ({ provider }) => {
      const relay = relays.get(provider);
      return accountOf(provider, '', relay).state.get().status === 'signed-in'
        ? credentials(provider, undefined, relay)
        : undefined;
    },
    changed: (picture) =>
      recovered.set([...recovered.get().filter(({ id }) => id !== picture.id), picture]),
  };
  return services;
}

/** The caps in addition to the reader's own, which the journal adds. */
function capsOf({ budget, balance }: Asked): Caps {
  return defined({
    session: budget !== undefined && isAmount(budget) ? budget : undefined,
    balance: balance !== undefined && isAmount(balance) ? balance : undefined,
  });
}
