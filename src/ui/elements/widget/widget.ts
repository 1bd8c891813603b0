import { CheckoutCore, type CheckoutHost } from '../../../checkout/core.js';
import { lastFor } from '../../../checkout/last-for.js';
import { ownServices } from '../../../checkout/own-services.js';
import type { CheckoutSettings } from '../../../checkout/settings.js';
import { isBusy } from '../../../generation/machine.js';
import type { Quote } from '../../../pricing/quote-types.js';
import type { Entry } from '../../../spending/entry.js';
import { priceText } from '../../amount.js';
import { loadTerms, onTerms } from '../../i18n/index.js';
import { Speech } from '../shared/speech.js';
import { Ticker } from '../shared/ticker.js';
import { createActions } from './actions.js';
import { emit } from './emit.js';
import { Focus } from './focus.js';
import { makeModel } from './make-model.js';
import type { Gallery, WidgetActions, WidgetModel } from './model.js';
import { Parts } from './parts.js';
import { ThumbnailUrls } from './thumbnail-urls.js';
import { WidgetState } from './widget-state.js';

/** What a widget needs of its element. */
export interface WidgetElement extends Pick<HTMLElement, 'dispatchEvent' | 'matches'> {
  readonly shadowRoot: ShadowRoot | null;
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
}

const insides = new WeakMap<object, Widget>();

/**
 * What is inside an element, for tests and demo scenes. No script of a page gets at this function.
 */
export function insideOf(element: object): Widget {
  return insides.get(element) as Widget;
}

/**
 * The inside of a `<user-pays-image>`: its checkout, and what is on show beside it. The element
 * keeps it to itself, so that a page gets at what is documented and at nothing else.
 */
