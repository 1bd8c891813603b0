import { defined } from '../../../../base/defined.js';
import { fields, list, parseJson, text } from '../../../../base/json.js';
import type { Generation } from '../../../../generation/machine.js';
import type { PictureState } from '../../../../generation/purchase.js';
import { pictureFileName } from '../../../../pictures/save-file.js';
import type { Terms } from '../../../i18n/index.js';
import type { FormValue, WidgetModel } from '../model.js';
import type { FormPorts } from '../form-model.js';

/**
 * The value of one widget in its form: the chosen pictures as files under its name, each one's
 * receipt as JSON under its name and `-receipt`. Chosen are the pictures of the last purchase that
 * brought any, until the reader chooses otherwise.
 */
export class FieldValue implements FormValue {
  readonly #ports: FormPorts;
  #chosen: readonly PictureState[] = [];
  #words: Terms | undefined;
  #form: HTMLFormElement | null = null;
  #purchase: string | undefined;
  #told = '';

  constructor(ports: FormPorts) {
    this.#ports = ports;
    this.follow(ports.checkout.generation);
  }

  get chosen(): readonly PictureState[] {
    return this.#chosen;
  }

  /** A purchase that ended puts its pictures into the form; later news of it corrects them. */
  follow(generation: Generation): void {
    if (generation.name !== 'done') return;
    const { purchase, state } = generation;
    const isNew = purchase.id !== this.#purchase;
    this.#purchase = purchase.id;
    const newest = (one: PictureState): PictureState =>
      state.pictures.find(({ id }) => id === one.id) ?? one;
    if (!isNew) return this.#choose(this.#chosen.map((one) => newest(one)));
    this.#choose(state.pictures.filter(({ image }) => image));
    this.#ports.changed();
  }

  /** Takes a picture in, or out again. */
  toggle(picture: PictureState): void {
    const others = this.#chosen.filter(({ id }) => id !== picture.id);
    const isIn = others.length < this.#chosen.length;
    this.#choose(isIn ? others : [...others, picture]);
    this.#ports.changed();
  }

  afterRender({ words }: WidgetModel): void {
    this.#words = words;
    this.tell();
  }

  reset(): void {
    this.#choose([]);
  }

  /** What the browser kept of an earlier visit: the words, and pictures that are still here. */
  async restore(state: unknown): Promise<void> {
    const { checkout, change } = this.#ports;
    const { prompt, pictures } = fields(parseJson(text(state) ?? ''));
    if (text(prompt) !== undefined) change({ prompt: String(prompt) });
    const kept = list(pictures).filter((one) => text(fields(one)['id']) !== undefined);
    if (kept.length === 0) return;
    const services = await checkout.services();
    const found = await Promise.all(
      (kept as PictureState[]).map(async (picture) => {
        const blob = await services.pictures.blob(picture.id);
        const image = blob &&
          picture.image && { ...picture.image, blob, url: services.urlOf(blob) };
        return image ? [{ ...picture, image }] : [];
      }),
    );
    // What was bought or chosen meanwhile is newer.
    if (this.#chosen.length === 0) this.#choose(found.flat());
  }

  /** Tells the form, where something changed. */
  tell(): void {
    const { field, element, prompt, checkout } = this.#ports;
    const { required } = element();
    const isFilled = this.#chosen.some(({ image }) => image?.blob);
    const words = this.#words;
    const lack = this.#chosen.length === 0 ? words?.formMissing : words?.formUnreadable;
    field.lacks(required && !isFilled ? (lack ?? '') : '', prompt());
    this.#attach(field.internals?.form ?? null);
    const state = stateOf(checkout.settings.prompt, this.#chosen);
    if (state === this.#told) return;
    this.#told = state;
    field.internals?.setFormValue?.(null, state);
  }

  /**
   * Pictures are handed over when the form asks for its data. As a value they would keep Chromium
   * from bringing anything back on the way back to the page: it can't keep files made by a script.
   */
  #attach(form: HTMLFormElement | null): void {
    if (form === this.#form) return;
    this.#form?.removeEventListener('formdata', this.#give, true);
    form?.addEventListener('formdata', this.#give, true);
    this.#form = form;
  }

  readonly #give = ({ formData }: FormDataEvent): void => {
    const { name, isOff } = this.#ports.element();
    if (!name || isOff) return;
    for (const picture of this.#chosen) {
      const file = fileOf(picture);
      if (file) formData.append(name, file);
      if (picture.receipt) formData.append(`${name}-receipt`, JSON.stringify(picture.receipt));
    }
  };

  #choose(chosen: readonly PictureState[]): void {
    this.#chosen = chosen;
    this.tell();
    this.#ports.redraw();
  }
}

/** `undefined` for a picture whose bytes are not here, only its address. */
function fileOf({ image, receipt, seed }: PictureState): File | undefined {
  if (!image?.blob) return undefined;
  const { blob, alt } = image;
  const at = receipt?.at ?? 0;
  const name = pictureFileName(blob.type, { words: alt, at, ...defined({ seed }) });
  return new File([blob], name, { type: blob.type, lastModified: at });
}

/** For the browser to keep: all but the bytes, which are kept with the other pictures. */
function stateOf(prompt: string, chosen: readonly PictureState[]): string {
  const pictures = chosen.map(({ id, name, image, receipt, seed }) => ({
    id,
    name,
    ...(image && { image: { alt: image.alt, width: image.width, height: image.height } }),
    ...defined({ receipt, seed }),
  }));
  return JSON.stringify({ prompt, pictures });
}
