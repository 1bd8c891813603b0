import type { WidgetActions } from './action-types.js';

/** Where the browser does not grow a field with its text, we do. */
const grows = typeof CSS === 'object' && CSS.supports?.('field-sizing', 'content');

/** What is typed is the prompt. */
export function typed(actions: WidgetActions) {
  return (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    actions.type(field.value, event.isTrusted);
    if (grows) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
}

/** Ctrl or Command with Enter buys; held down, it buys once. Enter alone stays a new line. */
export function shortcut(actions: WidgetActions) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) actions.pressOwn(event);
  };
}

/**
 * A pasted picture becomes a reference. Text is pasted by the browser, also where the clipboard has
 * a picture of it, as from a spreadsheet; the name that a copied file brings is no such text.
 */
export function pasted(actions: WidgetActions) {
  return (event: ClipboardEvent): void => {
    const { clipboardData: data } = event;
    const text = data?.getData('text/plain');
    if (text && text !== data?.files[0]?.name) return;
    if (actions.addReferences(data?.files)) event.preventDefault();
  };
}
