import { html, nothing, type TemplateResult } from 'lit';
import { pageCharges } from '../../generation/page-price-book.js';
import { firstPrices } from '../../pricing/catalogue/first-prices.js';
import type { PriceList } from '../../pricing/price-list-types.js';
import { quote as quoteOf } from '../../pricing/quote.js';
import type { ImageRequest, Problem, ProblemCode, Quote } from '../../pricing/quote-types.js';
import { en } from '../i18n/en/price.js';
import { languageOf } from '../i18n/language.js';
import { broughtFor, followTerms, nativeText } from '../i18n/words.js';
import { priceStyles } from '../styles/price.js';
import { warnOnce } from '../../base/warn-once.js';
import './events.js';
import { DrawnElement } from './shared/drawn-element.js';
import { elementPart } from './shared/element-part.js';
import { LazyPart } from './shared/lazy-part.js';
import { PagePrices, pagePrices } from './shared/page-prices.js';
import { Speech } from './shared/speech.js';
import {
  fieldsOf,
  followed,
  typedRequest,
  usual,
  type TypedRequest,
} from './user-pays-price/form-request.js';
import { priceWords } from './user-pays-price/price-words.js';

const text = { type: String } as const;

/**
 * A live price in running text, with its receipt one press away.
 *
 * @attr {ProviderId} [provider=puter] - who is paid
 * @attr {string} model - catalogue id; the provider's cheapest adequate one by default
 * @attr {string} route - who serves it where a provider has several
 * @attr {string} [size=1024x1024] - `WIDTHxHEIGHT` in pixels
 * @attr {number} [count=1] - pictures
 * @attr {string} references - sizes of the pictures it starts from, `1024x1024 800x600`
 * @attr {string} options - what the model offers beside size, `quality=high resolution=2K`
 * @attr {string} at - the moment prices are looked at: epoch milliseconds or a date; now by default
 * @attr {string} unit-price - what a picture costs on an own server, US dollars
 * @attr {string} for - id of a form whose fields `provider`, `model`, `route`, `size` (or `width`
 * and `height`), `count`, `references` it follows
 * @fires {CustomEvent<{ quote: Quote }>} user-pays-quote - the price on show changed
 * @csspart price - the price, which opens the receipt
 * @csspart receipt - how the price comes about
 * @csspart breakdown - its rows
 * @csspart source - each link to where the price was read
 * @csspart hints - what a reader may want to know
 * @cssproperty {<color>} [--user-pays-accent=light-dark(#2f5d50, #92c9b8)] - focus ring
 * @cssproperty {<color>} [--user-pays-ink=light-dark(#1c1c1a, #ececea)] - text of the receipt
 * @cssproperty {<color>} [--user-pays-paper=light-dark(#fff, #1c1d1f)] - what it is printed on
 * @cssproperty {<color>} [--user-pays-line=light-dark(#dcdcd8, #393a3e)] - its edge and rules
 * @cssproperty {<length>} [--user-pays-radius=12px] - its corners, a little less than this
 * @cssproperty {<length>} [--user-pays-space=24px] - room inside it, two thirds of this
 * @cssproperty [--user-pays-font=system-ui, sans-serif] - its font
 */
export class UserPaysPrice extends DrawnElement {
  static override readonly properties = {
    provider: text,
    model: text,
    route: text,
    size: text,
    // What is left empty is not 0, and what is no number is reported as it was written.
    count: { type: Number, converter: (said: string | null) => Number(said) || said },
    references: text,
    options: text,
    at: text,
    unitPrice: { type: String, attribute: 'unit-price' },
    htmlFor: { type: String, attribute: 'for' },
    lang: nativeText,
    prices: { attribute: false },
    open: { state: true },
  };
  static override readonly styles = priceStyles;

  declare provider: string;
  declare model: string;
  declare route: string;
  declare size: string;
  declare count: number;
  declare references: string;
  declare options: string;
  declare at: string;
  declare unitPrice: string;
  declare htmlFor: string;
  /**
   * Prices to quote from, read as `parsePriceList` reads them; by default those of the page's
   * widgets, else the bundled ones.
   */
  declare prices: PriceList | undefined;
  declare private open: boolean;

