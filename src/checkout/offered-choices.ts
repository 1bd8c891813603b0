import { models, type ModelInfo } from '../pricing/models.js';
import type { ImageRequest, PricedRequest, Quote } from '../pricing/quote-types.js';
import {
  choiceKey,
  modelChoices,
  offeredModels,
  offeredSizes,
  priceWith,
  sizeChoices,
  type ChoiceSource,
  type ModelChoice,
  type SizeChoice,
  type SizeOffer,
} from './choices.js';
import { lastFor } from './last-for.js';

interface Ports {
  readonly source: () => ChoiceSource;
  readonly quote: () => Quote;
  /** The name of the account that would pay, if known. */
  readonly payer: () => string | undefined;
}

interface Offered {
  readonly models: readonly ModelInfo[];
  readonly sizes: readonly SizeOffer[];
}

/** The choices for a checkout's request, with their prices. */
export class OfferedChoices {
  readonly #ports: Ports;
  readonly #offered = lastFor<Offered>();
  readonly #models = lastFor<readonly ModelChoice[]>();
  readonly #ahead = lastFor<Map<string, PricedRequest>>();
  readonly #sizes = lastFor<readonly SizeChoice[]>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /**
   * The most references the model accepts on any route; the route that accepts them is then used.
   */
  get mostReferences(): number {
    const { settings, prices } = this.#ports.source();
    const { request, traits } = this.#ports.quote();
    const model = settings.route
      ? undefined
      : models(settings.provider, prices).find(({ id }) => id === request.model);
    return model?.references ?? traits?.references ?? 0;
  }

  /** The models and sizes to choose from, without computing their prices. */
  get offered(): Offered {
    return this.#offered(this.#key, () => {
      const source = this.#ports.source();
      return { models: offeredModels(source), sizes: offeredSizes(source, this.#model) };
    });
  }

  get models(): readonly ModelChoice[] {
    return this.#models(this.#key, () => modelChoices(this.#ports.source(), this.ahead));
  }

  /** Prices of models by id, where they were priced one by one for the same request. */
  get ahead(): Map<string, PricedRequest> {
    return this.#ahead(this.#key, () => new Map());
  }

  get sizes(): readonly SizeChoice[] {
    return this.#sizes(this.#key, () => sizeChoices(this.#ports.source(), this.#model));
  }

  /** What the request would cost with some settings changed. */
  priceWith(change: Partial<ImageRequest>): PricedRequest {
    return priceWith(this.#ports.source(), change);
  }

  get #model(): string {
    return this.#ports.quote().request.model;
  }

  get #key(): readonly unknown[] {
    const { source, quote, payer } = this.#ports;
    return choiceKey(source(), quote(), payer());
  }
}
