import { defined } from '../base/defined.js';
import { frozen } from '../base/frozen.js';
import { isBusy, isUnderWay, type Generation } from '../generation/machine.js';
import type { PageServices } from '../generation/page-services.js';
import { usableAct } from '../generation/acts.js';
import { renewPermit } from '../generation/permit.js';
import type { PictureState, Purchase } from '../generation/purchase.js';
import type { Running } from '../generation/buy.js';
import { bringPrices, mayCome } from '../generation/whole-catalogue.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import { quote as quoteOf } from '../pricing/quote.js';
import { bringReading } from '../pricing/readable.js';
import type { Problem, Quote } from '../pricing/quote-types.js';
import { faultsInOrder } from '../providers/sandbox-script.js';
import type { Tally } from '../spending/entry.js';
import type { Attempt } from './attempt.js';
import { requestFrom, type ChoiceSource } from './choices.js';
import type { CheckoutHost, CheckoutServices } from './host.js';
import { LateParts } from './late-parts.js';
import { OfferedChoices } from './offered-choices.js';
import { PaymentAccount } from './payment-account.js';
import { Purchases, type WhyAsk } from './purchases.js';
import { References } from './references.js';
import { canBuy, isForSale, lacksMoney, reasonToAsk, refusalOf, withPrompt } from './refusal.js';
import {
  changedSettings,
  usualSettings,
  warnOfMistake,
  type CheckoutSettings,
  type SettingChanges,
} from './settings.js';
import { TallyWatch } from './tally-watch.js';

export type { CheckoutHost, CheckoutServices } from './host.js';

/** What a reader is offered: a price, and the settings it is for. */
export interface Offer {
  readonly quote: Quote;
  readonly settings: CheckoutSettings;
}

/** Settings that decide what is sent and to whom, beside those named in a quote and the prompt. */
const ordered = ['references', 'mask', 'seed', 'relay', 'endpoint', 'clientId'] as const;

/**
 * One purchase after another at the displayed prices, for any interface: settings in; quote, state,
 * choices, account and tally out. Uses no DOM and no framework.
 */
export class CheckoutCore {
  readonly account: PaymentAccount;
  readonly purchases: Purchases;
  readonly references: References;
  readonly choices: OfferedChoices;
  /** The prompt as the reader typed it last; they know it even if it was not drawn yet. */
  typedPrompt: string | undefined;
  /** Resolves when the prices missing for the request are loaded. */
  pricesComing: Promise<void> | undefined;
  readonly #host: CheckoutHost;
  readonly #from: CheckoutServices;
  readonly #late: LateParts;
  readonly #tallies: TallyWatch;
  readonly #nextFault = faultsInOrder(() => this.#settings.sandbox);
  #settings = usualSettings();
  /** Those of the press: a page may empty its box, or a reader go on typing, before it is sent. */
  #pressed!: CheckoutSettings;
  /** A balance or limit that can't pay for what was pressed: the reader was not asked. */
  #tooLittle: string | undefined;
  #payee: unknown;
  #shown: Quote | undefined;
  #isStale = true;
  #stopPrices: (() => void) | undefined;

