import type { TemplateResult } from 'lit';
import type { Account, AccountState } from '../../../accounts/account.js';
import type { ModelChoice, SizeChoice } from '../../../checkout/choices.js';
import type { ProviderChoice } from '../../../checkout/provider-choices.js';
import type { OptionChoice } from '../../../checkout/option-choices.js';
import type { CheckoutCore } from '../../../checkout/core.js';
import type { Spending } from '../../../checkout/limits.js';
import type { CheckoutSettings } from '../../../checkout/settings.js';
import type { ConfirmReason, Generation } from '../../../generation/machine.js';
import type { BoughtImage, PictureState } from '../../../generation/purchase.js';
import type { Found } from '../../../pictures/reference.js';
import type { ModelInfo } from '../../../pricing/models.js';
import type { ImageRequest, PricedRequest, Quote, Size } from '../../../pricing/quote-types.js';
import type { Entry, Sums, Tally } from '../../../spending/entry.js';
import type { StorageHealth } from '../../../spending/journal-port.js';
import type { AmountStyle } from '../../amount.js';
import type { FirstTerms, Terms } from '../../i18n/index.js';
import type { ActionPorts, MoreActions, Section, WidgetActions } from './action-types.js';
import type { DraftPlan } from './deferred/draft-plan.js';
import type { Field } from './field.js';
import type { FormElement, FormSource } from './form-model.js';
import type { Gallery, GalleryModel, GalleryPorts, Strip, StripModel } from './gallery-model.js';
import type { ModelRow, PickerModel } from './picker-model.js';
import type { PictureToolsModel, Shown } from './picture-model.js';

/** What a part of the widget comes to: a template, some of them, text, or lit's `nothing`. */
export type View = TemplateResult | symbol | string | readonly View[];

/** A picture the request starts from. */
export interface ReferenceModel {
  readonly blob: Blob;
  /** `0 × 0` while it is measured, or when it is no picture. */
  readonly size: Size;
  readonly found: Found | undefined;
  /** For its thumbnail. */
  readonly url: string;
}

/** What the first look shows, made once per render. */
export interface FirstModel {
  readonly settings: CheckoutSettings;
  readonly isOff: boolean;
  readonly quote: Quote;
  readonly generation: Generation;
  readonly account: AccountState;
  /** The provider that is paid: how its accounts work, and its name as readers know it. */
  readonly payer: { readonly kind: Account['kind']; readonly name: string };

  /** True once the reader reached for the widget: choices are priced from then on. */
  readonly isTouched: boolean;
  readonly offered: CheckoutCore['choices']['offered'];
  /** The models and sizes to choose from, each with its price. */
  readonly models: readonly ModelChoice[];
  readonly sizes: readonly SizeChoice[];
  /** What the request on show would cost with something changed. */
  priceWith(change: Partial<ImageRequest>): PricedRequest;
  readonly mostReferences: number;
  /** Pictures of purchases that a reload or crash interrupted. */
  readonly recovered: readonly PictureState[];

  /** `undefined` until the journal is here: not known yet, which is not zero. */
  readonly tally: Tally | undefined;
  /** The sums that count for what is on show: simulated money has its own. */
  readonly sums: Sums | undefined;
  readonly health: StorageHealth;

  readonly language: string;
  readonly terms: FirstTerms;
  /** How amounts are written; `dollars` without the page's second currency. */
  readonly amounts: AmountStyle;
  readonly dollars: AmountStyle;

  readonly open: ReadonlySet<Section>;
  readonly isOffline: boolean;
  /** True in a sign-in window whose result the page that opened it has taken. */
  readonly isSignInDone: boolean;
  /** Milliseconds until the button may be pressed again. */
  readonly wait: number;
  readonly parts: WidgetParts;
  /** The pictures that go with a form; `undefined` where the widget is no field of one. */
  readonly chosen: readonly PictureState[] | undefined;
  /** True where the page brings an action row of its own. */
  readonly hasOwnActions: boolean;
}

/** The rest of the model; it comes with the deferred part, and so do all views that read it. */
export interface DeferredModel extends Pick<FirstModel, 'models'> {
  /** The price and all obstacles to a purchase, as screen readers hear them. */
  readonly spoken: string;
  readonly references: readonly ReferenceModel[];
  /** True where the browser gives back something else than was drawn: see `canDraw`. */
  readonly hidesDrawings: boolean;
  /** Why the list of live prices, or the page's own, was refused. */
  readonly listProblem: string | undefined;

