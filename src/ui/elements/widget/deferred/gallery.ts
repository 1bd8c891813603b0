import type { PictureState } from '../../../../generation/purchase.js';
import { defined } from '../../../../base/defined.js';
import type { KeptPicture } from '../../../../pictures/picture-library.js';
import { sizeText } from '../../../../pricing/size-text.js';
import { html, nothing, type TemplateResult } from 'lit';
import { amount, dateText } from '../../../amount.js';
import { css } from '../../../styles/css.js';
import type { Gallery, GalleryPorts, Strip, View, WidgetActions, WidgetModel } from '../model.js';
import { GalleryState } from './gallery-state.js';
import { StripState } from './strip-state.js';
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
  .strip {
    padding: 8px var(--space);
    border-top: 1px solid var(--line);
  }
  .strip ul {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 72px));
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .strip button[part='strip-picture'] {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    aspect-ratio: 1;
    padding: 0;
    overflow: clip;
    background: none;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 0.5);
    cursor: zoom-in;
  }
  .strip :is(img, canvas) {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .strip button:hover {
    border-color: var(--edge);
  }
  @container (max-width: 480px) {
    .strip ul {
      gap: 4px;
    }
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

export function createStrip(ports: GalleryPorts, changed: () => void): Strip {
  return new StripState(ports, changed);
}

/** The last pictures kept here stay in view. */
export function stripView(model: WidgetModel, actions: WidgetActions): View {
  const { strip, words, parts } = model;
  const kept = strip?.list.filter(({ id }) => strip.images.has(id)) ?? [];
  if (!parts.tools || kept.length === 0) return nothing;
  const pictures = kept.map((each) => keptAs(model, each, strip?.images.get(each.id)));
  return html`<div class="strip" part="strip">
    <ul aria-label=${words.lastPictures}>
      ${parts.tools.thumbsView(model, actions, pictures)}
    </ul>
    ${parts.tools.placeView()}
  </div>`;
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
  const picture = keptAs(model, kept, image);
  const alt = picture.image?.alt ?? '';
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
    ${model.parts.tools?.toolsView(model, actions, picture, { pin: pinned, among: allKept(model) })}
  </figure>`;
}

function allKept(model: WidgetModel): readonly PictureState[] {
  const { list = [], shown = 0, images } = model.gallery ?? {};
  return list.slice(0, shown).map((kept) => keptAs(model, kept, images?.get(kept.id)));
}

const states = new WeakMap<Blob, PictureState>();

/** Kept words, else those of this visit, else model and day. */
function keptAs(
  model: WidgetModel,
  kept: KeptPicture,
  { blob, url }: Partial<Readonly<{ blob: Blob; url: string }>> = {},
): PictureState {
  if (!blob || url === undefined) return { id: kept.id, name: 'done' };
  const known = states.get(blob);
  const name = model.offered.models.find(({ id }) => id === kept.model)?.name ?? kept.model;
  const alt =
    kept.prompt ?? (model.wordsOf(kept.id) || `${name}, ${dateText(kept.at, model.amounts)}`);
  if (known?.image?.alt === alt) return known;
  const state = bought(kept, blob, url, alt);
  states.set(blob, state);
  return state;
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
