import type { PictureState } from '../../../../generation/purchase.js';
import { recordOf } from '../../../../accounts/provider-records.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';

/**
 * Under a picture: that only its address is known, which will expire, or where the provider keeps
 * it for the reader.
 */
export function whereView({ words: terms }: WidgetModel, { image }: PictureState): View {
  return html`${image && !image.blob ? html`<p class="quiet" part="expiring">${terms.expires}</p>` : nothing}${
    image?.keptAt === undefined
      ? nothing
      : html`<p class="quiet" part="kept-there">${terms.keptThere} <bdi>${image.keptAt}</bdi></p>`
  }`;
}

/**
 * The reader's switch for keeping pictures in their own storage at the provider. Shown when only an
 * address came back, and whenever it is on.
 */
export function cloudCopyView(model: WidgetModel, actions: WidgetActions): View {
  const { settings, pictures, words: terms, keepsCloudCopy } = model;
  const { drive, name } = recordOf(settings.provider);
  const isOffered = keepsCloudCopy || pictures.some(({ image }) => image && !image.blob);
  if (!drive || !isOffered) return nothing;
  const change = ({ currentTarget }: Event): void =>
    actions.keepCloudCopy((currentTarget as HTMLInputElement).checked);
  return html`<label class="drive"
    ><input type="checkbox" part="keep-there" .checked=${keepsCloudCopy} @change=${change} /><span
      >${terms.keepThere(name)}</span
    ></label
  >`;
}
