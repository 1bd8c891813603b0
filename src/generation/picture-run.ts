import { aborted } from '../base/abort.js';
import { fields } from '../base/json.js';
import type { UserPaysError } from '../base/error.js';
import type { Quote } from '../pricing/quote-types.js';
import { charged } from '../pricing/settle.js';
import type { Job, MadePicture, Outcome, PictureOrder, Ports, Usage } from '../providers/adapter.js';
import { errorOf, thrown } from './outcome.js';
import type { BoughtImage, PictureState, Receipt } from './purchase.js';
import { openReceipt } from './receipt.js';
import type { PurchaseOrder, Shop } from './shop.js';

/** One picture of a purchase: what to ask for, whose line it is, and where its news go. */
export interface PictureRun {
  readonly shop: Shop;
  readonly order: PurchaseOrder;
  readonly purchase: string;
  readonly line: string;
  /** The quote of this one picture. */
  readonly each: Quote;
  readonly signal: AbortSignal;
  readonly change: (change: Partial<PictureState>) => void;
}

const settledAmount = (run: PictureRun, usage: Usage | undefined): { charged: string; basis: 'reported' | 'computed' } | undefined => {
  const reported = usage && charged(usage, run.each.request, run.order.pricing);
  if (reported) return { charged: reported.amount, basis: 'reported' };
  return run.each.exactness === 'exact' && run.each.total ? { charged: run.each.total.high, basis: 'computed' } : undefined;
};

const receiptOf = (run: PictureRun, rest: Partial<Receipt>): Receipt =>
  ({ ...openReceipt(run.line, run.each, run.shop.clock.now(), run.order.simulated), ...rest });

/** Writes what a picture cost. An amount nobody can know yet stays in doubt; it is never written as nothing. */
const settle = async (run: PictureRun, usage: Usage | undefined, pictures: 0 | 1): Promise<Receipt> => {
  const amount = settledAmount(run, usage);
  const note = usage?.note;
  if (!amount) {
    await run.shop.journal.doubt(run.line, 'no-price');
    return receiptOf(run, { charge: 'charged' });
  }
  await run.shop.journal.settle(run.line, { ...amount, pictures, ...(note ? { note } : {}) });
  return receiptOf(run, { charge: 'charged', ...amount, ...(note ? { note } : {}) });
};

/** The cost is read back after the picture came: the line is settled again, with what the provider says. */
const settleLater = (run: PictureRun, later: Promise<Usage | undefined>): void => {
  void later.then((usage) => (usage ? settle(run, usage, 1) : undefined)).then(
    (receipt) => run.change(receipt ? { receipt, checking: false } : { checking: false }),
    () => run.change({ checking: false }),
  );
};

const bytesOf = async (run: PictureRun, made: MadePicture): Promise<Blob | undefined> => {
  if (made.blob) return made.blob;
  if (!made.url) return undefined;
  return run.shop.readImage(made.url, run.signal).catch(() => undefined);
};

/** Brings a made picture home: bytes where the browser may read them, else the provider's own address. */
export const save = async (run: PictureRun, made: MadePicture | undefined): Promise<BoughtImage | undefined> => {
  const { prompt, quote } = run.order;
  const blob = made && await bytesOf(run, made);
  const size = blob && await run.shop.measure(blob);
  if (blob && size) return { blob, url: run.shop.urlOf(blob), alt: prompt, ...size };
  if (!made?.url) return undefined;
  return { url: made.url, alt: prompt, width: made.width ?? quote.request.width, height: made.height ?? quote.request.height };
};

const failure = async (run: PictureRun, refused: Extract<Outcome, { kind: 'refused' }>, accepted: boolean): Promise<UserPaysError> => {
  const { journal } = run.shop;
  const amount = run.each.total?.high;
  const facts = { provider: run.each.request.provider, ...(amount === undefined ? {} : { amount }) };
  const error = errorOf(refused, accepted ? 'poll' : 'submit', facts);
  if (error.charge === 'none') await journal.refuse(run.line, error.code);
  else if (error.charge === 'possible') await journal.doubt(run.line, error.code);
  const receipt = error.charge === 'charged' ? await settle(run, refused.usage, 0) : receiptOf(run, { charge: error.charge });
  run.change({ name: 'failed', error, receipt });
  if (refused.code === 'session-refused') run.order.onSessionRefused?.();
  return error;
};

