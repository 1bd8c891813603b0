import { html, nothing, render, type TemplateResult } from 'lit';
import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { readableName } from '../../../../pricing/readable-name.js';
import { sizeText } from '../../../../pricing/size-text.js';
import { amount } from '../../../amount.js';
import type { View, WidgetModel } from '../model.js';
import { iconView } from './icon.js';
import { pictureElement } from './picture.js';

export type Seen = PictureState & { readonly image: BoughtImage };

/** What a large view shows: one of several pictures, and how to save it. */
export interface Large {
  readonly model: WidgetModel;
  readonly among: readonly Seen[];
  /** The id of the first one on show. */
  readonly id: string;
  readonly downloadView: (picture: Seen) => View;
}

/** Where the large view is rendered: beside the button that opens it. */
export function placeView(): TemplateResult {
  return html`<dialog class="large" part="large" @click=${shutOutside}></dialog>`;
}

/** Shows a picture as large as the screen allows. The browser returns the focus afterwards. */
export function openLarge(dialog: HTMLDialogElement | null | undefined, large: Large): void {
  if (!dialog) return;
  const show = new LargeView(dialog, large);
  const forward = large.model.terms.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  dialog.onkeydown = ({ key }) => {
    if (/^Arrow(Left|Right)$/.test(key)) show.arrow(key === forward ? 1 : -1);
  };
  dialog.onclose = () => void render(nothing, dialog);
  show.draw();
  dialog.showModal?.();
}

/** What the large view displays: one picture, or two side by side. */
class LargeView {
  readonly #dialog: HTMLDialogElement;
  readonly #large: Large;
  #index: number;
  /** The id of the picture it is compared with. */
  #other: number | undefined;
  #isZoomed = false;

  constructor(dialog: HTMLDialogElement, large: Large) {
    this.#dialog = dialog;
    this.#large = large;
    this.#index = large.among.findIndex(({ id }) => id === large.id);
  }

  draw(): void {
    const { among, model } = this.#large;
    const picture = among[this.#index];
    if (!picture) return;
    const other = this.#other === undefined ? undefined : among[this.#other];
    this.#dialog.ariaLabel = other
      ? model.words.comparing(picture.image.alt, other.image.alt)
      : picture.image.alt;
    render(sheetView(this.#large, this.#drawn(picture, other)), this.#dialog);
  }

  /** In a picture larger than the screen the arrow keys scroll. */
  arrow(step: number): void {
    if (this.#large.among.length > 1 && !this.#isZoomed) this.#go(step);
  }

  #drawn(picture: Seen, other: Seen | undefined): Drawn {
    return {
      picture,
      other,
      number: 1 + (this.#other ?? this.#index),
      isZoomed: this.#isZoomed,
      go: (step) => this.#go(step),
      zoom: () => {
        this.#isZoomed = !this.#isZoomed;
        this.draw();
      },
      compare: () => {
        this.#other = other ? undefined : this.#after(this.#index, 1);
        this.#isZoomed = false;
        this.draw();
      },
    };
  }

  /** Goes to the previous or next picture; when two are compared, the second one changes. */
  #go(step: number): void {
    this.#isZoomed = false;
    if (this.#other === undefined) this.#index = this.#after(this.#index, step);
    else {
      const next = this.#after(this.#other, step);
      this.#other = next === this.#index ? this.#after(next, step) : next;
    }
    this.draw();
  }

  #after(index: number, step: number): number {
    const { length } = this.#large.among;
    return (index + step + length) % length;
  }
}

interface Drawn {
  readonly picture: Seen;
  /** The one it is compared with. */
  readonly other: Seen | undefined;
  /** The position of the picture among all. */
  readonly number: number;
  readonly isZoomed: boolean;
  readonly go: (step: number) => void;
  readonly zoom: () => void;
  readonly compare: () => void;
}

function sheetView(large: Large, drawn: Drawn): TemplateResult {
  const { model, among, downloadView } = large;
  const { words } = model;
  const { picture, other, number, isZoomed, go, zoom, compare } = drawn;
  const isAlone = among.length < 2;
  const step = (words: string, part: 'previous' | 'next', by: number): View =>
    isAlone ? nothing : toolView(words, part, () => go(by));
  return html`${other ? pairView(model, [picture, other]) : aloneView(model, drawn)}
    <div class="tools" role="group" aria-label=${words.pictureMenu}>
      ${step(words.previous, 'previous', -1)}${step(words.next, 'next', 1)}
      ${isAlone ? nothing : toolView(words.compare, 'compare', compare, other !== undefined)}
      ${other ? nothing : html`${toolView(words.zoom, 'zoom', zoom, isZoomed)}${downloadView(picture)}`}
      <button type="button" class="shut" @click=${shut}>${words.close}</button>
      <span class="spoken" role="status"
        >${isAlone ? nothing : words.pictureOf(number, among.length)}</span
      >
    </div>`;
}

function aloneView(model: WidgetModel, { picture, isZoomed, zoom }: Drawn): TemplateResult {
  return html`<div
      class="sheet"
      ?data-zoomed=${isZoomed}
      tabindex=${isZoomed ? '0' : nothing}
      role=${isZoomed ? 'group' : nothing}
      aria-label=${isZoomed ? picture.image.alt : nothing}
    >
      ${elementOf(picture.image, zoom)}
    </div>
    <div class="about-it">${aboutView(model, picture)}</div>`;
}

/** Two beside each other, on a narrow screen one above the other. */
function pairView(model: WidgetModel, pair: readonly Seen[]): TemplateResult {
  return html`<div class="pair">
    ${pair.map(
      (picture) =>
        html`<figure part="compared">
          <div class="sheet">${elementOf(picture.image)}</div>
          <figcaption class="about-it">${aboutView(model, picture)}</figcaption>
        </figure>`,
    )}
  </div>`;
}

function aboutView(model: WidgetModel, picture: Seen): TemplateResult {
  return html`<p part="large-prompt" dir="auto">${picture.image.alt}</p>
    <p part="large-facts">${factsText(model, picture)}</p>`;
}

const elements = new WeakMap<BoughtImage, HTMLElement>();

function elementOf(image: BoughtImage, zoom?: () => void): HTMLElement {
  const known = elements.get(image) ?? pictureElement(image);
  elements.set(image, known);
  known.onclick = zoom ?? null;
  return known;
}

/** `FLUX.2 pro · 1024 × 1024 · seed 7 · $0.030` */
function factsText(model: WidgetModel, { image, receipt, seed }: Seen): string {
  const { words, dollars, offered } = model;
  const name =
    offered.models.find(({ id }) => id === receipt?.model)?.name ??
    readableName(receipt?.model ?? '');
  const { charged, together } = receipt ?? {};
  const cost = charged === undefined || together ? undefined : amount(charged, dollars);
  return [
    name,
    sizeText(image, words.dir).replaceAll(' ', '\u00a0'),
    seed === undefined ? undefined : words.seed(String(seed)),
    cost !== undefined && receipt?.simulated ? words.simulatedCharge(cost) : cost,
  ]
    .filter(Boolean)
    .join('\u00a0· ');
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
  if (target === dialog || (target as Element).matches('.sheet:not([data-zoomed]), .pair'))
    dialog.close();
}

function shut(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}
