import { LitElement, type TemplateResult } from 'lit';
import type { AccountState, Keep } from '../../accounts/account.js';
import { counter, type Counter } from '../../generation/counter.js';
import { expectedMs } from '../../generation/expected.js';
import { isBusy, type Generation } from '../../generation/machine.js';
import type { PictureState, Purchase } from '../../generation/purchase.js';
import { models } from '../../pricing/models.js';
import type { Quote } from '../../pricing/quote-types.js';
import type { deadlines } from '../../providers/adapter.js';
import type { SandboxScript } from '../../providers/sandbox-script.js';
import type { Tally } from '../../spending/entry.js';
import type { StorageHealth } from '../../spending/journal-port.js';
import type { AmountStyle } from '../amount.js';
import { AccountController } from '../controllers/account-controller.js';
import { PurchaseController } from '../controllers/purchase-controller.js';
import { QuoteController } from '../controllers/quote-controller.js';
import { ReferenceController } from '../controllers/reference-controller.js';
import { TallyController } from '../controllers/tally-controller.js';
import { termsFor, type FirstTerms, type Terms } from '../i18n/index.js';
import { widgetStyles } from '../styles/widget.js';
import { attributes, putInOrder, usual } from './widget/attributes.js';
import { deskOf, refusalOf } from './widget/desk.js';
import { widgetKit } from './widget/kit.js';
import { Panel } from './widget/panel.js';
import { tell } from './widget/tell.js';
import { widgetView } from './widget/view.js';

/**
 * Text-to-image that the reader pays for, with the exact price before every click.
 *
 * @attr provider - who makes the picture and is paid, `puter` by default
 * @attr model - catalogue id; the provider’s cheapest adequate one by default
 * @attr models - ids the reader may choose from, separated by spaces; all with a price by default
 * @attr route - who serves it where a provider has several; the cheapest by default
 * @attr size - `WIDTHxHEIGHT` in pixels, `1024x1024` by default
 * @attr sizes - sizes the reader may choose from, `WIDTHxHEIGHT`, separated by spaces
 * @attr count - pictures per purchase, 1 by default
 * @attr max-count - the most a reader may ask for, 4 by default
 * @attr prompt - the text so far
 * @attr seed - an integer
 * @attr budget - the page owner’s cap for a session, US dollars
 * @attr confirm-over - asks before a purchase that may cost more, US dollars, `0.50` by default
 * @attr prices - `live`, `bundled`, or the https address of a price list
 * @attr relay - https address of a relay for providers that refuse browsers, or `puter`
 * @attr endpoint - base address of an OpenAI-compatible server
 * @attr unit-price - what a picture costs on that server, US dollars
 * @attr temporary-account - lets readers without a Puter account go on with a temporary one
 * @attr currency - code of another currency to show amounts in, too
 * @attr rate - how much of it one US dollar is
 * @attr compact - takes less room
 * @attr disabled - nothing can be bought
 * @fires user-pays-quote - the price on show changed; `detail.quote`
 * @fires user-pays-before-charge - cancelable: prevent it and nothing is sent; `detail.quote`, `detail.request`
 * @fires user-pays-state - the purchase moved on; `detail.generation`
 * @fires user-pays-done - pictures are here; `detail.purchase`
 * @fires user-pays-error - `detail.error`
 * @fires user-pays-tally - what was spent changed, in this tab or another; `detail.tally`
 * @slot header - above the prompt: a heading, a word of the page’s own
 * @slot empty - shown where the pictures will stand, while there are none
 * @slot footer - below everything
 * @csspart panel - the whole
 * @csspart prompt - the text area
 * @csspart model - the menu of models
 * @csspart size - the menu of sizes
 * @csspart count - the menu of how many pictures
 * @csspart add-reference - the field that takes pictures to start from
 * @csspart references - the pictures it starts from
 * @csspart price-line - what the price is made of, beside the button; opens the receipt
 * @csspart generate - the button that buys, its price in it
 * @csspart hints - advice about the price
 * @csspart receipt - how the price comes about
 * @csspart breakdown - the receipt’s rows
 * @csspart source - each link to where the price was read
 * @csspart confirm - the question before a dear picture
 * @csspart error - what went wrong, money first
 * @csspart way-out - each button that makes a refused purchase possible
 * @csspart progress - how long it takes
 * @csspart images - the pictures of a purchase
 * @csspart image - each picture
 * @csspart download - the button under a picture that saves it
 * @csspart tally - what was spent
 * @csspart gallery-sheet - the pictures kept in this browser
 * @cssproperty --user-pays-accent - the one accent: the button, the bars, the focus ring
 * @cssproperty --user-pays-ink - text
 * @cssproperty --user-pays-paper - what it is printed on
 * @cssproperty --user-pays-line - rules between the sections
 * @cssproperty --user-pays-radius - corners, `12px`
 * @cssproperty --user-pays-space - room at the sides, `24px`
 * @cssproperty --user-pays-font - the font, the page’s own by default
 */
