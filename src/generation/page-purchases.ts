import type { Seed } from '../base/seed.js';
import type { AccountSettings } from '../accounts/index.js';
import type { Account } from '../accounts/account.js';
import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { isPolluted } from '../base/polluted.js';
import { look } from '../pictures/look.js';
import { maskFor } from '../pictures/mask.js';
import { measureBought } from '../pictures/measure-bought.js';
import type { KeptPictures } from '../pictures/picture-library.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { compareUsd, isAmount, usd } from '../pricing/money.js';
import { deadlines, type Deadlines, type ImageProvider } from '../providers/image-provider.js';
import { isSafePlace } from '../providers/key-gate.js';
import type { ReferenceImage } from '../providers/picture-order.js';
import { readImage } from '../providers/read-image.js';
import type { Caps } from '../spending/journal-port.js';
import type { Leases } from '../spending/lease.js';
import { payerHash } from './account-rate.js';
import { readBalance, type BalanceQuestion } from './balance.js';
import { buy, type Running } from './buy.js';
import { keepsCloudCopy } from './cloud-copy.js';
import { readKeyedPrices } from './keyed-prices.js';
import { PageAccounts, type AccountName } from './page-accounts.js';
import { forWhoPays } from './paying-account.js';
import { issuePermit, usePermit } from './permit.js';
import { PageRecovery } from './page-recovery.js';
import type { PageServices } from './page-services.js';
import { askToPersist } from './persist.js';
import { livePrices } from './price-sources.js';
import type { BoughtImage } from './purchase.js';
import { keepsPrompts } from './kept-prompts.js';
import { repriced } from './repriced.js';
import { bringCatalogue } from './whole-catalogue.js';
import type { KeptFacts, PurchaseOrder, PurchasePorts } from './purchase-ports.js';

/** A widget's settings, reported when the reader first touches it. */
export interface Touch {
  readonly provider: string;
  readonly prices: string;
  readonly endpoint: string | undefined;
  readonly relay: string | undefined;
  /** The page's own id at the provider; see `AccountSettings`. */
  readonly clientId?: string | undefined;
}

/**
 * What a widget orders. The purchase services decide by the provider which image provider is used,
 * what pays, and whether the money is simulated.
 */
export interface WidgetOrder extends Pick<
  PurchaseOrder,
  'quote' | 'permit' | 'prompt' | 'references' | 'signal' | 'sandbox'
> {
  readonly seed: Seed | undefined;
  readonly relay: string | undefined;
  readonly endpoint: string | undefined;
  readonly clientId?: string | undefined;
  /** White where the first reference may change. */
  readonly mask?: Blob | undefined;
  /** The prices the widget uses: `live`, `bundled`, or the address of the page's own list. */
  readonly prices: string;
  /** Milliseconds; defaults apply to missing ones. */
  readonly deadlines: Partial<Deadlines>;
  /** The page owner's cap for a session and the account's balance, US dollars as decimal text. */
  readonly budget: string | undefined;
  readonly balance: string | undefined;
}

/** What a page's purchases are made with. */
export interface PurchaseParts {
  readonly page: PageServices;
  readonly pictures: KeptPictures;
  readonly leases: Leases;
  readonly account: (provider: string, settings: AccountSettings) => Account;
  readonly imageProvider: (
    provider: string,
    settings: { readonly endpoint?: string },
  ) => Promise<ImageProvider>;
}

/** Everything that buys in one page: accounts, orders, recovery, and what a first touch fetches. */
export class PagePurchases {
  readonly accounts: PageAccounts;
  readonly #parts: PurchaseParts;
  readonly #ports: PurchasePorts;
  readonly #recovery: PageRecovery;
  /** Providers for which a widget wants live prices. */
  readonly #liveFor = new Set<string>();

