import { html, nothing } from 'lit';
import type { KeptPicture, KeptPictures } from '../../../../pictures/picture-library.js';
import type { View, WidgetActions, WidgetModel } from '../model.js';

/** The picture that was forgotten last, until the reader does something else. */
export class Forgotten {
  #held: { readonly blob: Blob; readonly facts: KeptPicture } | undefined;

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Forgets a picture, and holds its bytes so that it can come back. */
  async forget(pictures: KeptPictures, id: string): Promise<void> {
    const facts = (await pictures.list()).find((each) => each.id === id);
    const blob = await pictures.blob(id);
    await pictures.forget(id);
    this.#held = facts && blob && { facts, blob };
  }

  async undo(pictures: KeptPictures): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (held) await pictures.keep(held.blob, held.facts);
  }

  /** True where there was one. */
  drop(): boolean {
    const was = this.isHeld;
    this.#held = undefined;
    return was;
  }
}

/** Says that a picture was forgotten, with the way back. */
export function undoView({ words, isForgotten }: WidgetModel, actions: WidgetActions): View {
  return html`<div class="undo" ?hidden=${!isForgotten}>
    <span role="status">${isForgotten ? words.forgotten : nothing}</span>
    <button type="button" class="second" part="undo" @click=${() => actions.undoForget()}>
      ${words.undo}
    </button>
  </div>`;
}
