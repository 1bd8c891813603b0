import { html, nothing, type TemplateResult } from 'lit';
import type { TallyActions, TallyModel } from './statement.js';

/** The lines as files, in and out, a new session, and a new start that can be taken back. */
export function filesView(
  { terms, draft, isShared }: TallyModel,
  actions: TallyActions,
): TemplateResult {
  const { resetting, undoable } = draft;
  return html`<details part="files">
    <summary>${terms.files}</summary>
    <div class="row">
      <button type="button" @click=${() => void actions.exportAs('csv')}>${terms.exportCsv}</button>
      <button type="button" @click=${() => void actions.exportAs('json')}>
        ${terms.exportJson}
      </button>
      <label class="button"
        ><input
          type="file"
          accept="application/json,.json"
          @change=${picked(actions)}
        />${terms.import}</label
      >
      ${isShared ? html`<button type="button" part="share" @click=${() => void actions.share()}>${terms.share}</button>` : nothing}
      <button type="button" part="new-session" @click=${() => actions.newSession()}>
        ${terms.newSession}
      </button>
      ${
        undoable
          ? html`<button type="button" part="undo" @click=${() => void actions.undoReset()}>
              ${terms.undo}
            </button>`
          : html`<button
              type="button"
              part="reset"
              aria-expanded=${Boolean(resetting)}
              @click=${() => actions.change({ resetting: true, said: '' }, '[part=ask-reset] button')}
            >
              ${terms.reset}
            </button>`
      }
    </div>
    ${
      resetting
        ? html`<div class="ask" part="ask-reset" role="group" aria-label=${terms.resetYes}>
            <p>${terms.resetAsk}</p>
            <button type="button" @click=${() => void actions.reset()}>${terms.resetYes}</button>
            <button
              type="button"
              @click=${() => actions.change({ resetting: false }, '[part=reset]')}
            >
              ${terms.no}
            </button>
          </div>`
        : nothing
    }
  </details>`;
}

function picked(actions: TallyActions) {
  return async ({ target }: Event): Promise<void> => {
    const field = target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (!file) return;
    await actions.takeIn(file);
    field.value = '';
  };
}
