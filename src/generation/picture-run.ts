import { aborted } from '../base/abort.js';
import { UserPaysError } from '../base/error.js';
import type { Ports } from '../providers/image-provider.js';
import type { Job, Outcome } from '../providers/outcome.js';
import type { PictureOrder } from '../providers/picture-order.js';
import { concludePicture } from './conclude-picture.js';
import { errorOf, outcomeOfError } from './outcome.js';
import { portsOf, type PictureRun } from './picture-ports.js';

/** Milliseconds that a stopped image provider has to report that nothing had been sent. */
const lastWord = 500;

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
    beforeSend: () => markAsLeaving(run),
  };
  // Don't wait for an image provider that ignores the abort. `made` is async, so that an error
  // thrown synchronously is handled like a rejection.
  let isSent = false;
  const made = async (): Promise<Outcome> => {
    const { imageProvider } = run.order;
    if (!imageProvider.callsBeforeSend) await markAsLeaving(run);
    run.signal.throwIfAborted();
    isSent = true;
    return imageProvider.run(order, ports);
  };
  const outcome = await Promise.race([made(), stoppedForGood(run)]).catch((error: unknown) => {
    if (!run.signal.aborted) return outcomeOfError(error, isSent ? 'possible' : 'none');
    return isSent ? stopped(run, job) : unsent;
  });
  ended = true;
  return concludePicture(run, outcome, job, order.seed).catch((error: unknown) =>
    surprised(run, error, isSent ? 'possible' : 'none'),
  );
}

/** Ends a picture after an error nobody expected: once it was sent, it may have been charged. */
function surprised(run: PictureRun, thrown: unknown, charge: 'none' | 'possible'): UserPaysError {
  const error = errorOf(outcomeOfError(thrown, charge), 'save', {});
  run.change({ name: 'failed', error });
  return error;
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
  const outcome = await again().catch((error: unknown) => outcomeOfError(error, 'possible'));
  return concludePicture(run, outcome, job, undefined);
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
