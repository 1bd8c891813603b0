import { html, nothing, type TemplateResult } from 'lit';
import { byReader } from '../shared/by-reader.js';
import type { Draft } from './draft.js';
import type { TallyActions, TallyModel } from './statement.js';
import type { TallyTerms } from '../../i18n/en/tally.js';

/** Export and import of the entries, a new session, and a reset that can be undone. */
export function filesView(
  { terms, draft, isShared }: TallyModel,
  actions: TallyActions,
): TemplateResult {
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
      ${isShared ? shareButton(terms, actions) : nothing}
      <button type="button" part="new-session" @click=${byReader(() => void actions.newSession())}>
        ${terms.newSession}
      </button>
      ${draft.undoable ? undoButton(terms, actions) : resetButton(terms, draft, actions)}
    </div>
    ${draft.resetting ? askView(terms, actions) : nothing}
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

function shareButton(terms: TallyTerms, actions: TallyActions): TemplateResult {
  const share = (): void => void actions.share();
  return html`<button type="button" part="share" @click=${share}>${terms.share}</button>`;
}

function undoButton(terms: TallyTerms, actions: TallyActions): TemplateResult {
  return html`<button type="button" part="undo" @click=${() => void actions.undoReset()}>
    ${terms.undo}
  </button>`;
}

function resetButton(
  terms: TallyTerms,
  { resetting }: Draft,
  actions: TallyActions,
): TemplateResult {
  return html`<button
    type="button"
    part="reset"
    aria-expanded=${Boolean(resetting)}
    @click=${() => actions.change({ resetting: true, said: '' }, '[part=ask-reset] button')}
  >
    ${terms.reset}
  </button>`;
}

function askView(terms: TallyTerms, actions: TallyActions): TemplateResult {
  return html`<div class="ask" part="ask-reset" role="group" aria-label=${terms.resetYes}>
    <p>${terms.resetAsk}</p>
    <button type="button" @click=${byReader(() => void actions.reset())}>${terms.resetYes}</button>
    <button type="button" @click=${() => actions.change({ resetting: false }, '[part=reset]')}>
      ${terms.no}
    </button>
  </div>`;
}
