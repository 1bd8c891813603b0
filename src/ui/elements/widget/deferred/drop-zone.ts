import { html, nothing } from 'lit';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';

/** Says over the whole widget what becomes of the files that are dragged over it. */
export function dropView({ isDragging, words }: WidgetModel): View {
  return isDragging ? html`<p class="drop" aria-hidden="true">${words.dropHere}</p>` : nothing;
}

/** Files are dragged over the widget, or no longer. Only if the model takes references. */
export function over(model: WidgetModel, actions: WidgetActions, isOver: boolean) {
  return (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || model.mostReferences === 0) return;
    event.preventDefault();
    actions.drag(isOver);
  };
}

export function left(model: WidgetModel, actions: WidgetActions) {
  return (event: DragEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null))
      over(model, actions, false)(event);
  };
}

export function dropped(model: WidgetModel, actions: WidgetActions) {
  return (event: DragEvent): void => {
    over(model, actions, false)(event);
    actions.addReferences(event.dataTransfer?.files);
  };
}
