import { nothing, type TemplateResult } from 'lit';
import { takeAct } from '../../generation/acts.js';
import { browserJournal } from '../../spending/browser-journal.js';
import type { Tally } from '../../spending/entry.js';
import { TallyWatch } from '../../checkout/tally-watch.js';
import { languageOf } from '../i18n/language.js';
import { followTerms, nativeText } from '../i18n/words.js';
import './events.js';
import { DrawnElement } from './shared/drawn-element.js';
import { elementPart } from './shared/element-part.js';
import type { Draft } from './user-pays-tally/draft.js';
import type { TallyActions, TallyModel } from './user-pays-tally/statement.js';

/**
 * What was spent in this browser: by session, day, month and model, with what is in doubt, the
 * reader's own limits, export and import.
 *
 * @attr {string} for - id of a widget; the sums of the sandbox are shown while that widget plays
 * with simulated money
 * @attr {'puter'} sync - `puter`: readers may share the tally between their devices through their
 * own Puter storage
 * @csspart panel - the whole
 * @csspart sum - the one sum on show
 * @csspart chart - a column for each of the last thirty days
 * @csspart sums - the table of all sums
 * @csspart estimated - how much of it is an estimate
 * @csspart storage - that this browser keeps nothing, or not much more
 * @csspart unreadable - the notice about lines that can't be read
 * @csspart cleared - that lines are gone from this browser
 * @csspart under-way - purchases that are still on their way
 * @csspart doubts - purchases with an unknown outcome
 * @csspart days - sums by day
 * @csspart models - sums by model
 * @csspart providers - sums by provider, where there are several
 * @csspart sites - sums by site, where there are several
 * @csspart limits - the reader's own limits
 * @csspart raise - the question before a limit is raised
 * @csspart files - export, import, reset
 * @csspart share - the button that shares the tally between devices
 * @csspart new-session - the button that begins a new session
 * @csspart reset - the button that forgets everything
 * @csspart ask-reset - the question before that
 * @csspart undo - the button that takes it back
 * @csspart status - what was just done
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
export class UserPaysTally extends DrawnElement {
  static override readonly properties = {
    htmlFor: { type: String, attribute: 'for' },
    sync: { type: String },
    lang: nativeText,
    draft: { state: true },
    simulated: { state: true },
  };

  declare htmlFor: string;
  /**
   * `puter` offers the reader to share the tally between their devices through their own Puter
   * storage.
   */
  declare sync: string | undefined;
  /**
   * What the reader has begun.
   * @internal
   */
  declare draft: Draft;
  /**
   * Set by the widget around it: whether that spends simulated money. The widget sets nothing else,
   * because what the reader has begun belongs to the tally alone.
   * @internal
   */
  declare simulated: boolean | undefined;

  readonly #journal = browserJournal(takeAct);
  readonly #tallies = new TallyWatch(
    () => this.#journal,
    () => this.requestUpdate(),
  );
  readonly #view = elementPart(this, () => import('./user-pays-tally/panel.js'));
  #model: TallyModel | undefined;
  #actions: TallyActions | undefined;
  #focus: string | undefined;

  constructor() {
    super();
    followTerms(this);
    Object.assign(this, { htmlFor: '', draft: {} });
  }

  /** What was spent; simulated money stands apart. */
  get tally(): Tally {
    return this.#journal.tally();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tallies.start();
    void this.#view.load();
    document.addEventListener('user-pays-quote', this.#asked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tallies.stop();
    document.removeEventListener('user-pays-quote', this.#asked);
  }

  protected override willUpdate(): void {
    const { tally } = this.#tallies;
    const { part } = this.#view;
    if (!part || !tally) return void (this.#model = undefined);
    this.#model = part.tallyModel({
      journal: this.#journal,
      tally,
      draft: this.draft,
      language: languageOf(this),
      simulatedByWidget: this.simulated ?? part.isSimulatedIn(this.getRootNode(), this.htmlFor),
      isShared: this.sync === 'puter',
    });
    this.#actions ??= part.tallyActions({
      journal: this.#journal,
      model: () => this.#model as TallyModel,
      change: (draft, focus) => this.#change(draft, focus),
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { part } = this.#view;
    return part && this.#model && this.#actions ? part.panel(this.#model, this.#actions) : nothing;
  }

  protected override updated(): void {
    if (this.#focus) this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  #change(draft: Draft, focus?: string): void {
    this.draft = { ...this.draft, ...draft };
    this.#focus = focus;
  }

  readonly #asked = (): void => {
    if (this.htmlFor) this.requestUpdate();
  };
}
