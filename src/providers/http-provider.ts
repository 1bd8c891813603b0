import { defined } from '../base/defined.js';
import type { Adapter, Balance } from './adapter.js';
import { ask } from './ask.js';
import { chargeFinder, type ChargeFinder } from './charge-list.js';
import { finished } from './finished.js';
import type { ImageProvider, Ports } from './image-provider.js';
import type { Job, Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { refused } from './refusal.js';
import { callFor, submitOrder } from './submit-order.js';
import { waitForJob } from './wait-for-job.js';

type LivePrices = Awaited<ReturnType<NonNullable<ImageProvider['prices']>>>;

/**
 * An image provider for any adapter over plain HTTP. Only reads are in a loop; the paid call never
 * is.
 */
export function httpProvider(adapter: Adapter): ImageProvider {
  return {
    id: adapter.id,
    callsBeforeSend: true,
    ...defined({ mostSeed: adapter.mostSeed }),
    run: (order, ports) => run(adapter, order, ports),
    resume: (job, ports) =>
      safely(ports, async () =>
        ports.key || adapter.keyOptional
          ? finished(await waitForJob(adapter, job, ports), ports, adapter.keyHosts, adapter.base)
          : refused('no-session', 'possible'),
      ),
    cancel: (job, ports) => cancel(adapter, job, ports),
    balance: (ports) => balance(adapter, ports),
    prices: (models, ports) => prices(adapter, models, ports),
  };
}

/**
 * Turns what is thrown while a reply is read into an outcome: the stage decides about the charge,
 * not the error. Rejects only with the signal's reason.
 */
async function safely(
  { signal }: Ports,
  work: () => Promise<Outcome>,
  isLeaving = () => true,
): Promise<Outcome> {
  try {
    return await work();
  } catch {
    signal.throwIfAborted();
    return refused('internal', isLeaving() ? 'possible' : 'none');
  }
}

function run(adapter: Adapter, order: PictureOrder, ports: Ports): Promise<Outcome> {
  let isLeaving = false;
  const beforeSend = async (): Promise<void> => {
    await ports.beforeSend?.();
    isLeaving = true;
  };
  return safely(
    ports,
    () => ordered(adapter, order, { ...ports, beforeSend }),
    () => isLeaving,
  );
}

async function ordered(adapter: Adapter, order: PictureOrder, ports: Ports): Promise<Outcome> {
  const finder = await finderFor(adapter, order, ports);
  const outcome = await submitOrder(adapter, order, ports);
  if (outcome.kind !== 'pending')
    return finished(await withCharge(outcome, finder), ports, adapter.keyHosts, adapter.base);
  // A failed journal write is no reason to give up an image that is paid for.
  await ports.accepted(outcome.job, outcome.usage).catch(() => undefined);
  if (outcome.progress) ports.progress(outcome.progress);
  const ended = await waitForJob(adapter, outcome.job, ports, outcome.waitMs ?? 500);
  return finished(ended, ports, adapter.keyHosts, adapter.base);
}

async function cancel(adapter: Adapter, job: Job, ports: Ports): Promise<Outcome | undefined> {
  if (!adapter.cancel || !adapter.poll || !adapter.readPoll) return undefined;
  const { submit } = ports.deadlines;
  await ask(adapter, adapter.cancel(job), ports, submit);
  // The image may have been ready before the job could be stopped. Then it is paid for and
  // belongs to the reader.
  const reply = await ask(adapter, adapter.poll(job), ports, submit);
  const outcome = 'code' in reply ? undefined : adapter.readPoll(reply, job);
  if (outcome?.kind === 'refused' && outcome.charge === 'none')
    return finished({ ...outcome, code: 'aborted' }, ports, adapter.keyHosts, adapter.base);
  return outcome?.kind === 'done' || (outcome?.kind === 'refused' && outcome.usage)
    ? finished(outcome, ports, adapter.keyHosts, adapter.base)
    : undefined;
}

async function balance(adapter: Adapter, ports: Ports): Promise<Balance | undefined> {
  if (!adapter.balance || !adapter.readBalance) return undefined;
  const reply = await ask(adapter, adapter.balance(), ports, ports.deadlines.submit);
  const found = 'code' in reply || reply.status >= 300 ? undefined : adapter.readBalance(reply);
  if (!adapter.limitsKeys || found?.usd === undefined) return found;
  const { usd: limit, ...rest } = found;
  return { ...rest, limit };
}

async function prices(
  adapter: Adapter,
  models: readonly string[],
  ports: Ports,
): Promise<LivePrices> {
  const call = adapter.prices?.(models);
  if (!call || !adapter.readPrices) return undefined;
  const reply = await ask(adapter, call, ports, ports.deadlines.submit);
  return 'code' in reply || reply.status >= 300
    ? undefined
    : {
        name: `${adapter.name}’s live price list`,
        url: call.url.replace(/\?.*/, ''),
        prices: adapter.readPrices(reply),
      };
}

/**
 * Prepares the search for the charge before the paid call, if the provider lists a key's charges.
 */
async function finderFor(
  adapter: Adapter,
  order: PictureOrder,
  ports: Ports,
): Promise<ChargeFinder | undefined> {
  const { charges, readCharges } = adapter;
  const call = charges && ports.key ? callFor(adapter, order) : undefined;
  if (!charges || !readCharges || !call || 'code' in call) return undefined;
  const ms = Math.min(20_000, ports.deadlines.submit);
  return chargeFinder({
    clock: ports.clock,
    ...defined({ call: adapter.isBilledOnce?.(order) ? JSON.stringify(call) : undefined }),
    read: async () => {
      const reply = await ask(adapter, charges(), ports, ms);
      return 'code' in reply || reply.status !== 200 ? undefined : readCharges(reply, order);
    },
  }).catch(() => undefined);
}

/** Adds what the provider's list says was charged, if the reply said nothing about cost. */
async function withCharge(outcome: Outcome, finder: ChargeFinder | undefined): Promise<Outcome> {
  if (!finder) return outcome;
  if (outcome.kind === 'done')
    return outcome.usage || outcome.images.length === 0
      ? outcome
      : { ...outcome, later: finder.withPicture() };
  if (outcome.kind !== 'refused' || outcome.charge !== 'possible') return outcome;
  const usage = await finder.withoutPicture();
  return usage ? { ...outcome, charge: 'charged', usage } : outcome;
}