/** What an outcome means for the journal and the reader. Money is written first, then the picture is brought home. */
export const conclude = async (run: PictureRun, outcome: Outcome, accepted: boolean): Promise<UserPaysError | undefined> => {
  if (outcome.kind === 'pending') return failure(run, { kind: 'refused', code: 'timed-out', charge: 'possible' }, accepted);
  if (outcome.kind === 'refused') return failure(run, outcome, accepted);
  const made = outcome.images[0];
  const seed = outcome.seed ?? run.order.seed;
  const receipt = await settle(run, outcome.usage, made ? 1 : 0);
  run.change({ name: 'saving', receipt, checking: Boolean(outcome.later) });
  if (outcome.later) settleLater(run, outcome.later);
  const image = await save(run, made);
  if (!image) {
    const error = errorOf({ kind: 'refused', code: 'image-lost', charge: 'charged' }, 'save', { provider: receipt.provider, amount: receipt.charged ?? receipt.estimated });
    run.change({ name: 'failed', error });
    return error;
  }
  const { provider, model, route, charged: cost, at } = receipt;
  await run.shop.keep(run.line, image, {
    provider, model, at, simulated: run.order.simulated, purchase: run.purchase,
    ...(route === undefined ? {} : { route }), ...(cost === undefined ? {} : { cost }), ...(seed === undefined ? {} : { seed }),
  });
  run.change({ name: 'done', image, ...(seed === undefined ? {} : { seed }) });
  return undefined;
};

const portsOf = (run: PictureRun, signal: AbortSignal, accepted: Ports['accepted']): Ports => {
  const { key, agent, relay, sandbox, deadlines } = run.order;
  return {
    signal, accepted, deadlines,
    clock: run.shop.clock,
    store: run.shop.store,
    progress: (progress) => run.change({ progress }),
    ...(key === undefined ? {} : { key }),
    ...(agent === undefined ? {} : { agent }),
    ...(relay === undefined ? {} : { relay }),
    ...fields(sandbox && { sandbox }),
  };
};

/** Asks the provider to stop a job it took, in ten seconds at most. Without an answer the charge stays possible. */
const stopped = async (run: PictureRun, job: Job | undefined): Promise<Outcome> => {
  const ask = job && run.order.maker.cancel?.(job, portsOf(run, AbortSignal.timeout(10_000), () => Promise.resolve()));
  return await ask?.catch(() => undefined) ?? { kind: 'refused', code: 'aborted', charge: 'possible' };
};

/** Makes one picture: one paid request, ever. Resolves the error, or nothing when the picture is there. */
export const makePicture = async (run: PictureRun, order: PictureOrder): Promise<UserPaysError | undefined> => {
  let job: Job | undefined;
  run.change({ name: 'submitting', since: run.shop.clock.now() });
  const ports = portsOf(run, run.signal, async (accepted) => {
    job = accepted;
    await run.shop.journal.accept(run.line, accepted);
    run.change({ name: 'polling' });
  });
  // Stopping does not wait for a maker that is slow to hear of it.
  const outcome = await Promise.race([run.order.maker.run(order, ports), aborted(run.signal)])
    .catch((error: unknown) => (run.signal.aborted ? stopped(run, job) : thrown(error, true)));
  return conclude(run, outcome, job !== undefined);
};

/** Goes on with a job accepted earlier, e.g. before a reload. Sends nothing paid. */
export const resumePicture = async (run: PictureRun, job: Job): Promise<UserPaysError | undefined> => {
  run.change({ name: 'polling', since: run.shop.clock.now() });
  const ports = portsOf(run, run.signal, (accepted) => run.shop.journal.accept(run.line, accepted));
  const outcome = await (run.order.maker.resume?.(job, ports) ?? Promise.resolve<Outcome>({ kind: 'refused', code: 'image-lost', charge: 'possible' }))
    .catch((error: unknown) => thrown(error, true));
  return conclude(run, outcome, true);
};
