import { html, nothing } from 'lit';
import type { WidgetActions } from './action-types.js';
import type { View, WidgetModel } from './model.js';

/** The way to add a picture to start from. */
export function referencesView(
  { terms, settings, mostReferences }: WidgetModel,
  actions: WidgetActions,
): View {
  return settings.references.length >= mostReferences
    ? nothing
    : html`<label class="pick add"
        ><span class="shown">+ ${terms.addReference}</span>
        <input
          type="file"
          part="add-reference"
          accept="image/png,image/jpeg,image/webp,image/avif"
          multiple
          @change=${picked(actions)}
      /></label>`;
}

function picked(actions: WidgetActions) {
  return (event: Event): void => {
    const field = event.target as HTMLInputElement;
    actions.addReferences(field.files ?? undefined);
    field.value = '';
  };
}
