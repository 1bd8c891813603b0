import { defined } from '../../../../base/defined.js';
import type { ReactiveController, TemplateResult } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { KeptPicture, KeptPictures } from '../../../../pictures/picture-library.js';
import { releasePictureUrl } from '../../../../pictures/picture-url.js';
import type { View, Widget } from '../view.js';
import { pictureView } from './picture.js';
import { css } from '../../../styles/css.js';
import { html, nothing } from 'lit';
import { amount, dateText } from '../../../amount.js';
import { sizeText } from '../choices.js';
import { toolsView } from '../lazy/tools.js';

/**
 * Pictures shown at once; the rest on request, so that a full shelf opens as fast as an empty one.
 */
const page = 12;

/**
 * The gallery of one widget: it follows the shelf, also what other tabs do to it, as long as it is
 * open on a page.
 */
class Gallery implements ReactiveController {
  list: readonly KeptPicture[] = [];
  shown = page;
  /** True while forgetting all waits for a second press. */
  sure = false;
  readonly images = new Map<string, { readonly blob: Blob; readonly url: string }>();
  readonly pictures: KeptPictures;
  readonly #widget: Widget;
  readonly #urlOf: (blob: Blob) => string;
  #stop: (() => void) | undefined;

  constructor(widget: Widget, pictures: KeptPictures, urlOf: (blob: Blob) => string) {
    this.pictures = pictures;
    this.#widget = widget;
    this.#urlOf = urlOf;
    widget.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { isConnected, widgetState } = this.#widget;
    if (!isConnected || !widgetState.isOpen('gallery')) return this.hostDisconnected();
    if (this.#stop) return;
    this.#stop = this.pictures.subscribe(() => void this.refresh());
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#drop([...this.images.keys()]);
  }

  async refresh(): Promise<void> {
    const list = await this.pictures.list();
    this.#drop([...this.images.keys()].filter((id) => !list.some((kept) => kept.id === id)));
    this.list = list;
    await Promise.all(
      list.slice(0, this.shown).map(async ({ id }) => {
        const blob = this.images.has(id) ? undefined : await this.pictures.blob(id);
        if (blob && this.#stop && !this.images.has(id))
          this.images.set(id, { blob, url: this.#urlOf(blob) });
      }),
    );
    this.#widget.requestUpdate();
  }

  /** Pictures that are not shown keep no address, which would keep their bytes in memory. */
  #drop(ids: readonly string[]): void {
    for (const id of ids) {
      releasePictureUrl(this.images.get(id)?.url ?? '');
      this.images.delete(id);
    }
  }
}

const galleries = new WeakMap<Widget, Gallery | 'loading'>();

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

/** The pictures this browser keeps, newest first. Forgetting takes two presses. */
export function galleryView(widget: Widget): TemplateResult {
  const { words: terms, dollars, amounts } = widget;
  const shelf = galleryOf(widget);
  const forgetAll = (all: Gallery): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      part="forget-all"
      @click=${() => {
        if (all.sure) void all.pictures.forgetAll();
        all.sure = !all.sure;
        widget.requestUpdate();
      }}
      @blur=${() => {
        all.sure = false;
        widget.requestUpdate();
      }}
    >
      ${all.sure ? terms.forgetSure : terms.forgetAll}
    </button>`;
  const item = (kept: KeptPicture): View => {
    const image = shelf?.images.get(kept.id);
    if (!image) return nothing;
    const alt = kept.prompt ?? `${kept.model}, ${dateText(kept.at, amounts)}`;
    const cost =
      kept.cost === undefined
        ? nothing
        : kept.simulated
          ? terms.simulatedCharge(amount(kept.cost, dollars))
          : amount(kept.cost, dollars);
    return html`<figure class="print">
      <div class="paper">
        ${
          kept.withheld
            ? html`<p class="why">${terms.notDrawn(sizeText(kept))}</p>`
            : pictureView(widget, { ...image, alt, width: kept.width, height: kept.height }, 'kept')
        }
      </div>
      <figcaption>
        <span class="cost">${cost}</span
        ><span>${dateText(kept.at, amounts)} · ${sizeText(kept)}</span>
      </figcaption>
      ${toolsView(widget, bought(kept, image.blob, image.url, alt), { is: kept.pinned === true, toggle: () => void shelf?.pictures.pin(kept.id, kept.pinned !== true) })}
    </figure>`;
  };
  const list = shelf?.list ?? [];
  return html`<div class="gallery" part="gallery-sheet">
    <h3>
      <span>${terms.galleryTitle}</span>${list.length > 1 && shelf ? forgetAll(shelf) : nothing}
    </h3>
    ${shelf && list.length === 0 ? html`<p class="quiet">${terms.galleryEmpty}</p>` : html`<div class="prints">${list.slice(0, shelf?.shown ?? 0).map(item)}</div>`}
    ${
      shelf && list.length > shelf.shown
        ? html`<button
            type="button"
            class="second"
            @click=${() => {
              shelf.shown += page;
              void shelf.refresh();
            }}
          >
            ${terms.showMore}
          </button>`
        : nothing
    }
  </div>`;
}

function galleryOf(widget: Widget): Gallery | undefined {
  const known = galleries.get(widget);
  if (known) return known === 'loading' ? undefined : known;
  galleries.set(widget, 'loading');
  widget.accountController.services().then(
    ({ pictures, urlOf }) => void galleries.set(widget, new Gallery(widget, pictures, urlOf)),
    () => void galleries.delete(widget),
  );
  return undefined;
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
