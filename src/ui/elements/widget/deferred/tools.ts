import { defined } from '../../../../base/defined.js';
import type { TemplateResult } from 'lit';
import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { isDecoded } from '../../../../pictures/measure.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { copyTool, downloadTool, fileFrom, fileNameOf, shareTool } from './file-tools.js';
import { iconView } from './icon.js';
import { openLarge, placeView, type Seen } from './large-view.js';
import { labelOf, toolButton } from './tool-button.js';
import { sizeValue } from '../../../../pricing/size-text.js';
import { html, nothing } from 'lit';

export { placeView } from './large-view.js';
export { toolsStyles as style } from '../../../styles/tools.js';

interface Pin {
  readonly is: boolean;
  readonly toggle: () => void;
}

interface More {
  readonly pin?: Pin;
  /** Name of the slot for tools of the page's own. */
  readonly slot?: string;
  /** The pictures it is shown large among. */
  readonly among?: readonly PictureState[];
}

/**
 * What can be done with a picture: open large, download labelled, copy, share, start from it, make
 * it again, make the final.
 */
export function toolsView(
  model: WidgetModel,
  actions: WidgetActions,
  picture: PictureState,
  { pin, slot, among = model.pictures }: More = {},
): View {
  const { image } = picture;
  if (!image) return nothing;
  const { open, parts } = model;
  const bought = { ...picture, image };
  const tools = rowView(model, actions, bought, pin);
  const which = whichOf(model, picture.id, pin !== undefined);
  return html`${image.withheld ? nothing : openView(model, bought, which, among)}
  ${open.has('drafts') ? parts.drafts?.promoteView(model, actions, picture) : nothing}
  ${slot === undefined ? tools : html`<slot name=${slot}>${tools}</slot>`}`;
}

function rowView(
  model: WidgetModel,
  actions: WidgetActions,
  picture: PictureState & { readonly image: BoughtImage },
  pin: Pin | undefined,
): View {
  const { image, id } = picture;
  const { words: terms, parts } = model;
  const tools = model.toolsOf(id);
  const which = whichOf(model, id, pin !== undefined);
  return html`<div class="tools">
    ${downloadTool(model, picture, image, which)} ${parts.form?.chooseView(model, actions, picture)}
    <button
      type="button"
      class="plain tool more"
      part="more"
      title=${terms.pictureMenu}
      aria-label=${labelOf(terms.pictureMenu, which)}
      aria-expanded=${tools.isOpen}
      @click=${() => actions.unfoldTools(id)}
    >
      ${iconView('more')}<span class="spoken">${terms.pictureMenu}</span>
    </button>
    <div class="rest">
      ${referenceTool(model, actions, picture, which)} ${copyTool(model, actions, picture, which)}
      ${shareTool(model, picture, which)} ${againTool(model, actions, picture, which)}
      ${image.blob ? keepingTools(model, actions, { id, pin, which }) : nothing}
    </div>
    <span class="said" role="status"
      >${tools.note}<span class="spoken">${tools.isSure ? terms.forgetSure : nothing}</span></span
    >
  </div>`;
}

/** `Picture 2 of 4`; nothing if there is only one. */
function whichOf({ words, pictures, gallery }: WidgetModel, id: string, isKept: boolean): string {
  const all: readonly { readonly id: string }[] = isKept ? (gallery?.list ?? []) : pictures;
  const index = all.findIndex((each) => each.id === id);
  return index < 0 || all.length < 2 ? '' : words.pictureOf(index + 1, all.length);
}

function openView(
  model: WidgetModel,
  picture: Seen,
  which: string,
  among: readonly PictureState[],
): TemplateResult {
  const seen = among.filter(isSeen);
  const large = {
    model,
    id: picture.id,
    among: seen.some(({ id }) => id === picture.id) ? seen : [picture],
    downloadView: (each: Seen) => downloadTool(model, each, each.image, ''),
  };
  return html`<button
      type="button"
      class="plain icon open"
      part="open"
      aria-label=${labelOf(model.words.open(picture.image.alt), which)}
      @click=${({ currentTarget }: Event) => {
        openLarge((currentTarget as Element).nextElementSibling as HTMLDialogElement | null, large);
      }}
    >
      ${iconView('open')}
    </button>
    ${placeView()}`;
}

