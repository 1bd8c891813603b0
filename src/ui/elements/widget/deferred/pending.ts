import type { TemplateResult } from 'lit';
import { amount } from '../../../amount.js';
import { atLeast } from '../../shared/at-least.js';
import { unsettledOf } from '../../shared/unsettled.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';

/**
 * Amounts of this visit that are not settled: purchases in progress, and purchases whose reply was
 * lost. Pressing the latter leads to the answers "I was charged" and "I was not".
 */
export function pendingView(model: WidgetModel, actions: WidgetActions): View {
  const { words: terms, sums, dollars, pending, tally } = model;
  const session = sums?.session;
  if (!session) return nothing;
  const { inProgress, notConfirmed } = unsettledOf(session, pending);
  const { unpriced = 0, repeated = 0 } = session;
  return html`${
    inProgress === '0'
      ? nothing
      : html`<span part="in-progress">${terms.inProgress(amount(inProgress, dollars))}</span>`
  }${
    notConfirmed === '0'
      ? nothing
      : notConfirmedView(
          model,
          actions,
          terms.inDoubt(atLeast(amount(notConfirmed, dollars), repeated > 0)),
        )
  }${unpriced ? html`<span class="doubt">${terms.unpriced(unpriced)}</span>` : nothing}${
    tally?.unreadable
      ? html`<span class="doubt">${terms.unreadable(tally.unreadable)}</span>`
      : nothing
  }`;
}

function notConfirmedView(
  { doubts }: WidgetModel,
  actions: WidgetActions,
  text: string,
): TemplateResult {
  return doubts.length === 0
    ? html`<span class="doubt" part="not-confirmed">${text}</span>`
    : html`<button
        type="button"
        class="plain doubt"
        part="not-confirmed"
        @click=${() => actions.focusOn('.answers-doubt a, .answers-doubt button')}
      >
        ${text}
      </button>`;
}
