import { html, nothing, render, type TemplateResult } from 'lit';
import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { sizeText } from '../../../../pricing/size-text.js';
import { amount } from '../../../amount.js';
import type { View, WidgetModel } from '../model.js';
import { iconView } from './icon.js';
import { pictureElement } from './picture.js';

export type Seen = PictureState & { readonly image: BoughtImage };

/** What a large view shows: one picture of some, and what saves it. */
export interface Large {
  readonly model: WidgetModel;
  readonly among: readonly Seen[];
  /** The id of the first one on show. */
  readonly id: string;
  readonly downloadView: (picture: Seen) => View;
}

/** The place of a large view, beside the button that opens it. */
export function placeView(): TemplateResult {
  return html`<dialog part="large" @click=${shutOutside}></dialog>`;
}

/** Shows a picture as large as the screen allows; the browser brings the focus back. */
export function openLarge(dialog: Element | null, large: Large): void {
  if (!(dialog instanceof HTMLDialogElement)) return;
  const { among } = large;
  let index = among.findIndex(({ id }) => id === large.id);
  let isZoomed = false;
  const draw = (): void => {
    const picture = among[index];
    if (!picture) return;
    dialog.ariaLabel = picture.image.alt;
    render(sheetView(large, { picture, index, isZoomed, go, zoom }), dialog);
  };
  const go = (step: number): void => {
    index = (index + step + among.length) % among.length;
    isZoomed = false;
    draw();
  };
  const zoom = (): void => {
    isZoomed = !isZoomed;
    draw();
  };
  const forward = large.model.terms.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  dialog.onkeydown = ({ key }) => {
    // In a picture larger than the screen the arrows scroll.
    if (among.length > 1 && !isZoomed && /^Arrow(Left|Right)$/.test(key))
      go(key === forward ? 1 : -1);
  };
  dialog.onclose = () => void render(nothing, dialog);
  draw();
  dialog.showModal();
}

interface Drawn {
  readonly picture: Seen;
  readonly index: number;
  readonly isZoomed: boolean;
  readonly go: (step: number) => void;
  readonly zoom: () => void;
}

function sheetView({ model, among, downloadView }: Large, drawn: Drawn): TemplateResult {
  const { words } = model;
  const { picture, index, isZoomed, go, zoom } = drawn;
  const step = (words: string, part: 'previous' | 'next', by: number): View =>
    among.length < 2 ? nothing : toolView(words, part, () => go(by));
  return html`<div
      class="sheet"
      ?data-zoomed=${isZoomed}
      tabindex=${isZoomed ? '0' : nothing}
      role=${isZoomed ? 'group' : nothing}
      aria-label=${isZoomed ? picture.image.alt : nothing}
    >
      ${elementOf(picture.image, zoom)}
    </div>
    <div class="about-it">
      <p part="large-prompt" dir="auto">${picture.image.alt}</p>
      <p part="large-facts">${factsText(model, picture)}</p>
    </div>
    <div class="tools" role="group" aria-label=${words.pictureMenu}>
      ${step(words.previous, 'previous', -1)}${step(words.next, 'next', 1)}
      ${toolView(words.zoom, 'zoom', zoom, isZoomed)}${downloadView(picture)}
      <button type="button" class="shut" @click=${shut}>${words.close}</button>
      <span class="spoken" role="status"
        >${among.length > 1 ? words.pictureOf(index + 1, among.length) : nothing}</span
      >
    </div>`;
}

const elements = new WeakMap<BoughtImage, HTMLElement>();

function elementOf(image: BoughtImage, zoom: () => void): HTMLElement {
  const known = elements.get(image) ?? pictureElement(image);
  elements.set(image, known);
  known.onclick = zoom;
  return known;
}

/** `FLUX.2 pro · 1024 × 1024 · seed 7 · $0.030` */
function factsText(model: WidgetModel, { image, receipt, seed }: Seen): string {
  const { words, dollars, offered } = model;
  const name = offered.models.find(({ id }) => id === receipt?.model)?.name ?? receipt?.model;
  const cost = receipt?.charged === undefined ? undefined : amount(receipt.charged, dollars);
  return [
    name,
    sizeText(image),
    seed === undefined ? undefined : words.seed(String(seed)),
    cost !== undefined && receipt?.simulated ? words.simulatedCharge(cost) : cost,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');
}

function toolView(
  words: string,
  part: string,
  act: () => void,
  isPressed?: boolean,
): TemplateResult {
  return html`<button
    type="button"
    class="plain tool"
    part=${part}
    title=${words}
    aria-label=${words}
    aria-pressed=${isPressed ?? nothing}
    @click=${act}
  >
    ${iconView(part)}
  </button>`;
}

function shutOutside({ target, currentTarget }: Event): void {
  const dialog = currentTarget as HTMLDialogElement;
  if (target === dialog || (target as Element).matches('.sheet:not([data-zoomed])')) dialog.close();
}

function shut(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}
