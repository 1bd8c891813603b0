import { aborted } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';
import { warnOnce } from '../base/warn-once.js';
import type { Ports } from '../providers/image-provider.js';
import type { Job, Outcome } from '../providers/outcome.js';
import { mayBeRepeated } from '../providers/page-worker.js';
import type { PictureOrder } from '../providers/picture-order.js';
import { concludePicture } from './conclude-picture.js';
import { checkedOutcome, inDoubt, outcomeOfError } from './outcome.js';
import { portsOf, type PictureRun } from './picture-ports.js';

/** Milliseconds that a stopped image provider has to report that nothing had been sent. */
const lastWord = 500;

const unsent: Outcome = { kind: 'refused', code: 'aborted', charge: 'none' };

/** How far one paid request got. It is kept apart from the image provider, which may throw. */
interface Progress {
  /** The image provider has the order, so only it can tell that nothing was sent. */
  isHandedOver: boolean;
  /** The mark that the request is being sent is written: from now on a charge is possible. */
  isLeaving: boolean;
  /** The page's service worker may have sent the request more than once. */
  mayBeRepeated: boolean;
}

/**
 * Makes one picture with one paid request, ever. Resolves to the error, or to `undefined` when the
 * picture is there. Never rejects: whatever is thrown after the request was sent leaves the charge
 * `possible`.
 */
export async function makePicture(
  given: PictureRun,
  order: PictureOrder,
): Promise<UserPaysError | undefined> {
  const run = heeded(given);
  const progress: Progress = { isHandedOver: false, isLeaving: false, mayBeRepeated: false };
  let job: Job | undefined;
  let ended = false;
  run.change({ name: 'submitting', since: run.purchasePorts.clock.now() });
  const accepted = async (taken: Job): Promise<void> => {
    job = progress.mayBeRepeated ? { ...taken, repeated: '1' } : taken;
    await run.purchasePorts.journal.accept(run.line, job);
    if (!ended) run.change({ name: 'polling' });
  };
  const outcome = await Promise.race([
    ordered(run, order, progress, accepted),
    stoppedForGood(run),
  ]).catch((error: unknown) => {
    if (!run.signal.aborted)
      return outcomeOfError(error, progress.isHandedOver ? 'possible' : 'none');
    return progress.isHandedOver ? stopped(run, job) : unsent;
  });
  ended = true;
  return concludePicture(
    run,
    checkedOutcome(outcome, progress.mayBeRepeated),
    job,
    order.seed,
    progress.isLeaving,
  );
}

/**
 * Hands the order to the image provider. Async, so that an error thrown synchronously is handled
 * like a rejection.
 */
async function ordered(
  run: PictureRun,
  order: PictureOrder,
  progress: Progress,
  accepted: Ports['accepted'],
): Promise<Outcome> {
  const { imageProvider, relay, simulated } = run.order;
  const leave = async (): Promise<void> => {
    throwIfClosed(run);
    await markAsLeaving(run);
    // The mark may take long, and the reader stop meanwhile.
    throwIfClosed(run);
    progress.isLeaving = true;
    run.change({ isSent: true });
    progress.mayBeRepeated = !simulated && mayBeRepeated(relay);
  };
  // The recorded meter reading is no job to resume: it tells later page loads where to count from.
  const ports: Ports = {
    ...portsOf(run, run.signal, accepted),
    note: (noted) => run.purchasePorts.journal.accept(run.line, noted),
    beforeSend: leave,
  };
  if (!imageProvider.callsBeforeSend) await leave();
  run.signal.throwIfAborted();
  progress.isHandedOver = true;
  return imageProvider.run(order, ports);
}

/** The same run, but what a listener throws when it hears of a change can't interrupt it. */
function heeded(run: PictureRun): PictureRun {
  return {
    ...run,
    change: (part) => {
      try {
        run.change(part);
      } catch (error) {
        warnOnce(`a listener threw ${error instanceof Error ? error.message : typeof error}`);
      }
    },
  };
}

/** Resumes a job accepted earlier, e.g. before a reload. Sends nothing paid. Never rejects. */
export async function resumePicture(
  given: PictureRun,
  job: Job,
): Promise<UserPaysError | undefined> {
  const run = heeded(given);
  run.change({ name: 'polling', since: run.purchasePorts.clock.now() });
  const ports = portsOf(run, run.signal, (accepted) =>
    run.purchasePorts.journal.accept(run.line, accepted),
  );
  const again = async (): Promise<Outcome> =>
    run.order.imageProvider.resume?.(job, ports) ?? inDoubt('image-lost');
  const outcome = await again().catch((error: unknown) => outcomeOfError(error, 'possible'));
  const known = checkedOutcome(outcome, job['repeated'] !== undefined);
  return concludePicture(run, known, job, undefined, true);
}

function throwIfClosed({ isClosed }: PictureRun): void {
  if (isClosed?.()) throw new UserPaysError('aborted', { stage: 'guard', charge: 'none' });
}

/** Writes the mark that the request is about to be sent. Rejects when it must not be sent. */
async function markAsLeaving({ purchasePorts, line }: PictureRun): Promise<void> {
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
  if (!job) return inDoubt('aborted');
  const until = AbortSignal.timeout(10_000);
  const ports = portsOf(run, until, () => Promise.resolve());
  try {
    const told = await Promise.race([run.order.imageProvider.cancel?.(job, ports), aborted(until)]);
    return told ?? inDoubt('aborted');
  } catch {
    return inDoubt('aborted');
  }
}
