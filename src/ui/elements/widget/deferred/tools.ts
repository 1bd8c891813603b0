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
import type { Shown, View, WidgetActions, WidgetModel } from '../model.js';
import { pictureElement } from './picture.js';
import { sizeValue } from '../../../../pricing/size-text.js';
import { html, nothing } from 'lit';

export { toolsStyles as style } from '../../../styles/tools.js';

/**
 * What can be done with a picture: open large, download labelled, copy, share, start from it, make
 * it again, make the final.
 */
export function toolsView(
  model: WidgetModel,
  actions: WidgetActions,
  picture: PictureState,
  pinned?: { readonly is: boolean; readonly toggle: () => void },
): View {
  const { image, id } = picture;
  if (!image) return nothing;
  const { words: terms, settings, parts } = model;
  const tools = model.toolsOf(id);
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
    ${model.open.has('drafts') ? parts.drafts?.promoteView(model, actions, picture) : nothing}
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
        aria-expanded=${tools.isOpen}
        @click=${() => actions.unfoldTools(id)}
      >
        ${terms.pictureMenu}
      </button>
      <div class="rest">
        ${blob && settings.references.length < model.mostReferences ? button(terms.asReference, 'as-reference', () => void actions.addReferences([new File([blob], name, { type: blob.type })])) : nothing}
        ${blob && !image.withheld && copyable() ? button(terms.copy, 'copy', () => void handed(model, actions, id, copyPicture(blob))) : nothing}
        ${blob && shareable(new File([blob], name, { type: blob.type })) ? button(terms.share, 'share', () => void fileOf(picture, blob).then((file) => sharePicture(file, name))) : nothing}
        ${button(repeatable(model, picture) === undefined ? terms.sameWords : terms.sameSeed, 'again', () => again(model, actions, picture))}
        ${
          blob
            ? html`${pinned ? button(pinned.is ? terms.pinned : terms.pin, 'pin', pinned.toggle) : nothing}
              ${button(tools.isSure ? terms.forgetSure : terms.forget, 'forget', () => actions.forget(id, terms.forgotten))}`
            : nothing
        }
      </div>
      <span class="said" role="status">${tools.note}</span>
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

async function handed(
  { words }: WidgetModel,
  actions: WidgetActions,
  id: string,
  work: Promise<Handed>,
): Promise<void> {
  const what = await work;
  // A share sheet that was closed is no failure worth a word.
  if (what === 'done') actions.note(id, words.copied);
  else if (what === 'unsupported') actions.note(id, words.couldNot);
}

/**
 * The seed with which this very picture can be asked for again: none where its model is not to be
 * had here, or takes none.
 */
function repeatable(
  { settings, models }: WidgetModel,
  { seed, receipt }: PictureState,
): number | undefined {
  if (receipt?.provider !== settings.provider) return undefined;
  return models.find(({ id }) => id === receipt.model)?.seed ? seed : undefined;
}

/**
 * The same words, size and model again, and the same seed where that is of use; the price stands in
 * the button, which gets the focus.
 */
function again(model: WidgetModel, actions: WidgetActions, picture: PictureState): void {
  const { image, receipt } = picture;
  const isHere = receipt?.provider === model.settings.provider;
  actions.change({
    seed: repeatable(model, picture),
    ...(image && { size: sizeValue(image) }),
    ...(image?.alt && { prompt: image.alt }),
    ...(isHere && { model: receipt.model, route: '' }),
  });
  actions.focusButton();
}
