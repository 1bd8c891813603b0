import type { Widget } from '../view.js';
import { addReferences } from '../references.js';

/** Pictures hang over the till, or no longer. Files only, and only where the model takes some. */
export function over(widget: Widget, dragging: boolean) {
  return (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || widget.mostReferences === 0) return;
    event.preventDefault();
    if (widget.widgetState.dragging === dragging) return;
    widget.widgetState.dragging = dragging;
    widget.requestUpdate();
  };
}

export function left(widget: Widget) {
  return (event: DragEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null))
      over(widget, false)(event);
  };
}

export function dropped(widget: Widget) {
  return (event: DragEvent): void => {
    over(widget, false)(event);
    addReferences(widget, event.dataTransfer?.files);
  };
}
