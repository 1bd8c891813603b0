import type { TemplateResult } from 'lit';
import { defined } from '../../../../base/defined.js';
import { isBusy } from '../../../../generation/machine.js';
import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { showing } from '../../../../pictures/show.js';
import { retire } from './picture-state.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { addressView } from './address.js';
import { isLeft, isPaidAndLost } from './left.js';
import { costText } from './cost-text.js';
import { outcomeText } from './status.js';
import { cloudCopyView, whereView } from './cloud-copy.js';
import { factTexts, quoted } from './error-facts.js';
import { needsData, notDrawnText, pictureView } from './picture.js';
import { undoView } from './forgotten.js';
import { html, nothing } from 'lit';
import { sizeText } from '../../../../pricing/size-text.js';
import { amount, inFull } from '../../../amount.js';
import { times } from '../../../../base/times.js';

type Finished = PictureState & { readonly image: BoughtImage };

/**
 * The pictures of the displayed purchase, each with its receipt; before the first purchase, those
 * of an interrupted one, or the page's own empty state.
 */
export function resultsView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { generation, quote, strip, parts } = model;
  const shown = shownPictures(model);
  const { request } = generation.name === 'idle' ? quote : generation.quote;
  const ready = shown.filter(isThere);
  // The strip of the last pictures is left out if all of them are displayed here.
  const hasOthers = strip?.list.some(({ id }) => !ready.some((picture) => picture.id === id));
  return html`${recoveredView(model, actions)}${summaryView(model)}${
    shown.length === 0
      ? html`<slot name="empty"></slot>`
      : html`<div class="prints" part="images" data-count=${Math.min(shown.length, 4)}>
          ${shown.map((picture) =>
            isThere(picture)
              ? finished(model, actions, picture, `tools-${ready.indexOf(picture) + 1}`)
              : frame(model, shown, picture, request),
          )}
        </div>`
  }${cloudCopyView(model, actions)}${undoView(model, actions)}${
    hasOthers ? parts.gallery?.stripView(model, actions) : nothing
  }`;
}

/**
 * For several pictures: how many were delivered and what they cost. It takes the place of the
 * progress.
 */
function summaryView(model: WidgetModel): View {
  const { generation } = model;
  return generation.name === 'done' && generation.state.pictures.length > 1
    ? html`<p class="summary" part="summary">${outcomeText(model)}</p>`
    : nothing;
}

/**
 * While the reader is asked about another purchase, or has declined it, the last pictures stay.
 * When one begins, empty places keep their room.
 */
function shownPictures({
  generation,
  pictures,
  lastPictures,
}: WidgetModel): readonly PictureState[] {
  if (pictures.length === 1 && pictures[0]?.name === 'failed') return [];
  // What was left to the background lands among the last pictures.
  if (isLeft(generation))
    return pictures.length > 1
      ? pictures.filter((picture) => isThere(picture) || isPaidAndLost(picture))
      : [];
  if (pictures.length > 0) return pictures;
  if (isBusy(generation) && lastPictures.some(({ image }) => image))
    return times(generation.quote.request.count ?? 1, (index) => ({
      id: `place-${index}`,
      name: 'waiting',
    }));
  return generation.name === 'confirming' || generation.name === 'quoted'
    ? lastPictures.filter(({ image }) => image)
    : [];
}

function recoveredView(model: WidgetModel, actions: WidgetActions): View {
  const { words: terms } = model;
  const recovered = model.recovered.filter(({ checked }) => !checked);
  if (recovered.length === 0) return nothing;
  const pictures = recovered.filter(isThere);
  const isOpen = recovered.some(({ name }) => name !== 'done' && name !== 'failed');
  const dismiss = (): void => {
    retire(pictures);
    actions.dismissRecovered(recovered);
  };
  return html`<div class="back" part="recovered">
    <div class="note">
      <p role="status">${isOpen ? terms.recovering : terms.recovered(pictures.length)}</p>
      ${
        isOpen
          ? nothing
          : html`<button type="button" class="plain" @click=${dismiss}>${terms.dismiss}</button>`
      }
    </div>
    ${
      pictures.length === 0
        ? nothing
        : html`<div class="prints" data-count=${Math.min(pictures.length, 2)}>
            ${pictures.map((picture) => finished(model, actions, picture))}
          </div>`
    }
  </div>`;
}

function isThere(picture: PictureState): picture is Finished {
  return picture.image !== undefined;
}

function finished(
  model: WidgetModel,
  actions: WidgetActions,
  bought: Finished,
  slot?: string,
): TemplateResult {
  const { seed } = bought;
  const { words } = model;
  const image: BoughtImage = model.isUnloaded(bought.image)
    ? { ...bought.image, withheld: 'unloaded' }
    : bought.image;
  const picture: Finished = { ...bought, image };
  return html`<figure class="print">
    <div class="paper">${sheetView(model, actions, bought.image, image.withheld)}</div>
    <figcaption>
      ${costView(model, picture)}<span
        >${sizeText(image, words.dir)}${
          seed === undefined
            ? nothing
            : html` · <span title=${words.seedMeans}>${words.seed(String(seed))}</span>`
        }</span
      >
    </figcaption>
    ${whereView(model, picture)}${model.parts.tools?.toolsView(model, actions, picture, defined({ slot }))}
  </figure>`;
}

