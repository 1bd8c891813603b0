import { LitElement, nothing, type TemplateResult } from 'lit';
import type { PriceList } from '../../pricing/price-list-types.js';
import type { Quote } from '../../pricing/quote-types.js';
import { LazyController } from '../controllers/lazy-controller.js';
import { PagePricesController } from '../page-prices.js';
import { SpeechController } from '../controllers/speech-controller.js';
import { languageOf } from '../i18n/language.js';

const text = { type: String } as const;
const number = { type: Number } as const;

/**
 * Compares every model, route and provider for one request, plans a workload, and turns a budget
 * into pictures.
 *
 * @attr size - `WIDTHxHEIGHT` in pixels
 * @attr count - pictures per purchase
 * @attr references - sizes of the pictures it starts from, `1024x1024 800x600`
 * @attr providers - space-separated ids to compare; all by default
 * @attr models - space-separated ids to compare; all by default
 * @attr users - readers of the planned workload
 * @attr pictures - pictures for each of them
 * @attr budget - US dollars to be turned into pictures
 * @csspart panel - the whole
 * @csspart request - what is to be made
 * @csspart offers - who makes it, cheapest first
 * @csspart workload - readers × pictures
 * @csspart budget - what a budget buys
 */
export class UserPaysCalculator extends LitElement {
  static override readonly properties = {
    size: text,
    count: number,
    references: text,
    providers: text,
    models: text,
    users: number,
    pictures: number,
    budget: text,
    lang: text,
    prices: { attribute: false },
    chosen: { state: true },
    whole: { state: true },
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
   * `provider model route` of the offer that is planned with; the cheapest until the reader chose.
   */
  declare chosen: string | undefined;
  /** True once the reader asked for the long list. */
  declare whole: boolean;

  readonly speech: SpeechController = new SpeechController(this, () =>
    this.#view.part?.summary(this),
  );
  readonly #view = new LazyController(this, () => import('./user-pays-calculator/panel.js'));

  constructor() {
    super();
    new PagePricesController(this);
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
    });
  }

  get language(): string {
    return languageOf(this);
  }

  /**
   * The request on every route of the providers and models asked for, cheapest first; what has no
   * price comes last. Empty until the view is there.
   */
  get quotes(): readonly Quote[] {
    return this.#view.part?.compared(this) ?? [];
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#view.part?.panel(this) ?? nothing;
  }
}