  constructor(host: CheckoutHost, services: CheckoutServices) {
    this.#host = host;
    this.#from = services;
    const settings = (): CheckoutSettings => this.#settings;
    const changed = (): void => this.#changed();
    this.#late = new LateParts({
      settings,
      services,
      came: () => host.changed(),
    });
    this.references = new References(() => this.#settings.references, changed);
    this.account = new PaymentAccount({
      settings,
      changed,
      quote: () => this.quote,
      services: () => this.services(),
      loaded: () => this.#late.loaded,
      askForKey: () => host.askForKey(),
    });
    this.choices = new OfferedChoices({
      source: () => this.source,
      quote: () => this.quote,
      payer: () => this.account.state.name,
    });
    this.#tallies = new TallyWatch(
      () => this.page.journal,
      (tally, isNews) => {
        host.changed();
        if (isNews && tally) host.onTally(tally);
      },
    );
    this.purchases = this.#createPurchases(host);
  }

  get page(): PageServices {
    return this.#from.page();
  }

  get settings(): CheckoutSettings {
    return this.#settings;
  }

  /** Sets settings, of whatever type the page gives them in. */
  update(changes: SettingChanges): void {
    if (Object.hasOwn(changes, 'provider')) this.#payee = changes.provider;
    this.#settings = changedSettings(this.#settings, changes, this.#payee);
    this.#changed();
  }

  /** Listens to prices, account, journal and the running purchase, until `disconnect`. */
  connect(): void {
    this.#stopPrices ??= this.page.prices.subscribe(() => this.#pricesChanged());
    this.#pricesChanged();
    this.account.start();
    this.purchases.start();
    this.#tallies.start();
    this.#late.connect();
  }

  /** Removes all listeners. A running purchase goes on. */
  disconnect(): void {
    this.#stopPrices?.();
    this.#stopPrices = undefined;
    this.account.stop();
    this.purchases.stop();
    this.#tallies.stop();
    this.#late.disconnect();
  }

  /** The price of exactly the present settings. */
  get quote(): Quote {
    return this.#shown && !this.#isStale ? this.#shown : this.#currentQuote();
  }

  /** Reports that this quote is now displayed: a press buys at it. */
  show(): Quote {
    this.references.measure();
    const before = this.#shown;
    const quote = this.#currentQuote();
    this.#shown = quote;
    this.#isStale = false;
    this.purchases.compared();
    // Two requests that could not be read may share an id.
    if (quote.id !== before?.id || quote.problem?.text !== before.problem?.text) {
      this.purchases.dispatch({ type: 'quoted', quote: isForSale(quote) ? quote : undefined });
      if (quote.problem) this.#explain(quote.problem);
    }
    return quote;
  }

  get generation(): Generation {
    return this.purchases.state;
  }

  /** The pictures of the displayed purchase, in progress or done. */
  get pictures(): readonly PictureState[] {
    const { generation } = this;
    if (isBusy(generation)) return generation.purchase?.pictures ?? [];
    return ('state' in generation && generation.state?.pictures) || [];
  }

  /** `undefined` until the journal is here: not known yet, which is not zero. */
  get tally(): Tally | undefined {
    return this.#tallies.tally;
  }

  get isOff(): boolean {
    return this.#settings.disabled || this.#host.isOff();
  }

  /** Loads the purchase code. Rejects with `part-missing` if it can't be loaded. */
  services(): Promise<PurchaseServices> {
    return this.#late.services();
  }

  /** The reader's first touch: loads everything that needs a request. */
  touched(): void {
    const settings = this.#settings;
    this.services().then(
      (services) => services.touched(settings),
      () => undefined,
    );
  }

  /** What is on show: the quote last read, and the settings it is for. */
  get offer(): Offer {
    return { quote: this.#shown ?? this.#currentQuote(), settings: this.#settings };
  }

  /**
   * Buys the displayed request. During a purchase it returns that purchase's promise. Real money
   * needs an unused act of the reader: `by` is their own event, if there is one. `offer` is what was
   * on show at that act: by default what is on show now. The reader is asked if it is `null`
   * (unknown) or differs from what would be ordered now, or if the interface says `why`.
   *
   * @throws UserPaysError (as a rejection)
   */
  generate(by?: Event, offer: Offer | null = this.offer, why?: WhyAsk): Promise<Purchase> {
    const { quote } = this.offer;
    const act = usableAct(by);
    const asked = { isOff: this.isOff, settings: this.#settings, quote };
    const refusal = isUnderWay(this.generation) ? undefined : refusalOf(asked, !!act);
    const seen = offer && this.#isStill(offer) ? offer.quote : null;
    if (!refusal) return this.purchases.press(seen, act, why);
    this.#host.onFailure(refusal);
    return Promise.reject(refusal);
  }

  /** The input for the choices and their prices. */
  get source(): ChoiceSource {
    const { clock, prices, observed } = this.page;
    return {
      settings: this.#settings,
      references: this.references.sizes,
      prices: prices.of(this.#settings.prices),
      observed,
      at: clock.now(),
    };
  }

  /** False if something else would be ordered now, for the same price or another. */
  #isStill({ settings }: Offer): boolean {
    const now = this.#settings;
    const isPromptKnown = settings.prompt === now.prompt || now.prompt === this.typedPrompt;
    return isPromptKnown && ordered.every((name) => settings[name] === now[name]);
  }

  #createPurchases(host: CheckoutHost): Purchases {
    return new Purchases({
      clock: () => this.page.clock,
      askBefore: (quote) => {
        const { state } = this.account;
        this.#tooLittle = lacksMoney(quote, state) ? (state.balance ?? state.limit) : undefined;
        return this.#tooLittle ? false : reasonToAsk(quote, this.#settings.confirmOver);
      },
      openAccount: () => {
        this.#pressed = this.#settings;
        return this.account.open();
      },
      // A page may have emptied its box while the reader was asked: nobody pays for no words.
      mayCharge: (quote) =>
        canBuy({ isOff: this.isOff, settings: this.#pressed, quote }) && host.mayCharge(quote),
      buy: (quote, attempt) => this.#buy(quote, attempt),
      currentQuote: () => this.#currentQuote(),
      onState: (generation, before) => {
        host.changed();
        host.onState(generation, before);
      },
      onFailure: (error) => host.onFailure(error),
    });
  }

  /** A provider, model or route missing from the first prices may be among those not loaded yet. */
  #explain({ code, text }: Problem): void {
    const { prices } = this.page;
    if (mayCome(code, prices.get())) this.pricesComing = bringPrices(prices, code);
    else warnOfMistake(code, text);
  }

  #pricesChanged(): void {
    this.#changed();
    bringReading(this.page.prices.get(), () => this.#changed());
  }

  #changed(): void {
    this.#isStale = true;
    this.#host.changed();
  }

  #currentQuote(): Quote {
    const { source } = this;
    const quote = quoteOf(requestFrom(source), source);
    // Pages are handed it, and it is what is bought.
    return frozen(withPrompt(quote, this.#settings.prompt));
  }

  async #buy(quote: Quote, { stop: { signal }, permit }: Attempt): Promise<Running> {
    const settings = this.#pressed;
    const tooLittle = this.#tooLittle;
    const fault = quote.simulated ? this.#nextFault() : undefined;
    const services = await this.services();
    const references = await this.references.encoded(settings.references);
    const account = this.account.state;
    if (permit) renewPermit(this.page.clock, permit);
    return services.buy({
      ...settings,
      budget: this.#settings.budget,
      quote,
      signal,
      // Another copy of the script accepts only its own permits.
      permit: permit && (services.permit(quote.id) ?? permit),
      references,
      balance: quote.simulated ? undefined : (tooLittle ?? account.balance ?? account.limit),
      sandbox: defined({ latency: settings.sandbox.latency, fault }),
    });
  }
}
