import { defined } from '../base/defined.js';
import type { UserPaysError } from '../base/error.js';
import { isPolluted } from '../base/polluted.js';
import type { Job, Outcome, Usage } from '../providers/outcome.js';
import type { Refused } from '../providers/refusal.js';
import { fetchPicture } from './fetch-picture.js';
import { errorOf } from './outcome.js';
import type { PictureRun } from './picture-ports.js';
import type { KeptFacts } from './purchase-ports.js';
import type { Receipt } from './purchase.js';
import { receiptOf, settlePicture } from './settle-picture.js';
import { picturesUnderWay } from './under-way.js';

const unfinished: Refused = {
  kind: 'refused',
  code: 'timed-out',
  charge: 'possible',
};

/** An outcome that can't be believed: it seems to have fields that no provider sent. */
const doubtful = {
  __proto__: null,
  kind: 'refused',
  code: 'unreadable-reply',
  charge: 'possible',
} as unknown as Refused;

/**
 * Applies an outcome to the journal and the reader's view. The charge is recorded before the
 * picture is fetched.
 */
export async function concludePicture(
  run: PictureRun,
  outcome: Outcome,
  job: Job | undefined,
  asked: number | undefined,
): Promise<UserPaysError | undefined> {
  if (isPolluted()) return failure(run, doubtful, job !== undefined);
  if (outcome.kind === 'pending') return failure(run, unfinished, job !== undefined);
  if (outcome.kind === 'refused') return failure(run, outcome, job !== undefined);
  const made = outcome.images[0];
  // A requested seed was sent only where the offer supports seeds.
  const seed = outcome.seed ?? (run.each.traits?.seed ? asked : undefined);
  const receipt = await settlePicture(run, outcome.usage, made ? 1 : 0);
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

async function failure(
  run: PictureRun,
  refused: Refused,
  accepted: boolean,
): Promise<UserPaysError> {
  const { journal } = run.purchasePorts;
  const { code, charge: told, repeated } = refused;
  const running = code === 'insufficient-funds' ? picturesUnderWay(run) : 0;
  if (told === 'none') await journal.refuse(run.line, code);
  else if (told === 'possible') await journal.doubt(run.line, code, repeated);
  const receipt =
    told === 'charged'
      ? await settlePicture(run, refused.usage, 0)
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
  if (refused.ended) run.order.onSessionRefused?.();
  return error;
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
    ...defined({ basis: basisOf(receipt), url: url || undefined }),
  });
  run.change({ name: 'failed', error });
  return error;
}

/** `computed` for a charge whose amount is our arithmetic, which the provider did not report. */
function basisOf({ charge, basis }: Receipt): string | undefined {
  return charge === 'charged' && basis === 'computed' ? basis : undefined;
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

/**
 * The charge is read after the picture arrived: settles the entry again with what the provider
 * reports.
 */
function settleLater(run: PictureRun, later: Promise<Usage | undefined>): void {
  void later
    .then((usage) => (usage && !isPolluted() ? settlePicture(run, usage, 1) : undefined))
    .then(
      (receipt) => run.change(receipt ? { receipt, checking: false } : { checking: false }),
      () => run.change({ checking: false }),
    );
}
