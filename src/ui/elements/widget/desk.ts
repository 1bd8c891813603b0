import { keepsThere } from '../../../generation/drive.js';
import { compareUsd, isAmount, usd } from '../../../pricing/money.js';
import { deadlines } from '../../../providers/adapter.js';
import { faultsInOrder } from '../../../providers/sandbox-script.js';
import type { PurchaseDesk } from '../../controllers/purchase-controller.js';
import { usualLimit } from './attributes.js';
import { tell } from './tell.js';
import type { Widget } from './view.js';

/** Where the widget's purchases are made: what it asks, of whom it buys, and what the page hears of it. */
export const deskOf = (widget: Widget): PurchaseDesk => {
  const nextFault = faultsInOrder(() => widget.sandbox);
  return {
    get shop() { return widget.shop; },
    currentQuote: () => widget.currentQuote(),
    askBefore: (quote) => {
      // Nobody needs to be asked about play money, unless the page wants to see the question.
      if (quote.simulated && widget.confirmOver === usualLimit) return undefined;
      if (!quote.total) return 'unknown';
      return compareUsd(usd(quote.total.high), usd(isAmount(widget.confirmOver) ? widget.confirmOver : '0')) > 0 ? 'over' : undefined;
    },
    openAccount: () => widget.payer.open(),
    mayCharge: (quote) => tell(widget, 'user-pays-before-charge', { quote, request: quote.request }, true),
    buy: async (quote, signal) => {
      const { sandbox: { latency }, seed, relay, endpoint, budget } = widget;
      const fault = quote.simulated && nextFault();
      const till = await widget.payer.till();
      return till.buy({
        quote, signal, prompt: widget.prompt, references: await widget.measured.encoded(), simulated: Boolean(quote.simulated),
        pricing: { prices: widget.shop.prices.get() },
        deadlines: { ...deadlines, ...widget.deadlines },
        ...await widget.payer.credentials(),
        caps: till.caps({ owner: budget, balance: quote.simulated ? undefined : widget.account.balance }),
        keepsThere: keepsThere(widget.shop.store, widget.provider),
        ...(seed === undefined ? {} : { seed }), ...(relay === undefined ? {} : { relay }), ...(endpoint === undefined ? {} : { endpoint }),
        sandbox: { ...(latency === undefined ? {} : { latency }), ...(fault ? { fault } : {}) },
      });
    },
    onState: (generation, before) => {
      tell(widget, 'user-pays-state', { generation });
      if (generation.name === 'done' && before.name !== 'done') tell(widget, 'user-pays-done', { purchase: generation.purchase });
    },
    onFailure: (error) => void tell(widget, 'user-pays-error', { error }),
  };
};
