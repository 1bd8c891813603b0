import { nothing, type TemplateResult } from 'lit';
import type { PriceList } from '../../pricing/price-list-types.js';
import type { Quote } from '../../pricing/quote-types.js';
import { languageOf } from '../i18n/language.js';
import { followTerms, nativeText } from '../i18n/words.js';
import './events.js';
import { DrawnElement } from './shared/drawn-element.js';
import { elementPart } from './shared/element-part.js';
import { PagePrices } from './shared/page-prices.js';
import { Speech } from './shared/speech.js';
import type {
  CalculatorActions,
  CalculatorModel,
  CalculatorSource,
  Order,
} from './user-pays-calculator/calculator.js';

const text = { type: String } as const;
const number = { type: Number } as const;

/**
 * Compares every model, route and provider for one request, plans a workload, and turns a budget
 * into pictures.
 *
 * @attr {string} [size=1024x1024] - `WIDTHxHEIGHT` in pixels
 * @attr {number} [count=1] - pictures per purchase
 * @attr {string} references - sizes of the pictures it starts from, `1024x1024 800x600`
 * @attr {string} providers - space-separated ids to compare; all by default
 * @attr {string} models - space-separated ids to compare; all by default
 * @attr {number} [users=100] - readers of the planned workload
 * @attr {number} [pictures=10] - pictures for each of them
 * @attr {string} [budget=0.50] - US dollars to be turned into pictures
 * @csspart panel - the whole
 * @csspart request - what is to be made
 * @csspart offers - who makes it, cheapest first until the reader sorts it otherwise
 * @csspart sort - the buttons that sort it, by name and by price
 * @csspart notes - figures of price guides that are no price of a request
 * @csspart workload - readers × pictures
 * @csspart budget - what a budget buys
 * @cssproperty {<color>} [--user-pays-accent=light-dark(#2f5d50, #92c9b8)] - the one accent: the
 * button, the bars, the focus ring
 * @cssproperty {<color>} [--user-pays-ink=light-dark(#1c1c1a, #ececea)] - text
 * @cssproperty {<color>} [--user-pays-paper=light-dark(#fff, #1c1d1f)] - what it is printed on
 * @cssproperty {<color>} [--user-pays-line=light-dark(#dcdcd8, #393a3e)] - rules between the
 * sections
 * @cssproperty {<length>} [--user-pays-radius=12px] - corners
 * @cssproperty {<length>} [--user-pays-space=24px] - room at the sides, less in a narrow place
 * @cssproperty [--user-pays-font=inherit] - the font, the page’s own by default
 */
export class UserPaysCalculator extends DrawnElement {
  static override readonly properties = {
    size: text,
    count: number,
    references: text,
    providers: text,
    models: text,
    users: number,
    pictures: number,
    budget: text,
    lang: nativeText,
    prices: { attribute: false },
    chosen: { state: true },
    whole: { state: true },
    order: { state: true },
  };

  declare size: string;
  declare count: number;
  declare references: string;
  declare providers: string;
  declare models: string;
  declare users: number;
  declare pictures: number;
  declare budget: string;
  /** Prices to compare; by default those of the page's widgets, else the bundled ones. */
  declare prices: PriceList | undefined;
  /**
   * The reader's choices.
   * @internal
   */
  declare chosen: string | undefined;
  /** @internal */
  declare whole: boolean;
  /** @internal */
  declare order: Order;

  readonly #view = elementPart(this, () => import('./user-pays-calculator/panel.js'));
  readonly #speech = new Speech(() => this.requestUpdate());
  readonly #prices = new PagePrices(() => this.requestUpdate());
  readonly #actions: CalculatorActions = { change: (settings) => Object.assign(this, settings) };
  #model: CalculatorModel | undefined;

  constructor() {
    super();
    followTerms(this);
    Object.assign(this, {
      size: '1024x1024',
      count: 1,
      references: '',
      providers: '',
      models: '',
      users: 100,
      pictures: 10,
      budget: '0.50',
      whole: false,
      order: { by: 'price', isDown: false },
    });
  }

  /**
   * The request on every route of the providers and models asked for, cheapest first; what has no
   * price comes last. Empty until the view is there.
   */
  get quotes(): readonly Quote[] {
    return this.#view.part?.quotesOf(this.#source) ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#prices.start();
    void this.#view.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#prices.stop();
    this.#speech.stop();
  }

  protected override willUpdate(): void {
    this.#model = this.#view.part?.calculatorModel(this.#source);
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#model ? (this.#view.part?.panel(this.#model, this.#actions) ?? nothing) : nothing;
  }

  protected override updated(): void {
    if (this.#model) this.#speech.show(this.#view.part?.summary(this.#model));
  }

  get #source(): CalculatorSource {
    return {
      settings: this,
      prices: this.prices,
      language: languageOf(this),
      spoken: this.#speech.said,
    };
  }
}