export class Widget {
  readonly checkout: CheckoutCore;
  readonly state = new WidgetState(() => this.#redraw());
  readonly parts: Parts;
  readonly actions: WidgetActions;
  readonly thumbnails = new ThumbnailUrls();
  gallery: Gallery | undefined;
  readonly #element: WidgetElement;
  readonly #speech = new Speech(() => this.#redraw());
  readonly #ticker = new Ticker(() => this.#redraw());
  readonly #focus: Focus;
  readonly #doubts = lastFor<readonly Entry[]>();
  readonly #expected = lastFor<readonly number[]>();
  #stops: (() => void)[] = [];
  #isConnected = false;
  #told: string | undefined;

  constructor(element: WidgetElement, change: (settings: Partial<CheckoutSettings>) => void) {
    this.#element = element;
    insides.set(element, this);
    const root = (): ShadowRoot | null => element.shadowRoot;
    this.#focus = new Focus(root);
    this.parts = new Parts(root, () => this.#redraw());
    this.checkout = new CheckoutCore(this.#host(), ownServices);
    this.actions = createActions(this.checkout, {
      change,
      state: this.state,
      gallery: () => this.gallery,
      redraw: () => this.#redraw(),
      drawn: () => element.updateComplete,
      focusButton: () => this.#focus.toButton(),
      wait: () => this.wait,
    });
  }

  /** Milliseconds until the button may be pressed again. */
  get wait(): number {
    return Math.max(0, this.state.retryAt - this.checkout.page.clock.now());
  }

  get spoken(): string {
    return this.#speech.said;
  }

  /** Lines of real money in doubt, as of this tally. */
  get doubts(): readonly Entry[] {
    const { tally, page } = this.checkout;
    if (!tally || (tally.all.inDoubt === '0' && tally.all.unpriced === undefined)) return [];
    return this.#doubts([tally], () =>
      page.journal
        .entries()
        .filter(({ standing, simulated }) => standing === 'in-doubt' && !simulated),
    );
  }

  /** How long pictures like the one under way took, milliseconds. */
  get times(): readonly number[] {
    const { generation, page } = this.checkout;
    if (!isBusy(generation)) return [];
    const { quote, purchase } = generation;
    const { provider, model } = quote.request;
    return this.#expected([quote.id, purchase?.id], () => page.journal.times(provider, model));
  }

  connect(): void {
    this.#isConnected = true;
    const redraw = (): void => this.#redraw();
    const { recovered } = this.checkout.page;
    const watch = new MutationObserver(redraw);
    watch.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
    for (const type of ['online', 'offline']) addEventListener(type, redraw);
    this.#stops = [
      onTerms(redraw),
      recovered.subscribe(redraw),
      () => watch.disconnect(),
      () => ['online', 'offline'].forEach((type) => removeEventListener(type, redraw)),
    ];
    this.checkout.connect();
  }

  disconnect(): void {
    this.#isConnected = false;
    for (const stop of this.#stops.splice(0)) stop();
    this.checkout.disconnect();
    this.#ticker.set(0);
    this.#speech.stop();
    this.thumbnails.release();
    this.gallery?.release();
  }

  /** The reader's first pointer or focus: what was left until now is fetched. */
  touched(): void {
    this.state.isTouched = true;
    this.parts.load('deferred');
    this.checkout.touched();
  }

  /** Before each render: the price is compared with the prices. */
  beforeRender(language: string): void {
    void loadTerms(language);
    this.#focus.beforeRender();
    this.checkout.show();
    const { generation, page, pictures } = this.checkout;
    this.state.follow(generation, page.clock.now());
    this.#keep(pictures);
  }

  model(language: string): WidgetModel {
    return makeModel(this, language);
  }

  /** After each render: what it showed to be needed is fetched, said, focused. */
  afterRender(model: WidgetModel): void {
    this.#load(model);
    this.#ticker.set(isBusy(model.generation) ? 100 : model.wait > 0 ? 250 : 0);
    this.#speech.show(priceText(model.quote, model.amounts) ?? model.terms.priceUnknown);
    this.#focus.afterRender();
    // Whoever hears of the price may buy at it: everything else is done by now.
    this.#tell(model.quote);
  }

  #host(): CheckoutHost {
    const element = this.#element as Element & WidgetElement;
    return {
      changed: () => this.#redraw(),
      isOff: () => element.matches(':disabled'),
      askForKey: () => this.#focus.toKeyField(),
      mayCharge: (quote) =>
        emit(element, 'user-pays-before-charge', { quote, request: quote.request }, true),
      onState: (generation, before) => {
        emit(element, 'user-pays-state', { generation });
        if (generation.name === 'done' && before.name !== 'done')
          emit(element, 'user-pays-done', { purchase: generation.purchase });
      },
      onFailure: (error) => void emit(element, 'user-pays-error', { error }),
      onTally: (tally) => void emit(element, 'user-pays-tally', { tally }),
    };
  }

  /** The pictures of the last purchase stay until those of another one come. */
  #keep(pictures: WidgetModel['pictures']): void {
    const { lastPictures } = this.state;
    const [first] = pictures;
    if (!first) return;
    if (lastPictures[0] && lastPictures[0].id !== first.id)
      this.parts.here.deferred?.retire(lastPictures);
    this.state.lastPictures = pictures;
  }

  #load({ open, pictures, recovered, lastPictures }: WidgetModel): void {
    this.parts.load('deferred');
    if (open.has('drafts')) this.parts.load('drafts');
    const isShown = [...pictures, ...recovered, ...lastPictures].some(({ image }) => image);
    if (isShown || open.has('gallery')) this.parts.load('tools');
    this.#showGallery(open.has('gallery'));
  }

  #showGallery(isOpen: boolean): void {
    if (isOpen) this.parts.load('gallery');
    const { gallery: part } = this.parts.here;
    if (!isOpen || !part || !this.#isConnected) return this.gallery?.release();
    if (this.gallery) return this.gallery.follow();
    this.checkout.services().then(
      (services) => {
        this.gallery ??= part.createGallery(services, () => this.#redraw());
        this.#redraw();
      },
      () => undefined,
    );
  }

  #tell(quote: Quote): void {
    if (this.#told === quote.id) return;
    this.#told = quote.id;
    emit(this.#element as Element & WidgetElement, 'user-pays-quote', { quote });
  }

  #redraw(): void {
    this.#element.requestUpdate();
  }
}
