import type { KeyPress } from '../widget/prompt.js';

type Take = (form: HTMLFormElement) => void;

/**
 * Listeners for a form that is handled here and sent nowhere. A frame whose sandbox lacks
 * `allow-forms` submits nothing, so the button (of type `button`) and Enter in a field call `take`
 * themselves; `submit` is for everything else that a browser takes for a submission.
 */
export function takenForm(take: Take) {
  const by = (event: Event): void => {
    event.preventDefault();
    const form = (event.currentTarget as Element).closest('form');
    if (form) take(form);
  };
  return {
    submit: by,
    click: by,
    keydown: (event: KeyPress): void => {
      const { key, isComposing, keyCode, repeat, target } = event;
      // Safari ends a composition with a key of the code 229, after the composition has ended.
      if (
        key !== 'Enter' ||
        isComposing ||
        keyCode === 229 ||
        (target as Element).localName !== 'input'
      )
        return;
      if (repeat) event.preventDefault();
      else by(event);
    },
  };
}
