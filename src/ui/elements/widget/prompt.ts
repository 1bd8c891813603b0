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

/** A key, with the code that still is the only mark of some. */
export type KeyPress = Omit<KeyboardEvent, 'keyCode'> & { readonly keyCode: number };

/** Ctrl or Command with Enter buys; held down, it buys once. Enter alone stays a new line. */
export function shortcut(actions: WidgetActions) {
  return (event: KeyPress): void => {
    const { key, ctrlKey, metaKey, isComposing, keyCode, repeat } = event;
    // An input method is still composing. WebKit marks its last key by the code alone.
    if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing || keyCode === 229) return;
    event.preventDefault();
    if (!repeat) actions.pressOwn(event);
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
