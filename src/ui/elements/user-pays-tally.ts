import { LitElement, nothing, type TemplateResult } from 'lit';
import { browserJournal } from '../../spending/browser-journal.js';
import type { Tally } from '../../spending/entry.js';
import type { SpendingJournal } from '../../spending/journal.js';
import { LazyController } from '../controllers/lazy-controller.js';
import { TallyWatch } from '../../checkout/tally-watch.js';
import { languageOf } from '../i18n/language.js';
import type { Draft } from './user-pays-tally/draft.js';

/**
 * What was spent in this browser: by session, day, month and model, with what is in doubt, the
 * reader's own limits, export and import.
 *
 * @attr for - id of a widget; the sums of the sandbox are shown while that widget plays with
 * simulated money
 * @attr sync - `puter`: readers may share the tally between their devices through their own Puter
 * storage
 * @csspart panel - the whole
 * @csspart sums - the table of sums
 * @csspart estimated - how much of it is an estimate
 * @csspart doubts - purchases nobody knows the outcome of
 * @csspart days - sums by day
 * @csspart models - sums by model
 * @csspart limits - the reader's own limits
 * @csspart files - export, import, reset
 */
export class UserPaysTally extends LitElement {
  static override readonly properties = {
    htmlFor: { type: String, attribute: 'for' },
    sync: { type: String },
    lang: { type: String },
    draft: { state: true },
  };

  declare htmlFor: string;
  /**
   * `puter` offers the reader to share the tally between their devices through their own Puter
   * storage.
   */
  declare sync: string | undefined;
  declare draft: Draft;

  readonly #tallies = new TallyWatch(
    () => this.journal,
    () => this.requestUpdate(),
  );
  readonly #view = new LazyController(this, () => import('./user-pays-tally/panel.js'));
  #focus: string | undefined;

  constructor() {
    super();
    Object.assign(this, { htmlFor: '', draft: {} });
  }

  get journal(): SpendingJournal {
    return browserJournal();
  }

  /** What was spent; simulated money stands apart. */
  get tally(): Tally {
    return this.journal.tally();
  }

  get language(): string {
    return languageOf(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tallies.start();
    document.addEventListener('user-pays-quote', this.#asked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tallies.stop();
    document.removeEventListener('user-pays-quote', this.#asked);
  }

  /**
   * Goes on with what the reader is doing here; then moves the focus to a part, where the button
   * that was pressed is gone.
   */
  change(draft: Draft, focus?: string): void {
    this.draft = { ...this.draft, ...draft };
    this.#focus = focus;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tally } = this.#tallies;
    return this.#view.part && tally && this.journal.loaded
      ? this.#view.part.panel(this, tally)
      : nothing;
  }

  protected override updated(): void {
    if (this.#focus) this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  readonly #asked = (): void => {
    if (this.htmlFor) this.requestUpdate();
  };
}
