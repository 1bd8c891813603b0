import { optionChoices, type OptionChoice } from '../../../../checkout/option-choices.js';
import { providerChoices } from '../../../../checkout/provider-choices.js';
import { warnOnce } from '../../../../base/warn-once.js';
import { settingMistakes } from '../../../../checkout/setting-mistakes.js';
import { lastFor } from '../../../../checkout/last-for.js';
import { keepsCloudCopy } from '../../../../generation/cloud-copy.js';
import { expectedMs } from '../../../../generation/expected.js';
import { keepsPrompts } from '../../../../generation/kept-prompts.js';
import { isBusy, type ConfirmReason } from '../../../../generation/machine.js';
import type { PictureState } from '../../../../generation/purchase.js';
import { isDrawnAsSet, type ButtonWithWords } from '../action.js';
import type { MoreActions } from '../action-types.js';
import type { Gallery } from '../gallery-model.js';
import type {
  FirstModel,
  Deferred,
  DeferredModel,
  DeferredPorts,
  Picker,
  WidgetModel,
} from '../model.js';
import { Speech } from '../../shared/speech.js';
import { describe, leadFrom } from './describedby.js';
import { planOn } from './draft-plan.js';
import { FoldInView, FrameInView } from './frame-in-view.js';
import { DropZone } from './drop-zone.js';
import { Focus } from './focus.js';
import { Forgotten } from './forgotten.js';
import { deferredStates } from './deferred-states.js';
import { moreActions } from './more-actions.js';
import { amountsOn, reasonToAsk } from './press-check.js';
import { ShownPrice } from './shown-price.js';
import { readerAnswer } from './reader-answer.js';
import { hasMany, PricedModels } from './priced-models.js';
import { OpenEntries } from './open-entries.js';
import { bringPricesOf } from './payees.js';
import { PaintWatch } from './paint-watch.js';
import { PicturesOnShow } from './picture-state.js';
import { spokenText } from './obstacles.js';
import { StripWatch } from './strip-watch.js';
import { ThumbnailUrls } from './thumbnail-urls.js';
import { Ticker } from './ticker.js';
import { withGetters } from './with-getters.js';
import { Waiting } from './wait.js';

/** The part of a widget that loads after the first look: further model, actions and behaviour. */
export class DeferredWidget implements Deferred {
  readonly actions: MoreActions;
  readonly #ports: DeferredPorts;
  readonly #focus: Focus;
  readonly #ticker: Ticker;
  readonly #speech: Speech;
  readonly #waiting = new Waiting();
  readonly #thumbnails = new ThumbnailUrls();
  readonly #pictures: PicturesOnShow;
  readonly #times = lastFor<readonly number[]>();
  readonly #options = lastFor<readonly OptionChoice[]>();
  readonly #mistakes = lastFor<readonly string[]>();
  readonly #shown = new ShownPrice();
  readonly #paint = new PaintWatch();
  readonly #frame = new FrameInView();
  readonly #fold = new FoldInView();
  readonly #forgotten = new Forgotten();
  readonly #drops: DropZone;
  readonly #entries: OpenEntries;
  readonly #strip: StripWatch;
  readonly #models: PricedModels;
  #isDeclined = false;
  #hidesDrawings = false;
  #looked: readonly Blob[] = [];
  /** What was drawn last. */
  #model: WidgetModel | undefined;
  /** True if another script had changed the button when it was drawn last. */
  #wasAltered = false;
  #budget: string | undefined;
  #wasBusy = false;
  /** Ended doubts that this widget's reader has read. */
  #told: ReadonlySet<PictureState> = new Set();
  #gallery: Gallery | undefined;
  #picker: Picker | undefined;

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
    this.#focus = new Focus(ports.root);
    this.#ticker = new Ticker(ports.redraw);
    this.#speech = new Speech(ports.redraw);
    const root = ports.root();
    if (root) leadFrom(root);
    root?.addEventListener('click', ({ target }) => this.#goOn(target), { capture: true });
    this.#drops = new DropZone(ports);
    this.#entries = new OpenEntries(() => ports.checkout.page.journal);
    this.#strip = new StripWatch(ports);
    this.#models = new PricedModels(ports);
    this.#pictures = new PicturesOnShow(ports.redraw);
    this.actions = moreActions({
      ...ports,
      pictures: this.#pictures,
      forgotten: this.#forgotten,
      gallery: () => this.#gallery,
      refreshStrip: () => this.#strip.refresh(),
      picker: () => this.#picker,
      focusButton: () => this.#focus.toButton(),
      focusOn: (selector) => this.#focus.to(selector),
    });
  }

