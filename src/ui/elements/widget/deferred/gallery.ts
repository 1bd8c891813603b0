import type { PictureState } from '../../../../generation/purchase.js';
import { defined } from '../../../../base/defined.js';
import type { KeptPicture } from '../../../../pictures/picture-library.js';
import { sizeText } from '../../../../pricing/size-text.js';
import { html, nothing, type TemplateResult } from 'lit';
import { amount, dateText } from '../../../amount.js';
import { css } from '../../../styles/css.js';
import type { Gallery, GalleryPorts, View, WidgetActions, WidgetModel } from '../model.js';
import { GalleryState } from './gallery-state.js';
import { pictureView } from './picture.js';

export const style = css`
  .gallery {
    padding: calc(var(--space) * 0.7) var(--space) var(--space);
    border-top: 1px dashed var(--line);
    background: var(--tint);
  }
  .gallery h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    margin: 0 0 8px;
    font-size: 1em;
    font-weight: 600;
  }
  .gallery h3 .plain {
    font-weight: 400;
  }
  .gallery .prints {
    padding: 0;
    border: 0;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 180px), 1fr));
    align-items: start;
  }
  @container (min-width: 480px) {
    .gallery .paper {
      position: relative;
      aspect-ratio: 1;
    }
    .gallery .paper :is(img, canvas) {
      position: absolute;
      inset: auto auto 0;
      inset-inline-start: 0;
      max-height: 100%;
    }
  }
`;

/** The pictures this browser keeps, for one widget. */
export function createGallery(ports: GalleryPorts, changed: () => void): Gallery {
  return new GalleryState(ports, changed);
}

/** The pictures this browser keeps, newest first. Forgetting takes two presses. */
export function galleryView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { words: terms, gallery } = model;
  const { list = [], shown = 0 } = gallery ?? {};
  return html`<div class="gallery" part="gallery-sheet">
    <h3>
      <span>${terms.galleryTitle}</span>${list.length > 1 ? forgetAllView(model, actions) : nothing}
    </h3>
    ${
      gallery && list.length === 0
        ? html`<p class="quiet">${terms.galleryEmpty}</p>`
        : html`<div class="prints">
            ${list.slice(0, shown).map((kept) => keptView(model, actions, kept))}
          </div>`
    }
    ${
      list.length > shown
        ? html`<button type="button" class="second" @click=${() => actions.showMore()}>
            ${terms.showMore}
          </button>`
        : nothing
    }
  </div>`;
}

function forgetAllView({ words: terms, gallery }: WidgetModel, actions: WidgetActions): View {
  return html`<button
      type="button"
      class="plain"
      part="forget-all"
      @click=${() => actions.forgetAll()}
      @blur=${() => actions.keepAll()}
    >
      ${gallery?.isSure ? terms.forgetSure : terms.forgetAll}</button
    ><span class="spoken" role="status">${gallery?.isSure ? terms.forgetSure : nothing}</span>`;
}

function keptView(model: WidgetModel, actions: WidgetActions, kept: KeptPicture): View {
  const { words: terms, dollars, amounts, gallery } = model;
  const image = gallery?.images.get(kept.id);
  if (!image) return nothing;
  const alt = kept.prompt ?? `${kept.model}, ${dateText(kept.at, amounts)}`;
  const cost = kept.cost === undefined ? undefined : amount(kept.cost, dollars);
  const shown = { ...image, alt, width: kept.width, height: kept.height };
  const pinned = {
    is: kept.pinned === true,
    toggle: () => actions.pin(kept.id, kept.pinned !== true),
  };
  return html`<figure class="print">
    <div class="paper">
      ${
        kept.withheld
          ? html`<p class="why">${terms.notDrawn(sizeText(kept))}</p>`
          : pictureView(actions, shown, 'kept')
      }
    </div>
    <figcaption>
      <span class="cost"
        >${cost !== undefined && kept.simulated ? terms.simulatedCharge(cost) : (cost ?? nothing)}</span
      ><span>${dateText(kept.at, amounts)} · ${sizeText(kept)}</span>
    </figcaption>
    ${model.parts.tools?.toolsView(model, actions, bought(kept, image.blob, image.url, alt), { pin: pinned })}
  </figure>`;
}

/** A kept picture in the shape of one just bought, so that the same tools serve both. */
function bought(kept: KeptPicture, blob: Blob, url: string, alt: string): PictureState {
  return {
    id: kept.id,
    name: 'done',
    image: {
      blob,
      url,
      alt,
      width: kept.width,
      height: kept.height,
      ...defined({ withheld: kept.withheld || undefined }),
    },
    receipt: {
      id: kept.id,
      provider: kept.provider,
      model: kept.model,
      at: kept.at,
      lines: [],
      estimated: kept.cost ?? '',
      basis: 'reported',
      charge: 'charged',
      simulated: kept.simulated === true,
      ...defined({ route: kept.route, charged: kept.cost }),
    },
    ...defined({ seed: kept.seed }),
  };
}