function isSeen(picture: PictureState): picture is Seen {
  return picture.image !== undefined && !picture.image.withheld;
}

/** The last pictures, each opened large by a press. */
export function thumbsView(
  model: WidgetModel,
  actions: WidgetActions,
  pictures: readonly PictureState[],
): View {
  const seen = pictures.filter(isSeen);
  const { words, parts } = model;
  const downloadView = (each: Seen): View => downloadTool(model, each, each.image, '');
  return html`${seen.map(
    (picture, index) =>
      html`<li>
        <button
          type="button"
          part="strip-picture"
          aria-label=${labelOf(words.open(picture.image.alt), words.pictureOf(index + 1, seen.length))}
          @click=${({ currentTarget }: Event) => {
            const place = (currentTarget as Element).closest('.strip')?.querySelector('dialog');
            openLarge(place, { model, among: seen, id: picture.id, downloadView });
          }}
        >
          ${parts.deferred?.pictureView(actions, { ...picture.image, alt: '' }, 'thumbnail')}
        </button>
      </li>`,
  )}`;
}

function referenceTool(
  { words: terms, settings, mostReferences }: WidgetModel,
  actions: WidgetActions,
  picture: PictureState,
  which: string,
): View {
  const blob = picture.image?.blob;
  const isTaken = blob && isDecoded(blob.type) && settings.references.length < mostReferences;
  if (!isTaken) return nothing;
  const name = fileNameOf(picture, blob);
  return toolButton(
    terms.asReference,
    'as-reference',
    () => void actions.addReferences([fileFrom(blob, name)]),
    which,
  );
}

function againTool(
  model: WidgetModel,
  actions: WidgetActions,
  picture: PictureState,
  which: string,
): TemplateResult {
  const { words: terms } = model;
  const isSame = repeatable(model, picture) !== undefined;
  const words = isSame ? terms.sameSeed : terms.sameWords;
  return toolButton(words, 'again', () => again(model, actions, picture), which);
}

/**
 * Sets the same prompt, size, model and options again, and the seed if the model uses it, then
 * focuses the main button, which shows the price.
 */
function again(model: WidgetModel, actions: WidgetActions, picture: PictureState): void {
  const { image, receipt } = picture;
  const isHere = receipt?.provider === model.settings.provider;
  actions.change({
    seed: repeatable(model, picture),
    ...(image && { size: sizeValue(image) }),
    ...(image?.alt && { prompt: image.alt }),
    ...(isHere && { model: receipt.model, route: '', ...defined({ options: picture.options }) }),
  });
  actions.focusButton();
}

/**
 * The seed that makes this same picture again; `undefined` if its model is not available here or
 * takes no seed.
 */
function repeatable(
  { settings, models }: WidgetModel,
  { seed, receipt }: PictureState,
): PictureState['seed'] {
  if (receipt?.provider !== settings.provider) return undefined;
  return models.find(({ id }) => id === receipt.model)?.seed ? seed : undefined;
}

interface Keeping {
  readonly id: string;
  readonly pin: Pin | undefined;
  readonly which: string;
}

function keepingTools(
  model: WidgetModel,
  actions: WidgetActions,
  { id, pin, which }: Keeping,
): TemplateResult {
  const { words: terms } = model;
  const forget = model.toolsOf(id).isSure ? terms.forgetSure : terms.forget;
  const [pinWords, pinPart] = pin?.is ? [terms.pinned, 'pin pinned'] : [terms.pin, 'pin'];
  return html`${pin ? toolButton(pinWords, pinPart, pin.toggle, which) : nothing}
    <button
      type="button"
      class="plain tool"
      part="forget"
      ?data-sure=${model.toolsOf(id).isSure}
      title=${forget}
      aria-label=${labelOf(forget, which)}
      @click=${() => actions.forget(id)}
      @blur=${() => actions.keep()}
    >
      ${iconView('forget')}<span class="spoken">${forget}</span>
    </button>`;
}
