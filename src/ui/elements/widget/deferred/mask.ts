import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { WidgetActions } from '../action-types.js';
import type { ReferenceModel, View, WidgetModel } from '../model.js';
import { MaskBoard } from './mask/mask-board.js';

export { maskStyles as style } from '../../../styles/mask.js';

/** What was painted over each picture; it stays while the page does. */
const boards = new WeakMap<WidgetActions, WeakMap<Blob, MaskBoard>>();

/**
 * Where a reader paints over the first reference what may change of it, or hands a file that says
 * so.
 */
export function maskView(model: WidgetModel, actions: WidgetActions): View {
  const [reference] = model.references;
  if (!model.quote.traits?.mask || !reference || reference.size.width <= 0) return nothing;
  const { words } = model;
  const board = boardOf(actions, reference);
  return html`<div class="mask" part="mask-editor" role="group" aria-label=${words.mask}>
    <p class="quiet">${words.maskHint}</p>
    <canvas
      part="mask-board"
      tabindex="0"
      role="application"
      aria-label=${words.maskKeys}
      ${ref((canvas) => canvas && board.attach(canvas as HTMLCanvasElement))}
      @pointerdown=${(event: PointerEvent) => board.down(event)}
      @pointermove=${(event: PointerEvent) => board.move(event)}
      @pointerup=${() => board.up()}
      @pointercancel=${() => board.up()}
      @keydown=${(event: KeyboardEvent) => {
        if (board.key(event.key)) event.preventDefault();
      }}
    ></canvas>
    ${toolsView(model, actions, board)}
  </div>`;
}

function toolsView(
  { words, settings }: WidgetModel,
  actions: WidgetActions,
  board: MaskBoard,
): TemplateResult {
  const button = (name: string, part: string, act: () => void, isOff = false): TemplateResult =>
    html`<button type="button" class="plain" part=${part} ?disabled=${isOff} @click=${act}>
      ${name}
    </button>`;
  return html`<div class="mask-tools">
    <label class="field"
      >${words.maskBrush}
      <input
        type="range"
        part="mask-brush"
        min="2"
        max="40"
        .value=${String(board.brush * 100)}
        @input=${(event: Event) => {
          board.brush = Number((event.target as HTMLInputElement).value) / 100;
        }}
    /></label>
    ${button(words.maskUndo, 'mask-undo', () => board.undo(), board.isEmpty)}
    ${button(words.maskClear, 'mask-clear', () => board.clear(), settings.mask === undefined)}
    <label class="pick"
      ><span class="shown">${words.maskFile}</span>
      <input
        type="file"
        part="mask-file"
        accept="image/png,image/jpeg,image/webp"
        @change=${(event: Event) => {
          const [file] = (event.target as HTMLInputElement).files ?? [];
          if (file) actions.change({ mask: file });
        }}
    /></label>
    ${button(words.maskDone, 'mask-done', () => actions.toggle('mask', false))}
  </div>`;
}

function boardOf(actions: WidgetActions, { blob, found, size }: ReferenceModel): MaskBoard {
  const own = boards.get(actions) ?? new WeakMap<Blob, MaskBoard>();
  boards.set(actions, own);
  const known = own.get(blob);
  if (known) return known;
  const made = new MaskBoard(found?.blob ?? blob, size, (mask) => actions.change({ mask }));
  own.set(blob, made);
  return made;
}
