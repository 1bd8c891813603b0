import { cheapestFirst, type ModelChoice } from '../../../../checkout/choices.js';
import { lastFor } from '../../../../checkout/last-for.js';
import { keptOptions } from '../../../../checkout/option-choices.js';
import type { ImageRequest, PricedRequest } from '../../../../pricing/quote-types.js';
import type { DeferredPorts, FirstModel } from '../model.js';

/** The most models a menu lists; with more models it lists a shortlist. */
const few = 12;

/** The longest that pricing may keep the page from answering, milliseconds: half a frame. */
const slice = 8;

export function hasMany({ offered }: Pick<FirstModel, 'offered'>): boolean {
  return offered.models.length > few;
}

/** The models of one widget to choose from, each with the price that choosing it would bring. */
export class PricedModels {
  readonly #ports: DeferredPorts;
  readonly #asChosen = lastFor<readonly ModelChoice[]>();
  #isReady = false;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
  }

  /**
   * None while many are priced for the first time: code that has never run is slow, so that is done
   * a little at a time, and the widget is drawn again at the end.
   */
  of(first: FirstModel): readonly ModelChoice[] {
    if (!this.#isReady && hasMany(first) && !first.open.has('models')) {
      this.#next ??= setTimeout(() => this.#continue());
      return [];
    }
    return this.#asChosen([first.models], () =>
      first.models.map((model) => this.#asWhenChosen(model, first)).sort(cheapestFirst),
    );
  }

  disconnect(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
  }

  #continue(): void {
    const { choices } = this.#ports.checkout;
    const { ahead } = choices;
    const end = performance.now() + slice;
    const missing = choices.offered.models.filter(({ id }) => !ahead.has(id));
    for (const { id } of missing) {
      if (performance.now() > end) return void (this.#next = setTimeout(() => this.#continue()));
      ahead.set(id, choices.priceWith({ model: id }));
    }
    this.#next = undefined;
    this.#isReady = true;
    this.#ports.redraw();
  }

  /** Choosing a model keeps only the options that it takes, and so does the price beside it. */
  #asWhenChosen(model: ModelChoice, first: FirstModel): ModelChoice {
    const priced = asChosen(model.priced, { model: model.id }, first, this.#ports);
    return priced === model.priced ? model : { ...model, priced };
  }
}

/** The price of a request with another model, `change`, as it is once that model is chosen. */
export function asChosen(
  priced: PricedRequest,
  change: Partial<ImageRequest>,
  { settings: { provider, options }, priceWith }: Pick<FirstModel, 'settings' | 'priceWith'>,
  { checkout }: Pick<DeferredPorts, 'checkout'>,
): PricedRequest {
  if (priced.problem?.code !== 'invalid-option' || change.model === undefined) return priced;
  const kept = keptOptions(checkout.source.prices, provider, change.model, options);
  return priceWith({ ...change, options: kept });
}
