import { html, nothing, type TemplateResult } from 'lit';
import type { Tally } from '../../../spending/entry.js';
import { amount as amountText } from '../../amount.js';
import { slipTerms } from '../../i18n/slips/index.js';
import { slipStyles } from '../../styles/panel-base.js';
import { tallyStyles } from '../../styles/tally.js';
import { daysView, modelsView } from './breakdown.js';
import { doubtsView } from './doubts.js';
import { filesView } from './files.js';
import { limitsView } from './limits.js';
import type { Statement, TallyView } from './statement.js';
import { sumsView } from './sums.js';
import { en } from './terms.js';

export const styles = slipStyles + tallyStyles;

type Widget = Element & { readonly quote?: { readonly simulated?: boolean } };

/**
 * The whole statement, top to bottom: which money, how much, what is in doubt, where it went, what
 * may go, and the files.
 */
export function panel(element: Statement, tally: Tally): TemplateResult {
  const { language, draft } = element;
  const { tag, dir, terms } = slipTerms(language, 'tally', en, () => element.requestUpdate());
  const view: TallyView = {
    element,
    terms,
    tally,
    simulated: isSimulated(element, tally),
    dollars: (amount, how) =>
      amountText(amount, { language, currency: 'USD', rate: undefined, under: terms.under }, how),
  };
  const health = element.journal.health();
  const cleared = element.journal.cleared();
  return html`<section
    class="slip"
    part="panel"
    role="group"
    lang=${tag}
    dir=${dir}
    aria-label=${view.simulated ? terms.titleSimulated : terms.title}
  >
    ${sumsView(view)}
    ${health === 'ok' ? nothing : html`<p class="notice" part="storage">${terms.storage[health]}</p>`}
    ${tally.unreadable > 0 ? html`<p class="notice" part="unreadable">${terms.unreadable(tally.unreadable)}</p>` : nothing}
    ${cleared > 0 ? html`<p class="notice" part="cleared">${terms.cleared(cleared)}</p>` : nothing}
    ${doubtsView(view)} ${daysView(view)} ${modelsView(view)}
    ${view.simulated ? nothing : limitsView(view)} ${filesView(view)}
    <output role="status" part="status" class="said" tabindex="-1">${draft.said ?? ''}</output>
  </section>`;
}

/**
 * True for the sums of the sandbox: asked for, or of the widget it stands for, or because nothing
 * real was ever bought.
 */
function isSimulated(element: Statement, { all, sandbox }: Tally): boolean {
  if (element.draft.simulated !== undefined) return element.draft.simulated;
  const root = element.getRootNode() as ParentNode & Node;
  const widget = element.htmlFor
    ? root.querySelector?.<Widget>(`#${CSS.escape(element.htmlFor)}`)
    : undefined;
  return widget?.quote
    ? Boolean(widget.quote.simulated)
    : all.purchases === 0 && sandbox.all.purchases > 0;
}
