import type { Seed } from '../base/seed.js';
import { defined } from '../base/defined.js';
import type { UserPaysError } from '../base/error.js';
import { isPolluted } from '../base/polluted.js';
import type { Job, Outcome, Usage } from '../providers/outcome.js';
import type { Refused } from '../providers/refusal.js';
import { fetchPicture } from './fetch-picture.js';
import { errorOf, inDoubt, type FinalOutcome } from './outcome.js';
import type { PictureRun } from './picture-ports.js';
import type { KeptFacts } from './purchase-ports.js';
import type { BoughtImage, Receipt } from './purchase.js';
import { receiptOf, settlePicture } from './settle-picture.js';
import { picturesUnderWay } from './under-way.js';

/** An outcome that can't be believed: it seems to have fields that no provider sent. */
const doubtful = {
  __proto__: null,
  kind: 'refused',
  code: 'unreadable-reply',
  charge: 'possible',
} as unknown as Refused;

/**
 * Applies an outcome to the journal and the reader's view. The charge is recorded before the
 * picture is fetched. Never rejects. `wasSent`: the request may have reached the provider, so what
 * goes wrong here leaves the charge `possible`.
 */
export async function concludePicture(
  run: PictureRun,
  outcome: FinalOutcome,
  job: Job | undefined,
  asked: Seed | undefined,
  wasSent: boolean,
): Promise<UserPaysError | undefined> {
  try {
    if (isPolluted()) return await failure(run, doubtful, job !== undefined);
    return outcome.kind === 'refused'
      ? await failure(run, outcome, job !== undefined)
      : await delivered(run, outcome, job, asked);
  } catch {
    return broken(run, outcome, wasSent);
  }
}

/** Settles and fetches a picture that the provider made. */
async function delivered(
  run: PictureRun,
  outcome: Extract<Outcome, { kind: 'done' }>,
  job: Job | undefined,
  asked: Seed | undefined,
): Promise<UserPaysError | undefined> {
  const made = outcome.images[0];
  // A requested seed was sent only where the offer supports seeds.
  const seed = outcome.seed ?? (run.each.traits?.seed ? asked : undefined);
  const receipt = await settled(run, outcome.usage, made ? 1 : 0);
  run.change({ name: 'saving', receipt, checking: Boolean(outcome.later) });
  const money: Money = { receipt };
  if (outcome.later) settleLater(run, outcome.later, money);
  const image = await fetchPicture(run, made, job);
  if (image instanceof Error) {
    money.cause = image;
    return lost(run, image, money.receipt);
  }
  // A paid picture is shown, even where it can't be stored.
  await keep(run, image, factsOf(run, money.receipt, seed)).catch(() => undefined);
  run.change({
    name: 'done',
    image,
    ...defined({ seed, options: run.order.quote.request.options ?? {} }),
  });
  return undefined;
}

/** What is known of the money of one picture, while a report may still come. */
interface Money {
  receipt: Receipt;
  /** Why the picture is lost, if it is. */
  cause?: UserPaysError;
}

async function keep(run: PictureRun, image: BoughtImage, facts: KeptFacts): Promise<void> {
  await run.purchasePorts.keep(run.line, image, facts);
}

/**
 * The receipt of a charged picture. Where its amount can't be recorded, the entry stays in doubt,
 * and the amount is unknown.
 */
async function settled(
  run: PictureRun,
  usage: Usage | undefined,
  pictures: 0 | 1,
): Promise<Receipt> {
  try {
    return await settlePicture(run, usage, pictures);
  } catch {
    await doubt(run, 'internal');
    return receiptOf(run, { charge: 'charged' });
  }
}

/** Leaves the entry in doubt. Where even that can't be written, the mark of sending does. */
async function doubt(run: PictureRun, code: string, repeated?: boolean): Promise<void> {
  try {
    await run.purchasePorts.journal.doubt(run.line, code, repeated);
  } catch {
    // An entry that was sent and never ended counts as in doubt.
  }
}

/**
 * The error for an outcome that could not be applied. Nothing is said to be free of charge once it
 * may have been sent, whatever the image provider said.
 */
