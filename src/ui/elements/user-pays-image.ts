import type { TemplateResult } from 'lit';
import type { AccountState, Keep, SignInOptions } from '../../accounts/account.js';
import { askedOver, type CheckoutSettings } from '../../checkout/settings.js';
import { isBusy, type Generation } from '../../generation/machine.js';
import type { Purchase } from '../../generation/purchase.js';
import type { Quote } from '../../pricing/quote-types.js';
import type { Deadlines } from '../../providers/image-provider.js';
import type { SandboxScript } from '../../providers/sandbox-script.js';
import type { Tally } from '../../spending/entry.js';
import { languageOf } from '../i18n/language.js';
import { followTerms, nativeText } from '../i18n/words.js';
import { widgetStyles } from '../styles/widget.js';
import './events.js';
import { DrawnElement } from './shared/drawn-element.js';
import type { WidgetModel } from './widget/model.js';
import { widgetView } from './widget/view.js';
import { Widget } from './widget/widget.js';
import { keepTyping } from './shared/keep-typing.js';

const text = { type: String, noAccessor: true } as const;
// The settings read the text: what is left empty is not 0.
const number = { ...text, type: Number, converter: (said: string | null) => said } as const;
const flag = { type: Boolean, noAccessor: true } as const;
const shownFlag = { ...flag, reflect: true } as const;
const value = { attribute: false, noAccessor: true } as const;

/** The checkout's settings, as attributes and properties. */
const settings: Readonly<Record<keyof CheckoutSettings, object>> = {
  provider: text,
  providers: text,
  model: text,
  models: text,
  route: text,
  options: text,
  size: text,
  sizes: text,
  count: number,
  maxCount: { ...number, attribute: 'max-count' },
  prompt: text,
  references: value,
  mask: value,
  seed: number,
  budget: text,
  confirmOver: { ...text, attribute: 'confirm-over' },
  prices: text,
  relay: text,
  endpoint: text,
  unitPrice: { ...text, attribute: 'unit-price' },
  clientId: { ...text, attribute: 'client-id' },
  temporaryAccount: { ...flag, attribute: 'temporary-account' },
  currency: text,
  rate: text,
  compact: shownFlag,
  disabled: shownFlag,
  sandbox: value,
  deadlines: value,
};

