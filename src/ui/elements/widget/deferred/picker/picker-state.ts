import { focusedIn } from '../focus.js';
import { utcDate } from '../../../../../base/utc-date.js';
import { lastFor } from '../../../../../checkout/last-for.js';
import { keptOptions } from '../../../../../checkout/option-choices.js';
import type { ModelChoice } from '../../../../../checkout/choices.js';
import type { ModelInfo } from '../../../../../pricing/models.js';
import type { Terms } from '../../../../i18n/index.js';
import type { FirstModel, DeferredPorts, Picker } from '../../model.js';
import type { ModelFamily, ModelRow, PickerModel } from '../../picker-model.js';
import { asChosen } from '../priced-models.js';
import { familiesOf } from './families.js';
import { factsOf } from './row-text.js';
import { found } from './search.js';
import { Shortlist } from './shortlist.js';

/** The state of one widget's model picker: the query and the active row. */
export class PickerState implements Picker {
  readonly #ports: DeferredPorts;
  readonly #shortlist = new Shortlist();
  readonly #families = lastFor<readonly ModelFamily[]>();
  #query = '';
  #active: string | undefined;
  /** Changes whenever the active row has to be scrolled into view. */
  #isMoved = false;
  #wasOpen = false;

  constructor(ports: DeferredPorts) {
    this.#ports = ports;
    // The menu's choices may change once the focus has left it.
    ports.root()?.addEventListener('focusout', ({ target }) => {
      if (isMenu(target)) ports.redraw();
    });
  }

  shortlist(first: FirstModel, models: readonly ModelChoice[]): readonly ModelInfo[] | undefined {
    if (models.length === 0) return undefined;
    const { settings, quote, offered, sums } = first;
    const isChoosing = isMenu(focusedIn(this.#ports.root()));
    return this.#shortlist.of({ settings, quote, offered, sums, models }, this.#today, isChoosing);
  }

  model(first: FirstModel, models: readonly ModelChoice[]): PickerModel {
    if (!first.open.has('models'))
      return { query: '', families: [], active: undefined, current: undefined };
    // All words are here: the deferred part brought them.
    const words = first.terms as Terms;
    const families = found(this.#all(first, models), this.#query, (row) =>
      [row.name, row.model, row.via, ...factsOf({ words }, row)].join(' '),
    );
    const rows = families.flatMap((family) => family.rows).filter(({ priced }) => priced);
    const current = currentAmong(rows, first);
    const has = (key: string | undefined): boolean => rows.some((row) => row.key === key);
    const start = this.#query === '' ? (current ?? rows[0]?.key) : rows[0]?.key;
    const active = has(this.#active) ? this.#active : start;
    return { query: this.#query, families, active, current };
  }

  search(query: string): void {
    this.#query = query;
    this.#active = undefined;
    this.#isMoved = true;
    this.#ports.redraw();
  }

  pointAt(key: string): void {
    this.#active = key;
    this.#isMoved = true;
    this.#ports.redraw();
  }

  choose({ model, route, priced }: ModelRow): void {
    if (!priced) return;
    this.#dialog?.close();
    const { prices, settings } = this.#ports.checkout.source;
    const options = keptOptions(prices, settings.provider, model, settings.options);
    this.#ports.change({ model, route, options });
  }

  afterRender({ open, quote }: FirstModel, isConnected: boolean): void {
    this.#setMenu(quote.request.model);
    const isOpen = open.has('models');
    const dialog = this.#dialog;
    if (dialog && isConnected && !this.#wasOpen) this.#begin(dialog);
    else if (dialog && this.#isMoved)
      dialog.querySelector('.at')?.scrollIntoView?.({ block: 'nearest' });
    if (!isOpen && this.#wasOpen) this.#end();
    this.#wasOpen = isOpen;
    this.#isMoved = false;
  }

  /** On touch screens the search field is not focused: that would open the on-screen keyboard. */
  #begin(dialog: HTMLDialogElement): void {
    if (!dialog.open) dialog.showModal?.();
    const isTouch = globalThis.matchMedia?.('(pointer: coarse)').matches;
    dialog.querySelector<HTMLElement>(isTouch ? '[role=listbox]' : '[role=combobox]')?.focus();
    dialog.querySelector('.at')?.scrollIntoView?.({ block: 'center' });
  }

  /** In Firefox a menu whose choices moved keeps the selected index, not the value. */
  #setMenu(model: string): void {
    const menu = this.#ports.root()?.querySelector<HTMLSelectElement>('select[part=model]');
    if (menu && menu.value !== model) menu.value = model;
  }

  disconnect(): void {
    this.#wasOpen = false;
  }

  /** The browser returns the focus, unless a pointer had left it on nothing. */
  #end(): void {
    this.#query = '';
    this.#active = undefined;
    const root = this.#ports.root();
    if (!focusedIn(root)) root?.querySelector<HTMLElement>('[part=all-models]')?.focus();
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#ports.root()?.querySelector<HTMLDialogElement>('dialog.models');
  }

  get #today(): string {
    return utcDate(this.#ports.checkout.page.clock.now());
  }

  #all(first: FirstModel, models: readonly ModelChoice[]): readonly ModelFamily[] {
    const { sums, settings, priceWith } = first;
    const { provider } = settings;
    return this.#families([models, sums, provider], () =>
      familiesOf({
        provider,
        models,
        priceWith: (change) => asChosen(priceWith(change), change, first, this.#ports),
        today: this.#today,
        made: new Map(
          (sums?.byModel ?? [])
            .filter((one) => one.provider === provider && one.pictures > 0)
            .map(({ model, pictures }) => [model, pictures]),
        ),
      }),
    );
  }
}

function isMenu(target: EventTarget | null): boolean {
  return (target as Partial<Element> | null)?.part?.contains('model') === true;
}

/** The row of the displayed request; the row of its route if the reader chose one. */
function currentAmong(
  rows: readonly ModelRow[],
  { quote, settings }: FirstModel,
): string | undefined {
  const own = rows.filter(({ model }) => model === quote.request.model);
  return (own.find(({ route }) => route === (settings.route ?? '')) ?? own[0])?.key;
}
