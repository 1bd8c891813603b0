import type { TemplateResult } from 'lit';
import { parseSize } from '../../request.js';
import type { Widget } from '../view.js';

/** Width and height to the pixel. What the model can't make is said under the button, with the nearest size it can. */
export const exactView = (widget: Widget): TemplateResult => {
  const { words: terms, panel, kit: { html, live } } = widget;
  const size = parseSize(widget.size);
  const field = (side: 'width' | 'height'): TemplateResult => html`<label class="field">${terms[side]}
    <input type="number" part=${side} inputmode="numeric" min="1" max="8192" step="1" .value=${live(Number.isNaN(size[side]) ? '' : String(size[side]))}
      @input=${(event: Event) => {
        const typed = { ...parseSize(widget.size), [side]: (event.target as HTMLInputElement).value };
        widget.size = `${typed.width}x${typed.height}`;
      }}></label>`;
  return html`<div class="exact" role="group" aria-label=${terms.exactSize}>${field('width')}<span aria-hidden="true">×</span>${field('height')}
    <button type="button" class="plain" @click=${() => panel.toggle('exact', false)}>${terms.sizeList}</button></div>`;
};
