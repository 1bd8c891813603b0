import { isBusy } from '../../../../generation/machine.js';
import type { Hint } from '../../../../pricing/quote-types.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing, type TemplateResult } from 'lit';
import { amount } from '../../../amount.js';
import { writtenFacts } from '../../shared/written-facts.js';

/**
 * Shown beside the button although nothing can be pressed: what is made or charged differs from
 * what was asked or listed.
 */
const toKnow: ReadonlySet<Hint['kind']> = new Set(['snap', 'charged', 'rate', 'usual']);

/**
 * Advice about the price. What one click can do, and what differs from the request, is shown by the
 * button; mere information is on the receipt.
 */
export function hintsView(
  model: WidgetModel,
  actions: WidgetActions,
  which: 'useful' | 'quiet',
): View {
  const { generation } = model;
  // Without a price, the ways out say the same.
  if (generation.name === 'confirming') return nothing;
  // No advice while a purchase runs; the space is kept, so that nothing below moves.
  const isHeld = isBusy(generation);
  if (isHeld && which === 'quiet') return nothing;
  const hints = (model.quote?.total ? model.quote.hints : [])
    .filter(({ kind }) => kind !== 'reference' || !model.hidesDrawings)
    .map((hint) => ({ hint, act: acting(actions, hint) }))
    .filter(({ hint, act }) => (Boolean(act) || toKnow.has(hint.kind)) === (which === 'useful'));
  const gate = which === 'useful' ? gateHint(model) : nothing;
  return hints.length === 0 && gate === nothing
    ? nothing
    : html`<ul class="hints" part="hints" ?inert=${isHeld}>
        ${hints.map(({ hint, act }) => html`<li>${hintView(words(model, hint), act)}</li>`)}${gate}
      </ul>`;
}

/** A piece of advice; a button where one click follows it. */
function hintView(text: string, act: (() => void) | undefined): TemplateResult {
  if (!act) return html`<span class="hint">${text}</span>`;
  return html`<button type="button" class="plain hint" part="hint" @click=${act}>
    <span aria-hidden="true">↓</span>&nbsp;${text}
  </button>`;
}

/** What the account must hold, if that differs from what the picture costs. */
function gateHint({ quote, words, payer, dollars }: WidgetModel): View {
  return quote.holds === undefined
    ? nothing
    : html`<li>
        <span class="hint">${words.mustHold(payer.name, amount(quote.holds, dollars))}</span>
      </li>`;
}

/** The change that a click on the hint makes; `undefined` for a hint that only informs. */
function acting(actions: WidgetActions, { kind, facts }: Hint): (() => void) | undefined {
  const { width, height, pixels } = facts;
  if (kind === 'reference' && pixels) return () => actions.fitReferences(Number(pixels));
  if ((kind === 'cliff' || kind === 'snap') && width && height)
    return () => actions.change({ size: `${width}x${height}` });
  return undefined;
}

function words({ words: terms, dollars }: WidgetModel, hint: Hint): string {
  return terms.hints[hint.kind]?.(writtenFacts(hint, dollars)) ?? hint.text;
}
