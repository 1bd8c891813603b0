import { html, nothing, type TemplateResult } from 'lit';
import { systemClock } from '../../../base/clock.js';
import type { Tally } from '../../../spending/entry.js';
import { amount as amountText, type Precision } from '../../amount.js';
import { en } from '../../i18n/en/tally.js';
import { tallyWords } from '../../i18n/panels.js';
import { panelStyles } from '../../styles/panel-base.js';
import { tallyStyles } from '../../styles/tally.js';
import { stateTokens } from '../../styles/state-tokens.js';
import { tokens } from '../../styles/tokens.js';
import { daysView, modelsView, providersView, sitesView } from './breakdown.js';
import { doubtsView } from './doubts.js';
import { filesView } from './files.js';
import { limitsView } from './limits.js';
import type { TallyActions, TallyModel, TallySource } from './statement.js';
import { sumsView } from './sums.js';

export { tallyActions } from './actions.js';
export { isSimulatedIn } from './widget-money.js';

export const styles = tokens + stateTokens + panelStyles + tallyStyles;

export function tallyModel(source: TallySource): TallyModel {
  const { journal, tally, draft, language, isShared, now = systemClock.now() } = source;
  const words = tallyWords(language, en);
  const { under } = words.terms;
  return {
    words,
    terms: words.terms,
    language,
    tally,
    simulated: draft.simulated ?? source.simulatedByWidget ?? isOnlySimulated(tally),
    now,
    entries: journal.entries(),
    caps: journal.readerCaps(),
    health: journal.health(),
    cleared: journal.cleared(),
    isShared,
    draft,
    dollars: (amount: string, how?: Precision) =>
      amountText(amount, { language, currency: 'USD', rate: undefined, under }, how),
  };
}

/** True if only simulated purchases were ever made. */
function isOnlySimulated({ all, sandbox }: Tally): boolean {
  return all.purchases === 0 && sandbox.all.purchases > 0;
}

/**
 * The whole statement, top to bottom: which money, the sum, doubts, where it went, limits, and the
 * files.
 */
export function panel(model: TallyModel, actions: TallyActions): TemplateResult {
  const { words, terms, simulated, health, cleared, draft } = model;
  const { unreadable } = model.tally;
  const notice = (part: string, text: string): TemplateResult =>
    html`<p class="notice" part=${part}>${text}</p>`;
  return html`<section
    class="panel notranslate"
    translate="no"
    part="panel"
    role="group"
    lang=${words.tag}
    dir=${words.dir}
    aria-label=${simulated ? terms.titleSimulated : terms.title}
  >
    ${sumsView(model, actions)}
    ${health === 'ok' ? nothing : notice('storage', terms.storage[health])}
    ${unreadable > 0 ? notice('unreadable', terms.unreadable(unreadable)) : nothing}
    ${cleared > 0 ? notice('cleared', terms.cleared(cleared)) : nothing}
    ${doubtsView(model, actions)} ${daysView(model)} ${modelsView(model)} ${providersView(model)}
    ${sitesView(model)} ${simulated ? nothing : limitsView(model, actions)}
    ${filesView(model, actions)}
    <output role="status" part="status" class="said" tabindex="-1">${draft.said ?? ''}</output>
  </section>`;
}
