import { pagePriceBook } from '../../../generation/page-price-book.js';
import { isPart } from '../../../generation/whole-catalogue.js';
import { bringReading } from '../../../pricing/readable.js';
import type { PriceList } from '../../../pricing/price-list-types.js';

/** Follows the price list of the page's widgets, if the page has widgets. */
export class PagePrices {
  #stop: (() => void) | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  start(): void {
    // The first widget may be added later; its first quote event announces it.
    document.addEventListener('user-pays-quote', this.#follow);
    this.#follow();
  }

  stop(): void {
    document.removeEventListener('user-pays-quote', this.#follow);
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #follow = (): void => {
    if (this.#stop) return;
    this.#stop = pagePriceBook()?.subscribe(this.#told);
    if (this.#stop) this.#told();
  };

  readonly #told = (): void => {
    this.#changed();
    const list = pagePrices();
    if (list) bringReading(list, this.#changed);
  };
}

/**
 * The price list the page's widgets use; `undefined` until there is a widget, and while that has only
 * a part of the bundled prices.
 */
export function pagePrices(): PriceList | undefined {
  const list = pagePriceBook()?.get();
  return list && !isPart(list) ? list : undefined;
}
