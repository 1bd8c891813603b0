import type { BoughtImage, PictureState, Receipt } from '../../../../generation/purchase.js';
import { providerName, recordOf } from '../../../../accounts/provider-records.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { addressView } from './address.js';
import { html, nothing } from 'lit';

/**
 * Under a picture: that only its address is known, which will expire, or where the provider keeps
 * it for the reader.
 */
export function whereView(model: WidgetModel, picture: PictureState): View {
  const { words: terms } = model;
  const { image } = picture;
  return html`${image && !image.blob ? addressOnlyView(model, image, picture.receipt) : nothing}${
    image?.keptAt === undefined
      ? nothing
      : html`<p class="quiet" part="kept-there">${terms.keptThere} <bdi>${image.keptAt}</bdi></p>`
  }`;
}

/** Download it while its address works; where it shows nothing, look there or ask for a refund. */
function addressOnlyView(
  model: WidgetModel,
  { url, withheld }: BoughtImage,
  receipt: Receipt | undefined,
): View {
  const { words } = model;
  if (withheld !== 'unloaded') return html`<p class="quiet" part="expiring">${words.expires}</p>`;
  const isPaid = receipt?.charge === 'charged' && !receipt.simulated;
  return html`<p class="quiet">
    ${isPaid ? words.onlyRefund(providerName(receipt.provider)) : nothing}
    ${addressView(model, url)}
  </p>`;
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
