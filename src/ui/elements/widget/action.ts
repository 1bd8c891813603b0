import { html, nothing, type TemplateResult } from 'lit';
import { isBusy } from '../../../generation/machine.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { amount, dateText, inFull, priceText } from '../../amount.js';
import { providerName } from '../../provider-names.js';
import { paymentLineView } from './payment-line.js';
import { priceWith } from './choices.js';
import { isOff } from './is-off.js';
import { lineText } from './line-text.js';
import type { Widget } from './view.js';

/** The words on the button: always with the price of exactly what is on show. */
export function buttonText(widget: Widget): string {
  const { terms, quote, account } = widget;
  const { count = 1 } = quote?.request ?? {};
  const n = Number.isInteger(count) ? count : 1;
  if (quote?.simulated && !isRefused(widget)) return terms.generateSample(n);
  const price = priceText(quote, widget.amounts) ?? terms.priceUnknown;
  return quote?.simulated || account.status === 'signed-in'
    ? terms.generate(n, price)
    : terms.signInAndGenerate(n, price);
}

function isRefused({ quote }: Widget): boolean {
  return Boolean(quote?.problem && quote.problem.code !== 'no-price');
}

/** A double click and a held key are one press. */
export function pressed(widget: Widget, by: UIEvent): void {
  if (by.detail > 1 || !canPress(widget)) return;
  widget.generate(by).catch(() => undefined);
}

function canPress(widget: Widget): boolean {
  return (
    !isOff(widget) &&
    !isBusy(widget.generation) &&
    widget.generation.name !== 'confirming' &&
    widget.prompt.trim() !== '' &&
    !isRefused(widget) &&
    widget.widgetState.wait === 0
  );
}

export function actionView(widget: Widget): TemplateResult {
  const { terms, generation, widgetState } = widget;
  const busy = isBusy(generation);
  const wait = Math.ceil(widgetState.wait / 1000);
  const again = html` <span class="wait">${terms.again(String(wait))}</span>`;
  // The button's words are read by themselves: no space before or after them.
  // prettier-ignore
  const button = html`<button part="generate" class="buy" type="button"
    ?disabled=${!canPress(widget) && !busy} aria-disabled=${busy} @keydown=${oncePerPress}
    @click=${(event: MouseEvent) => pressed(widget, event)}
    >${buttonText(widget)}${wait > 0 ? again : nothing}</button>`;
  return html`${paymentLineView(widget)}
    <div class="deal">${priceLine(widget)} ${button}</div>`;
}

/** One line beside the button; it opens the whole receipt. */
function priceLine(widget: Widget): TemplateResult {
  const { terms, quote, widgetState } = widget;
  const simulated = quote?.simulated ? priceText(quote, widget.amounts) : undefined;
  if (!quote?.total)
    return html`${quote?.problem ? nothing : html`<span class="line quiet">${terms.priceUnknown}</span>`}`;
  return html`<button
    type="button"
    class="line"
    part="price-line"
    aria-expanded=${widgetState.isOpen('receipt')}
    aria-controls="receipt"
    @click=${() => widgetState.toggle('receipt')}
  >
    <span
      >${simulated === undefined ? madeOf(widget, quote) : html`<b>${terms.simulated(simulated)}</b>`}
      <span class="quiet from"
        >${simulated === undefined ? nothing : html`${madeOf(widget, quote)} · `}${readFrom(widget, quote)}<span
          class="fold"
          aria-hidden="true"
        ></span></span
      ><span class="spoken">, ${terms.breakdown}</span></span
    >
  </button>`;
}

/**
 * `First megapixel $0.030`, `4 × $0.090`: what the price is made of, in one line, with every digit:
 * it comes out.
 */
function madeOf(widget: Widget, { lines, request: { count = 1 }, total }: Quote): string {
  const { terms, dollars } = widget;
  const one = count > 1 ? priceWith(widget, { count: 1 }) : undefined;
  if (one?.total)
    return terms.each(count, priceText(one, dollars, inFull(one.total.low, one.total.high)) ?? '');
  const sign = total?.low === total?.high ? '' : '≤\u00a0';
  const shown = lines.length > 2 ? 1 : 2;
  const how = inFull(...lines.map((line) => line.amount));
  const rows = lines
    .slice(0, shown)
    .map((line) => `${lineText(terms, line)} ${sign}${amount(line.amount, dollars, how)}`)
    .join(' + ');
  return lines.length > shown ? `${rows} ${terms.more(lines.length - shown)}` : rows;
}

function readFrom(widget: Widget, { request, sources: [source], simulated, asOf }: Quote): string {
  const { terms } = widget;
  const who = providerName(request.provider);
  const path = request.route ? terms.via(who, providerName(request.route)) : who;
  if (simulated || !source) return path;
  const { by, kind, readOn } = source;
  const name = by === 'page' ? terms.pagesList : terms.kinds[kind];
  const date = dateText(readOn, widget.amounts);
  const dated =
    by === 'charge'
      ? terms.chargedOn(date)
      : asOf
        ? terms.asOf(name, dateText(asOf, widget.amounts))
        : kind === 'live'
          ? name
          : terms.ofDate(name, date);
  return `${path}${terms.dir === 'rtl' ? '،' : ','} ${dated}`;
}

function oncePerPress(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
