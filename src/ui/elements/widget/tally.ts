import { html, nothing, type TemplateResult } from 'lit';
import { amount } from '../../amount.js';
import type { Sums } from '../../../spending/entry.js';
import type { Widget } from './view.js';

/** The sums that count for what is on show: simulated money has its own. */
export function sumsOf(widget: Widget): Sums | undefined {
  const { tally } = widget.tallies;
  return widget.quote?.simulated ? tally?.sandbox : tally;
}

/**
 * The strip at the foot: this session's sum, in doubt apart, simulated money never mixed in. It
 * opens what was spent in detail, and the pictures kept here.
 */
export function tallyView(widget: Widget): TemplateResult {
  const {
    terms,
    quote,
    dollars,
    widgetState,
    tallies: { tally },
  } = widget;
  const session = sumsOf(widget)?.session;
  const nothingYet = session?.purchases === 0 && session.settled === '0';
  const fold = (name: 'gallery' | 'details', words: string): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      part=${name}
      aria-expanded=${widgetState.isOpen(name)}
      @click=${() => widgetState.toggle(name)}
    >
      ${words}
    </button>`;
  return html`<div class="tally" part="tally">
      <div class="sums">
        <span>${quote?.simulated ? terms.sessionSimulated : terms.session}</span>
        ${
          session
            ? html`<b>${amount(session.settled, dollars)}</b>
                <span>${nothingYet ? terms.nothingYet : terms.pictures(session.pictures)}</span>`
            : html`<b>…</b>`
        }
        ${session && session.inDoubt !== '0' ? html`<span class="doubt">${terms.inDoubt(amount(session.inDoubt, dollars))}</span>` : nothing}
        ${session?.unpriced ? html`<span class="doubt">${terms.unpriced(session.unpriced)}</span>` : nothing}
        ${tally && tally.unreadable > 0 ? html`<span class="doubt">${terms.unreadable(tally.unreadable)}</span>` : nothing}
        ${widgetState.deferred?.budgetMeterView(widget)}
      </div>
      <span class="doors"
        >${fold('gallery', terms.galleryShort)}${customElements.get('user-pays-tally') ? fold('details', terms.details) : nothing}</span
      >
    </div>
    ${widgetState.deferred?.foldsView(widget)}`;
}
