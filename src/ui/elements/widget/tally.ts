import { html, nothing, type TemplateResult } from 'lit';
import { amount } from '../../amount.js';
import type { WidgetActions } from './action-types.js';
import type { WidgetModel } from './model.js';

/**
 * The strip at the foot: this visit's sum, what is not settled apart, simulated money never mixed
 * in. It opens what was spent in detail, and the pictures kept here.
 */
export function tallyView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, quote, dollars, open, sums } = model;
  const { deferred } = model.parts;
  const session = sums?.session;
  const nothingYet = session?.purchases === 0 && session.settled === '0';
  const door = (name: 'gallery' | 'details', words: string): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      part=${name}
      aria-expanded=${open.has(name)}
      @click=${() => actions.toggle(name)}
    >
      ${words}
    </button>`;
  return html`<div class="tally" part="tally">
      <div class="sums">
        <span>${quote.simulated ? terms.sessionSimulated : terms.session}</span>
        <b>${session ? amount(session.settled, dollars) : '…'}</b>
        <span
          >${
            nothingYet
              ? terms.nothingYet
              : session && (session.pictures || !session.unpriced)
                ? terms.pictures(session.pictures)
                : nothing
          }</span
        >
        ${deferred?.pendingView(model, actions)} ${deferred?.budgetMeterView(model)}
      </div>
      <span class="doors"
        >${door('gallery', terms.galleryShort)}${
          customElements.get('user-pays-tally') ? door('details', terms.details) : nothing
        }</span
      >
    </div>
    ${deferred?.foldsView(model, actions)}`;
}
