import { html, nothing, type TemplateResult } from 'lit';
import { isUnderWay } from '../../../generation/machine.js';
import type { Quote, QuoteLine } from '../../../pricing/quote-types.js';
import { addingUp, amount, dateText, inFull, otherAmount, priceText } from '../../amount.js';
import { canSignIn, recordOf } from '../../../accounts/provider-records.js';
import { canBuy, isUnreachable } from '../../../checkout/refusal.js';
import { lineText } from './line-text.js';
import type { FirstTerms } from '../../i18n/index.js';
import type { WidgetActions } from './action-types.js';
import type { View, WidgetModel } from './model.js';

/** The button that buys. */
export function buttonView(model: WidgetModel, actions: WidgetActions): TemplateResult {
  const canPress =
    canBuy(model) &&
    !isUnreachable(model.quote) &&
    !isUnderWay(model.generation) &&
    model.wait === 0;
  const words = buttonText(model);
  const [start, beforePrice, price] = cells(words);
  const other = otherPrice(model);
  // The button's words are read by themselves: no space before or after them.
  // prettier-ignore
  return html`<button part="generate" class="buy" type="button"
    aria-disabled=${!canPress} ?data-blocked=${model.parts.deferred?.isBlocked(model)} @keydown=${oncePerPress}
    .shown=${words} @click=${(event: MouseEvent) => actions.pressOwn(event)}
    >${start}<span class="sum">${beforePrice}</span> <span class="sum">${price}</span>${
      other && html` <span class="sum">(${other})</span>`}${model.parts.deferred?.waitView(model)}</button>`;
}

const pagesButton = '[data-user-pays=generate]:is([slot=actions],[slot=actions] *)';

/**
 * A press of the page's own button. The reader's own event is passed on, because one made by a
 * script buys nothing.
 */
export function pagesPress(actions: WidgetActions) {
  return (event: MouseEvent): void => {
    if (!(event.target as Element).closest(pagesButton)) return;
    event.preventDefault();
    actions.press(event);
  };
}

/** A button that buys, and the words that the last render gave it. */
export type ButtonWithWords = HTMLElement & { readonly shown: string };

/**
 * True if a button that buys begins with its words. A page translator or an extension may have put
 * others there. What follows may be theirs, such as the price in another currency.
 */
export function isDrawnAsSet({ textContent, shown }: ButtonWithWords): boolean {
  return textContent.trim().startsWith(shown);
}

/**
 * One run of text, so that it is spoken, copied and found as displayed. The price never breaks
 * across lines, and no line begins with the dot before it. If the page names another currency, the
 * price is also given in that.
 */
function cells(words: string): readonly [string, string?, string?] {
  const dot = words.lastIndexOf(' · ');
  const last = words.lastIndexOf(' ', dot - 1) + 1;
  return dot < 0
    ? [words]
    : [words.slice(0, last), words.slice(last, dot + 2), words.slice(dot + 3)];
}

function otherPrice({ quote: { total, simulated, free }, amounts }: WidgetModel): string {
  if (!total || simulated || free) return '';
  const other = otherAmount(total.high, amounts);
  return other && total.low !== total.high ? `≤\u00a0${other}` : other;
}

/** The words on the button, always with the price of exactly the displayed request. */
function buttonText({ terms, quote, account, payer, amounts, settings }: WidgetModel): string {
  const { count = 1 } = quote.request;
  const n = Number.isInteger(count) ? count : 1;
  if (quote.simulated && !isRefused(quote)) return terms.generateSample(n);
  const price = priceText(quote, amounts) ?? terms.priceUnknown;
  if (quote.simulated || account.status === 'signed-in') return terms.generate(n, price);
  return payer.kind === 'key' && !canSignIn(settings.provider, settings.clientId)
    ? terms.addKeyToGenerate(n, price)
    : terms.signInAndGenerate(n, price);
}

function isRefused({ problem }: Quote): boolean {
  return Boolean(problem && problem.code !== 'no-price');
}

/** One line beside the button; it opens the whole receipt. */
export function priceLineView(model: WidgetModel, actions: Pick<WidgetActions, 'toggle'>): View {
  const { terms, quote, open, hasOwnActions } = model;
  const price = priceText(quote, model.amounts);
  const simulated = quote.simulated ? price : undefined;
  if (!quote.total)
    return quote.problem ? nothing : html`<span class="line quiet">${terms.priceUnknown}</span>`;
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
      <span class="quiet from">${simulated === undefined ? readFrom(model) : madeOf(model)}</span>
      <span class="reason"
        >${terms.why(quote.free ? terms.free : (price ?? ''))}<span
          class="fold"
          aria-hidden="true"
        ></span></span
      ><span class="spoken">, ${terms.breakdown}</span></span
    >
  </button>`;
}

/**
 * `1 megapixel at $0.001`, `Base $0.015 + 1 megapixel $0.015`, `4 × $0.090`: what the price is made
 * of, in one line. Rounded as the button is where that adds up to the button's price; otherwise
 * with every digit, as in the receipt.
 */
function madeOf({ terms, dollars, quote, priceWith }: WidgetModel): string {
  const { lines, total } = quote;
  const { count = 1 } = quote.request;
  const high = total?.high ?? '0';
  const one = count > 1 ? priceWith({ count: 1 }) : undefined;
  if (one?.total) {
    const how = one.total.low === one.total.high ? addingUp([one.total.high], high, count) : {};
    return terms.each(count, priceText(one, dollars, how) ?? '');
  }
  const sign = total?.low === high ? '' : '≤\u00a0';
  const [line] = lines;
  if (line && lines.length === 1 && !sign && (line.quantity === '1' || isWhole(line))) {
    const how = addingUp([line.unitPrice], high, line.quantity);
    return terms.at(countText(terms, line), amount(line.unitPrice, dollars, how));
  }
  const shown = lines.length > 2 ? 1 : 2;
  const amounts = lines.map((row) => row.amount);
  // Nobody adds up rows that are not all there; each has the digits it needs.
  const isShort = lines.length > shown || !addingUp(amounts, high).decimals;
  const rows = lines
    .slice(0, shown)
    .map((row) => {
      const how = isShort ? {} : inFull(row.amount);
      return `${countText(terms, row)} ${sign}${amount(row.amount, dollars, how)}`;
    })
    .join(' + ');
  return lines.length > shown ? `${rows} ${terms.more(lines.length - shown)}` : rows;
}

/** `4 megapixels`, where whole ones are counted; the row's words otherwise. */
function countText(terms: FirstTerms, line: QuoteLine): string {
  return isWhole(line) ? terms.wholeMegapixels(Number(line.quantity)) : lineText(terms, line);
}

function isWhole({ key, quantity }: QuoteLine): boolean {
  return key === 'megapixels' && Number.isInteger(Number(quantity));
}

/** Where and when the price was read, and whether that is too long ago. */
function readFrom({ terms, amounts, quote }: WidgetModel): string {
  const { sources, asOf } = quote;
  const [source] = sources;
  if (!source) return '';
  const { by, kind, readOn } = source;
  // Only the page knows what a picture costs on a server of somebody's own.
  const { own } = recordOf(quote.request.provider);
  const name = own || by === 'page' ? terms.pagesList : terms.kinds[kind];
  const date = dateText(readOn, amounts);
  if (by === 'charge') return terms.chargedOn(date);
  if (asOf) return `${terms.ofDate(name, dateText(asOf, amounts))} · ${terms.mayHaveChanged}`;
  return own || kind === 'live' ? name : terms.ofDate(name, date);
}

function oncePerPress(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
