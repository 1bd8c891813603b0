import { html, nothing, type TemplateResult } from 'lit';
import { amount } from '../../amount.js';
import type { Widget } from './view.js';

/** The strip at the foot: this session's sum, in doubt apart, simulated money never mixed in. */
export const tallyView = (widget: Widget): TemplateResult => {
  const { terms, quote } = widget;
  const tally = widget.tallies.tally;
  const simulated = Boolean(quote?.simulated);
  const session = simulated ? tally?.sandbox.session : tally?.session;
  const nothingYet = !session || (session.purchases === 0 && session.settled === '0');
  return html`<div class="tally" part="tally">
    <span>${simulated ? terms.sessionSimulated : terms.session}</span>
    <b class="figures">${amount(session?.settled ?? '0', widget.dollars)}</b>
    <span>${nothingYet ? terms.nothingYet : terms.pictures(session.pictures)}</span>
    ${session && session.inDoubt !== '0' ? html`<span class="doubt">${terms.inDoubt(amount(session.inDoubt, widget.dollars))}</span>` : nothing}
    ${tally && tally.unreadable > 0 ? html`<span class="doubt">${terms.unreadable(tally.unreadable)}</span>` : nothing}
  </div>`;
};
