import { html, nothing } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { WidgetActions } from '../action-types.js';
import type { FormValue, View, WidgetModel } from '../model.js';
import type { Field } from '../field.js';
import type { FormElement, FormSource } from '../form-model.js';
import { css } from '../../../styles/css.js';
import { FieldValue } from './field-value.js';

export { en as words } from '../../../i18n/en/form.js';

export const style = css`
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 0 var(--space) calc(var(--space) * 0.5);
  }
  .chosen :is(img, canvas) {
    display: block;
    width: auto;
    height: 56px;
  }
`;

/** The value of one widget in its form. */
export function createForm(source: FormSource, field: Field, element: FormElement): FormValue {
  return new FieldValue({
    ...source,
    field,
    prompt: () => element.shadowRoot?.querySelector('textarea') ?? null,
    changed: () => element.dispatchEvent(new Event('change', { bubbles: true })),
    element: () => {
      const { name, required } = element;
      return { name, required, isOff: element.matches(':disabled') };
    },
  });
}

/** The button under a picture that adds it to the form or removes it. */
export function chooseView(
  { words: terms, chosen }: WidgetModel,
  actions: WidgetActions,
  picture: PictureState,
): View {
  if (!chosen) return nothing;
  const isChosen = chosen.some(({ id }) => id === picture.id);
  return html`<button
    type="button"
    class="plain"
    part="choose"
    @click=${() => actions.choose(picture)}
  >
    ${isChosen ? terms.formChosen : terms.formChoose}
  </button>`;
}

/**
 * The form's pictures that are not displayed elsewhere: from an earlier visit, or from the gallery.
 */
export function chosenView(model: WidgetModel, actions: WidgetActions): View {
  const { chosen = [], words: terms, pictures, lastPictures } = model;
  const { deferred } = model.parts;
  const shown = new Set([...(pictures ?? []), ...(lastPictures ?? [])].map(({ id }) => id));
  const others = chosen.filter(({ id, image }) => image?.blob && !shown.has(id));
  if (!deferred || others.length === 0) return nothing;
  return html`<div class="chosen" part="chosen">
    <span>${terms.formChosen}</span>
    ${others.map(({ image }) => (image ? deferred.pictureView(actions, image, 'chosen-image') : nothing))}
  </div>`;
}