async function broken(
  run: PictureRun,
  outcome: FinalOutcome,
  wasSent: boolean,
): Promise<UserPaysError> {
  const { provider } = run.each.request;
  if (!wasSent && outcome.kind === 'refused' && outcome.charge === 'none') {
    const error = errorOf(outcome, 'submit', { provider });
    run.change({ name: 'failed', error, receipt: receiptOf(run, { charge: 'none' }) });
    return error;
  }
  const repeated = outcome.kind === 'refused' ? outcome.repeated : undefined;
  await doubt(run, 'internal', repeated);
  const error = errorOf(inDoubt('internal'), 'submit', {
    provider,
    ...defined({ amount: run.each.total?.high, repeated: repeated && '1' }),
  });
  run.change({
    name: 'failed',
    error,
    receipt: receiptOf(run, { charge: 'possible', ...defined({ repeated }) }),
  });
  return error;
}

async function failure(
  run: PictureRun,
  refused: Refused,
  accepted: boolean,
): Promise<UserPaysError> {
  const { journal } = run.purchasePorts;
  const { code, charge: told, repeated } = refused;
  const running = code === 'insufficient-funds' ? picturesUnderWay(run) : 0;
  if (told === 'none') await journal.refuse(run.line, code);
  else if (told === 'possible') await doubt(run, code, repeated);
  const receipt =
    told === 'charged'
      ? await settled(run, refused.usage, 0)
      : receiptOf(run, { charge: told, ...(told === 'possible' && repeated && { repeated }) });
  const { charge, times } = receipt;
  const amount = receipt.charged ?? run.each.total?.high;
  const facts = {
    provider: run.each.request.provider,
    ...defined({
      amount,
      basis: basisOf(receipt),
      times: times === undefined ? undefined : String(times),
      repeated: repeated && charge === 'possible' ? '1' : undefined,
      running: running > 0 ? String(running) : undefined,
      keyless: code === 'session-refused' && run.order.key === undefined ? '1' : undefined,
      kept: code === 'session-refused' && !refused.ended ? '1' : undefined,
    }),
  };
  const error = errorOf({ ...refused, charge }, accepted ? 'poll' : 'submit', facts);
  run.change({ name: 'failed', error, receipt });
  if (refused.ended) endSession(run);
  return error;
}

/** Forgets the session that the provider refused. What that throws changes nothing here. */
function endSession({ order }: PictureRun): void {
  try {
    order.onSessionRefused?.();
  } catch {
    // The next purchase is refused once more, and tries again.
  }
}

/** The picture is paid for and could not be fetched. Its words name the amount in the receipt. */
function lost(run: PictureRun, cause: UserPaysError, receipt: Receipt): UserPaysError {
  const {
    code,
    facts: { url },
  } = cause;
  const amount = receipt.charged ?? receipt.estimated;
  const error = errorOf({ kind: 'refused', code, charge: 'charged' }, 'save', {
    provider: receipt.provider,
    amount,
    ...defined({ basis: basisOf(receipt), url: url || undefined }),
  });
  run.change({ name: 'failed', error });
  return error;
}

/** `computed` for a charge whose amount is our arithmetic, which the provider did not report. */
function basisOf({ charge, basis }: Receipt): string | undefined {
  return charge === 'charged' && basis === 'computed' ? basis : undefined;
}

function factsOf(run: PictureRun, receipt: Receipt, seed: Seed | undefined): KeptFacts {
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

/**
 * The charge is read after the picture arrived: settles the entry again with what the provider
 * reports. The words of a picture that was lost meanwhile follow.
 */
function settleLater(run: PictureRun, later: Promise<Usage | undefined>, money: Money): void {
  void Promise.resolve(later)
    .then((usage) => (usage && !isPolluted() ? settlePicture(run, usage, 1) : undefined))
    .then(
      (receipt) => {
        if (receipt) money.receipt = receipt;
        run.change({ receipt: money.receipt, checking: false });
        if (receipt && money.cause) lost(run, money.cause, receipt);
      },
      () => run.change({ checking: false }),
    );
}
