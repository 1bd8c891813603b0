import type { PictureState } from '../../../../generation/purchase.js';
import { keepsCloudCopy, setKeepsCloudCopy } from '../../../../generation/cloud-copy.js';
import { providerFacts } from '../../../provider-names.js';
import type { View, Widget } from '../view.js';
import { html, nothing } from 'lit';

/**
 * Under a print: that its bytes could not be had and its address will end, or where the provider
 * keeps it for the reader.
 */
export function whereView({ words: terms }: Widget, { image }: PictureState): View {
  return html`${image && !image.blob ? html`<p class="quiet" part="expiring">${terms.expires}</p>` : nothing}${
    image?.keptAt === undefined
      ? nothing
      : html`<p class="quiet" part="kept-there">${terms.keptThere} <bdi>${image.keptAt}</bdi></p>`
  }`;
}

/**
 * The reader's switch for keeping pictures in their own storage at the provider: offered where an
 * address alone came back, and wherever it is on.
 */
export function cloudCopyView(widget: Widget): View {
  const {
    provider,
    pictures,
    words: terms,
    pageServices: { store },
  } = widget;
  const { drive, name } = providerFacts(provider);
  const on = keepsCloudCopy(store, provider);
  if (!drive || !(on || pictures.some(({ image }) => image && !image.blob))) return nothing;
  const change = (event: Event): void => {
    setKeepsCloudCopy(store, provider, (event.currentTarget as HTMLInputElement).checked);
    widget.requestUpdate();
  };
  return html`<label class="drive"
    ><input type="checkbox" part="keep-there" .checked=${on} @change=${change} /><span
      >${terms.keepThere(name)}</span
    ></label
  >`;
}
