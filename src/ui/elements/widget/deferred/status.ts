import { isBusy } from '../../../../generation/machine.js';
import type { PurchaseState, Receipt } from '../../../../generation/purchase.js';
import { providerName } from '../../../../accounts/provider-records.js';
import { sum, toText, usd } from '../../../../pricing/money.js';
import { atLeast } from '../../shared/at-least.js';
import { amount } from '../../../amount.js';
import type { WidgetModel } from '../model.js';
import { costText } from './cost-text.js';
import { stepText } from './progress.js';

/**
 * What screen readers hear about a purchase, politely: its progress, and the result with its cost.
 * Failures are announced elsewhere.
 */
export function resultText(model: WidgetModel): string {
  const { generation, account, words } = model;
  if (!isBusy(generation)) return outcomeText(model);
  if (generation.purchase) return stepText(model, generation.purchase);
  return account.status === 'signing-in' ? words.signingIn : '';
}

/** The result of a purchase and its cost, as spoken and as displayed above the pictures. */
export function outcomeText(model: WidgetModel): string {
  const { generation, words } = model;
  if (generation.name !== 'done') return '';
  const { purchase, state } = generation;
  const checking = state.pictures.some((picture) => picture.checking);
  return isMixed(state)
    ? mixedText(model, state, purchase.receipt)
    : `${words.ready(purchase.images.length)} ${costText(model, purchase.receipt, { checking })}`.trim();
}

/**
 * True if the pictures have to be told apart: one is missing or may have been charged, or the
 * charges of only some are still being read.
 */
function isMixed({ pictures }: PurchaseState): boolean {
  const checked = pictures.filter(({ checking }) => checking).length;
  return (
    pictures.length > 1 &&
    ((checked > 0 && checked < pictures.length) ||
      pictures.some(({ image, receipt }) => !image || receipt?.charge === 'possible'))
  );
}

/**
 * `2 ready, $0.060 charged, 1 not charged, $0.030 being checked with Puter, $0.030 not confirmed`
 */
export function mixedText(
  model: WidgetModel,
  { pictures }: PurchaseState,
  receipt: Receipt,
): string {
  const { words, dollars } = model;
  const receipts = pictures.flatMap((picture) =>
    picture.receipt ? { ...picture.receipt, checking: picture.checking === true } : [],
  );
  const checked = receipts.filter((one) => one.checking && amountOf(one) !== undefined);
  const open = receipts.filter((one) =>
    one.checking ? amountOf(one) === undefined : one.charge === 'possible',
  );
  const paid = receipts.filter(({ charge, checking }) => charge === 'charged' && !checking);
  const free = receipts.filter(({ charge }) => charge === 'none');
  const inDoubt = open.flatMap((one) => amountOf(one) ?? []);
  const isLeast = open.some(({ repeated }) => repeated);
  return [
    words.readyCount(pictures.filter(({ image }) => image).length),
    ...(paid.length > 0 ? [costText(model, together(receipt, paid))] : []),
    ...(checked.length > 0 ? [checkingText(model, checked)] : []),
    ...(free.length > 0 ? [words.notChargedCount(free.length)] : []),
    ...(inDoubt.length > 0
      ? [words.notConfirmed(atLeast(amount(toText(sum(inDoubt.map(usd))), dollars), isLeast))]
      : []),
    ...(inDoubt.length < open.length ? [words.unpriced(open.length - inDoubt.length)] : []),
  ].join(words.comma);
}

/** What is still being read of charges, as a part of a list. */
function checkingText({ words, dollars }: WidgetModel, checked: readonly Receipt[]): string {
  const all = toText(sum(checked.flatMap((one) => amountOf(one) ?? []).map(usd)));
  return words.checkingSum(amount(all, dollars), providerName(checked[0]?.provider ?? ''));
}

/** US dollars; `undefined` where neither a charge nor a price is known. */
function amountOf({ charged, estimated }: Receipt): string | undefined {
  return (charged ?? estimated) || undefined;
}

/** One receipt for those of several pictures whose cost is known. */
function together(receipt: Receipt, paid: readonly Receipt[]): Receipt {
  const isKnown = paid.every(({ charged }) => charged !== undefined);
  const total = toText(
    sum(paid.map(({ charged, estimated }) => usd(charged ?? (estimated || '0')))),
  );
  const least = toText(
    sum(paid.map(({ charged, low, estimated }) => usd(charged ?? low ?? (estimated || '0')))),
  );
  const { charged: _, times: __, low: ___, ...rest } = receipt;
  return {
    ...rest,
    charge: 'charged',
    basis: paid.every(({ basis }) => basis === 'reported') ? 'reported' : 'computed',
    ...(isKnown ? { charged: total } : { estimated: total }),
    ...(least !== total && { low: least }),
  };
}
