import type { LitElement } from 'lit';
import { CheckoutCore, type CheckoutHost, type Offer } from '../../../checkout/core.js';
import { ownServices } from '../../../checkout/own-services.js';
import type { WhyAsk } from '../../../checkout/purchases.js';
import type { CheckoutSettings } from '../../../checkout/settings.js';
import { hearActs, latestAct, latestActOn, type Act } from '../../../generation/acts.js';
import type { Purchase } from '../../../generation/purchase.js';
import { loadTerms, termsFor } from '../../i18n/index.js';
import { redrawFromNothing } from '../shared/drawn-element.js';
import { isDrawnAsSet, type ButtonWithWords } from './action.js';
import { firstActions } from './actions.js';
import { emit } from './emit.js';
import { Field } from './field.js';
import { firstModel } from './make-model.js';
import type { WidgetActions } from './action-types.js';
import type { FormElement } from './form-model.js';
import type { FormValue, Deferred, DeferredPorts, WidgetModel } from './model.js';
import { needsMore } from './needs-more.js';
import { Parts } from './parts.js';
import { showValues } from './shown-values.js';
import { progressOf, stateNames, statesOf } from './states.js';
import { WidgetState } from './widget-state.js';

/** What a widget needs of its element. */
export type WidgetElement = FormElement &
  Pick<LitElement, 'renderRoot' | 'renderOptions' | 'updateComplete' | 'requestUpdate'>;

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
  readonly state = new WidgetState();
  readonly parts: Parts;
  /** Its place in a form, and its states. */
  readonly field: Field;
  /** Those of the late part are added when it arrives, before any view that uses them. */
  readonly actions: WidgetActions;
  readonly #element: WidgetElement;
  readonly #ports: DeferredPorts;
  #deferred: Deferred | undefined;
  #form: FormValue | undefined;
  /** What the browser kept for the form, until its part is here. */
  #kept: unknown;
  #stops: (() => void)[] = [];
  #isConnected = false;
  readonly #redraw = (): void => this.#element.requestUpdate();
  #told: string | undefined;
  /** What was drawn, the latest first: when on the time line of the reader's acts, and after which. */
  readonly #drawn: (Offer & { readonly at: number; readonly after: Act | undefined })[] = [];
  /** True while it is drawn, and where that failed: nothing is sold then. */
  #isUndrawn = false;

  constructor(element: WidgetElement, change: (settings: Partial<CheckoutSettings>) => void) {
    this.#element = element;
    this.field = new Field(element);
    insides.set(element, this);
    const root = (): ShadowRoot | null => element.shadowRoot;
    this.parts = new Parts(root, () => this.#arrived());
    this.checkout = new CheckoutCore(this.#host(), ownServices);
    this.#ports = {
      root,
      change,
      checkout: this.checkout,
      state: this.state,
      parts: this.parts,
      redraw: this.#redraw,
      redrawFromNothing: () => {
        this.#deferred?.beforeRender();
        redrawFromNothing(element);
        this.#redraw();
      },
      generate: (by, offer) => this.generate(by, offer),
      drawn: () => element.updateComplete,
      wait: () => this.wait,
      offerAt: ({ currentTarget }) => {
        const act = latestActOn(currentTarget);
        // Clocks may be coarse, so the order counts, too.
        return this.#drawn.find(({ at, after }) => act && after !== act && at < act.at) ?? null;
      },
    };
    const choose: WidgetActions['choose'] = (picture) => this.#form?.toggle(picture);
    this.actions = { ...firstActions(this.#ports), choose } as WidgetActions;
  }

  /** Milliseconds until the button may be pressed again. */
  get wait(): number {
    return Math.max(0, this.state.retryAt - this.checkout.page.clock.now());
  }

  get chosen(): WidgetModel['chosen'] {
    return this.#element.name ? this.#form?.chosen : undefined;
  }

  get hasOwnActions(): boolean {
    return this.#element.querySelector(':scope > [slot=actions]') !== null;
  }

  connect(): void {
    this.#isConnected = true;
    // An element that was moved to another window is pressed there.
    const { defaultView } = this.#element.ownerDocument;
    if (defaultView && defaultView !== globalThis.window) hearActs(defaultView);
    for (const type of ['online', 'offline']) addEventListener(type, this.#redraw);
    this.#stops = [
      this.checkout.page.recovered.subscribe(this.#redraw),
      () => ['online', 'offline'].forEach((type) => removeEventListener(type, this.#redraw)),
    ];
    this.checkout.connect();
  }

  disconnect(): void {
    this.#isConnected = false;
    for (const stop of this.#stops.splice(0)) stop();
    this.checkout.disconnect();
    this.#deferred?.disconnect();
  }

  /** The reader's first pointer or focus: what was left until now is fetched. */
  touched(): void {
    if (!this.state.isTouched) this.#redraw();
    this.state.isTouched = true;
    void this.parts.load('deferred');
    this.checkout.touched();
  }

  /**
   * Buys what the button shows. Asks first where another script changed the button's words; at a
   * press of the button itself also where the reader may not have been able to read them.
   */
  generate(by?: Event, offer?: Offer | null): Promise<Purchase> {
    const { shadowRoot } = this.#element;
    const button = shadowRoot?.querySelector<ButtonWithWords>('.buy');
    const isAltered = button && !isDrawnAsSet(button);
    if (isAltered) this.#ports.redrawFromNothing();
    // Events of another window are of another `Event`.
    const isOwn = Boolean(shadowRoot && by?.composedPath?.().includes(shadowRoot));
    const why = isAltered ? 'changed' : this.#reasonToAsk(isOwn);
    return this.checkout.generate(by, offer, why);
  }

  /** What finds a reason may still be loading: a tap comes with the first touch. */
  #reasonToAsk(isOwnPress: boolean): WhyAsk | undefined {
    if (this.#deferred || !isOwnPress) return this.#deferred?.reasonToAsk(isOwnPress);
    return this.parts
      .load('deferred')
      .then(() => this.#element.updateComplete)
      .then(() => this.#deferred?.reasonToAsk(isOwnPress));
  }

  /** Before each render: the price is compared with the prices. */
  beforeRender(language: string): void {
    this.#isUndrawn = true;
    void loadTerms(language);
    this.checkout.show();
    this.#deferred?.beforeRender();
  }

  model(language: string): WidgetModel {
    const first = firstModel(this, language);
    const late = this.#deferred?.complete(first);
    // What is missing without the late part is read by its views alone.
    const model = { words: first.terms } as WidgetModel;
    for (const half of [first, late])
      if (half) Object.defineProperties(model, Object.getOwnPropertyDescriptors(half));
    return model;
  }

  /** Its name changed, or whether it is required. */
  fieldChanged(): void {
    const { required, shadowRoot } = this.#element;
    if (this.#form) this.#form.tell();
    // Until its own words are here.
    else
      this.field.lacks(
        required ? termsFor('en').describe : '',
        shadowRoot?.querySelector('textarea'),
      );
    this.#redraw();
  }

  /** The form was reset: the words are those of the page again, and no picture goes with it. */
  reset(): void {
    this.#ports.change({ prompt: this.#element.getAttribute('prompt') ?? '' });
    this.#form?.reset();
  }

  /** The browser brings back what it kept of an earlier visit. */
  restore(state: unknown): void {
    void this.parts.load('deferred');
    if (this.#form) return void this.#form.restore(state);
    this.#kept = state;
    void this.parts.load('form');
  }

  /** After each render: what it showed to be needed is fetched, said, focused. */
  afterRender(model: WidgetModel): void {
    const { isTouched } = this.state;
    this.#isUndrawn = false;
    const { quote, settings } = model;
    this.#drawn.unshift({ quote, settings, at: performance.now(), after: latestAct() });
    // More drawings than fit between a press and its release: what was seen is not known then.
    this.#drawn.length = Math.min(this.#drawn.length, 99);
    showValues(this.#element.shadowRoot);
    if (isTouched || needsMore(model, this.checkout)) void this.parts.load('deferred');
    this.#deferred?.afterRender(model, this.#isConnected);
    this.field.show(statesOf(model), stateNames);
    if (this.#element.name || this.#element.required) void this.parts.load('form');
    this.#form?.afterRender(model);
    // Whoever hears of the price may buy at it: everything else is done by now.
    if (this.#told === model.quote.id) return;
    this.#told = model.quote.id;
    emit(this.#element, 'user-pays-quote', { quote: model.quote });
  }

  #arrived(): void {
    const { deferred, form } = this.parts.here;
    if (form && !this.#form) {
      this.#form = form.createForm(this.#ports, this.field, this.#element);
      if (this.#kept !== undefined) void this.#form.restore(this.#kept);
    }
    if (deferred && !this.#deferred) {
      this.#deferred = deferred.createDeferred(this.#ports);
      Object.assign(this.actions, this.#deferred.actions);
    }
    this.#redraw();
  }

  #host(): CheckoutHost {
    const element = this.#element;
    return {
      changed: this.#redraw,
      isOff: () => element.matches(':disabled'),
      askForKey: () => this.#deferred?.askForKey(),
      mayCharge: (quote) => {
        // The purchase ends with the error `internal`.
        if (this.#isUndrawn) throw new Error();
        const { request } = quote;
        const mayGoOn = emit(element, 'user-pays-before-charge', { quote, request }, true);
        this.state.heldBack = mayGoOn ? undefined : quote;
        return mayGoOn;
      },
      onState: (generation, before) => {
        this.#form?.follow(generation);
        // Whoever hears of it may look at the states.
        this.field.show([progressOf(generation)], stateNames.slice(0, 5));
        emit(element, 'user-pays-state', { generation });
        if (generation.name === 'done' && before.name !== 'done')
          emit(element, 'user-pays-done', { purchase: generation.purchase });
      },
      onFailure: (error) => void emit(element, 'user-pays-error', { error }),
      onTally: (tally) => void emit(element, 'user-pays-tally', { tally }),
    };
  }
}
