import type { TemplateResult } from 'lit';
import type { WidgetActions } from '../action-types.js';
import type { WidgetModel } from '../model.js';
import { html } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * Width and height to the pixel. A size the model can't make is reported under the button, with the
 * nearest possible one.
 */
export function exactView(
  { words: terms, settings }: WidgetModel,
  actions: WidgetActions,
): TemplateResult {
  // Each side as typed, even while the other one is empty.
  const [width = '', height = ''] = settings.size
    .trim()
    .split(/\s*[x×]\s*/i)
    .map((text) => (/^[-+.\d]+$/.test(text) ? text : ''));
  const typed = { width, height };
  const field = (side: 'width' | 'height'): TemplateResult =>
    html`<label class="field"
      >${terms[side]}
      <input
        type="number"
        part=${side}
        inputmode="numeric"
        min="1"
        max="8192"
        step="1"
        .value=${live(typed[side])}
        @input=${(event: Event) => {
          const now = { ...typed, [side]: (event.target as HTMLInputElement).value };
          actions.change({ size: `${now.width}x${now.height}` });
        }}
    /></label>`;
  return html`<div class="exact" role="group" aria-label=${terms.exactSize}>
    ${field('width')}<span aria-hidden="true">×</span>${field('height')}
    <button type="button" class="plain" @click=${() => actions.toggle('exact', false)}>
      ${terms.sizeList}
    </button>
  </div>`;
}
