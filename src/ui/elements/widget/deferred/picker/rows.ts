import { html, nothing, type TemplateResult } from 'lit';
import type { WidgetActions } from '../../action-types.js';
import type { WidgetModel } from '../../model.js';
import type { ModelFamily, ModelRow, PickerModel } from '../../picker-model.js';
import { factsOf, lackText, noticeText, rowPrice } from './row-text.js';

/** All rows in the order they are shown in. */
export function rowsOf({ families }: PickerModel): readonly ModelRow[] {
  return families.flatMap(({ rows }) => rows);
}

/** The id of the active row, for `aria-activedescendant`. */
export function activeId(picker: PickerModel): string | undefined {
  const at = rowsOf(picker).findIndex(({ key }) => key === picker.active);
  return at < 0 ? undefined : idOf(at);
}

function idOf(index: number): string {
  return `model-${index}`;
}

export function familiesView(
  model: WidgetModel,
  actions: WidgetActions,
  picker: PickerModel,
): readonly TemplateResult[] {
  let start = 0;
  return picker.families.map((family, index) => {
    const first = start;
    start += family.rows.length;
    return familyView(model, family, { index, first }, (row, id) =>
      rowView(model, actions, row, {
        id,
        isAt: row.key === picker.active,
        isChosen: row.key === picker.current,
      }),
    );
  });
}

function familyView(
  { words }: WidgetModel,
  { name, rows }: ModelFamily,
  { index, first }: { readonly index: number; readonly first: number },
  rowView: (row: ModelRow, id: string) => TemplateResult,
): TemplateResult {
  return html`<div role="group" aria-labelledby="family-${index}">
    <div class="family" id="family-${index}" role="presentation">${name || words.otherModels}</div>
    ${rows.map((row, at) => rowView(row, idOf(first + at)))}
  </div>`;
}

function rowView(
  model: WidgetModel,
  actions: WidgetActions,
  row: ModelRow,
  {
    id,
    isAt,
    isChosen,
  }: { readonly id: string; readonly isAt: boolean; readonly isChosen: boolean },
): TemplateResult {
  const facts = row.isFurther ? [] : factsOf(model, row);
  const notice = noticeText(model, row);
  const arrow = model.terms.dir === 'rtl' ? '←' : '→';
  const via = row.via === '' ? nothing : html` <span class="via">${arrow} ${row.via}</span>`;
  const price = rowPrice(model, row);
  const classes = ['row', ...(row.isFurther ? ['further'] : []), ...(isAt ? ['at'] : [])];
  return html`<div
    role="option"
    id=${id}
    class=${classes.join(' ')}
    part="model-option"
    aria-selected=${isChosen ? 'true' : 'false'}
    aria-disabled=${row.priced ? nothing : 'true'}
    @click=${() => actions.chooseModel(row)}
  >
    <span class="name"
      >${row.isFurther ? html`<span class="spoken">${row.name}</span>` : row.name}${via}</span
    >
    <span class=${price === undefined ? 'price quiet' : 'price'}
      >${price ?? lackText(model, row)}</span
    >
    ${facts.length > 0 ? html`<span class="facts">${facts.join(' · ')}</span>` : nothing}
    ${notice === undefined ? nothing : html`<span class="warning">${notice}</span>`}
  </div>`;
}
