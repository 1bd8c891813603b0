import { html, nothing, type TemplateResult } from 'lit';
import { isBusy } from '../../../generation/machine.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { amount, dateText, inFull, priceText } from '../../amount.js';
import { providerName } from '../../../accounts/provider-records.js';
import { paymentLineView } from './payment-line.js';
import { canBuy } from './actions.js';
import { lineText } from './line-text.js';
import type { WidgetActions, WidgetModel } from './model.js';

export function actionView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, generation } = model;
  const isBuying = isBusy(generation);
  const canPress = canBuy(model) && generation.name !== 'confirming' && model.wait === 0;
  const wait = Math.ceil(model.wait / 1000);
  const again = html` <span class="wait">${terms.again(String(wait))}</span>`;
  // The button's words are read by themselves: no space before or after them.
  // prettier-ignore
  const button = html`<button part="generate" class="buy" type="button"
    ?disabled=${!canPress && !isBuying} aria-disabled=${isBuying} @keydown=${oncePerPress}
    @click=${(event: MouseEvent) => actions.press(event)}
    >${buttonText(model)}${wait > 0 ? again : nothing}</button>`;
  return html`${paymentLineView(model, actions)}
    <div class="deal">
      ${priceLine(model, actions)}
      <slot name="actions" @click=${pagesPress(actions)} @slotchange=${() => actions.redraw()}
        >${button}</slot
      >
    </div>`;
}

const pagesButton = '[data-user-pays=generate]:is([slot=actions],[slot=actions] *)';

/**
 * A press of the page's own button. It is the reader's own event that is passed on: one that a
 * script makes buys nothing.
 */
function pagesPress(actions: WidgetActions) {
  return (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest(pagesButton)) return;
    event.preventDefault();
    actions.press(event);
  };
}

/** The words on the button: always with the price of exactly what is on show. */
function buttonText({ terms, quote, account, amounts }: WidgetModel): string {
  const { count = 1 } = quote.request;
  const n = Number.isInteger(count) ? count : 1;
  if (quote.simulated && !isRefused(quote)) return terms.generateSample(n);
  const price = priceText(quote, amounts) ?? terms.priceUnknown;
  return quote.simulated || account.status === 'signed-in'
    ? terms.generate(n, price)
    : terms.signInAndGenerate(n, price);
}

function isRefused({ problem }: Quote): boolean {
  return Boolean(problem && problem.code !== 'no-price');
}

/** One line beside the button; it opens the whole receipt. */
function priceLine(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const { terms, quote, open, hasOwnActions } = model;
  const price = priceText(quote, model.amounts);
  const simulated = quote.simulated ? price : undefined;
  if (!quote.total)
    return html`${quote.problem ? nothing : html`<span class="line quiet">${terms.priceUnknown}</span>`}`;
  return html`<button
    type="button"
    class="line"
    part="price-line"
    aria-expanded=${open.has('receipt')}
    aria-controls="receipt"
    @click=${() => actions.toggle('receipt')}
  >
    <span
      >${hasOwnActions && simulated === undefined ? html`<b>${price}</b> · ` : nothing}${simulated === undefined ? madeOf(model) : html`<b>${terms.simulated(simulated)}</b>`}
      <span class="quiet from"
        >${simulated === undefined ? nothing : html`${madeOf(model)} · `}${readFrom(model)}<span
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
function madeOf({ terms, dollars, quote, priceWith }: WidgetModel): string {
  const { lines, total } = quote;
  const { count = 1 } = quote.request;
  const one = count > 1 ? priceWith({ count: 1 }) : undefined;
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

function readFrom({ terms, amounts, quote }: WidgetModel): string {
  const { request, simulated, asOf } = quote;
  const [source] = quote.sources;
  const who = providerName(request.provider);
  const path = request.route ? terms.via(who, providerName(request.route)) : who;
  if (simulated || !source) return path;
  const { by, kind, readOn } = source;
  const name = by === 'page' ? terms.pagesList : terms.kinds[kind];
  const date = dateText(readOn, amounts);
  const dated =
    by === 'charge'
      ? terms.chargedOn(date)
      : asOf
        ? terms.asOf(name, dateText(asOf, amounts))
        : kind === 'live'
          ? name
          : terms.ofDate(name, date);
  return `${path}${terms.dir === 'rtl' ? '،' : ','} ${dated}`;
}

function oncePerPress(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
