import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PriceList } from '../pricing/price-list-types.js';

const page = Symbol.for('user-pays-image/page-services@1');

interface Prices {
  get(): PriceList;
  subscribe(listener: () => void): () => void;
}

/** Draws its element again when the page's widgets read other prices. */
export class PagePricesController implements ReactiveController {
  #stop: (() => void) | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // The first widget may come later: it says so with its first price.
    document.addEventListener('user-pays-quote', this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    document.removeEventListener('user-pays-quote', this.#follow);
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #follow = (): void => {
    if (this.#stop) return;
    this.#stop = priceBook()?.subscribe(() => this.#host.requestUpdate());
    if (this.#stop) this.#host.requestUpdate();
  };
}

/**
 * The prices the page's widgets go by, once one of them is there; a price alone brings no counter
 * of its own.
 */
export function pagePrices(): PriceList | undefined {
  return priceBook()?.get();
}

function priceBook(): Prices | undefined {
  return (globalThis as { [page]?: { prices: Prices } })[page]?.prices;
}