  constructor(parts: PurchaseParts) {
    this.#parts = parts;
    this.accounts = new PageAccounts({
      account: parts.account,
      imageProvider: parts.imageProvider,
      onSignIn: (name) => this.#signedIn(name),
    });
    this.#ports = this.#purchasePorts();
    this.#recovery = new PageRecovery({
      ...parts,
      accounts: this.accounts,
      purchasePorts: this.#ports,
    });
    // From now on the prices of all widgets follow the account that would pay.
    parts.page.observed.forAccount = forWhoPays(parts.page.store, parts.page.clock, this.accounts);
  }

  async buy(asked: WidgetOrder): Promise<Running> {
    const { page } = this.#parts;
    if (isPolluted()) throw unfit('something put data on Object.prototype');
    if (!asked.quote.total && asked.balance !== undefined && !(Number(asked.balance) > 0))
      throw new UserPaysError('insufficient-funds', { stage: 'account' });
    const { prompt, references, signal, sandbox, seed, endpoint } = asked;
    // Used up at once, so that it is in time however long prices and credentials take to load.
    const isPermitted = usePermit(page.clock, asked.quote.id, asked.permit);
    // The first prices lack most providers, and what is lacking can't be priced.
    await Promise.all([page.journal.ready, bringCatalogue(page.prices)]);
    const pricing = {
      prices: page.prices.of(asked.prices),
      observed: page.observed,
      at: page.clock.now(),
    };
    const { quote, agreed } = repriced(asked.quote, asked, pricing);
    guardRelay({ ...asked, quote });
    const mask = await maskOf({ ...asked, quote });
    const { provider } = quote.request;
    const payee = { provider, endpoint, relay: asked.relay, clientId: asked.clientId };
    const paying = await this.accounts.credentials(payee);
    const name = this.accounts.nameOf(provider);
    const payer = name === undefined ? undefined : payerHash(provider, name);
    const permit = isPermitted ? issuePermit(page.clock, quote.id) : undefined;
    const running = await buy(this.#ports, {
      quote,
      prompt,
      references,
      ...paying,
      simulated: false,
      caps: capsOf({ ...asked, quote }),
      pricing,
      deadlines: { ...deadlines, ...asked.deadlines },
      keepsThere: keepsCloudCopy(page.store, provider),
      ...defined({ permit, signal, sandbox, seed, mask, endpoint, payer, agreed }),
    });
    running.done
      .catch(() => undefined)
      .finally(() => {
        this.#readBalance(payee);
        void this.#recovery.follow();
      });
    return running;
  }

  touched({ provider, prices: from, endpoint, relay, clientId }: Touch): void {
    const name = { provider, endpoint, relay, clientId };
    this.#recovery.use(name);
    if (relay === 'puter') this.#prepare({ provider: 'puter' });
    this.#prepare(name);
    this.#readBalance(name);
    this.#recovery.touched();
    if (from === 'live') {
      this.#liveFor.add(provider);
      this.#readKeyedPrices(name);
    }
    const source = livePrices(provider, from, this.#parts.page.clock);
    if (source) void this.#parts.page.prices.refresh(source.name, source);
  }

  recover(widget?: Pick<Touch, 'provider' | 'relay'>): Promise<void> {
    if (widget) this.#recovery.use(widget);
    return this.#recovery.recover();
  }

  #signedIn(name: AccountName): void {
    void this.recover();
    this.#readBalance(name);
    if (this.#liveFor.has(name.provider)) this.#readKeyedPrices(name);
  }

  #prepare(name: AccountName): void {
    const ready = this.accounts.of(name).prepare?.();
    void ready?.catch(() => undefined);
  }

  #readBalance(name: AccountName): void {
    this.#ask(name, readBalance);
  }

  #readKeyedPrices(name: AccountName): void {
    const { prices } = this.#parts.page;
    this.#ask(name, (question) => readKeyedPrices(name.provider, question, prices));
  }

  /** Sends a provider a free request with the reader's key. */
  #ask(name: AccountName, work: (question: BalanceQuestion) => Promise<void>): void {
    const { clock, store } = this.#parts.page;
    const { relay } = name;
    const account = this.accounts.of(name);
    void this.accounts.provider(name).then(
      (imageProvider) => work({ account, imageProvider, clock, store, ...defined({ relay }) }),
      () => undefined,
    );
  }

  #purchasePorts(): PurchasePorts {
    const { page, leases } = this.#parts;
    return {
      clock: page.clock,
      journal: page.journal,
      store: page.store,
      prices: page.prices,
      measure: measureBought,
      look,
      readImage,
      lease: (id, work) => leases.hold(id, work),
      urlOf: pictureUrl,
      keep: (id, image, facts) => this.#keep(id, image, facts),
    };
  }

  async #keep(id: string, image: BoughtImage, facts: KeptFacts): Promise<void> {
    const { pictures, page } = this.#parts;
    const { blob, width, height, alt } = image;
    const prompt = (keepsPrompts(page.store) && alt) || undefined;
    const withheld = image.withheld === 'unloaded' ? undefined : image.withheld;
    if (!facts.simulated) askToPersist(page.store);
    if (blob)
      await pictures.keep(blob, { id, width, height, ...defined({ withheld, prompt }), ...facts });
  }
}

/**
 * Refuses a page's relay that no key may be sent to. Puter and the sandbox use none.
 *
 * @throws UserPaysError `invalid-input`
 */
function guardRelay({ relay, quote }: WidgetOrder): void {
  const isUsed = relay !== undefined && !quote.simulated && quote.request.provider !== 'puter';
  if (!isUsed || relay === 'puter' || isSafePlace(relay)) return;
  throw unfit('the relay is not https');
}

function unfit(detail: string): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'guard',
    charge: 'none',
    retry: 'never',
    facts: { detail },
  });
}

/**
 * The mask as the model takes it; `undefined` where it takes none.
 *
 * @throws UserPaysError `invalid-input` for a missing one that it needs, or a file that is none
 */
async function maskOf({
  mask,
  quote,
  references,
}: WidgetOrder): Promise<ReferenceImage | undefined> {
  const { mask: changes, needsMask } = quote.traits ?? {};
  const [first] = references;
  if (!changes || !first || (!mask && !needsMask)) return undefined;
  const made = mask && (await maskFor(mask, first, changes));
  if (made) return made;
  throw new UserPaysError('invalid-input', {
    stage: 'quote',
    charge: 'none',
    retry: 'never',
    facts: { detail: mask ? 'the mask is no picture' : 'a mask is needed' },
  });
}

/**
 * The caps in addition to the reader's own, which the journal adds. A balance is no cap where the
 * provider takes the order although it may cost more.
 */
function capsOf({ budget, balance, quote: { holds } }: WidgetOrder): Caps {
  const isCap =
    balance !== undefined &&
    isAmount(balance) &&
    (holds === undefined || compareUsd(usd(balance), usd(holds)) < 0);
  return defined({
    session: budget !== undefined && isAmount(budget) ? budget : undefined,
    balance: isCap ? balance : undefined,
  });
}
