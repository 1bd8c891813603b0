import { html, type TemplateResult } from 'lit';
import { sizeText, sizeValue } from '../../../../pricing/size-text.js';
import { priceText } from '../../../amount.js';
import type { WidgetActions } from '../action-types.js';
import type { WidgetModel } from '../model.js';
import { shapePath } from '../shape.js';

/** Each size as its shape is drawn, with what the request then costs. */
export function shapesView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, sizes, quote, amounts } = model;
  const current = sizeValue(quote.request);
  return html`<div id="shapes" class="shapes" part="shapes" role="group" aria-label=${terms.shape}>
    ${sizes.map(
      (size) =>
        html`<button
          type="button"
          class="pick"
          part="shape-option"
          aria-pressed=${sizeValue(size) === current}
          @click=${() => actions.change({ size: sizeValue(size) })}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${shapePath(size)}></path></svg
          ><b>${size.ratio}</b>
          <span>${priceText(size.priced, amounts) ?? terms.priceUnknown}</span>
          <span class="quiet">${sizeText(size, terms.dir)}</span>
        </button>`,
    )}
  </div>`;
}
