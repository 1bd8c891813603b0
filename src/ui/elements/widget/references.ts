import { html, nothing, type TemplateResult } from 'lit';
import type { Widget } from './view.js';

const imagesIn = (files: FileList | undefined): File[] => [...files ?? []].filter((file) => file.type.startsWith('image/'));

/** Adds pictures to start from, as many as the model takes. */
export const addReferences = (widget: Widget, files: FileList | undefined): boolean => {
  const images = imagesIn(files);
  const room = widget.mostReferences - widget.references.length;
  if (images.length === 0 || room <= 0) return false;
  widget.references = [...widget.references, ...images.slice(0, room)];
  return true;
};

const picked = (widget: Widget) => (event: Event): void => {
  const field = event.target as HTMLInputElement;
  addReferences(widget, field.files ?? undefined);
  field.value = '';
};

const megapixels = ({ width, height }: { width: number; height: number }): string => (width * height / 1048576).toFixed(2);

/** The pictures it starts from, with the size each is priced at. */
export const referencesView = (widget: Widget): TemplateResult | typeof nothing => {
  const { terms, references, mostReferences } = widget;
  if (mostReferences === 0 && references.length === 0) return nothing;
  return html`
    ${references.length < mostReferences ? html`<label class="pick">${terms.addReference}
      <input class="spoken" type="file" accept="image/png,image/jpeg,image/webp" multiple @change=${picked(widget)}></label>` : nothing}
    ${references.length === 0 ? nothing : html`<ul class="references" part="references" aria-label=${terms.references}>
      ${references.map((blob, index) => {
        const size = widget.measured.sizes[index];
        const name = size && size.width > 0 ? `${size.width} × ${size.height} · ${megapixels(size)} MP` : '…';
        return html`<li><img src=${widget.measured.urlOf(blob)} alt="" width="44" height="44"> <span>${name}</span>
          <button type="button" class="plain" aria-label=${terms.removeReference(name)}
            @click=${() => { widget.references = references.filter((other) => other !== blob); }}>×</button></li>`;
      })}</ul>`}`;
};
