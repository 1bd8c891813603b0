import { html, nothing } from 'lit';
import type { KeptPicture, KeptPictures } from '../../../../pictures/picture-library.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';

interface Held {
  readonly blob: Blob;
  readonly facts: KeptPicture;
}

/** The pictures forgotten last, one or all, until the reader does something else. */
export class Forgotten {
  #held: readonly Held[] = [];

  /** How many can come back. */
  get count(): number {
    return this.#held.length;
  }

  /** Forgets pictures, and holds their bytes so that they can come back. */
  async forget(pictures: KeptPictures, ids: readonly string[]): Promise<void> {
    const facts = (await pictures.list()).filter(({ id }) => ids.includes(id));
    const held = await Promise.all(
      facts.map(async (each) => ({ facts: each, blob: await pictures.blob(each.id) })),
    );
    await pictures.forget(...ids);
    this.#held = held.flatMap(({ facts, blob }) => (blob ? { facts, blob } : []));
  }

  async undo(pictures: KeptPictures): Promise<void> {
    const held = this.#held;
    this.#held = [];
    await Promise.all(held.map(({ blob, facts }) => pictures.keep(blob, facts)));
  }

  /** True if there were any. */
  drop(): boolean {
    const had = this.count > 0;
    this.#held = [];
    return had;
  }
}

/** Says that pictures were forgotten, with a button to undo it. */
export function undoView({ words, forgotten }: WidgetModel, actions: WidgetActions): View {
  const said = forgotten > 1 ? words.forgottenMany(forgotten) : words.forgotten;
  return html`<div class="undo" ?hidden=${forgotten === 0}>
    <span role="status">${forgotten === 0 ? nothing : said}</span>
    <button type="button" class="second" part="undo" @click=${() => actions.undoForget()}>
      ${words.undo}
    </button>
  </div>`;
}
