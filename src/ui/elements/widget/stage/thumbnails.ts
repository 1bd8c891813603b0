import type { View } from '../kit.js';
import type { Widget } from '../view.js';

/** Two decimals, rounded up: what is billed by the megapixel must not look like less. */
const megapixels = ({ width, height }: { width: number; height: number }, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Math.ceil(width * height / 10_000) / 100);

/** The pictures it starts from, with the size each is priced at, and the seed where it was fixed. */
export const thumbnailsView = (widget: Widget): View => {
  const { words: terms, references, measured, kit: { html, nothing, sizeText } } = widget;
  const { seed } = widget;
  if (references.length === 0 && seed === undefined) return nothing;
  return html`<ul class="references" part="references" aria-label=${terms.references}>
    ${references.map((blob, index) => {
      const size = measured.sizes[index];
      const name = size && size.width > 0 ? `${sizeText(size)} · ${terms.megapixels(megapixels(size, widget.language))}`
        : measured.isUnreadable(blob) ? terms.unreadableFile : terms.reading;
      return html`<li>${size && size.width > 0 ? html`<img src=${measured.urlOf(blob)} alt="" width="44" height="44">` : nothing}<span>${name}</span>
        <button type="button" class="plain icon" aria-label=${terms.removeReference(name)}
          @click=${() => { widget.references = references.filter((other) => other !== blob); }}><svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9"/></svg></button></li>`;
    })}
    ${seed === undefined ? nothing : html`<li><span>${terms.seed(String(seed))}</span>
      <button type="button" class="plain icon" aria-label=${terms.newSeed} @click=${() => { widget.seed = undefined; }}><svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5l9 9m0-9l-9 9"/></svg></button></li>`}</ul>`;
};
