import { quoteFor } from './quote-for.js';
import { defined } from '../base/defined.js';
import { aborted } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';
import { isOneAmount } from '../pricing/one-amount.js';
import { charged } from '../pricing/settle.js';
import type { Ports } from '../providers/image-provider.js';
import type { Job, Outcome, Usage } from '../providers/outcome.js';
import type { PictureOrder } from '../providers/picture-order.js';
import { learnRate } from './account-rate.js';
import { fetchPicture } from './fetch-picture.js';
import { rememberCharge } from './remember-charge.js';
import { errorOf, outcomeOfError } from './outcome.js';
import { portsOf, type PictureRun } from './picture-ports.js';
import type { Receipt } from './purchase.js';
import type { KeptFacts } from './purchase-ports.js';
import { openReceipt } from './receipt.js';
import { picturesUnderWay } from './under-way.js';

export type { PictureRun } from './picture-ports.js';

interface SettledAmount {
  readonly charged: string;
  readonly basis: 'reported' | 'computed';
}

/** Maximum age of the meter reading taken before a request, milliseconds. */
const baseAge = 10_000;

/** Milliseconds that a stopped image provider has to report that nothing had been sent. */
const lastWord = 500;

const unfinished: Extract<Outcome, { kind: 'refused' }> = {
  kind: 'refused',
  code: 'timed-out',
  charge: 'possible',
};

const unsent: Outcome = { kind: 'refused', code: 'aborted', charge: 'none' };

/**
 * Makes one picture with one paid request, ever. Resolves to the error, or to `undefined` when the
 * picture is there.
 */
export async function makePicture(
  run: PictureRun,
  order: PictureOrder,
): Promise<UserPaysError | undefined> {
  let job: Job | undefined;
  let ended = false;
  run.change({ name: 'submitting', since: run.purchasePorts.clock.now() });
  const accepted = async (taken: Job): Promise<void> => {
    job = taken;
    await run.purchasePorts.journal.accept(run.line, taken);
    if (!ended) run.change({ name: 'polling' });
  };
  // The recorded meter reading is no job to resume: it tells later page loads where to count from.
  const ports: Ports = {
    ...portsOf(run, run.signal, accepted),
    note: (noted) => run.purchasePorts.journal.accept(run.line, noted),
    beforeSend: () => leave(run),
  };
  // Don't wait for an image provider that ignores the abort. `made` is async, so that an error
  // thrown synchronously is handled like a rejection.
  let isSent = false;
  const made = async (): Promise<Outcome> => {
    const { imageProvider } = run.order;
    if (!imageProvider.callsBeforeSend) await leave(run);
    run.signal.throwIfAborted();
    isSent = true;
    return imageProvider.run(order, ports);
  };
  const outcome = await Promise.race([made(), stoppedForGood(run)]).catch((error: unknown) =>
    !run.signal.aborted ? outcomeOfError(error, isSent) : isSent ? stopped(run, job) : unsent,
  );
  ended = true;
  return conclude(run, outcome, job, order.seed);
}

/** Records that the request is about to be sent. Rejects when it must not be sent. */
async function leave({ purchasePorts, line }: PictureRun): Promise<void> {
  const code = await purchasePorts.journal.leave(line);
  if (code) throw new UserPaysError(code, { stage: 'guard', charge: 'none' });
}

/**
 * Rejects a moment after the purchase is stopped: until then the image provider may report more
 * than "possibly charged".
 */
function stoppedForGood(run: PictureRun): Promise<never> {
  return aborted(run.signal).catch(async (reason: unknown) => {
    await run.purchasePorts.clock.sleep(lastWord);
    throw reason;
  });
}

/**
 * Asks the provider to cancel an accepted job, within ten seconds. Without an answer the charge
 * stays `possible`.
 */
async function stopped(run: PictureRun, job: Job | undefined): Promise<Outcome> {
  const ask =
    job &&
    run.order.imageProvider.cancel?.(
      job,
      portsOf(run, AbortSignal.timeout(10_000), () => Promise.resolve()),
    );
  return (
    (await ask?.catch(() => undefined)) ?? { kind: 'refused', code: 'aborted', charge: 'possible' }
  );
}

/**
 * Applies an outcome to the journal and the reader's view. The charge is recorded before the
 * picture is fetched.
 */
async function conclude(
  run: PictureRun,
  outcome: Outcome,
  job: Job | undefined,
  asked: number | undefined,
): Promise<UserPaysError | undefined> {
  if (outcome.kind === 'pending') return failure(run, unfinished, job !== undefined);
  if (outcome.kind === 'refused') return failure(run, outcome, job !== undefined);
  const made = outcome.images[0];
  // A requested seed was sent only where the offer supports seeds.
  const seed = outcome.seed ?? (run.each.traits?.seed ? asked : undefined);
  const receipt = await settle(run, outcome.usage, made ? 1 : 0);
  run.change({ name: 'saving', receipt, checking: Boolean(outcome.later) });
  if (outcome.later) settleLater(run, outcome.later);
  const image = await fetchPicture(run, made, job);
  if (image instanceof Error) return lost(run, image, receipt);
  await run.purchasePorts.keep(run.line, image, factsOf(run, receipt, seed));
  run.change({
    name: 'done',
    image,
    ...defined({ seed, options: run.order.quote.request.options ?? {} }),
  });
  return undefined;
}