  /** The pictures of the purchase on show, on their way or done. */
  readonly pictures: readonly PictureState[];
  /** Those of the purchase before, which stay while the reader is asked about another. */
  readonly lastPictures: readonly PictureState[];
  /** Milliseconds a picture of this model usually takes; `undefined` while nothing is known. */
  readonly expectedMs: number | undefined;
  /** Epoch milliseconds of this render. */
  readonly now: number;
  readonly gallery: GalleryModel | undefined;
  /** The last pictures kept here; `undefined` until they were looked for. */
  readonly strip: StripModel | undefined;
  /** True while files are dragged over the widget. */
  readonly isDragging: boolean;
  /** How many pictures that were forgotten can come back. */
  readonly forgotten: number;
  /** The words of a picture of this visit; empty for others. */
  wordsOf(id: string): string;
  toolsOf(id: string): PictureToolsModel;
  /** True where a picture's address showed nothing. */
  isUnloaded(image: BoughtImage): boolean;
  readonly keepsCloudCopy: boolean;
  /** True where prompts are kept with the pictures. */
  readonly keepsPrompts: boolean;
  /** Who can be paid, as the page's `providers` has it. */
  readonly payees: readonly ProviderChoice[];
  /** What the model offers beside size. */
  readonly options: readonly OptionChoice[];

  readonly spending: Spending;
  /** Lines of real money that are in doubt. */
  readonly doubts: readonly Entry[];
  /** Lines of the money on show that may have been charged: in doubt, or still on their way. */
  readonly pending: readonly Entry[];
  /** The amount the reader gave for a purchase in doubt, US dollars; `undefined` without an answer. */
  readerAnswer(id: string): string | undefined;
  /** US dollars of the price that was on show before the one asked about. */
  readonly priceBefore: string | undefined;
  readonly plan: DraftPlan | undefined;
  /** True after a press that the page said no to. */
  readonly isHeldBack: boolean;
  /** True for a failure the reader has dealt with. */
  readonly isDismissed: boolean;
  /** The few models in the menu where there are many; `undefined`: all. */
  readonly shortlist: readonly ModelInfo[] | undefined;
  /** The list of all; `undefined` where there are few, and until its part is here. */
  readonly picker: PickerModel | undefined;
  /** The custom states that a first look cannot be in. */
  readonly deferredStates?: readonly string[];
}

/** Everything on show. */
export interface WidgetModel extends FirstModel, DeferredModel {
  /** All the words: those of the deferred parts come with them. */
  readonly words: Terms;
}

/** What the late part of a widget works on. */
export interface DeferredPorts extends ActionPorts {
  readonly root: () => ShadowRoot | null;
  /** Resolves when what changed is on show. */
  readonly drawn: () => Promise<unknown>;
  readonly parts: { readonly here: WidgetParts; load(name: keyof WidgetParts): Promise<void> };
}

/** The part of a widget that loads after the first look. */
export interface Deferred {
  readonly actions: MoreActions;
  complete(first: FirstModel): DeferredModel;
  beforeRender(): void;
  afterRender(model: WidgetModel, isConnected: boolean): void;
  askForKey(): void;
  /** Why the reader is asked at a press, or a call of `generate()`: see `Widget.generate`. */
  reasonToAsk(isOwnPress: boolean): ConfirmReason | undefined;
  disconnect(): void;
}

