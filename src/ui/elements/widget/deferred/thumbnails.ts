import type { Found } from '../../../../pictures/reference.js';
import type { WidgetActions } from '../action-types.js';
import type { ReferenceModel, View, WidgetModel } from '../model.js';
import { pictureView } from './picture.js';
import { html, nothing, type TemplateResult } from 'lit';
import { sizeText } from '../../../../pricing/size-text.js';

/** The reference pictures, each with the size it is priced at, and the seed if it is fixed. */
export function thumbnailsView(model: WidgetModel, actions: WidgetActions): View {
  const { words: terms, references, settings } = model;
  // A seed that the model does not use is not shown.
  const seed = model.quote.traits?.seed === false ? undefined : settings.seed;
  if (references.length === 0 && seed === undefined) return nothing;
  return html`<ul class="references" part="references" aria-label=${terms.references}>
      ${references.map((reference) => referenceView(model, actions, reference))}
      ${seed === undefined ? nothing : seedView(terms, actions, seed)}
      ${maskButton(model, actions)}${hiddenText(model)}
    </ul>
    ${model.open.has('mask') && !model.hidesDrawings ? model.parts.mask?.maskView(model, actions) : nothing}`;
}

/** For models that take a mask: opens the editor for the mask over the first reference. */
function maskButton(
  { quote, references, words, settings, open, hidesDrawings }: WidgetModel,
  actions: WidgetActions,
): View {
  const { mask, needsMask } = quote.traits ?? {};
  if (!mask || hidesDrawings || (references[0]?.size.width ?? 0) <= 0) return nothing;
  const isOpen = open.has('mask');
  const ifNone = needsMask ? words.maskNeeded : nothing;
  return html`<li>
    <button
      type="button"
      class="plain"
      part="mask"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => actions.toggle('mask', !isOpen)}
    >
      ${words.mask}
    </button>
    <span class="quiet">${settings.mask ? words.masked : ifNone}</span>
  </li>`;
}

/** Says why what could be shrunk or masked elsewhere can't be here. */
function hiddenText({ hidesDrawings, quote, references, words }: WidgetModel): View {
  const isMissed =
    quote.traits?.mask !== undefined ||
    quote.hints.some(({ kind }) => kind === 'reference') ||
    references.some(({ found }) => isTooLarge(found));
  return hidesDrawings && isMissed
    ? html`<li class="quiet" part="drawings-hidden">${words.drawingsHidden}</li>`
    : nothing;
}

function isTooLarge(found: Found | undefined): boolean {
  return found?.wrong === 'pixels' || found?.wrong === 'bytes';
}

function referenceView(
  model: WidgetModel,
  actions: WidgetActions,
  reference: ReferenceModel,
): TemplateResult {
  const { blob, size, found, url } = reference;
  const name = referenceText(model, reference);
  const shown = { blob, url, alt: '', width: 44, height: 44 };
  const others = model.settings.references.filter((each) => each !== blob);
  // A mask belongs to the first reference.
  const without = others[0] === model.settings.references[0] ? {} : { mask: undefined };
  return html`<li>
    ${size.width > 0 ? pictureView(actions, shown, 'thumbnail') : nothing}
    <span>${name}</span>${shrinkView(model, actions, blob, found)}
    <button
      type="button"
      class="plain icon"
      aria-label=${model.words.removeReference(name)}
      @click=${() => actions.change({ references: others, ...without })}
    >
      <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 3.5l9 9m0-9l-9 9" />
      </svg>
    </button>
  </li>`;
}

function referenceText(model: WidgetModel, { blob, size, found }: ReferenceModel): string {
  const { words: terms, language } = model;
  if (size.width <= 0) return wrongText(model, found ?? { blob, width: 0, height: 0 });
  return `${sizeText(size, terms.dir)} · ${terms.megapixels(megapixels(size, language))}`;
}

/** Two decimals, rounded up, so that what is billed by the megapixel never looks like less. */
function megapixels(
  { width, height }: { width: number; height: number },
  language: string,
): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(
    Math.ceil((width * height) / 10_000) / 100,
  );
}

/** Why a file can't be used as a reference, with a button to shrink one that is too large. */
function wrongText({ words: terms }: WidgetModel, { wrong, blob }: Found): string {
  if (wrong === undefined) return terms.reading;
  if (wrong === 'unreadable') return terms.unreadableFile;
  const { name = '' } = blob as Partial<File>;
  const most = wrong === 'pixels' ? terms.megapixels('40') : '20 MB';
  return `${name} ${terms.tooLargeFile(most)}`.trim();
}

function shrinkView(
  { words: terms, hidesDrawings }: WidgetModel,
  actions: WidgetActions,
  blob: Blob,
  found: Found | undefined,
): View {
  if (hidesDrawings || !isTooLarge(found)) return nothing;
  const shrink = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLButtonElement;
    button.disabled = true;
    if (!(await actions.shrinkReference(blob))) button.textContent = terms.couldNot;
  };
  return html`<button type="button" class="plain" part="shrink" @click=${shrink}>
    ${terms.shrinkFile}
  </button>`;
}

function seedView(
  terms: WidgetModel['words'],
  actions: WidgetActions,
  seed: number | string,
): TemplateResult {
  return html`<li>
    <span>${terms.seed(String(seed))}</span>
    <button
      type="button"
      class="plain icon"
      aria-label=${terms.newSeed}
      @click=${() => actions.change({ seed: undefined })}
    >
      <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 3.5l9 9m0-9l-9 9" />
      </svg>
    </button>
  </li>`;
}