  disconnect(): void {
    this.#ticker.set(0);
    this.#speech.stop();
    this.#thumbnails.release();
    this.#gallery?.release();
    this.#strip.release();
    this.#models.disconnect();
    this.#ports.state.open.delete('models');
    this.#picker?.disconnect();
    this.#paint.release();
  }

  askForKey(): void {
    this.#focus.toKeyField();
  }

  reasonToAsk(isOwnPress: boolean): ConfirmReason | undefined {
    const root = this.#ports.root();
    const redraw = (): void => this.#ports.redrawFromNothing();
    const { isDoubtful } = this.#paint;
    return root && this.#model
      ? reasonToAsk(root, this.#model, { isOwnPress, isDoubtful, redraw })
      : undefined;
  }

  beforeRender(): void {
    this.#focus.beforeRender();
    const { checkout, state } = this.#ports;
    const until = this.#waiting.until(checkout.generation, checkout.page.clock.now());
    if (until > 0) state.retryAt = until;
    this.#pictures.show(checkout.pictures);
    this.#forgetOldRefusal();
    this.#forgetChecked();
    if (state.open.has('drafts')) state.plan = planOn(state.plan, checkout.quote.request.model);
  }

  /** Getters compute what takes long only when it is read. */
  complete(first: FirstModel): DeferredModel {
    const { checkout, state } = this.#ports;
    const { settings, page, generation } = checkout;
    const pictures = this.#pictures;
    const caps = page.journal.readerCaps();
    const spending = { sums: first.sums, caps, budget: settings.budget };
    const late = {
      recovered: first.recovered.filter((each) => !this.#told.has(each)),
      spoken: this.#speech.said,
      pictures: checkout.pictures,
      lastPictures: pictures.last,
      now: page.clock.now(),
      gallery: this.#gallery,
      strip: this.#strip.strip,
      isDragging: this.#drops.isDragging,
      hidesDrawings: this.#hidesDrawings,
      forgotten: this.#forgotten.count,
      wordsOf: (id: string) => pictures.wordsOf(id),
      plan: state.plan,
      readerAnswer: (id: string) => readerAnswer(page.journal.entry(id)),
      priceBefore: this.#shown.before(checkout),
      isDismissed: generation === state.dismissed,
      isHeldBack: generation.name === 'quoted' && generation.quote === state.heldBack,
      toolsOf: (id: string) => pictures.toolsOf(id),
      isUnloaded: (image: Parameters<PicturesOnShow['isUnloaded']>[0]) =>
        pictures.isUnloaded(image),
      spending,
      deferredStates: deferredStates(first, spending),
    };
    const lookUp = {
      references: () => this.#thumbnails.references(checkout),
      listProblem: () => this.#listProblem(),
      expectedMs: () => expectedMs(this.#timesNow()),
      payees: () => providerChoices(checkout),
      options: () => this.#optionsNow(),
      keepsCloudCopy: () => keepsCloudCopy(page.store, settings.provider),
      keepsPrompts: () => keepsPrompts(page.store),
      doubts: () => this.#entries.doubts(first.tally),
      pending: () => this.#entries.pending(first.tally, Boolean(first.quote.simulated)),
      models: () => this.#models.of(first),
      shortlist: () => this.#pickerOf(first)?.shortlist(first, this.#models.of(first)),
      picker: () => this.#pickerOf(first)?.model(first, this.#models.of(first)),
    };
    return withGetters(late, lookUp);
  }

  afterRender(model: WidgetModel, isConnected: boolean): void {
    this.#model = model;
    this.#mend();
    const { open, pictures, recovered, lastPictures } = model;
    const { parts } = this.#ports;
    if (open.has('drafts')) void parts.load('drafts');
    if (open.has('mask')) void parts.load('mask');
    void this.#lookAtCanvas(model.settings.references);
    const isShown = [...pictures, ...recovered, ...lastPictures].some(({ image }) => image);
    if (isShown || isBusy(model.generation) || open.has('gallery')) void parts.load('tools');
    this.#showGallery(open.has('gallery'), isConnected);
    this.#strip.follow(model, isConnected);
    if (isBusy(model.generation) && this.#forgotten.drop()) this.#ports.redraw();
    this.#ticker.set(tickOf(model));
    this.#shown.follow(this.#ports.checkout);
    this.#focus.afterRender();
    this.#frame.follow(this.#ports.root(), model.generation);
    this.#fold.follow(this.#ports.root(), open);
    const button = this.#ports.root()?.querySelector<HTMLElement>('.deal .buy');
    this.#paint.follow(isConnected && button ? amountsOn(button).at(-1) : undefined);
    this.#warnOfMistakes();
    this.#askForOtherWords(model);
    bringPricesOf(model, this.#ports.checkout.page.prices);
    this.#say(model);
    if (model.isTouched && hasMany(model)) void parts.load('picker');
    this.#picker?.afterRender(model, isConnected);
  }

  /** A refusal by a limit that the page has changed since is not shown any more. */
  #forgetOldRefusal(): void {
    const { checkout, state } = this.#ports;
    const { generation, settings } = checkout;
    const isRefused = generation.name === 'failed' && generation.error.code === 'over-budget';
    if (isRefused && settings.budget !== this.#budget) state.dismissed = generation;
    this.#budget = settings.budget;
  }

  /** How earlier doubts ended was said before this purchase, and does not stay over it. */
  #forgetChecked(): void {
    const { generation, page } = this.#ports.checkout;
    const isNew = isBusy(generation) && !this.#wasBusy;
    this.#wasBusy = isBusy(generation);
    // Another widget may still show that purchase.
    if (isNew) this.#told = new Set(page.recovered.get().filter(({ checked }) => checked));
  }

  /** Draws the widget anew where another script changed the button; once, should that not help. */
  #mend(): void {
    const root = this.#ports.root();
    const buttons = [
      ...(root?.querySelectorAll<ButtonWithWords>(':is(.deal, .confirm) .buy') ?? []),
    ];
    const isAltered = !buttons.every(isDrawnAsSet);
    if (isAltered && !this.#wasAltered) this.#ports.redrawFromNothing();
    this.#wasAltered = isAltered;
  }

  /** A forgotten picture can be brought back until the reader's next press. */
  #goOn(target: EventTarget | null): void {
    const button = (target as Element | null)?.closest('button');
    if (button && !button.matches('[part~="undo"]') && this.#forgotten.drop()) this.#ports.redraw();
  }

  /** Links descriptions to their fields, and speaks what has changed. */
  #say(model: WidgetModel): void {
    const root = this.#ports.root();
    if (root) describe(root, model);
    const again = this.#waiting.isOver(model) ? `${model.words.canAgain} ` : '';
    this.#speech.show(`${again}${spokenText(model)}`);
  }

  /** Set where there are many models and the picker's code is loaded. */
  #pickerOf(first: FirstModel): Picker | undefined {
    const { picker: part } = this.#ports.parts.here;
    if (!part || !hasMany(first)) return undefined;
    return (this.#picker ??= part.createPicker(this.#ports));
  }

  #showGallery(isOpen: boolean, isConnected: boolean): void {
    const { parts, checkout, redraw } = this.#ports;
    if (isOpen) void parts.load('gallery');
    const { gallery: part } = parts.here;
    if (!isOpen || !part || !isConnected) return this.#gallery?.release();
    if (this.#gallery) return this.#gallery.follow();
    checkout.services().then(
      (services) => {
        this.#gallery ??= part.createGallery(services, redraw);
        redraw();
      },
      () => undefined,
    );
  }

  #warnOfMistakes(): void {
    const { source } = this.#ports.checkout;
    const { settings, prices } = source;
    this.#mistakes([settings, prices], () => settingMistakes(source)).forEach(warnOnce);
  }

  /** For each list of references: finds out whether they can be shrunk and masked. */
  async #lookAtCanvas(references: readonly Blob[]): Promise<void> {
    if (references.length === 0 || references === this.#looked) return;
    this.#looked = references;
    const { canDraw } = await import('../../../../pictures/canvas.js');
    const hides = !(await canDraw());
    if (hides === this.#hidesDrawings) return;
    this.#hidesDrawings = hides;
    this.#ports.redraw();
  }

  #optionsNow(): readonly OptionChoice[] {
    const { quote, source } = this.#ports.checkout;
    const { settings, prices } = source;
    return this.#options([quote.id, settings, prices], () => optionChoices(source, quote));
  }

  #listProblem(): string | undefined {
    const { settings, page } = this.#ports.checkout;
    const { prices, provider } = settings;
    return page.prices.problem(prices.startsWith('https:') ? prices : provider);
  }

  /** How long earlier pictures of this model took, milliseconds. */
  #timesNow(): readonly number[] {
    const { generation, page } = this.#ports.checkout;
    if (!isBusy(generation)) return [];
    const { quote, purchase } = generation;
    const { provider, model } = quote.request;
    return this.#times([quote.id, purchase?.id], () => page.journal.times(provider, model));
  }

  /** Focuses a prompt that the provider declined, unless the reader has gone elsewhere. */
  #askForOtherWords({ generation }: WidgetModel): void {
    const isDeclined = generation.name === 'failed' && generation.error.code === 'content-refused';
    if (isDeclined && !this.#isDeclined) this.#focus.toPrompt();
    this.#isDeclined = isDeclined;
  }
}

/** How often the time on show changes, milliseconds; 0: not at all. */
function tickOf({ generation, wait }: WidgetModel): number {
  if (isBusy(generation)) return 100;
  return wait > 0 ? 250 : 0;
}
