import { askedOver } from '../../../../checkout/settings.js';
import type { Generation } from '../../../../generation/machine.js';
import { typed } from '../../../typed.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';
import { amount } from '../../../amount.js';
import { mostText } from '../../shared/most-text.js';

type Confirming = Extract<Generation, { readonly name: 'confirming' }>;

/**
 * The question before a purchase whose price is high, changed or unknown. The yes names the amount
 * and is valid for exactly that quote.
 */
export function confirmView(model: WidgetModel, actions: WidgetActions): View {
  const { generation, words: terms } = model;
  if (generation.name !== 'confirming') return nothing;
  const { quote } = generation;
  const price = mostText(quote, model.amounts);
  const yes = price ? terms.confirmYes(price) : terms.confirmYesUnknown;
  return html`<div
    class="confirm"
    role="alertdialog"
    tabindex="-1"
    aria-label=${terms.confirmTitle}
    aria-describedby="question"
    part="confirm"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // A dialog or popover of the page around it stays open.
      event.preventDefault();
      event.stopPropagation();
      actions.cancel();
    }}
  >
    <p id="question" aria-live="polite">${questionText(model, generation)}</p>
    <p class="answers">
      <button
        type="button"
        part="confirm-yes"
        class="buy"
        .shown=${yes}
        ?disabled=${model.isOff}
        @click=${(event: MouseEvent) => {
          if (event.detail < 2) actions.confirm(quote.id, event);
        }}
      >
        ${yes}
      </button>
      <button type="button" part="confirm-no" class="second" @click=${() => actions.cancel()}>
        ${terms.confirmNo}
      </button>
    </p>
  </div>`;
}

function questionText(model: WidgetModel, { quote, why }: Confirming): string {
  const { words: terms, settings, dollars, payer, priceBefore } = model;
  const price = mostText(quote, model.amounts);
  if (why === 'over') {
    const say = quote.total?.low === quote.total?.high ? terms.confirmOver : terms.confirmOverMost;
    return say(price, amount(settings.confirmOver ?? askedOver, dollars, typed));
  }
  if (why === 'unseen') return terms.confirmUnseen(price);
  if (why !== 'changed') return terms.confirmUnknown(payer.name);
  return priceBefore === undefined
    ? terms.confirmChanged(price)
    : terms.confirmChangedFrom(price, amount(priceBefore, model.amounts));
}
