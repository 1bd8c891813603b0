import type { Keep } from '../../../accounts/account.js';
import type { OptionChoice } from '../../../checkout/option-choices.js';
import type { CheckoutCore, Offer } from '../../../checkout/core.js';
import type { CheckoutSettings } from '../../../checkout/settings.js';
import type { Generation } from '../../../generation/machine.js';
import type { BoughtImage, PictureState } from '../../../generation/purchase.js';
import type { Quote } from '../../../pricing/quote-types.js';
import type { Entry } from '../../../spending/entry.js';
import type { Caps } from '../../../spending/journal-port.js';
import type { DraftPlan } from './deferred/draft-plan.js';
import type { PickerActions } from './picker-model.js';

/** What the reader can open and close. */
export type Section =
  | 'about'
  | 'receipt'
  | 'exact'
  | 'shapes'
  | 'options'
  | 'details'
  | 'gallery'
  | 'drafts'
  | 'models'
  | 'mask';

/** What a reader can do at the first look, one verb each. */
export interface FirstActions {
  change(settings: Partial<CheckoutSettings>): void;
  /** False if no file was taken: none is a picture, or there is no room. */
  addReferences(files: Iterable<File> | undefined): boolean;
  /** Sets the prompt; `isReaders` if the reader typed it, and no script. */
  type(prompt: string, isReaders: boolean): void;
  /** Buys; `offer` is what was on show at the reader's act, `null` if that is not known. */
  press(by: UIEvent, offer?: Offer | null): void;
  /** A press in the widget itself buys what was drawn when it began. */
  pressOwn(by: UIEvent): void;
  toggle(section: Section, open?: boolean): void;
  redraw(): void;
  /** Adds a picture to the form, or removes it. */
  choose(picture: PictureState): void;
}

/** What a reader can do after the first look. */
export interface MoreActions extends PickerActions, Pick<FirstActions, 'change'> {
  /** Sets an option by its own name; an empty text means the default. */
  setOption(option: OptionChoice, value: string): void;
  /** Shrinks a reference that is too large; resolves false if that failed. */
  shrinkReference(blob: Blob): Promise<boolean>;
  /** Shrinks all references to at most so many pixels, where they cost less. */
  fitReferences(pixels: number): void;
  confirm(quoteId: string, by: Event): void;
  cancel(): void;
  /** Goes on without waiting; cancels what was not sent. */
  leave(): void;
  /** Changes the request and buys it at once, if it then costs `price`, US dollars. */
  buyAt(price: string | undefined, settings: Partial<CheckoutSettings>): void;
  signIn(): void;
  signOut(): void;
  setKey(key: string, keep: Keep): void;
  plan(models: DraftPlan): void;
  /** The reader has dealt with the displayed failure. */
  dismiss(): void;
  dismissRecovered(pictures: readonly PictureState[]): void;
  /**
   * Records what the reader found in their account: charged as estimated, or not charged. Where
   * `isCharged`, an entry of unknown price stays as it is.
   */
  settle(doubts: readonly Entry[], isCharged: boolean): void;
  raiseLimit(cap: keyof Caps, limit: string): void;
  keepCloudCopy(isOn: boolean): void;
  keepPrompts(isOn: boolean): void;
  searchPictures(query: string): void;
  /** Moves the focus to the first element that the selector finds in this widget. */
  focusOn(selector: string): void;
  /** Moves the focus to the button that buys, once what changed is drawn. */
  focusButton(): void;
  unfoldTools(id: string): void;
  /** Says something beside a picture's buttons, for a moment. */
  note(id: string, words: string): void;
  /** Forgets a kept picture, at the second press. */
  forget(id: string): void;
  /** Brings back the pictures that were forgotten last. */
  undoForget(): void;
  /** The reader left the button before the second press. */
  keep(): void;
  /** Forgets all kept pictures, at the second press. */
  forgetAll(): void;
  keepAll(): void;
  pin(id: string, isPinned: boolean): void;
  showMore(): void;
  /** The picture at this address did not load. */
  pictureFailed(image: BoughtImage): void;
}

export interface WidgetActions extends FirstActions, MoreActions {}

/** The part of the widget's state that actions change. */
interface OnShow {
  readonly open: Set<Section>;
  retryAt: number;
  plan: DraftPlan | undefined;
  readonly heldBack: Quote | undefined;
  dismissed: Generation | undefined;
}

/** What the first look's actions work on. */
export interface ActionPorts {
  readonly checkout: CheckoutCore;
  readonly state: OnShow;
  /** Sets properties of the element, so that the page sees them, too. */
  readonly change: (settings: Partial<CheckoutSettings>) => void;
  readonly redraw: () => void;
  /** Draws all of the widget anew: another script changed what is in it. */
  readonly redrawFromNothing: () => void;
  /** Buys at a press: see `Widget.generate`. */
  readonly generate: (by?: Event, offer?: Offer | null) => Promise<unknown>;
  /** Milliseconds until the button may be pressed again. */
  readonly wait: () => number;
  /** What was drawn when the reader began the press that this event ends; `null` if unknown. */
  readonly offerAt: (by: Event) => Offer | null;
}
