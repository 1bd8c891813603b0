import type { TemplateResult } from 'lit';
import type { BoughtImage } from '../../../../generation/purchase.js';
import { isDrawing } from '../../../../pictures/measure.js';
import { dataUrlOf, drawOn, showing } from '../../../../pictures/show.js';
import { sizeText } from '../../../../pricing/size-text.js';
import type { WidgetActions } from '../action-types.js';
import type { WidgetModel } from '../model.js';
import type { Shown } from '../picture-model.js';
import { html, nothing } from 'lit';

/** `data:` URLs of pictures, for pages whose policy forbids `blob:` images. */
const addresses = new WeakMap<Blob, string>();

/** One canvas for each place a picture is shown in. */
const canvases = new WeakMap<object, WeakMap<Blob, HTMLCanvasElement>>();

/** A picture, displayed in a way that the page's policy allows, always with the same part. */
export function pictureView(
  actions: WidgetActions,
  shown: Shown,
  part: string,
): TemplateResult | HTMLCanvasElement {
  const { blob, url, alt, width, height } = shown;
  const way = blob ? showing().get() : 'blob';
  if (blob && way === 'canvas') return canvasOf(actions, blob, part, shown);
  const src = blob && needsData(blob, url) ? dataAddress(actions, blob) : url;
  return html`<img
    part=${part}
    src=${src}
    alt=${alt}
    width=${width}
    height=${height}
    referrerpolicy="no-referrer"
    @error=${src === url ? nothing : useOwnAddress(url)}
  />`;
}

/**
 * True for a picture that is shown at a `data:` address: on a page whose policy forbids the others,
 * and for a drawing (see `measureBought`).
 */
export function needsData(blob: Blob, url: string): boolean {
  return showing().get() === 'data' || (isDrawing(blob.type) && !url.startsWith('data:'));
}

/** Where the page's policy forbids `data:` images, the `blob:` address is tried. */
function useOwnAddress(url: string): (event: Event) => void {
  return ({ currentTarget }) => {
    const image = currentTarget as HTMLImageElement;
    // Not while the `data:` address is still being made.
    if (image.src.startsWith('data:')) image.src = url;
  };
}

/** Why a picture is not drawn, and that it can be had all the same. */
export function notDrawnText(
  { words }: WidgetModel,
  withheld: NonNullable<BoughtImage['withheld']>,
  size: { readonly width: number; readonly height: number },
): string {
  if (withheld === 'unloaded') return words.notLoaded;
  return withheld === 'unshown' ? words.notShown : words.notDrawn(sizeText(size, words.dir));
}

function canvasOf(
  place: object,
  blob: Blob,
  part: string,
  { alt, width, height }: Shown,
): HTMLCanvasElement {
  const own = canvases.get(place) ?? new WeakMap<Blob, HTMLCanvasElement>();
  canvases.set(place, own);
  const known = own.get(blob);
  if (known) return known;
  const canvas = Object.assign(document.createElement('canvas'), {
    width,
    height,
    role: 'img',
    ariaLabel: alt,
  });
  canvas.setAttribute('part', part);
  own.set(blob, canvas);
  void drawOn(canvas, blob);
  return canvas;
}

function dataAddress({ redraw }: WidgetActions, blob: Blob): string {
  const known = addresses.get(blob);
  if (known !== undefined) return known;
  addresses.set(blob, '');
  dataUrlOf(blob).then(
    (url) => {
      addresses.set(blob, url);
      redraw();
    },
    () => void addresses.delete(blob),
  );
  return '';
}

/** The same as an element of its own, for the large view. */
export function pictureElement(shown: Shown): HTMLElement {
  const { blob, url, alt } = shown;
  if (blob && showing().get() === 'canvas') return canvasOf({}, blob, 'large', shown);
  return Object.assign(document.createElement('img'), {
    src: blob ? (addresses.get(blob) ?? url) : url,
    alt,
  });
}
