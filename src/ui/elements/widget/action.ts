import { html, nothing, type TemplateResult } from 'lit';
import { isBusy } from '../../../generation/machine.js';
import { priceText } from '../../amount.js';
import { payerView } from './payer.js';
import type { Widget } from './view.js';

/** The words on the button: always with the price of exactly what is on show. */
export const buttonText = (widget: Widget): string => {
  const { terms, quote, account } = widget;
  const n = quote?.request.count ?? 1;
  if (quote?.simulated) return terms.generateSample(n);
  const price = priceText(quote, widget.amounts) ?? terms.priceUnknown;
  return account.status === 'signed-in' ? terms.generate(n, price) : terms.signInAndGenerate(n, price);
};

/** A double click and a held key are one press. `clicks` is the event's own count. */
export const pressed = (widget: Widget, clicks: number): void => {
  if (clicks > 1 || !canPress(widget)) return;
  widget.generate().catch(() => undefined);
};

const canPress = (widget: Widget): boolean =>
  !widget.disabled && !isBusy(widget.generation) && widget.generation.name !== 'confirming'
  && widget.prompt.trim() !== '' && !(widget.quote?.problem && widget.quote.problem.code !== 'no-price');

const oncePerPress = (event: KeyboardEvent): void => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
};

export const actionView = (widget: Widget): TemplateResult => {
  const { terms, quote, generation } = widget;
  const simulated = quote?.simulated ? priceText(quote, widget.amounts) : undefined;
  return html`
    ${payerView(widget)}
    <div class="deal">
      <span class="beside">${simulated === undefined ? nothing : terms.simulated(simulated)}</span>
      <button part="generate" class="buy" type="button" ?disabled=${!canPress(widget) && !isBusy(generation)} aria-disabled=${isBusy(generation)}
        @keydown=${oncePerPress} @click=${(event: MouseEvent) => pressed(widget, event.detail)}>${buttonText(widget)}</button>
    </div>`;
};
