import { defined } from '../base/defined.js';
import { isOneAmount } from '../pricing/one-amount.js';
import { charged } from '../pricing/settle.js';
import type { Usage } from '../providers/outcome.js';
import { learnRate } from './account-rate.js';
import { delivered } from '../spending/entry.js';
import type { PictureRun } from './picture-ports.js';
import type { Receipt } from './purchase.js';
import { quoteFor } from './quote-for.js';
import { noteOf, openReceipt } from './receipt.js';
import { rememberCharge } from './remember-charge.js';
import { learnUsual } from './usual-charge.js';

interface SettledAmount {
  readonly charged: string;
  readonly basis: 'reported' | 'computed';
}

/** Maximum age of the meter reading taken before a request, milliseconds. */
const baseAge = 10_000;

/**
 * Records what a picture cost. An amount that can't be known yet stays in doubt; it is never
 * recorded as zero.
 */
export async function settlePicture(
  run: PictureRun,
  told: Usage | undefined,
  pictures: 0 | 1,
): Promise<Receipt> {
  const usage = isOurs(run, told, pictures) ? told : undefined;
  if (told && !usage && pictures === 0) {
    await run.purchasePorts.journal.doubt(run.line, 'unreadable-reply');
    return receiptOf(run, { charge: 'possible' });
  }
  const amount = settledAmount(run, usage);
  const { times } = usage ?? {};
  if (!amount) {
    await run.purchasePorts.journal.doubt(run.line, pictures > 0 ? delivered : 'no-price');
    return receiptOf(run, { charge: 'charged' });
  }
  const together = usage?.together && togetherOf(run, usage);
  const note = noteOf({ ...usage, together });
  const isTelling =
    usage !== undefined &&
    pictures > 0 &&
    amount.basis === 'reported' &&
    !usage.again &&
    times === undefined &&
    !together;
  if (isTelling) learnFrom(run, amount.charged, usage.note);
  await run.purchasePorts.journal.settle(run.line, {
    ...amount,
    pictures,
    ...defined({ note }),
  });
  return receiptOf(run, {
    charge: 'charged',
    ...amount,
    ...defined({ note, times, together }),
  });
}

/** What the pictures that were charged together cost, US dollars; `undefined` without a price. */
function togetherOf(run: PictureRun, usage: Usage): Receipt['together'] {
  const { count, amount } = usage.together ?? { count: 0, amount: '' };
  const all = toldAmount(run, { ...usage, amount });
  return all && { count, charged: all.charged };
}

/** The receipt of this picture, with what is known of its charge. */
export function receiptOf(run: PictureRun, rest: Partial<Receipt>): Receipt {
  return {
    ...openReceipt(run.line, run.each, run.purchasePorts.clock.now(), run.order.simulated),
    ...rest,
  };
}

/**
 * Whether a meter's usage can be assigned to this picture. A meter only has sums, so for a request
 * that was charged more than once or brought no picture, it can be assigned only when no other
 * purchase of this browser ordered the same meanwhile.
 */
function isOurs(run: PictureRun, usage: Usage | undefined, pictures: 0 | 1): boolean {
  return (
    usage?.unit !== 'microcents' ||
    (pictures > 0 && usage.times === undefined) ||
    !overlaps(run, baseAge)
  );
}

/** True if another purchase of this browser ordered the same while this one ran, or so shortly before. */
function overlaps(run: PictureRun, before: number): boolean {
  const { journal, clock } = run.purchasePorts;
  const mine = journal.entry(run.line);
  const since = (mine?.at ?? clock.now()) - before;
  return journal
    .entries(since - 3_600_000)
    .some(
      (other) =>
        other.purchase !== run.purchase &&
        !other.simulated &&
        other.charge !== 'none' &&
        other.provider === mine?.provider &&
        other.model === mine.model &&
        other.route === mine.route &&
        other.at + (other.took ?? Infinity) >= since,
    );
}

function settledAmount(run: PictureRun, usage: Usage | undefined): SettledAmount | undefined {
  const told = usage && toldAmount(run, usage);
  if (told) return told;
  // Its provider's list, read in this visit, says that it is free, and counts nothing for it.
  if (!usage && run.each.free && run.each.sources[0]?.kind === 'live')
    return { charged: '0', basis: 'reported' };
  return isOneAmount(run.each) && run.each.total
    ? { charged: run.each.total.high, basis: 'computed' }
    : undefined;
}

/**
 * Converts units to money: by the provider's prices as read since the press, else as known at the
 * press.
 */
function toldAmount(
  { purchasePorts, order, each }: PictureRun,
  usage: Usage,
): SettledAmount | undefined {
  const atPress = order.pricing?.prices;
  const told = [purchasePorts.prices?.get(), atPress].flatMap(
    (prices) => charged(usage, each.request, prices && { prices }) ?? [],
  );
  const found = told.find(({ basis }) => basis === 'reported') ?? told.at(-1);
  return found && { charged: found.amount, basis: found.basis };
}

/**
 * Updates the charge history, the account's rate and its usual charge from a receipt. With a `note`
 * the charge differs for a reason of its own, so only the history is updated.
 */
function learnFrom(run: PictureRun, charged: string, note: string | undefined): void {
  const {
    purchasePorts: { store, clock },
    order: { pricing, payer },
    each,
    purchase,
  } = run;
  const { observed: _learnt, ...list } = pricing ?? {};
  // After a reload only the price at reservation is known.
  const listed = pricing ? quoteFor(each.request, list) : each;
  const at = clock.now();
  rememberCharge(store, listed, charged, at, payer);
  if (payer === undefined || note !== undefined) return;
  // While others ran, the growth of a meter may be that of one of them.
  if (!overlaps(run, 0)) learnUsual(store, listed, { payer, charged, at });
  if (pricing) learnRate(store, listed, { payer, purchase, charged, at });
}