/**
 * Text-to-image that the reader pays for, with the exact price before every click.
 *
 * @attr {ProviderId} [provider=puter] - who makes the picture and is paid
 * @attr {string} providers - who the reader may choose to pay, separated by spaces; the first is
 * the default
 * @attr {string} model - catalogue id; the provider’s cheapest adequate one by default
 * @attr {string} models - ids the reader may choose from, separated by spaces; all with a price by
 * default
 * @attr {string} route - who serves it where a provider has several; the cheapest by default
 * @attr {string} options - what the model offers beside size, e.g. `quality=high resolution=2K`
 * @attr {string} [size=1024x1024] - `WIDTHxHEIGHT` in pixels
 * @attr {string} sizes - sizes the reader may choose from, `WIDTHxHEIGHT`, separated by spaces; by
 * default what the model makes
 * @attr {number} [count=1] - pictures per purchase
 * @attr {number} [max-count=4] - the most a reader may ask for
 * @attr {string} prompt - the text so far
 * @attr {number} seed - an integer
 * @attr {string} budget - the page owner’s cap for a session, US dollars
 * @attr {string} [confirm-over=0.50] - asks before a purchase that may cost more, US dollars
 * @attr {string} [prices=live] - `live`, `bundled`, or the https address of a price list
 * @attr {string} relay - https address of a relay for providers that refuse browsers, or `puter`
 * @attr {string} endpoint - base address of an OpenAI-compatible server
 * @attr {string} unit-price - what a picture costs on that server, US dollars; by default nothing on
 * this machine, and elsewhere unknown
 * @attr {string} client-id - the page’s own id at Hugging Face or Pollinations, so that readers sign
 * in there and need no key
 * @attr {boolean} [temporary-account=false] - lets readers without a Puter account go on with a
 * temporary one
 * @attr {string} [currency=USD] - code of another currency to show amounts in, too
 * @attr {string} rate - how much of it one US dollar is
 * @attr {boolean} [compact=false] - takes less room
 * @attr {boolean} [disabled=false] - nothing can be bought
 * @attr {string} name - its form gets the chosen pictures as files under this name, and the receipt
 * of each as JSON under this name and `-receipt`; chosen are those of the last purchase, until the
 * reader chooses others
 * @attr {boolean} [required=false] - its form is not sent without a picture
 * @fires {CustomEvent<{ quote: Quote }>} user-pays-quote - the price on show changed
 * @fires {CustomEvent<{ quote: Quote; request: PricedRequest['request'] }>} user-pays-before-charge
 * - cancelable: prevent it and nothing is sent
 * @fires {CustomEvent<{ generation: Generation }>} user-pays-state - the purchase moved on
 * @fires {CustomEvent<{ purchase: Purchase }>} user-pays-done - pictures are here
 * @fires {CustomEvent<{ error: UserPaysError }>} user-pays-error - what went wrong, and whether
 * money may have moved
 * @fires {CustomEvent<{ tally: Tally }>} user-pays-tally - what was spent changed, in this tab or
 * another
 * @fires {Event} change - as a field of a form: other pictures go with it, after a purchase or by
 * the reader’s choice
 * @slot header - above the prompt: a heading, a word of the page’s own
 * @slot empty - shown where the pictures will stand, while there are none
 * @slot footer - below everything
 * @slot actions - in place of the button that buys, beside the price. A press inside an element
 * with `data-user-pays="generate"` buys, as does `generate(event)` called with the event of a
 * press; without the reader's act nothing real is bought
 * @slot tools-1 - in place of the tools under the first picture of a purchase; `tools-2` for the
 * second, and so on, in the order of `purchase.images`
 * @csspart panel - the whole
 * @csspart prompt - the text area
 * @csspart model - the menu of models, or of a few where there are many
 * @csspart provider - the menu of who is paid, where the page names several
 * @csspart all-models - the button that opens the list of all models
 * @csspart models - that list
 * @csspart model-search - the field that searches it
 * @csspart model-option - each row of it
 * @csspart models-close - the button that shuts it
 * @csspart size - the menu of sizes
 * @csspart width - the field for the width, where a size is typed
 * @csspart height - the field for the height
 * @csspart shape - the button beside it that opens all sizes as drawn shapes
 * @csspart shapes - those
 * @csspart shape-option - the button of each
 * @csspart count - the menu of how many pictures
 * @csspart options - what the model offers beside size
 * @csspart option - each field or menu of it
 * @csspart more-options - the button that unfolds the rest of it, and the draft
 * @csspart add-reference - the field that takes pictures to start from
 * @csspart references - the pictures it starts from
 * @csspart thumbnail - each of them, small
 * @csspart shrink - the button that makes one that is too large smaller
 * @csspart drawings-hidden - why pictures can’t be shrunk or masked in this browser
 * @csspart mask - the button that opens the mask of the first
 * @csspart mask-editor - where the mask is drawn
 * @csspart mask-board - the picture that is drawn on
 * @csspart mask-brush - how wide the brush is
 * @csspart mask-undo - takes the last stroke back
 * @csspart mask-clear - takes the whole mask away
 * @csspart mask-file - the field that takes a mask from a file
 * @csspart mask-done - shuts the editor
 * @csspart price-line - what the price is made of, beside the button; opens the receipt
 * @csspart generate - the button that buys, its price in it
 * @csspart hints - advice about the price
 * @csspart hint - each piece of advice that one press takes
 * @csspart draft - the button that starts drafting on a cheaper model, or stops it
 * @csspart plan - a draft and its final, both priced
 * @csspart draft-choice - the button that chooses the draft, with its price
 * @csspart final-choice - the button that chooses the final, with its price
 * @csspart promote - the button under a draft that makes its final
 * @csspart receipt - how the price comes about
 * @csspart breakdown - the receipt’s rows
 * @csspart source - each link to where the price was read
 * @csspart route - who serves the model, where a provider has several
 * @csspart list-problem - why the page’s own price list does not count
 * @csspart problem - why there is no price, or nothing can be bought
 * @csspart limit - a limit or a balance that holds the purchase back
 * @csspart ways-out - what makes a refused purchase possible
 * @csspart way-out - each button of it
 * @csspart confirm - the question before an expensive picture
 * @csspart confirm-yes - the button that buys after it
 * @csspart confirm-no - the button that does not
 * @csspart error - what went wrong, money first
 * @csspart advice - what a reader can do about it
 * @csspart answers - what a reader can say about a doubt
 * @csspart open-provider - the link to the provider’s account, to look there
 * @csspart was-charged - the button that says it was charged
 * @csspart was-not - the button that says it was not
 * @csspart doubts - all that is in doubt
 * @csspart doubt - each sum in doubt
 * @csspart checked - how doubts from before ended
 * @csspart copy-details - the button that copies what a provider needs to find a purchase
 * @csspart details-text - the same to be read, where the browser does not copy
 * @csspart address - the link to a picture that is paid for and could not be fetched
 * @csspart offline - that the browser has no network
 * @csspart storage - that this browser keeps nothing, or not much more
 * @csspart signed-in - that the sign-in is done
 * @csspart what-is - the button that tells of who is paid
 * @csspart about - what it tells
 * @csspart background - what is said of an order that goes on although nobody waits for it
 * @csspart about-account - what a first sign-in brings
 * @csspart switch - the button that takes another account
 * @csspart sign-out - the button that signs out, or forgets the key
 * @csspart key - the field for the reader’s key
 * @csspart key-missing - that there is no key yet
 * @csspart get-key - the link to the provider's page for keys
 * @csspart top-up - the link to where an account is filled
 * @csspart progress - how long it takes
 * @csspart stop - the button that stops waiting
 * @csspart result - what came of it, for those who hear the page
 * @csspart summary - what came of it, where there are several pictures
 * @csspart recovered - pictures of an earlier visit
 * @csspart images - the pictures of a purchase
 * @csspart image - each picture
 * @csspart not-drawn - in place of a picture that is not drawn: why
 * @csspart open - the button on a picture that shows it large
 * @csspart download - the button under a picture that saves it
 * @csspart large - a picture as large as the screen, with its words and price
 * @csspart previous - the button that shows the picture before
 * @csspart next - the button that shows the one after
 * @csspart zoom - the button that shows it pixel by pixel
 * @csspart compare - the button that shows another one beside it
 * @csspart compared - each of the two
 * @csspart large-prompt - the words it came of
 * @csspart large-facts - its model, size and cost
 * @csspart strip - the last pictures kept in this browser
 * @csspart strip-picture - the button of each, which opens it large
 * @csspart undo - the button that brings back a picture that was forgotten
 * @csspart choose - the button under a picture that takes it into the form
 * @csspart chosen - pictures that go with the form and are not on show otherwise
 * @csspart chosen-image - each of them
 * @csspart more - the button under a picture that unfolds the other tools
 * @csspart as-reference - the tool that starts from the picture
 * @csspart copy - the tool that copies it
 * @csspart share - the tool that hands it to another app
 * @csspart again - the tool that asks for the same again
 * @csspart pin - the tool that keeps it for good
 * @csspart forget - the tool that removes it from this browser
 * @csspart expiring - that its address will end
 * @csspart kept-there - where the provider keeps it
 * @csspart keep-there - the switch for that
 * @csspart tally - what was spent
 * @csspart in-progress - the cost of purchases in progress
 * @csspart not-confirmed - the cost of purchases with an unknown outcome
 * @csspart gallery - the button that opens the pictures kept in this browser
 * @csspart gallery-sheet - those pictures
 * @csspart gallery-search - the field that searches their prompts
 * @csspart kept - each of them
 * @csspart caption - the words it came of
 * @csspart keep-prompts - the switch for keeping the words of new ones
 * @csspart forget-all - the button that removes them all
 * @csspart details - the button that opens what was spent in detail
 * @cssstate busy - a purchase is under way
 * @cssstate quoted - a price is on show, nothing was asked for yet
 * @cssstate confirming - the reader is asked before something is bought
 * @cssstate done - the pictures are here
 * @cssstate failed - the purchase failed
 * @cssstate in-doubt - money may have been charged; the outcome is unknown
 * @cssstate over-budget - a limit of the page or of the reader holds the purchase back
 * @cssstate signed-out - the reader has no account or key here yet
 * @cssstate simulated - play money
 * @cssstate offline - the browser has no network
 * @cssproperty {<color>} [--user-pays-accent=light-dark(#2f5d50, #92c9b8)] - the one accent: the
 * button, the bars, the focus ring
 * @cssproperty {<color>} [--user-pays-ink=light-dark(#1c1c1a, #ececea)] - text
 * @cssproperty {<color>} [--user-pays-paper=light-dark(#fff, #1c1d1f)] - what it is printed on
 * @cssproperty {<color>} [--user-pays-line=light-dark(#dcdcd8, #393a3e)] - rules between the
 * sections
 * @cssproperty {<length>} [--user-pays-radius=12px] - corners
 * @cssproperty {<length>} [--user-pays-space=24px] - room at the sides, less in a narrow place
 * @cssproperty [--user-pays-font=inherit] - the font, the page’s own by default
 */
