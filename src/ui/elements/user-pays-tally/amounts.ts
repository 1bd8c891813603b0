import { html, nothing, type TemplateResult } from 'lit';
import { atLeast } from '../shared/at-least.js';
import { unsettledOf } from '../shared/unsettled.js';
import type { Entry, Period } from '../../../spending/entry.js';
import type { TallyModel } from './statement.js';

/** The sums that a table row shows of a period, a day or a model. */
export type Amounts = Pick<Period, 'settled' | 'inDoubt' | 'pictures' | 'unpriced' | 'repeated'>;

/**
 * The settled sum, and under it what is in progress or not confirmed, which is never part of the
 * sum. `pending`: the entries that may have been charged.
 */
export function spentCell(
  model: TallyModel,
  amounts: Amounts,
  pending: readonly Entry[],
): TemplateResult {
  return html`<td>${spentView(model, amounts, pending)}</td>`;
}

/** The same outside a table. */
export function spentView(
  { terms, dollars }: TallyModel,
  amounts: Amounts,
  pending: readonly Entry[],
): TemplateResult {
  const { settled, unpriced = 0, repeated = 0 } = amounts;
  const { inProgress, notConfirmed } = unsettledOf(amounts, pending);
  return html`<span class="spent">${dollars(settled)}</span>
    ${inProgress === '0' ? nothing : html`<span class="under-way">${terms.inProgress(dollars(inProgress))}</span>`}
    ${notConfirmed === '0' ? nothing : html`<span class="doubt">${terms.inDoubt(atLeast(dollars(notConfirmed), repeated > 0))}</span>`}
    ${unpriced ? html`<span class="doubt">${terms.unpriced(unpriced)}</span>` : nothing}`;
}

/** A bar for the share of the whole; the figures beside it say the same in words. */
export function bar(part: number, whole: number): TemplateResult {
  return html`<svg class="bar" aria-hidden="true" width="100%" height="6">
    <rect class="rail" height="6" rx="3" width="100%"></rect>
    <rect
      height="6"
      rx="3"
      width="${whole > 0 ? Math.min(100, (part / whole) * 100).toFixed(1) : 0}%"
    ></rect>
  </svg>`;
}
