import { defined } from '../base/defined.js';
import { sum, toText, usd } from '../pricing/money.js';
import type { Quote } from '../pricing/quote-types.js';
import { worstCharge } from './outcome.js';
import type { PictureState, Purchase, PurchaseState, Receipt } from './purchase.js';

/**
 * The receipt of a quote before any charge is known: an estimate, for one picture or a whole
 * purchase.
 */
export function openReceipt(id: string, quote: Quote, at: number, simulated: boolean): Receipt {
  const { low, high } = quote.total ?? {};
  return {
    id,
    provider: quote.request.provider,
    model: quote.request.model,
    ...defined({ route: quote.request.route, low: low === high ? undefined : low }),
    at,
    lines: quote.lines,
    estimated: high ?? '',
    charge: 'none',
    basis: 'computed',
    simulated,
  };
}

/** Why an amount is not the price, as journal and receipt keep it; `undefined` without a reason. */
export function noteOf({
  note,
  times,
  together,
}: {
  readonly note?: string;
  readonly times?: number | undefined;
  readonly together?: Receipt['together'] | undefined;
}): string | undefined {
  if (together) return `${together.count} together: ${together.charged}`;
  return times === undefined ? note || undefined : `charged ${times} times`;
}

/**
 * The purchase as the page receives it: the pictures that arrived and one receipt for all.
 * `charged` is present only when every amount is known.
 */
export function purchaseOf(state: PurchaseState, at: number): Purchase {
  const receipts = state.pictures.flatMap((picture) => picture.receipt ?? []);
  const touched = receipts.filter((receipt) => receipt.charge !== 'none');
  // Own amounts only: one from a polluted prototype would be no amount, and end a paid purchase.
  const known = touched.flatMap((receipt) =>
    Object.hasOwn(receipt, 'charged') ? (receipt.charged ?? []) : [],
  );
  const notes = [...new Set(receipts.flatMap((receipt) => receipt.note ?? []))];
  // Some of those that were charged one sum may be of another purchase.
  const together = touched.find(({ together: all }) => all && all.count > touched.length)?.together;
  return {
    id: state.id,
    images: state.pictures.flatMap((picture: PictureState) => picture.image ?? []),
    receipt: {
      ...openReceipt(state.id, state.quote, at, state.simulated),
      charge: worstCharge(receipts.map((receipt) => receipt.charge)),
      basis:
        touched.length > 0 && touched.every((receipt) => receipt.basis === 'reported')
          ? 'reported'
          : 'computed',
      ...defined({
        charged: known.length === touched.length ? toText(sum(known.map(usd))) : undefined,
        note: notes.length > 0 ? notes.join('; ') : undefined,
        together,
      }),
    },
  };
}
