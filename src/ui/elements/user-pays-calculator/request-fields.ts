import { html, type TemplateResult } from 'lit';
import { modelNames, offersOf, providerNames } from './comparison.js';
import type { CalculatorActions, CalculatorModel } from './calculator.js';

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
 * What is to be made, and among whom to compare. The menus offer what the page's author set even
 * when it is none of theirs.
 */
export function requestView(model: CalculatorModel, actions: CalculatorActions): TemplateResult {
  const { settings, terms } = model;
  const offers = offersOf(model.list);
  const everything = distinct(offers.map(({ provider }) => provider));
  const models = distinct(offers.map(({ model }) => model));
  const asked = (settings.references ?? '').split(/[\s,]+/).filter(Boolean);
  const references = Array.from({ length: 5 }, (_, n) =>
    Array.from({ length: n }, () => one).join(' '),
  );
  const size = (settings.size ?? '').trim();
  return html`<div class="fields" part="request">
    ${menu(
      terms.size,
      size,
      distinct([...sizes, size]).map((text) => [text, text.replace('x', ' × ')]),
      (text) => actions.change({ size: text }),
    )}
    <label
      ><span>${terms.count}</span
      ><input
        type="number"
        min="1"
        step="1"
        inputmode="numeric"
        .value=${String(settings.count ?? 1)}
        @input=${(event: Event) => actions.change({ count: Number(valueOf(event)) })}
    /></label>
    ${menu(
      terms.references,
      asked.join(' '),
      distinct([...references, asked.join(' ')]).map((text) => {
        const list = text.split(' ').filter(Boolean);
        return [
          text,
          list.length === 0
            ? terms.noReference
            : list.every((each) => each === one)
              ? String(list.length)
              : list.join(', '),
        ];
      }),
      (text) => actions.change({ references: text }),
    )}
    ${menu(
      terms.provider,
      settings.providers ?? '',
      distinct(['', ...everything, settings.providers ?? '']).map((id) => [
        id,
        id ? providerNames(id) : terms.everyProvider,
      ]),
      (id) => actions.change({ providers: id }),
    )}
    ${menu(
      terms.model,
      settings.models ?? '',
      distinct(['', ...models, settings.models ?? '']).map((id) => [
        id,
        id ? modelNames(model, id) : terms.everyModel,
      ]),
      (id) => actions.change({ models: id }),
    )}
  </div>`;
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
      ${choices.map(([value, words]) => html`<option value=${value} .selected=${value === current}>${words}</option>`)}
    </select></label
  >`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
