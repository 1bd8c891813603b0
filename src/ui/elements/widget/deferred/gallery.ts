import type { PictureState } from '../../../../generation/purchase.js';
import type { KeptPicture } from '../../../../pictures/picture-library.js';
import { sizeText } from '../../../../pricing/size-text.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { amount, dateText } from '../../../amount.js';
import type { WidgetActions } from '../action-types.js';
import type { Gallery, GalleryPorts, Strip } from '../gallery-model.js';
import type { View, WidgetModel } from '../model.js';
import { GalleryState } from './gallery-state.js';
import { keptAs, nameOf, promptOf } from './kept-state.js';
import { StripState } from './strip-state.js';
import { notDrawnText, pictureView } from './picture.js';

export { galleryStyles as style } from '../../../styles/gallery.js';

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
  const { list = [], found = [], shown = 0 } = gallery ?? {};
  const isEmpty = gallery && list.length === 0;
  return html`<div class="gallery" part="gallery-sheet">
    <h3>
      <span>${terms.galleryTitle}</span>${list.length > 1 ? forgetAllView(model, actions) : nothing}
    </h3>
    ${searchView(model, actions)}
    ${
      isEmpty
        ? html`<p class="quiet">${terms.galleryEmpty}</p>`
        : html`<div class="prints">
            ${found.slice(0, shown).map((kept) => keptView(model, actions, kept))}
          </div>`
    }
    ${
      found.length > shown
        ? html`<button type="button" class="second" @click=${() => actions.showMore()}>
            ${terms.showMore}
          </button>`
        : nothing
    }
    ${promptsView(model, actions)}
  </div>`;
}

/** Searches the kept prompts; shown only if there are any. */
function searchView({ words, gallery }: WidgetModel, actions: WidgetActions): View {
  const { list = [], found = [], query = '' } = gallery ?? {};
  if (!list.some(({ prompt }) => prompt)) return nothing;
  const search = ({ target }: Event): void =>
    actions.searchPictures((target as HTMLInputElement).value);
  return html`<input
      type="search"
      part="gallery-search"
      aria-label=${words.searchPrompts}
      placeholder=${words.searchPrompts}
      autocomplete="off"
      enterkeyhint="search"
      .value=${live(query)}
      @input=${search}
    />
    <p class="quiet" role="status">
      ${query.trim() === '' ? nothing : words.picturesFound(found.length)}
    </p>`;
}

/** The reader's switch for keeping prompts with their pictures: off until they want it. */
function promptsView({ words, keepsPrompts }: WidgetModel, actions: WidgetActions): TemplateResult {
  const change = ({ currentTarget }: Event): void =>
    actions.keepPrompts((currentTarget as HTMLInputElement).checked);
  return html`<label class="drive"
    ><input type="checkbox" part="keep-prompts" .checked=${keepsPrompts} @change=${change} /><span
      >${words.keepPrompts}</span
    ></label
  >`;
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
  const image = model.gallery?.images.get(kept.id);
  if (!image) return nothing;
  const picture = keptAs(model, kept, image);
  const alt = picture.image?.alt ?? '';
  const shown = { ...image, alt, width: kept.width, height: kept.height };
  const pinned = {
    is: kept.pinned === true,
    toggle: () => actions.pin(kept.id, kept.pinned !== true),
  };
  return html`<figure class="print">
    <div class="paper">
      ${
        kept.withheld
          ? html`<p class="why">${notDrawnText(model, kept.withheld, kept)}</p>`
          : pictureView(actions, shown, 'kept')
      }
    </div>
    ${captionView(model, kept)}
    ${model.parts.tools?.toolsView(model, actions, picture, { pin: pinned, among: allKept(model) })}
  </figure>`;
}

/** The prompt in one line, or the model if it is unknown; then cost, day and size. */
function captionView(model: WidgetModel, kept: KeptPicture): TemplateResult {
  const { words, dollars, amounts } = model;
  const prompt = promptOf(model, kept);
  const cost = kept.cost === undefined ? undefined : amount(kept.cost, dollars);
  return html`<figcaption>
    ${
      prompt === ''
        ? html`<span class="title" title=${kept.model}>${nameOf(model, kept)}</span>`
        : html`<span part="caption" class="title" dir="auto" title=${prompt}>${prompt}</span>`
    }
    <span class="cost"
      >${cost !== undefined && kept.simulated ? words.simulatedCharge(cost) : (cost ?? nothing)}</span
    ><span
      >${dateText(kept.at, amounts)} · <span class="size">${sizeText(kept, words.dir)}</span></span
    >
  </figcaption>`;
}

function allKept(model: WidgetModel): readonly PictureState[] {
  const { found = [], shown = 0, images } = model.gallery ?? {};
  return found.slice(0, shown).map((kept) => keptAs(model, kept, images?.get(kept.id)));
}
