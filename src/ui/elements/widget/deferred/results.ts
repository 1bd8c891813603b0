import type { TemplateResult } from 'lit';
import { isBusy } from '../../../../generation/machine.js';
import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { showing } from '../../../../pictures/show.js';
import { retirePictureUrl } from '../../../../pictures/picture-url.js';
import type { View, Widget } from '../view.js';
import { addressView } from './address.js';
import { costText } from './cost.js';
import { cloudCopyView, whereView } from './cloud-copy.js';
import { pictureView } from './picture.js';
import { html, nothing } from 'lit';
import { sizeText } from '../choices.js';
import { toolsView } from '../lazy/tools.js';
import { amount, inFull } from '../../../amount.js';

type Finished = PictureState & { readonly image: BoughtImage };

/** Pictures whose address showed nothing when they were to be drawn. */
const unloaded = new WeakSet<BoughtImage>();

const shownBefore = new WeakMap<
  Widget,
  { readonly id: string; readonly pictures: readonly PictureState[] }
>();

/**
 * The pictures of the purchase on show, each with its own receipt; before that, those of an
 * interrupted one, or the page's own empty state.
 */
export function resultsView(widget: Widget): TemplateResult {
  const { generation, pictures } = widget;
  replaced(widget, pictures[0]?.id);
  // While the reader is asked about another one, or said no to it, the last ones stay.
  const last =
    generation.name === 'confirming' || generation.name === 'quoted'
      ? (shownBefore.get(widget)?.pictures.filter(({ image }) => image) ?? [])
      : [];
  const shown =
    pictures.length === 0
      ? last
      : pictures.length === 1 && pictures[0]?.name === 'failed'
        ? []
        : pictures;
  const size = generation.name === 'idle' ? { width: 1, height: 1 } : generation.quote.request;
  return html`${back(widget)}${
    shown.length === 0
      ? html`<slot name="empty"></slot>`
      : html`<div class="prints" part="images" data-count=${Math.min(shown.length, 4)}>
          ${shown.map((picture) => (isThere(picture) ? finished(widget, picture) : frame(widget, picture, size)))}
        </div>`
  }${cloudCopyView(widget)}`;
}

function replaced(widget: Widget, id: string | undefined): void {
  const before = shownBefore.get(widget);
  if (id === undefined) return;
  if (before && before.id !== id) retire(before.pictures);
  shownBefore.set(widget, { id, pictures: widget.pictures });
}

/** Pictures of an earlier purchase that are shown no more need no address here. */
function retire(pictures: readonly PictureState[]): void {
  for (const { image } of pictures) if (image?.blob) retirePictureUrl(image.blob);
}

function back(widget: Widget): View {
  const { words: terms, pageServices } = widget;
  const recovered = pageServices.recovered.get().filter(({ checked }) => !checked);
  if (recovered.length === 0) return nothing;
  const pictures = recovered.filter(isThere);
  const open = recovered.some(({ name }) => name !== 'done' && name !== 'failed');
  return html`<div class="back" part="recovered">
    <div class="note">
      <p role="status">${open ? terms.recovering : terms.recovered(pictures.length)}</p>
      ${
        open
          ? nothing
          : html`<button
              type="button"
              class="plain"
              @click=${() => {
                retire(pictures);
                pageServices.recovered.set(
                  pageServices.recovered.get().filter(({ checked }) => checked),
                );
              }}
            >
              ${terms.dismiss}
            </button>`
      }
    </div>
    ${pictures.length === 0 ? nothing : html`<div class="prints" data-count=${Math.min(pictures.length, 2)}>${pictures.map((picture) => finished(widget, picture))}</div>`}
  </div>`;
}

function isThere(picture: PictureState): picture is Finished {
  return picture.image !== undefined;
}

function finished(widget: Widget, bought: Finished): TemplateResult {
  const { seed } = bought;
  const image: BoughtImage = unloaded.has(bought.image)
    ? { ...bought.image, withheld: 'unloaded' }
    : bought.image;
  const picture: Finished = { ...bought, image };
  return html`<figure class="print">
    <div class="paper">${sheetView(widget, image)}</div>
    <figcaption>
      ${costView(widget, picture)}<span
        >${sizeText(image)}${seed === undefined ? nothing : html` · ${widget.words.seed(String(seed))}`}</span
      >
    </figcaption>
    ${whereView(widget, picture)}${toolsView(widget, picture)}
  </figure>`;
}

/** The picture itself, or in its place why it is not drawn. */
function sheetView(widget: Widget, image: BoughtImage): TemplateResult | HTMLCanvasElement {
  const { words: terms } = widget;
  if (image.withheld) {
    const why = image.withheld === 'too-large' ? terms.notDrawn(sizeText(image)) : terms.notLoaded;
    return html`<p class="why" part="not-drawn">${why}</p>`;
  }
  const failed = (): void => {
    unloaded.add(image);
    widget.requestUpdate();
  };
  if (image.blob && showing().get() !== 'blob') return pictureView(widget, image, 'image');
  return html`<img
    part="image"
    src=${image.url}
    alt=${image.alt}
    width=${image.width}
    height=${image.height}
    referrerpolicy="no-referrer"
    @error=${failed}
  />`;
}

function costView(widget: Widget, { receipt, checking = false }: PictureState): View {
  const { words: terms, dollars } = widget;
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
    >${costText(widget, receipt, checking, true)}${sure ? html`<span aria-hidden="true"> ✓</span>` : nothing}${
      differs
        ? html` <span class="quiet"
            >${terms.estimateWas(inFullOf(receipt.estimated))}${receipt.note ? html`: <span lang="en">${receipt.note}</span>` : nothing}</span
          >`
        : nothing
    }</span
  >`;
}

/** The place of a picture that is not there, in its shape, so that nothing jumps when it comes. */
function frame(
  widget: Widget,
  picture: PictureState,
  size: { width: number; height: number },
): TemplateResult {
  const { words: terms, generation } = widget;
  const failed = picture.name === 'failed';
  return html`<figure class="print" data-stage=${picture.name}>
    <div class="paper">${blankView(size)}</div>
    <figcaption>
      ${
        failed
          ? html`<span
              >${picture.receipt ? html`<b>${costText(widget, picture.receipt, false, true)}</b> ` : nothing}${picture.error ? terms.errors[picture.error.code](picture.error.facts) : nothing}
              ${addressView(widget, picture.error)}</span
            >`
          : html`<span
              >${picture.name === 'waiting' && isBusy(generation) ? terms.waiting : sizeText(size)}</span
            >`
      }
    </figcaption>
  </figure>`;
}

function blankView({ width, height }: { width: number; height: number }): TemplateResult {
  return html`<svg
    class="frame"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    aria-hidden="true"
  >
    <rect width="100%" height="100%" />
    <path d=${cropMarks({ width, height })}></path>
  </svg>`;
}

/** Crop marks in the corners of a sheet, as a printer sets them. */
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
