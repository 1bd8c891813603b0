import { isOff } from '../is-off.js';
import { typed } from '../../../typed.js';
import type { View, Widget } from '../view.js';
import { html, nothing } from 'lit';
import { amount } from '../../../amount.js';

/**
 * The question before money moves. The yes names the amount and is good for exactly the quote it
 * names.
 */
export function confirmView(widget: Widget): View {
  const { generation, words: terms } = widget;
  if (generation.name !== 'confirming') return nothing;
  const { quote, why } = generation;
  const price = quote.total ? amount(quote.total.high, widget.amounts) : '';
  const question =
    why === 'over'
      ? terms.confirmOver(price, amount(widget.confirmOver, widget.dollars, typed))
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
      if (event.key === 'Escape') widget.cancel();
    }}
  >
    <p id="question">${question}</p>
    <p class="answers">
      <button
        type="button"
        part="confirm-yes"
        class="buy"
        ?disabled=${isOff(widget)}
        @click=${(event: MouseEvent) => {
          if (event.detail < 2) widget.purchases.confirm(quote.id, event);
        }}
      >
        ${price ? terms.confirmYes(price) : terms.confirmYesUnknown}
      </button>
      <button type="button" part="confirm-no" class="second" @click=${() => widget.cancel()}>
        ${terms.confirmNo}
      </button>
    </p>
  </div>`;
}