export class UserPaysImage extends DrawnElement {
  static override readonly properties = {
    ...settings,
    name: nativeText,
    required: shownFlag,
    lang: nativeText,
  };
  static override readonly styles = widgetStyles;
  static readonly formAssociated = true;
  static override readonly shadowRootOptions: ShadowRootInit = {
    mode: 'open',
    delegatesFocus: true,
  };

  declare provider: string;
  declare providers: string;
  declare model: string;
  declare models: string;
  declare route: string;
  /** What the model offers beside size, names and values as the provider's list spells them. */
  declare options: Readonly<Record<string, string | number | boolean>>;
  declare size: string;
  /**
   * Sizes the reader may choose from, space-separated `WIDTHxHEIGHT`; empty: what the model makes.
   */
  declare sizes: string;
  declare count: number;
  declare maxCount: number;
  declare prompt: string;
  /** Pictures to start from. */
  declare references: Blob[];
  /** White where the first reference may change, for models that take a mask. */
  declare mask: Blob | undefined;
  declare seed: number | string | undefined;
  declare budget: string | undefined;
  declare confirmOver: string;
  declare prices: string;
  declare relay: string | undefined;
  declare endpoint: string | undefined;
  declare unitPrice: string;
  /** The page's own id at Hugging Face or Pollinations. */
  declare clientId: string;
  /** Puter: a reader without an account may go on with a temporary one. */
  declare temporaryAccount: boolean;
  declare currency: string;
  declare rate: string | undefined;
  declare compact: boolean;
  declare disabled: boolean;
  /** How the sandbox behaves. */
  declare sandbox: SandboxScript;
  /** Milliseconds; defaults apply to missing ones. */
  declare deadlines: Partial<Deadlines>;
  declare name: string;
  /** The form around it. */
  declare readonly form: HTMLFormElement | null;
  /** The labels that name it. */
  declare readonly labels: NodeList;
  /** As of native fields: what is missing for its form to be sent. */
  declare readonly validity: ValidityState;
  /** The same in words; empty: nothing. */
  declare readonly validationMessage: string;
  /** False while nothing is asked of it: it is disabled. */
  declare readonly willValidate: boolean;

