import { html, noChange, type TemplateResult } from 'lit';
import { offersOf, providerNames, usualSize } from './comparison.js';
import type { CalculatorActions, CalculatorModel } from './calculator.js';
import { modelNames } from './model-names.js';
import { times } from '../../../base/times.js';

const sizes = [
  '512x512',
  '1024x1024',
  '1280x720',
  '1024x1536',
  '1536x1024',
  '1920x1080',
  '2048x2048',
];

const one = '1024x1024';

/**
 * The fields of the request, and the filters by provider and model. The menus always include the
 * author's value, even if it is not one of the usual choices.
 */
export function requestView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms } = model;
  return html`<div class="fields" part="request">
    ${sizeMenu(model, actions)}
    <label
      ><span>${terms.count}</span
      ><input
        type="number"
        min="1"
        step="1"
        inputmode="numeric"
        .value=${Number.isNaN(settings.count) ? noChange : String(settings.count ?? 1)}
        @input=${(event: Event) =>
          actions.change({ count: (event.target as HTMLInputElement).valueAsNumber })}
    /></label>
    ${referencesMenu(model, actions)} ${providerMenu(model, actions)} ${modelMenu(model, actions)}
  </div>`;
}

function sizeMenu(
  { settings, terms }: CalculatorModel,
  actions: CalculatorActions,
): TemplateResult {
  const size = (settings.size ?? usualSize).trim();
  return menu(
    terms.size,
    size,
    distinct([...sizes, size]).map((text) => [text, text.replace('x', ' × ')]),
    (text) => actions.change({ size: text }),
  );
}

function referencesMenu(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms } = model;
  const asked = (settings.references ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ');
  const offered = times(5, (n) => times(n, () => one).join(' '));
  return menu(
    terms.references,
    asked,
    distinct([...offered, asked]).map((text) => [text, referencesText(model, text)]),
    (text) => actions.change({ references: text }),
  );
}

function referencesText({ terms }: CalculatorModel, references: string): string {
  const list = references.split(' ').filter(Boolean);
  if (list.length === 0) return terms.noReference;
  return list.every((each) => each === one) ? String(list.length) : list.join(', ');
}

function providerMenu(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms, list } = model;
  const current = settings.providers ?? '';
  const all = offersOf(list).map(({ provider }) => provider);
  return menu(
    terms.provider,
    current,
    distinct(['', ...all, current]).map((id) => [id, id ? providerNames(id) : terms.everyProvider]),
    (id) => actions.change({ providers: id }),
  );
}

function modelMenu(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms, list } = model;
  const current = settings.models ?? '';
  const all = offersOf(list).map((offer) => offer.model);
  return menu(
    terms.model,
    current,
    distinct(['', ...all, current]).map((id) => [id, id ? modelNames(list, id) : terms.everyModel]),
    (id) => actions.change({ models: id }),
  );
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function menu(
  label: string,
  current: string,
  choices: readonly (readonly [string, string])[],
  take: (value: string) => void,
): TemplateResult {
  return html`<label
    ><span>${label}</span
    ><select @change=${(event: Event) => take(valueOf(event))}>
      ${choices.map(
        ([value, words]) =>
          html`<option value=${value} .selected=${value === current}>${words}</option>`,
      )}
    </select></label
  >`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
