import { html, nothing, type TemplateResult } from 'lit';
import type { Widget } from './view.js';

/** Adds pictures to start from, as many as the model takes. */
export function addReferences(widget: Widget, files: Iterable<File> | undefined): boolean {
  const images = imagesIn(files);
  const room = widget.mostReferences - widget.references.length;
  if (images.length === 0 || room <= 0) return false;
  widget.references = [...widget.references, ...images.slice(0, room)];
  return true;
}

function imagesIn(files: Iterable<File> | undefined): File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
}

/** The way to add a picture to start from. */
export function referencesView(widget: Widget): TemplateResult | typeof nothing {
  const { terms, references, mostReferences } = widget;
  return references.length >= mostReferences
    ? nothing
    : html`<label class="pick add"
        ><span class="shown">+ ${terms.addReference}</span>
        <input
          type="file"
          part="add-reference"
          accept="image/png,image/jpeg,image/webp,image/avif"
          multiple
          @change=${picked(widget)}
      /></label>`;
}

function picked(widget: Widget) {
  return (event: Event): void => {
    const field = event.target as HTMLInputElement;
    addReferences(widget, field.files ?? undefined);
    field.value = '';
  };
}
