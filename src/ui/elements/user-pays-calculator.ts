import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { catalogue } from '../../pricing/catalogue/index.js';
import { compare } from '../../pricing/compare.js';
import type { Offer, PriceList } from '../../pricing/price-list-types.js';
import { quote } from '../../pricing/quote.js';
import type { Quote } from '../../pricing/quote-types.js';
import { LazyController } from '../controllers/lazy-controller.js';
import { SpeechController } from '../controllers/speech-controller.js';
import { modelName } from '../model-name.js';
import { pagePrices } from '../page-prices.js';
import { providerName } from '../provider-names.js';
import { parseSize } from './request.js';

const text = { type: String } as const;
const number = { type: Number } as const;

/**
 * Compares every model, route and provider for one request, plans a workload, and turns a budget into pictures.
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
    size: text, count: number, references: text, providers: text, models: text, users: number, pictures: number, budget: text, lang: text,
    prices: { attribute: false }, chosen: { state: true }, whole: { state: true },
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
  /** `provider model route` of the offer that is planned with; the cheapest until the reader chose. */
  declare chosen: string | undefined;
  /** True once the reader asked for the long list. */
  declare whole: boolean;

  readonly speech = new SpeechController(this, () => this.#view.part?.summary(this));
  readonly #view = new LazyController(this, () => import('./user-pays-calculator/panel.js'));
  #quotes: readonly Quote[] = [];

  constructor() {
    super();
    Object.assign(this, { size: '1024x1024', count: 1, references: '', providers: '', models: '', users: 100, pictures: 10, budget: '0.50', whole: false });
  }

  get language(): string {
    return this.lang || this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
  }

  /** The request on every route of the providers and models asked for, cheapest first; what has no price comes last. */
  get quotes(): readonly Quote[] {
    return this.isUpdatePending ? this.compared() : this.#quotes;
  }

  /** The same for another number of pictures. */
  compared(count = this.count ?? 1): Quote[] {
    const listed = (ids: string | null): string[] => (ids ?? '').split(/\s+/).filter(Boolean);
    const [providers, models] = [listed(this.providers), listed(this.models)];
    const references = (this.references ?? '').split(/[\s,]+/).filter(Boolean).map(parseSize);
    return compare({ ...parseSize(this.size ?? ''), count, ...(references.length ? { references } : {}) }, { at: Date.now(), prices: this.#prices })
      .filter(({ request: { provider, model } }) =>
        (providers.length === 0 || providers.includes(provider)) && (models.length === 0 || models.includes(model)));
  }

  /** Every offer there is, whatever was asked for. */
  get offers(): readonly Offer[] {
    return this.#prices.offers.filter(({ simulated, model }) => !simulated && model !== '*');
  }

  /** The same offer for one picture. */
  single({ request }: Quote): Quote {
    return quote({ ...request, count: 1 }, { prices: this.#prices });
  }

  /** `FLUX.2 pro` */
  nameOf({ request: { provider, model } }: Quote): string {
    return modelName(provider, model, this.#prices);
  }

  /** The names of space-separated model ids. */
  modelNames(ids: string): string {
    const named = (id: string): string => this.#prices.offers.find(({ model }) => model === id)?.name ?? id;
    return ids.split(/\s+/).filter(Boolean).map(named).join(', ');
  }

  /** The names of space-separated provider ids. */
  providerNames(ids: string): string {
    return ids.split(/\s+/).filter(Boolean).map(providerName).join(', ');
  }

  /** `Puter → Replicate` */
  viaOf({ request: { provider, route } }: Quote): string {
    return [provider, ...(route ? [route] : [])].map(providerName).join(' → ');
  }

  get #prices(): PriceList {
    return this.prices ?? pagePrices() ?? catalogue;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#quotes = this.compared();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.#view.part?.panel(this) ?? nothing;
  }
}
