import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WidgetActions } from '../../action-types.js';
import type { View, WidgetModel } from '../../model.js';
import type { PickerModel } from '../../picker-model.js';
import type { KeyPress } from '../../prompt.js';
import { activeId, familiesView, rowsOf } from './rows.js';

/** Rows that Page Up and Page Down move by. */
const page = 8;

/** The button that opens the list of all models, and that list. */
export function pickerView(model: WidgetModel, actions: WidgetActions): View {
  const { words, open, picker } = model;
  if (!picker) return nothing;
  return html`<button
      type="button"
      class="pick"
      part="all-models"
      aria-haspopup="dialog"
      @click=${() => actions.toggle('models', true)}
    >
      <span class="shown">${words.allModels}</span>
    </button>
    ${open.has('models') ? listView(model, actions, picker) : nothing}`;
}

function listView(model: WidgetModel, actions: WidgetActions, picker: PickerModel): TemplateResult {
  return html`<dialog
    class="models"
    part="models"
    aria-labelledby="models-title"
    @click=${shutOutside}
    @close=${() => actions.toggle('models', false)}
  >
    ${sheetView(model, actions, picker)}
  </dialog>`;
}

/** `4 models · 7 offers`: as many as there are rows, some models being offered in several ways. */
function foundText({ words }: WidgetModel, picker: PickerModel): string {
  const rows = rowsOf(picker).length;
  const models = rowsOf(picker).filter(({ isFurther }) => !isFurther).length;
  if (rows === 0) return words.noModels;
  const found = words.modelsFound(models);
  return rows === models ? found : `${found} · ${words.offersFound(rows)}`;
}

function sheetView(
  model: WidgetModel,
  actions: WidgetActions,
  picker: PickerModel,
): TemplateResult {
  const { words } = model;
  const keydown = moved(actions, picker);
  const active = activeId(picker) ?? nothing;
  return html`<div class="sheet">
    <header>
      <h3 id="models-title">${words.chooseModel}</h3>
      <button type="button" class="plain" part="models-close" @click=${shut}>${words.close}</button>
    </header>
    <input
      type="text"
      part="model-search"
      role="combobox"
      aria-label=${words.searchModels}
      aria-autocomplete="list"
      aria-expanded="true"
      aria-controls="models"
      aria-activedescendant=${active}
      placeholder=${words.searchModels}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="done"
      .value=${live(picker.query)}
      @input=${(event: Event) => actions.searchModels((event.target as HTMLInputElement).value)}
      @keydown=${keydown}
    />
    <p class="quiet" role="status">${foundText(model, picker)}</p>
    <div
      id="models"
      class="list"
      role="listbox"
      tabindex="0"
      aria-label=${words.chooseModel}
      aria-activedescendant=${active}
      @keydown=${keydown}
    >
      ${familiesView(model, actions, picker)}
    </div>
  </div>`;
}

/**
 * Arrow and page keys move, Enter chooses. In the search field, Home and End keep their meaning.
 */
function moved(actions: WidgetActions, picker: PickerModel) {
  return (event: KeyPress): void => {
    // WebKit marks the last key of an input method by its code alone.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = rowsOf(picker).filter(({ priced }) => priced);
    const at = rows.findIndex(({ key }) => key === picker.active);
    const isField = (event.target as Element).localName === 'input';
    const goals: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      ...(isField ? {} : { Home: 0, End: rows.length - 1 }),
    };
    const goal = goals[event.key];
    const isChoice = event.key === 'Enter' || (event.key === ' ' && !isField);
    if (goal === undefined && !isChoice) return;
    event.preventDefault();
    const row = rows[Math.min(rows.length - 1, Math.max(0, goal ?? at))];
    if (!row) return;
    if (isChoice) actions.chooseModel(row);
    else actions.pointAtModel(row.key);
  };
}

function shutOutside({ target, currentTarget }: Event): void {
  if (target === currentTarget) (currentTarget as HTMLDialogElement).close();
}

function shut(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}
