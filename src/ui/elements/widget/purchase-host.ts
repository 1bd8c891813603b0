import { defined } from '../../../base/defined.js';
import { UserPaysError } from '../../../base/error.js';
import type { Permit } from '../../../generation/permit.js';
import { cheapestAdequate } from '../../../pricing/models.js';
import { compareUsd, usd } from '../../../pricing/money.js';
import { quote as quoteOf } from '../../../pricing/quote.js';
import type { Quote } from '../../../pricing/quote-types.js';
import { faultsInOrder } from '../../../providers/sandbox-script.js';
import type { PurchaseHost } from '../../controllers/purchase-controller.js';
import type { QuoteHost } from '../../controllers/quote-controller.js';
import { listed, requestOf } from '../request.js';
import { usualLimit, warnOnce } from './attributes.js';
import { isOff } from './is-off.js';
import { emit } from './emit.js';
import type { Widget } from './view.js';

/** Why the button, or a script that asks for it, buys nothing. */
export function refusalOf(
  widget: Widget,
  quote: Quote,
  permit: Permit | undefined,
): UserPaysError | undefined {
  if (isOff(widget) || widget.prompt.trim() === '' || !isForSale(quote)) {
    return new UserPaysError('invalid-input', {
      stage: 'quote',
      charge: 'none',
      retry: 'never',
      facts: { detail: quote.problem?.text ?? '' },
    });
  }
  return quote.simulated || permit
    ? undefined
    : new UserPaysError('no-gesture', { stage: 'guard', charge: 'none' });
}

/** A request that can be bought, be it at a price nobody knows. */
function isForSale({ total, problem }: Quote): boolean {
  return Boolean(total) || problem?.code === 'no-price';
}

/**
 * Where the widget's purchases are made: what it asks, of whom it buys, and what the page hears of
 * it.
 */
export function purchaseHostOf(widget: Widget): PurchaseHost & QuoteHost {
  const nextFault = faultsInOrder(() => widget.sandbox);
  return {
    get pageServices() {
      return widget.pageServices;
    },
    currentQuote: () => {
      const {
        provider,
        pageServices: { clock, observed, prices },
        measured,
      } = widget;
      const list = prices.of(widget.prices);
      return quoteOf(
        requestOf(widget, cheapestAdequate(provider, list, listed(widget.models)), measured.sizes),
        { prices: list, observed, at: clock.now() },
      );
    },
    onQuote: (quote) => {
      widget.purchases.dispatch({ type: 'quoted', quote: isForSale(quote) ? quote : undefined });
      if (quote.problem) warnOnce(quote.problem);
    },
    onShown: (quote) => void emit(widget.element, 'user-pays-quote', { quote }),
    askBefore: (quote) => {
      // Nobody needs to be asked about play money, unless the page wants to see the question.
      if (
        quote.simulated &&
        widget.confirmOver === usualLimit &&
        !widget.element.hasAttribute('confirm-over')
      )
        return undefined;
      if (!quote.total) return 'unknown';
      return compareUsd(usd(quote.total.high), usd(widget.confirmOver)) > 0 ? 'over' : undefined;
    },
    openAccount: () => widget.accountController.open(),
    mayCharge: (quote) =>
      !isOff(widget) &&
      emit(widget.element, 'user-pays-before-charge', { quote, request: quote.request }, true),
    buy: async (quote, { stop: { signal }, permit }) => {
      const {
        sandbox: { latency },
        seed,
        relay,
        endpoint,
        budget,
      } = widget;
      const fault = quote.simulated && nextFault();
      const services = await widget.accountController.services();
      return services.buy({
        // Another copy's till knows its own permits only.
        quote,
        signal,
        permit: permit && (services.permit() ?? permit),
        prompt: widget.prompt,
        references: await widget.measured.encoded(),
        prices: widget.prices,
        deadlines: widget.deadlines,
        budget,
        balance: quote.simulated ? undefined : widget.account.balance,
        seed,
        relay,
        endpoint,
        sandbox: {
          ...defined({ latency, fault: fault || undefined }),
        },
      });
    },
    onState: (generation, before) => {
      emit(widget.element, 'user-pays-state', { generation });
      if (generation.name === 'done' && before.name !== 'done')
        emit(widget.element, 'user-pays-done', { purchase: generation.purchase });
    },
    onFailure: (error) => void emit(widget.element, 'user-pays-error', { error }),
  };
}
