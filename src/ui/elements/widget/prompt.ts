import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { pressed } from './action.js';
import { addReferences } from './references.js';
import type { Widget } from './view.js';

/** Where the browser does not grow a field with its text, we do. */
const grows = typeof CSS === 'object' && CSS.supports?.('field-sizing', 'content');

export function promptView(widget: Widget): TemplateResult {
  return html` <label class="prompt">
    <span class="spoken">${widget.terms.describe}</span>
    <textarea
      part="prompt"
      rows="1"
      dir="auto"
      placeholder=${widget.terms.describe}
      .value=${live(widget.prompt)}
      @input=${typed(widget)}
      @keydown=${shortcut(widget)}
      @paste=${pasted(widget)}
    ></textarea>
  </label>`;
}

function typed(widget: Widget) {
  return (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    widget.prompt = field.value;
    if (grows) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
}

/** Ctrl or Command with Enter buys; held down, it buys once. Enter alone stays a new line. */
function shortcut(widget: Widget) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) pressed(widget, event);
  };
}

/** A pasted picture becomes a reference; pasted text stays text. */
function pasted(widget: Widget) {
  return (event: ClipboardEvent): void => {
    if (addReferences(widget, event.clipboardData?.files)) event.preventDefault();
  };
}