/** The picture is paid for and could not be fetched. */
function lost(run: PictureRun, cause: UserPaysError, receipt: Receipt): UserPaysError {
  const {
    code,
    facts: { url },
  } = cause;
  const amount = receipt.charged ?? receipt.estimated;
  const error = errorOf({ kind: 'refused', code, charge: 'charged' }, 'save', {
    provider: receipt.provider,
    amount,
    ...defined({ url: url || undefined }),
  });
  run.change({ name: 'failed', error });
  return error;
}

function factsOf(run: PictureRun, receipt: Receipt, seed: number | undefined): KeptFacts {
  const { provider, model, route, charged: cost, at } = receipt;
  return {
    provider,
    model,
    at,
    simulated: run.order.simulated,
    purchase: run.purchase,
    ...defined({ route, cost, seed }),
  };
}

async function failure(
  run: PictureRun,
  refused: Extract<Outcome, { kind: 'refused' }>,
  accepted: boolean,
): Promise<UserPaysError> {
  const { journal } = run.purchasePorts;
  const { code, charge: told } = refused;
  const running = code === 'insufficient-funds' ? picturesUnderWay(run) : 0;
  if (told === 'none') await journal.refuse(run.line, code);
  else if (told === 'possible') await journal.doubt(run.line, code);
  const receipt =
    told === 'charged' ? await settle(run, refused.usage, 0) : receiptOf(run, { charge: told });
  const { charge, times } = receipt;
  const amount = receipt.charged ?? run.each.total?.high;
  const facts = {
    provider: run.each.request.provider,
    ...defined({
      amount,
      times: times === undefined ? undefined : String(times),
      repeated: refused.repeated && charge === 'possible' ? '1' : undefined,
      running: running > 0 ? String(running) : undefined,
      keyless: code === 'session-refused' && run.order.key === undefined ? '1' : undefined,
      kept: code === 'session-refused' && !refused.ended ? '1' : undefined,
    }),
  };
  const error = errorOf({ ...refused, charge }, accepted ? 'poll' : 'submit', facts);
  run.change({ name: 'failed', error, receipt });
  if (refused.ended) run.order.onSessionRefused?.();
  return error;
}

/**
 * Records what a picture cost. An amount that can't be known yet stays in doubt; it is never
 * recorded as zero.
 */
async function settle(run: PictureRun, told: Usage | undefined, pictures: 0 | 1): Promise<Receipt> {
  const usage = isOurs(run, told, pictures) ? told : undefined;
  if (told && !usage && pictures === 0) {
    await run.purchasePorts.journal.doubt(run.line, 'unreadable-reply');
    return receiptOf(run, { charge: 'possible' });
  }
  const amount = settledAmount(run, usage);
  const { times } = usage ?? {};
  const note = times === undefined ? usage?.note : `charged ${times} times`;
  if (!amount) {
    await run.purchasePorts.journal.doubt(run.line, 'no-price');
    return receiptOf(run, { charge: 'charged' });
  }
  const isTelling =
    pictures > 0 && amount.basis === 'reported' && !usage?.again && times === undefined;
  if (isTelling) learnFrom(run, amount.charged, usage?.note);
  await run.purchasePorts.journal.settle(run.line, {
    ...amount,
    pictures,
    ...defined({ note: note || undefined }),
  });
  return receiptOf(run, {
    charge: 'charged',
    ...amount,
    ...defined({ note: note || undefined, times }),
  });
}

/**
 * Whether a meter's usage can be assigned to this picture. A meter only has sums, so for a request
 * that was charged more than once or brought no picture, it can be assigned only when no other
 * purchase of this browser ordered the same meanwhile.
 */
function isOurs(run: PictureRun, usage: Usage | undefined, pictures: 0 | 1): boolean {
  if (usage?.unit !== 'microcents' || (pictures > 0 && usage.times === undefined)) return true;
  const { journal, clock } = run.purchasePorts;
  const mine = journal.entry(run.line);
  const since = (mine?.at ?? clock.now()) - baseAge;
  return !journal
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

function receiptOf(run: PictureRun, rest: Partial<Receipt>): Receipt {
  return {
    ...openReceipt(run.line, run.each, run.purchasePorts.clock.now(), run.order.simulated),
    ...rest,
  };
}

function settledAmount(run: PictureRun, usage: Usage | undefined): SettledAmount | undefined {
  const told = usage && toldAmount(run, usage);
  if (told) return told;
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
 * Updates the charge history and the account's rate from a receipt. With a `note` the charge
 * differs for a reason of its own, so the rate is not updated.
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
  if (pricing && payer !== undefined && note === undefined)
    learnRate(store, listed, { payer, purchase, charged, at });
}

/**
 * The charge is read after the picture arrived: settles the entry again with what the provider
 * reports.
 */
function settleLater(run: PictureRun, later: Promise<Usage | undefined>): void {
  void later
    .then((usage) => (usage ? settle(run, usage, 1) : undefined))
    .then(
      (receipt) => run.change(receipt ? { receipt, checking: false } : { checking: false }),
      () => run.change({ checking: false }),
    );
}

/** Resumes a job accepted earlier, e.g. before a reload. Sends nothing paid. */
export async function resumePicture(run: PictureRun, job: Job): Promise<UserPaysError | undefined> {
  run.change({ name: 'polling', since: run.purchasePorts.clock.now() });
  const ports = portsOf(run, run.signal, (accepted) =>
    run.purchasePorts.journal.accept(run.line, accepted),
  );
  const again = async (): Promise<Outcome> =>
    run.order.imageProvider.resume?.(job, ports) ?? {
      kind: 'refused',
      code: 'image-lost',
      charge: 'possible',
    };
  const outcome = await again().catch((error: unknown) => outcomeOfError(error, true));
  return conclude(run, outcome, job, undefined);
}