export class UserPaysImage extends LitElement {
  static override readonly properties = attributes;
  static override readonly styles = widgetStyles;
  static override readonly shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  declare provider: string;
  declare model: string;
  declare models: string;
  declare route: string;
  declare size: string;
  /** Sizes the reader may choose from, space-separated `WIDTHxHEIGHT`; empty: what the model makes. */
  declare sizes: string;
  declare count: number;
  declare maxCount: number;
  declare prompt: string;
  declare references: Blob[];
  declare seed: number | undefined;
  declare budget: string | undefined;
  declare confirmOver: string;
  declare prices: string;
  declare relay: string | undefined;
  declare endpoint: string | undefined;
  declare unitPrice: string;
  /** Puter: a reader without an account may go on with a temporary one. */
  declare temporaryAccount: boolean;
  declare currency: string;
  declare rate: string | undefined;
  declare compact: boolean;
  declare disabled: boolean;
  declare sandbox: SandboxScript;
  declare deadlines: Partial<typeof deadlines>;

  readonly #desk = deskOf(this);
  readonly quotes = new QuoteController(this, this.#desk);
  readonly purchases = new PurchaseController(this, this.#desk);
  readonly tallies = new TallyController(this, () => this.shop.journal, (tally) => tell(this, 'user-pays-tally', { tally }));
  readonly measured = new ReferenceController(this);
  readonly payer = new AccountController(this);
  readonly panel = new Panel(this);
  readonly kit = widgetKit;

  static {
    putInOrder(this.prototype);
  }

  constructor() {
    super();
    Object.assign(this, usual());
    this.addEventListener('pointerenter', this.#touched);
    this.addEventListener('focusin', this.#touched);
  }

  get shop(): Counter {
    return counter();
  }

  /** The price of exactly what the controls say now. */
  get quote(): Quote | undefined {
    return this.quotes.current;
  }

  get generation(): Generation {
    return this.purchases.state;
  }

  get tally(): Tally {
    return this.shop.journal.tally();
  }

  get account(): AccountState {
    return this.payer.state;
  }

  /** How this element writes amounts; `dollars` without the page's second currency. */
  get amounts(): AmountStyle {
    return { language: this.language, currency: this.currency, rate: this.rate };
  }

  get dollars(): AmountStyle {
    return { ...this.amounts, currency: 'USD' };
  }

  /** The pictures of the purchase on show, on their way or done. */
  get pictures(): readonly PictureState[] {
    const { generation } = this;
    const state = isBusy(generation) ? generation.purchase : 'state' in generation ? generation.state : undefined;
    return state?.pictures ?? [];
  }

  /** How many references the model takes at most; another route is taken where one takes more. */
  get mostReferences(): number {
    const { quote } = this;
    const model = this.route ? undefined : models(this.provider, this.shop.prices.get()).find(({ id }) => id === quote?.request.model);
    return model?.references ?? quote?.traits?.references ?? 0;
  }

  get health(): StorageHealth {
    return this.tallies.tally ? this.shop.journal.health() : 'ok';
  }

  expectedMs(quote: Quote): number | undefined {
    return expectedMs(this.shop.journal.times(quote.request.provider, quote.request.model));
  }

  /** The words of the first look, in the language this element is in. */
  get terms(): FirstTerms {
    return this.words;
  }

  /** All the words; for the parts that are fetched together with them. */
  get words(): Terms {
    return termsFor(this.language);
  }

  get language(): string {
    return this.lang || this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
  }

  /**
   * Buys what the button shows. While a purchase is under way, the same promise. Real money needs the reader's act: `by` is their own
   * event, where there is one. @throws UserPaysError (as a rejection).
   */
  generate(by?: Event): Promise<Purchase> {
    const { generation, purchases, quotes: { shown } } = this;
    const refusal = isBusy(generation) || generation.name === 'confirming' ? undefined : refusalOf(this, shown, by);
    if (!refusal) return purchases.press(shown);
    tell(this, 'user-pays-error', { error: refusal });
    return Promise.reject(refusal);
  }

  /** Stops waiting, or says no to what is being asked. What was already sent may still be charged. */
  cancel(): void {
    this.purchases.cancel();
  }

  signIn(): Promise<AccountState> {
    return this.payer.signIn();
  }

  signOut(): void {
    this.payer.signOut();
  }

  /** Takes the reader's key for this provider, shared by the page's widgets; a 401 forgets it. */
  setKey(key: string, options: { keep: Keep }): Promise<AccountState> {
    return this.payer.setKey(key, options);
  }

  protected override updated(): void {
    this.quotes.tell();
  }

  protected override render(): TemplateResult {
    return widgetView(this);
  }

  readonly #touched = (): void => this.payer.touched();
}
