import type { CheckoutCore } from '../../../../checkout/core.js';

type Price = Pick<CheckoutCore, 'generation' | 'quote'>;

/** Remembers the price displayed before the one the reader is asked about. */
export class ShownPrice {
  #now: string | undefined;
  #before: string | undefined;

  /** US dollars; `undefined` if there was none, or it was the same. */
  before(price: Price): string | undefined {
    const asked = askedOf(price);
    if (asked === undefined) return undefined;
    const before = asked === this.#now ? this.#before : this.#now;
    return before === asked ? undefined : before;
  }

  /** After each render. */
  follow(price: Price): void {
    const now = askedOf(price) ?? price.quote.total?.high;
    if (now === this.#now) return;
    [this.#before, this.#now] = [this.#now, now];
  }
}

function askedOf({ generation }: Price): string | undefined {
  return generation.name === 'confirming' ? generation.quote.total?.high : undefined;
}