  readonly #widget = new Widget(this, (changes) => Object.assign(this, changes));
  #model: WidgetModel | undefined;
  #isRequired = false;

  static {
    for (const name of ['form', 'labels', 'validity', 'validationMessage', 'willValidate'] as const)
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: UserPaysImage) {
          return this.#widget.field.internals?.[name];
        },
      });
    for (const name of Object.keys(settings) as (keyof CheckoutSettings)[]) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: UserPaysImage) {
          const set = this.#widget.checkout.settings[name];
          return name === 'confirmOver' ? (set ?? askedOver) : set;
        },
        set(this: UserPaysImage, given: unknown) {
          const before = this[name];
          this.#widget.checkout.update({ [name]: given });
          this.requestUpdate(name, before);
        },
      });
    }
  }

  constructor() {
    super();
    followTerms(this);
    this.name = '';
    for (const type of ['pointerenter', 'focusin', 'dragenter'])
      this.addEventListener(type, () => this.#widget.touched());
  }

  /** The price of exactly what the controls say now. */
  get quote(): Quote | undefined {
    return this.#widget.checkout.quote;
  }

  /** How far the purchase is. */
  get generation(): Generation {
    return this.#widget.checkout.generation;
  }

  /** What was spent in this browser; simulated money stands apart. */
  get tally(): Tally {
    return this.#widget.checkout.page.journal.tally();
  }

  /** The reader's account at the provider, as far as it is known. */
  get account(): AccountState {
    return this.#widget.checkout.account.state;
  }

  /**
   * Buys what the button shows. While a purchase is under way, the same promise. Real money needs
   * the reader's act: `by` is their own event, where there is one.
   *
   * @throws UserPaysError (as a rejection)
   */
  generate(by?: Event): Promise<Purchase> {
    return this.#widget.generate(by);
  }

  /**
   * Stops waiting, or says no to what is being asked. What was already sent may still be charged; at
   * Puter, which can't be told to stop, it goes on and its picture is kept.
   */
  cancel(): void {
    this.#widget.checkout.purchases.cancel();
  }

  /** Opens the provider's window; call it in the reader's act. */
  signIn(options?: SignInOptions): Promise<AccountState> {
    return this.#widget.checkout.account.signIn(options);
  }

  /** Ends the session here, or forgets the key. */
  signOut(): void {
    this.#widget.checkout.account.signOut();
  }

  /** Takes the reader's key for this provider, shared by the page's widgets; a 401 forgets it. */
  setKey(key: string, options?: { keep?: Keep }): Promise<AccountState> {
    return this.#widget.checkout.account.setKey(key, options);
  }

  /** Its form is not sent without a picture. */
  get required(): boolean {
    return this.#isRequired;
  }

  set required(isRequired: boolean) {
    const before = this.#isRequired;
    this.#isRequired = isRequired;
    this.#widget.fieldChanged();
    this.requestUpdate('required', before);
  }

  /** As of native fields: false where something is missing for its form to be sent. */
  checkValidity(): boolean {
    return this.#widget.field.internals?.checkValidity?.() ?? true;
  }

  /** The same, and the browser says what is missing. */
  reportValidity(): boolean {
    return this.#widget.field.internals?.reportValidity?.() ?? true;
  }

  /** What the page holds against it, in words; empty: nothing. */
  setCustomValidity(words: string): void {
    this.#widget.field.setCustomValidity(words);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#widget.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#widget.disconnect();
  }

  /** Called by the browser when a `<fieldset>` around it is disabled or no longer. */
  formDisabledCallback(): void {
    // It is called in the middle of the update that reflects `disabled`.
    queueMicrotask(() => this.requestUpdate());
  }

  /** Called by the browser when it comes into a form, or out of it. */
  formAssociatedCallback(): void {
    this.#widget.fieldChanged();
  }

  /** Called by the browser when its form is reset. */
  formResetCallback(): void {
    this.#widget.reset();
  }

  /** Called by the browser with what it kept of an earlier visit. */
  formStateRestoreCallback(state: unknown): void {
    this.#widget.restore(state);
  }

  /** A price whose list is still on its way belongs to the update. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#widget.checkout.pricesComing;
    return isComplete && super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    this.#widget.beforeRender(languageOf(this));
    this.#model = this.#widget.model(languageOf(this));
  }

  protected override render(): TemplateResult {
    return widgetView(this.#model as WidgetModel, this.#widget.actions);
  }

  protected override firstUpdated(): void {
    keepTyping(this.renderRoot as ShadowRoot);
  }

  /**
   * The button that buys can be reached also while it can’t be pressed, and says why. Who asks its
   * `disabled` is told that it can’t; while it buys it is only busy.
   */
  protected override updated(): void {
    const button = this.renderRoot.querySelector('.buy') as HTMLButtonElement;
    Object.defineProperty(button, 'disabled', {
      configurable: true,
      get: () => button.ariaDisabled === 'true' && !isBusy(this.generation),
    });
    this.#widget.afterRender(this.#model as WidgetModel);
  }
}
