import { askedOver } from '../../../../checkout/settings.js';
import { typed } from '../../../typed.js';
import type { View, WidgetActions, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';
import { amount } from '../../../amount.js';

/**
 * The question before money moves. The yes names the amount and is good for exactly the quote it
 * names.
 */
export function confirmView(model: WidgetModel, actions: WidgetActions): View {
  const { generation, words: terms } = model;
  if (generation.name !== 'confirming') return nothing;
  const { quote, why } = generation;
  const price = quote.total ? amount(quote.total.high, model.amounts) : '';
  const question =
    why === 'over'
      ? terms.confirmOver(
          price,
          amount(model.settings.confirmOver ?? askedOver, model.dollars, typed),
        )
      : why === 'changed'
        ? terms.confirmChanged(price)
        : terms.confirmUnknown;
  return html`<div
    class="confirm"
    role="alertdialog"
    tabindex="-1"
    aria-label=${terms.confirmTitle}
    aria-describedby="question"
    part="confirm"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') actions.cancel();
    }}
  >
    <p id="question">${question}</p>
    <p class="answers">
      <button
        type="button"
        part="confirm-yes"
        class="buy"
        ?disabled=${model.isOff}
        @click=${(event: MouseEvent) => {
          if (event.detail < 2) actions.confirm(quote.id, event);
        }}
      >
        ${price ? terms.confirmYes(price) : terms.confirmYesUnknown}
      </button>
      <button type="button" part="confirm-no" class="second" @click=${() => actions.cancel()}>
        ${terms.confirmNo}
      </button>
    </p>
  </div>`;
}
