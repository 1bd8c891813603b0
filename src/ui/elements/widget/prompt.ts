import type { WidgetActions } from './action-types.js';

/** Where the browser does not grow a field with its text, we do. */
const grows = typeof CSS === 'object' && CSS.supports?.('field-sizing', 'content');

/** What is typed is the prompt. */
export function typed(actions: WidgetActions) {
  return (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    actions.change({ prompt: field.value });
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
    if (!repeat) actions.press(event);
  };
}

/** A pasted picture becomes a reference; pasted text stays text. */
export function pasted(actions: WidgetActions) {
  return (event: ClipboardEvent): void => {
    if (actions.addReferences(event.clipboardData?.files)) event.preventDefault();
  };
}