  #quote: Quote | undefined;
  readonly #receipt = elementPart(this, async () => {
    const part = await import('./user-pays-price/receipt.js');
    await part.loadWords(this.#language);
    return part;
  });
  readonly #sources = new LazyPart(
    () => import('./user-pays-price/sources.js'),
    () => this.requestUpdate(),
    () => this.requestUpdate(),
  );
  readonly #more = new LazyPart(
    () => import('../../pricing/catalogue/deciding-prices.js'),
    () => this.requestUpdate(),
    () => this.requestUpdate(),
  );
  readonly #speech = new Speech(() => this.requestUpdate());
  readonly #pagePrices = new PagePrices(() => this.requestUpdate());
  #root: Node | undefined;
  #forms: MutationObserver | undefined;

  constructor() {
    super();
    followTerms(this);
    Object.assign(this, { ...usual, at: '', htmlFor: '', open: false });
    for (const type of ['pointerenter', 'focusin'])
      this.addEventListener(type, () => void this.#touched());
  }

  /** The price on show, for exactly what the attributes (and the form) say now. */
  get quote(): Quote {
    return this.isUpdatePending || !this.#quote ? this.#currentQuote() : this.#quote;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#pagePrices.start();
    this.#root = this.getRootNode();
    for (const type of ['input', 'change', 'reset'])
      this.#root.addEventListener(type, this.#formChanged);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pagePrices.stop();
    this.#speech.stop();
    this.#forms?.disconnect();
    for (const type of ['input', 'change', 'reset'])
      this.#root?.removeEventListener(type, this.#formChanged);
  }

  protected override willUpdate(): void {
    const quote = this.#currentQuote();
    const known = this.#quote?.id;
    this.#quote = quote;
    if (quote.id === known) return;
    if (quote.problem && isMistake(quote.problem) && !this.#lacks())
      warnOnce(`<user-pays-price>: ${quote.problem.text}`);
    this.dispatchEvent(
      new CustomEvent('user-pays-quote', { detail: { quote }, bubbles: true, composed: true }),
    );
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    if (this.open || this.prices) await this.#touched();
    const isComplete = await super.getUpdateComplete();
    if (!this.#lacks()) return isComplete;
    await this.#moreFor(this.#quote?.problem?.code);
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { quote } = this;
    const { how } = this.#terms;
    const price = this.#priceText(quote);
    // In a sentence every space counts: there is none here.
    // prettier-ignore
    return html`<button part="price" class="notranslate" translate="no" type="button" aria-expanded=${this.open}
      aria-controls="receipt" popovertarget="receipt"
      >${price}<span class="spoken">, ${how}</span></button
      ><div id="receipt" class="notranslate" translate="no" part="receipt" popover role="group" aria-label=${how}
      @beforetoggle=${this.#toggling} @toggle=${this.#toggling}
      >${this.open ? this.#receipt.part?.receipt(quote, this.#language) : nothing}</div
      ><output class="spoken notranslate" translate="no" role="status">${this.#speech.said}</output>`;
  }

  protected override updated(): void {
    // The form, and fields of it, may come and go.
    this.#forms ??= new MutationObserver(() => this.requestUpdate());
    if (this.htmlFor) this.#forms.observe(this.getRootNode(), { subtree: true, childList: true });
    if (this.open) this.#receipt.part?.place(this.renderRoot);
    if (this.open || this.prices) void this.#touched();
    else if (this.#isForeign) void this.#receipt.load();
    if (this.#lacks()) void this.#moreFor(this.#quote?.problem?.code);
    const isKnown =
      (!this.#isForeign || this.#receipt.isSettled) && (!this.prices || this.#sources.isSettled);
    this.#speech.show(isKnown ? this.#priceText(this.quote) : undefined);
  }

  /** True where the request's prices may not be here yet. */
  #lacks(): boolean {
    const code = this.#quote?.problem?.code ?? '';
    if (!/^unknown-(provider|model|route)$/.test(code) || this.prices || pagePrices()) return false;
    return code === 'unknown-provider' ? !this.#more.isSettled : !this.#sources.isSettled;
  }

  #moreFor(code: ProblemCode | undefined): Promise<unknown> {
    return (code === 'unknown-provider' ? this.#more : this.#sources).load();
  }

  #touched(): Promise<unknown> {
    return Promise.all([this.#receipt.load(), this.#sources.load()]);
  }

  /** All words but our English ones are loaded with the receipt. */
  get #isForeign(): boolean {
    const language = this.#language;
    return broughtFor(language) !== undefined || !/^en\b/i.test(language);
  }

  get #language(): string {
    return languageOf(this);
  }

  get #terms(): typeof en {
    return this.#receipt.part?.wordsFor(this.#language).terms ?? en;
  }

  /**
   * The prices that decide are there from the start. What other sources say is loaded at the first
   * touch and changes no price.
   */
  get #priceList(): PriceList {
    return (
      pagePrices() ??
      this.#sources.part?.catalogue ??
      this.#more.part?.decidingPrices ??
      firstPrices
    );
  }

  get #form(): HTMLFormElement | undefined {
    const target =
      this.htmlFor && (this.getRootNode() as Partial<Document>).getElementById?.(this.htmlFor);
    return (target as Element | undefined)?.localName === 'form'
      ? (target as HTMLFormElement)
      : undefined;
  }

  #priceText(quote: Quote): string {
    return priceWords(quote, this.#terms, this.#language);
  }

  #currentQuote(): Quote {
    const form = this.#form;
    const own = Object.fromEntries(
      Object.entries(usual).map(([name, value]) => {
        const said = this[name as keyof TypedRequest];
        // A removed attribute is null, one left open in a template empty.
        return [name, said === '' ? value : (said ?? value)];
      }),
    ) as unknown as TypedRequest;
    const typed = form ? followed(own, fieldsOf(form)) : own;
    const fixed = Number(this.at) || Date.parse(this.at);
    const at = this.at && fixed ? fixed : Date.now();
    const request = (list: PriceList): ImageRequest => typedRequest(typed, list);
    const prices = this.#priceList;
    // The page's own list gives no price until the code that checks it is loaded.
    return this.prices
      ? (this.#sources.part?.quoteBy(this.prices, request, at) ??
          quoteOf(request(firstPrices), { prices: {} as PriceList }))
      : quoteOf(request(prices), { prices, at, observed: pageCharges() });
  }

  readonly #formChanged = ({ target, type }: Event): void => {
    const form = this.#form;
    if (!form || !(target === form || (target as HTMLInputElement).form === form)) return;
    // The fields are reset after this event.
    if (type === 'reset') setTimeout(() => this.requestUpdate());
    else this.requestUpdate();
  };

  /** Fills the receipt before it opens and empties it after it closes. */
  readonly #toggling = (event: Event): void => {
    const isOpen = (event as ToggleEvent).newState === 'open';
    if (isOpen || event.type === 'toggle') this.open = isOpen;
    this.#receipt.part?.toggled(event as ToggleEvent, this.renderRoot);
  };
}

/**
 * True for a mistake in the markup, which is reported on the console; a model without offers is not
 * one.
 */
function isMistake({ code }: Problem): boolean {
  return /^(invalid|unknown)-/.test(code);
}
