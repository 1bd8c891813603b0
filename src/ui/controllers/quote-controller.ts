import type { ReactiveController } from 'lit';
import type { Drawn } from './drawn.js';
import type { Quote } from '../../pricing/quote-types.js';

type Host = Drawn & { readonly isUpdatePending: boolean };

export interface QuoteHost {
  /** The price of what the controls say now. */
  currentQuote(): Quote;
  /** Before it is drawn: the request or its price became another one. */
  onQuote(quote: Quote): void;
  /** After it was drawn: the reader sees another price. */
  onShown(quote: Quote): void;
}

/** The price on show, made anew each time the element is drawn. */
export class QuoteController implements ReactiveController {
  #shown: Quote | undefined;
  #told: string | undefined;
  #isDrawing = false;
  readonly #host: Host;
  readonly #desk: QuoteHost;

  constructor(host: Host, purchaseHost: QuoteHost) {
    this.#host = host;
    this.#desk = purchaseHost;
    host.addController(this);
  }

  /** What the reader sees. */
  get shown(): Quote {
    return this.#shown ?? this.#desk.currentQuote();
  }

  /** For exactly what the controls say, also before it is drawn. */
  get current(): Quote {
    return this.#host.isUpdatePending && !this.#isDrawing ? this.#desk.currentQuote() : this.shown;
  }

  hostUpdate(): void {
    this.#isDrawing = true;
    const before = this.#shown;
    const quote = (this.#shown = this.#desk.currentQuote());
    if (!isSame(quote, before)) this.#desk.onQuote(quote);
  }

  hostUpdated(): void {
    this.#isDrawing = false;
  }

  /**
   * For the element's own `updated`: whoever hears of the price may buy at it, so every other
   * controller has to be done by then.
   */
  tell(): void {
    if (!this.#shown || this.#told === this.#shown.id) return;
    this.#told = this.#shown.id;
    this.#desk.onShown(this.#shown);
  }
}

/** Two requests without a price may share an id. */
function isSame(a: Quote, b: Quote | undefined): boolean {
  return (
    a.id === b?.id &&
    (a.total !== undefined || JSON.stringify(a.request) === JSON.stringify(b.request))
  );
}
