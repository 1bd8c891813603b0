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
    keydown: (event: KeyboardEvent): void => {
      const { key, isComposing, repeat, target } = event;
      if (key !== 'Enter' || isComposing || (target as Element).localName !== 'input') return;
      if (repeat) event.preventDefault();
      else by(event);
    },
  };
}
