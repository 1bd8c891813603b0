import type { ReactiveController } from 'lit';
import type { AccountState, Keep } from '../../../accounts/account.js';
import { pageServices, type PageServices } from '../../../generation/page-services.js';
import { isBusy, type Generation } from '../../../generation/machine.js';
import { permitFor } from '../../../generation/permit.js';
import type { PictureState, Purchase } from '../../../generation/purchase.js';
import { models } from '../../../pricing/models.js';
import type { Quote } from '../../../pricing/quote-types.js';
import type { StorageHealth } from '../../../spending/journal-port.js';
import type { AmountStyle } from '../../amount.js';
import { AccountController } from '../../controllers/account-controller.js';
import { PurchaseController } from '../../controllers/purchase-controller.js';
import { QuoteController } from '../../controllers/quote-controller.js';
import { ReferenceController } from '../../controllers/reference-controller.js';
import { TallyController } from '../../controllers/tally-controller.js';
import { termsFor, type FirstTerms, type Terms } from '../../i18n/index.js';
import { languageOf } from '../../i18n/language.js';
import type { UserPaysImage } from '../user-pays-image.js';
import { attributes } from './attributes.js';
import { purchaseHostOf, refusalOf } from './purchase-host.js';
import { WidgetState } from './widget-state.js';
import { emit } from './emit.js';

type Setting =
  keyof typeof attributes | 'isConnected' | 'isUpdatePending' | 'shadowRoot' | 'updateComplete';

/** The element's own settings, read and written where they are. */
const Settings = class {
  constructor(readonly element: UserPaysImage) {}
} as new (
  element: UserPaysImage,
) => Pick<UserPaysImage, Setting> & { readonly element: UserPaysImage };

for (const name of [
  ...Object.keys(attributes),
  'isConnected',
  'isUpdatePending',
  'shadowRoot',
  'updateComplete',
] as Setting[]) {
  Object.defineProperty(Settings.prototype, name, {
    get(this: WidgetHost) {
      return this.element[name];
    },
    set(this: WidgetHost, value: never) {
      Object.assign(this.element, { [name]: value });
    },
  });
}

const insides = new WeakMap<Element, WidgetHost>();

/**
 * What is inside an element, for tests and demo scenes. No script of a page gets at this function.
 */
export function insideOf(element: Element): WidgetHost {
  return insides.get(element) as WidgetHost;
}

/**
 * The inside of a widget: what its views are drawn from and its controllers work on. The element
 * keeps it to itself, so that a page gets at what
 * is documented and at nothing else.
 */
export class WidgetHost extends Settings {
  readonly #controllers: ReactiveController[] = [];
  readonly #desk = purchaseHostOf(this);
  readonly quotes = new QuoteController(this, this.#desk);
  readonly purchases = new PurchaseController(this, this.#desk);
  readonly tallies = new TallyController(
    this,
    () => this.pageServices.journal,
    (tally) => emit(this.element, 'user-pays-tally', { tally }),
  );
  readonly measured = new ReferenceController(this);
  readonly accountController = new AccountController(this);
  readonly widgetState = new WidgetState(this);

  constructor(element: UserPaysImage) {
    super(element);
    insides.set(element, this);
    // Lit keeps its list of controllers where a page can read it: one that only passes on stands
    // there for them all.
    const each = (phase: keyof ReactiveController) => (): void =>
      this.#controllers.forEach((one) => one[phase]?.());
    element.addController({
      hostConnected: each('hostConnected'),
      hostDisconnected: each('hostDisconnected'),
      hostUpdate: each('hostUpdate'),
      hostUpdated: each('hostUpdated'),
    });
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  requestUpdate(): void {
    this.element.requestUpdate();
  }

  get pageServices(): PageServices {
    return pageServices();
  }

  /** The price of exactly what the controls say now. */
  get quote(): Quote | undefined {
    return this.quotes.current;
  }

  get generation(): Generation {
    return this.purchases.state;
  }

  get account(): AccountState {
    return this.accountController.state;
  }

  /** How this element writes amounts; `dollars` without the page's second currency. */
  get amounts(): AmountStyle {
    return {
      language: this.language,
      currency: this.currency,
      rate: this.rate,
      under: this.terms.under,
    };
  }

  get dollars(): AmountStyle {
    return { ...this.amounts, currency: 'USD' };
  }

  /** The pictures of the purchase on show, on their way or done. */
  get pictures(): readonly PictureState[] {
    const { generation } = this;
    const state = isBusy(generation)
      ? generation.purchase
      : 'state' in generation
        ? generation.state
        : undefined;
    return state?.pictures ?? [];
  }

  /** How many references the model takes at most; another route is taken where one takes more. */
  get mostReferences(): number {
    const { quote } = this;
    const model = this.route
      ? undefined
      : models(this.provider, this.pageServices.prices.of(this.prices)).find(
          ({ id }) => id === quote?.request.model,
        );
    return model?.references ?? quote?.traits?.references ?? 0;
  }

  get health(): StorageHealth {
    return this.tallies.tally ? this.pageServices.journal.health() : 'ok';
  }

  /** The words of the first look, in the language this element is in. */
  get terms(): FirstTerms {
    return this.words;
  }

  /** All the words; for the parts that are fetched together with them. */
  get words(): Terms {
    return termsFor(this.language);
  }

  get language(): string {
    return languageOf(this.element);
  }

  /** See the element's. */
  generate(by?: Event): Promise<Purchase> {
    const {
      generation,
      purchases,
      quotes: { shown },
    } = this;
    const permit = permitFor(by);
    const refusal =
      isBusy(generation) || generation.name === 'confirming'
        ? undefined
        : refusalOf(this, shown, permit);
    if (!refusal) return purchases.press(shown, permit);
    emit(this.element, 'user-pays-error', { error: refusal });
    return Promise.reject(refusal);
  }

  cancel(): void {
    this.purchases.cancel();
  }

  signIn(): Promise<AccountState> {
    return this.accountController.signIn();
  }

  signOut(): void {
    this.accountController.signOut();
  }

  setKey(key: string, options: { keep: Keep }): Promise<AccountState> {
    return this.accountController.setKey(key, options);
  }
}
