import { html, nothing, type TemplateResult } from 'lit';
import type { TallyView } from './statement.js';

/** The lines as files, in and out, a new session, and a new start that can be taken back. */
export function filesView(view: TallyView): TemplateResult {
  const { element, terms } = view;
  const { resetting, undoable } = element.draft;
  return html`<details part="files">
    <summary>${terms.files}</summary>
    <div class="row">
      <button type="button" @click=${() => void exportAs(view, 'csv')}>${terms.exportCsv}</button>
      <button type="button" @click=${() => void exportAs(view, 'json')}>${terms.exportJson}</button>
      <label class="button"
        ><input
          type="file"
          accept="application/json,.json"
          @change=${(event: Event) => void takeIn(view, event.target as HTMLInputElement)}
        />${terms.import}</label
      >
      ${element.sync === 'puter' ? html`<button type="button" part="share" @click=${() => void share(view)}>${terms.share}</button>` : nothing}
      <button type="button" part="new-session" @click=${() => begin(view)}>
        ${terms.newSession}
      </button>
      ${
        undoable
          ? html`<button type="button" part="undo" @click=${() => void undo(view)}>
              ${terms.undo}
            </button>`
          : html`<button
              type="button"
              part="reset"
              aria-expanded=${Boolean(resetting)}
              @click=${() => element.change({ resetting: true, said: '' }, '[part=ask-reset] button')}
            >
              ${terms.reset}
            </button>`
      }
    </div>
    ${
      resetting
        ? html`<div class="ask" part="ask-reset" role="group" aria-label=${terms.resetYes}>
            <p>${terms.resetAsk}</p>
            <button type="button" @click=${() => void reset(view)}>${terms.resetYes}</button>
            <button
              type="button"
              @click=${() => element.change({ resetting: false }, '[part=reset]')}
            >
              ${terms.no}
            </button>
          </div>`
        : nothing
    }
  </details>`;
}

async function exportAs(
  { element: { journal } }: TallyView,
  ending: 'csv' | 'json',
): Promise<void> {
  await journal.ready;
  if (ending === 'csv')
    save(
      (await import('../../../spending/export-csv.js')).exportCsv(journal.entries()),
      'text/csv',
      ending,
    );
  else
    save(
      (await import('../../../spending/export-json.js')).exportJson(journal),
      'application/json',
      ending,
    );
}

function save(text: string, type: string, ending: string): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type }));
  link.href = url;
  link.download = `pictures-spent-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  // Some browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function takeIn({ element, terms }: TallyView, field: HTMLInputElement): Promise<void> {
  const file = field.files?.[0];
  if (!file) return;
  const { importJson } = await import('../../../spending/import-json.js');
  const outcome = await importJson(element.journal, await file.text());
  field.value = '';
  element.change({
    said:
      outcome.kind === 'merged'
        ? terms.imported(outcome.added, outcome.known)
        : terms.refused[outcome.reason],
  });
}

/** Merges with the reader's other devices, on the reader's own press. */
async function share({ element, terms }: TallyView): Promise<void> {
  try {
    const { shareTally } = await import('../../../generation/share-tally.js');
    const { merged, left } = await shareTally();
    element.change({
      said: left === 'unreachable' || left === 'too-large' ? terms.notShared : terms.shared(merged),
    });
  } catch {
    element.change({ said: terms.notShared });
  }
}

function begin({ element, terms }: TallyView): void {
  element.journal.newSession();
  element.change({ said: terms.sessionBegun });
}

async function undo({ element, terms }: TallyView): Promise<void> {
  const undone = await element.journal.undoReset();
  element.change({ undoable: false, said: undone ? terms.undone : '' }, '[part=status]');
}

async function reset({ element, terms }: TallyView): Promise<void> {
  await element.journal.reset();
  element.change({ resetting: false, undoable: true, said: terms.resetDone }, '[part=undo]');
}
