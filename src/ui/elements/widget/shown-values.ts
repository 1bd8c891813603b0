import type { Choice } from './menu.js';

type Field = HTMLSelectElement & {
  readonly shown?: string;
  readonly choices?: readonly Choice[];
};

/**
 * After each render: a menu has its `.choices`, and a field with `.shown` shows that, whatever was
 * typed or chosen meanwhile. Does for the first look what lit's `live` does, at a fifth of its
 * weight.
 */
export function showValues(root: ParentNode | null): void {
  for (const field of root?.querySelectorAll<Field>('select,textarea') ?? []) {
    if (field.choices) offer(field, field.choices);
    const { value, shown = value } = field;
    if (value !== shown) field.value = shown;
  }
}

/**
 * Lit would make a template of each of some twenty choices, a third of a widget's elements. Those
 * that are there are changed in place: WebKit loses a key press where they are made anew.
 */
function offer(menu: HTMLSelectElement, choices: readonly Choice[]): void {
  choices.forEach(({ value, text }, at) => {
    const option = menu.options[at] ?? menu.appendChild(document.createElement('option'));
    if (option.value !== value || option.text !== text) Object.assign(option, { value, text });
  });
  for (const gone of [...menu.options].slice(choices.length)) gone.remove();
}