/** What is shown beyond the first look: receipt, advice, progress, pictures, failures. */
interface DeferredPart {
  createDeferred(ports: DeferredPorts): Deferred;
  accountView(model: WidgetModel, actions: WidgetActions): View;
  /** What a first visitor may want to know of who is paid. */
  aboutView(model: WidgetModel): View;
  budgetMeterView(model: WidgetModel): View;
  /** What is not settled yet: on its way, or not confirmed. */
  pendingView(model: WidgetModel, actions: WidgetActions): View;
  /** True where a way out of a limit is on show. */
  isBlocked(model: WidgetModel): boolean;
  confirmView(model: WidgetModel, actions: WidgetActions): View;
  exactView(model: WidgetModel, actions: WidgetActions): View;
  /** The sizes to choose from, drawn. */
  shapesView(model: WidgetModel, actions: WidgetActions): View;
  /** The menu of providers, if the page offers several. */
  payeesView(model: WidgetModel, actions: WidgetActions): View;
  /** All models, a cheaper draft, and what the model offers beside size. */
  optionsView(model: WidgetModel, actions: WidgetActions): View;
  foldsView(model: WidgetModel, actions: WidgetActions): View;
  hintsView(model: WidgetModel, actions: WidgetActions, which: 'useful' | 'quiet'): View;
  noticeView(model: WidgetModel, actions: WidgetActions): View;
  progressView(model: WidgetModel, actions: WidgetActions): View;
  receiptView(model: WidgetModel, actions: WidgetActions): View;
  resultsView(model: WidgetModel, actions: WidgetActions): View;
  resultText(model: WidgetModel): string;
  thumbnailsView(model: WidgetModel, actions: WidgetActions): View;
  /** A readable name made of a model's id. */
  readableName(id: string): string;
  pictureView(actions: WidgetActions, shown: Shown, part: string): View | HTMLCanvasElement;
  /** Over the whole widget while files are dragged over it. */
  dropView(model: WidgetModel): View;
  /** How long the button waits. */
  waitView(model: WidgetModel): View;
}

/** What can be done with a finished picture. */
interface ToolsPart {
  toolsView(
    model: WidgetModel,
    actions: WidgetActions,
    picture: PictureState,
    more?: {
      readonly pin?: { readonly is: boolean; readonly toggle: () => void };
      /** Name of the slot for tools of the page's own. */
      readonly slot?: string;
      /** The pictures it is shown large among. */
      readonly among?: readonly PictureState[];
    },
  ): View;
  /** Small pictures, each opened large by a press. */
  thumbsView(model: WidgetModel, actions: WidgetActions, pictures: readonly PictureState[]): View;
  /** Where a large picture is shown. */
  placeView(): View;
}

/** A draft on one model, the final on another. */
interface DraftsPart {
  planView(model: WidgetModel, actions: WidgetActions): View;
  /** What drafting saves, for the receipt. */
  planNoteView(model: WidgetModel): View;
  /** The way from a draft to its final, with its price. */
  promoteView(model: WidgetModel, actions: WidgetActions, picture: PictureState): View;
}

interface GalleryPart {
  createStrip(ports: GalleryPorts, changed: () => void): Strip;
  stripView(model: WidgetModel, actions: WidgetActions): View;
  createGallery(ports: GalleryPorts, changed: () => void): Gallery;
  galleryView(model: WidgetModel, actions: WidgetActions): View;
}

/** The choice among many models, for one widget. */
export interface Picker {
  /** What the menu beside it holds; `undefined` until all models have a price. */
  shortlist(first: FirstModel, models: readonly ModelChoice[]): readonly ModelInfo[] | undefined;
  /** What the list shows. */
  model(first: FirstModel, models: readonly ModelChoice[]): PickerModel;
  search(query: string): void;
  pointAt(key: string): void;
  choose(row: ModelRow): void;
  afterRender(model: FirstModel, isConnected: boolean): void;
  disconnect(): void;
}

interface PickerPart {
  createPicker(ports: DeferredPorts): Picker;
  pickerView(model: WidgetModel, actions: WidgetActions): View;
}

/** The value of a widget in a form. */
export interface FormValue {
  readonly chosen: readonly PictureState[];
  follow(generation: Generation): void;
  toggle(picture: PictureState): void;
  afterRender(model: WidgetModel): void;
  /** Tells the form, where something changed. */
  tell(): void;
  reset(): void;
  restore(state: unknown): Promise<void>;
}

interface FormPart {
  createForm(source: FormSource, field: Field, element: FormElement): FormValue;
  chooseView(model: WidgetModel, actions: WidgetActions, picture: PictureState): View;
  chosenView(model: WidgetModel, actions: WidgetActions): View;
}

/** Where a reader marks what may change of a picture. */
interface MaskPart {
  maskView(model: WidgetModel, actions: WidgetActions): View;
}

/** Parts that are fetched when they are first needed; `undefined` until then. */
export interface WidgetParts {
  readonly deferred?: DeferredPart;
  readonly tools?: ToolsPart;
  readonly drafts?: DraftsPart;
  readonly gallery?: GalleryPart;
  readonly picker?: PickerPart;
  readonly mask?: MaskPart;
  readonly form?: FormPart;
}
