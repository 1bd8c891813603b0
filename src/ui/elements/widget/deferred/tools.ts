import { defined } from '../../../../base/defined.js';
import type { TemplateResult } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import { labelled, type PictureLabel } from '../../../../pictures/label.js';
import {
  copyable,
  copyPicture,
  download,
  pictureFileName,
  shareable,
  sharePicture,
  type Handed,
} from '../../../../pictures/save-file.js';
import type { View, Widget } from '../view.js';
import { pictureElement, type Shown } from './picture.js';
import { modelChoices } from '../choices.js';
import { html, nothing } from 'lit';
import { addReferences } from '../references.js';
import { promoteView } from '../lazy/drafts.js';

/** What was last done to a picture, said beside its buttons for a moment. */
const notes = new Map<string, string>();

/** Pictures whose further tools are open. */
const opened = new Set<string>();

/** The picture whose forgetting waits for a second press. */
let sure: string | undefined;

export { toolsStyles as style } from '../../../styles/tools.js';

/**
 * What can be done with a picture: open large, download labelled, copy, share, start from it, make
 * it again, make the final.
 */
export function toolsView(
  widget: Widget,
  picture: PictureState,
  pinned?: { readonly is: boolean; readonly toggle: () => void },
): View {
  const { image, id } = picture;
  if (!image) return nothing;
  const { words: terms } = widget;
  const { blob } = image;
  const button = (words: string, part: string, act: () => void): TemplateResult =>
    html`<button type="button" class="plain" part=${part} @click=${act}>${words}</button>`;
  const name = blob ? nameOf(picture, blob.type) : '';
  return html`${
      image.withheld
        ? nothing
        : html`<button
              type="button"
              class="plain icon open"
              part="open"
              aria-label=${terms.open(image.alt)}
              @click=${openLarge(image)}
            >
              <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M9.5 2.5h4v4m0-4l-4.5 4.5M6.5 13.5h-4v-4m0 4l4.5-4.5" />
              </svg>
            </button>
            <dialog
              aria-label=${image.alt}
              @click=${(event: Event) => {
                if (event.target === event.currentTarget)
                  (event.currentTarget as HTMLDialogElement).close();
              }}
            >
              <div class="sheet"></div>
              <button type="button" class="shut" @click=${shut}>${terms.close}</button>
            </dialog>`
    }
    ${promoteView(widget, picture)}
    <div class="tools">
      ${
        blob
          ? button(
              terms.download,
              'download',
              () => void fileOf(picture, blob).then((file) => download(file, name)),
            )
          : /^https?:/.test(image.url)
            ? html`<a
                class="plain"
                part="download"
                href=${image.url}
                target="_blank"
                rel="noopener noreferrer"
                >${terms.download}</a
              >`
            : nothing
      }
      <button
        type="button"
        class="plain more"
        part="more"
        aria-expanded=${opened.has(id)}
        @click=${() => unfold(widget, id)}
      >
        ${terms.pictureMenu}
      </button>
      <div class="rest">
        ${blob && widget.references.length < widget.mostReferences ? button(terms.asReference, 'as-reference', () => void addReferences(widget, [new File([blob], name, { type: blob.type })])) : nothing}
        ${blob && !image.withheld && copyable() ? button(terms.copy, 'copy', () => void handed(widget, id, copyPicture(blob), terms.copied)) : nothing}
        ${blob && shareable(new File([blob], name, { type: blob.type })) ? button(terms.share, 'share', () => void fileOf(picture, blob).then((file) => sharePicture(file, name))) : nothing}
        ${button(repeatable(widget, picture) === undefined ? terms.sameWords : terms.sameSeed, 'again', () => again(widget, picture))}
        ${
          blob
            ? html`${pinned ? button(pinned.is ? terms.pinned : terms.pin, 'pin', pinned.toggle) : nothing}
              ${button(sure === id ? terms.forgetSure : terms.forget, 'forget', () => forget(widget, id))}`
            : nothing
        }
      </div>
      <span class="said" role="status">${notes.get(id) ?? ''}</span>
    </div>`;
}

function nameOf({ image, receipt, seed }: PictureState, type: string): string {
  return pictureFileName(type, {
    words: image?.alt ?? '',
    at: receipt?.at ?? Date.now(),
    ...defined({ seed }),
  });
}

/** Shows the picture as large as the screen allows; the browser brings the focus back. */
function openLarge(image: Shown) {
  return ({ currentTarget }: Event): void => {
    const dialog = (currentTarget as Element).nextElementSibling;
    const place = dialog?.querySelector('.sheet');
    if (!(dialog instanceof HTMLDialogElement) || !place) return;
    const picture = pictureElement(image);
    place.replaceChildren(picture);
    dialog.addEventListener('close', () => place.replaceChildren(), { once: true });
    dialog.showModal();
  };
}

function shut(event: Event): void {
  (event.currentTarget as Element).closest('dialog')?.close();
}

/** The file with what it cost, its model, seed and date in it. */
async function fileOf(picture: PictureState, blob: Blob): Promise<Blob> {
  const label = labelOf(picture);
  return label ? labelled(blob, label) : blob;
}

function labelOf({ receipt, seed }: PictureState): PictureLabel | undefined {
  return (
    receipt && {
      provider: receipt.provider,
      model: receipt.model,
      at: receipt.at,
      simulated: receipt.simulated,
      ...defined({ route: receipt.route, cost: receipt.charged, seed }),
    }
  );
}

function unfold(widget: Widget, id: string): void {
  if (!opened.delete(id)) opened.add(id);
  widget.requestUpdate();
}

async function handed(
  widget: Widget,
  id: string,
  work: Promise<Handed>,
  done: string,
): Promise<void> {
  const what = await work;
  // A share sheet that was closed is no failure worth a word.
  if (what === 'done' || what === 'unsupported')
    say(widget, id, what === 'done' ? done : widget.words.couldNot);
}

function say(widget: Widget, id: string, words: string): void {
  notes.set(id, words);
  widget.requestUpdate();
  setTimeout(() => {
    if (notes.get(id) === words) notes.delete(id);
    widget.requestUpdate();
  }, 4000);
}

/**
 * The seed with which this very picture can be asked for again: none where its model is not to be
 * had here, or takes none.
 */
function repeatable(widget: Widget, { seed, receipt }: PictureState): number | undefined {
  const model =
    receipt?.provider === widget.provider
      ? modelChoices(widget).find(({ id }) => id === receipt.model)
      : undefined;
  return model?.seed ? seed : undefined;
}

/**
 * The same words, size and model again, and the same seed where that is of use; the price stands in
 * the button, which gets the focus.
 */
function again(widget: Widget, picture: PictureState): void {
  const { image, receipt } = picture;
  if (image?.alt) widget.prompt = image.alt;
  if (receipt?.provider === widget.provider) {
    widget.model = receipt.model;
    widget.route = '';
  }
  if (image) widget.size = `${image.width}x${image.height}`;
  widget.seed = repeatable(widget, picture);
  void widget.updateComplete.then(() =>
    widget.shadowRoot?.querySelector<HTMLElement>('.buy')?.focus(),
  );
}

function forget(widget: Widget, id: string): void {
  const { words: terms } = widget;
  if (sure !== id) {
    sure = id;
    setTimeout(() => {
      if (sure === id) sure = undefined;
      widget.requestUpdate();
    }, 5000);
    widget.requestUpdate();
    return;
  }
  sure = undefined;
  void widget.accountController
    .services()
    .then(({ pictures }) => pictures.forget(id))
    .then(() => say(widget, id, terms.forgotten));
}