/** The picture, or the reason why it is not drawn. */
function sheetView(
  model: WidgetModel,
  actions: WidgetActions,
  image: BoughtImage,
  withheld: BoughtImage['withheld'],
): TemplateResult | HTMLCanvasElement {
  if (withheld)
    return html`<p class="why" part="not-drawn">${notDrawnText(model, withheld, image)}</p>`;
  const isElsewhere =
    image.blob && (showing().get() !== 'blob' || needsData(image.blob, image.url));
  if (isElsewhere) return pictureView(actions, image, 'image');
  const { width, height } = image;
  // An image has no size until it is decoded, so its place has the size before.
  return html`<svg
      class="place"
      viewBox="0 0 ${width} ${height}"
      width=${width}
      height=${height}
      aria-hidden="true"
    ></svg
    ><img
      part="image"
      src=${image.url}
      alt=${image.alt}
      width=${image.width}
      height=${image.height}
      referrerpolicy="no-referrer"
      @error=${() => actions.pictureFailed(image)}
    />`;
}

function costView(model: WidgetModel, { receipt, checking = false }: PictureState): View {
  const { words: terms, dollars } = model;
  if (!receipt) return nothing;
  const inFullOf = (text: string): string => amount(text, dollars, inFull(text));
  const differs =
    receipt.charged !== undefined &&
    receipt.estimated !== '' &&
    receipt.charged !== receipt.estimated;
  const sure =
    receipt.charge === 'charged' &&
    receipt.charged !== undefined &&
    receipt.basis === 'reported' &&
    !checking;
  return html`<span class="cost" data-sure=${sure}
    >${costText(model, receipt, { checking, whole: true })}${sure ? html`<span aria-hidden="true"> ✓</span>` : nothing}${
      differs
        ? html` <span class="quiet"
            >${terms.estimateWas(inFullOf(receipt.estimated))}${
              receipt.note && !receipt.together
                ? html`: <bdi lang="en">${receipt.note}</bdi>`
                : nothing
            }</span
          >`
        : nothing
    }</span
  >`;
}

/** The place of a missing picture, in its shape, so that nothing moves when it arrives. */
function frame(
  model: WidgetModel,
  shown: readonly PictureState[],
  picture: PictureState,
  size: { width: number; height: number },
): TemplateResult {
  const { words: terms, generation } = model;
  const failed = picture.name === 'failed';
  const several = shown.length > 1;
  const stage = picture.name === 'waiting' && isBusy(generation) ? terms.waiting : terms.making;
  const sizeView = html`<span>${sizeText(size, terms.dir)}</span>`;
  const caption = several ? html`<span>${stage}</span>${sizeView}` : sizeView;
  return html`<figure class="print" data-stage=${picture.name}>
    <div class="paper">
      ${blankView(size, frameName(model, shown, picture))}${failed ? nothing : promptView(model)}
    </div>
    <figcaption>${failed ? failureView(model, shown, picture) : caption}</figcaption>
    ${failed || !several ? nothing : html`<div class="tools-place"></div>`}
  </figure>`;
}

/**
 * What a missing picture cost, why it is missing, and its address where it has one. The provider's own
 * words stand at the first of several that it says them of.
 */
function failureView(
  model: WidgetModel,
  shown: readonly PictureState[],
  { id, receipt, error }: PictureState,
): TemplateResult {
  const { words: terms } = model;
  const cost = receipt && html`<b>${costText(model, receipt, { whole: true })}</b> `;
  const detail = error && quoted(error);
  const first = shown.find((picture) => picture.error?.facts['detail'] === detail);
  return html`<span
    >${cost ?? nothing}${error ? terms.errors[error.code](factTexts(model, { ...error.facts, ...defined({ detail }) })) : nothing}
    ${
      detail && first?.id === id
        ? html`${terms.says(model.payer.name)} <q lang="en" dir="auto">${detail}</q>`
        : nothing
    }
    ${addressView(model, error?.facts.url)}</span
  >`;
}

/** The words that a picture is made from, in its place. They are heard in the prompt's field. */
function promptView({ generation, settings }: WidgetModel): TemplateResult {
  const bought = isBusy(generation) ? generation.purchase?.prompt : undefined;
  return html`<p class="words" aria-hidden="true" dir="auto">${bought ?? settings.prompt}</p>`;
}

/** `Picture 4 of 4: waiting its turn`; nothing for a picture that will not come. */
function frameName(
  { words }: WidgetModel,
  shown: readonly PictureState[],
  picture: PictureState,
): string {
  const { name } = picture;
  if (name === 'failed') return '';
  const index = shown.indexOf(picture);
  const stage = name === 'waiting' ? words.waiting : words.making;
  return `${words.pictureOf(index + 1, shown.length)}: ${stage}`;
}

function blankView(
  { width, height }: { width: number; height: number },
  name: string,
): TemplateResult {
  return html`<svg
    class="frame"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    role="img"
    aria-label=${name || nothing}
    aria-hidden=${name === ''}
  >
    <rect width="100%" height="100%" />
    <path d=${cropMarks({ width, height })}></path>
  </svg>`;
}

/** Crop marks in the corners, as on a printed sheet. */
function cropMarks({ width, height }: { width: number; height: number }): string {
  const long = Math.min(width, height) / 16;
  const [near, right, foot] = [long / 2, width - long / 2, height - long / 2];
  return [
    [near, near, 1, 1],
    [right, near, -1, 1],
    [near, foot, 1, -1],
    [right, foot, -1, -1],
  ]
    .map(
      ([x, y, across = 0, down = 0]) =>
        `M${x} ${y}h${across * long}m${-across * long} 0v${down * long}`,
    )
    .join('');
}
