import { defined } from '../base/defined.js';
import { dayMs } from '../base/clock.js';
import { quoteFor } from './quote-for.js';
import type { Quote } from '../pricing/quote-types.js';
import { deadlines, type Ports } from '../providers/image-provider.js';
import type { Entry } from '../spending/entry.js';
import { isMetered, meterVerdict, type MeterVerdict } from './meter.js';
import type { PictureRun } from './picture-ports.js';
import { resumePicture } from './picture-run.js';
import type { PictureState, Receipt } from './purchase.js';
import { noteOf, openReceipt } from './receipt.js';
import type { PurchaseOrder, PurchasePorts } from './purchase-ports.js';
import { fetchable, tellable, unfinished } from './unfinished.js';

export interface Recovery {
  readonly purchasePorts: PurchasePorts;
  /**
   * Runs `work` when no live tab holds the purchase. When one does, resolves at once, and runs
   * `work` with `isLate` after that tab is gone.
   */
  readonly takeOver: (purchase: string, work: RecoveryWork) => Promise<void>;
  /**
   * The credentials to ask a provider again; `undefined` while the reader is not signed in there.
   */
  readonly credentials: (entry: Entry) => Promise<Credentials | undefined>;
  /** True if this browser stores or stored the picture: a forgotten one is not fetched again. */
  readonly wasKept: (line: string) => Promise<boolean>;
  readonly changed: (picture: PictureState) => void;
}

/** Recovers the entries of one purchase. */
export type RecoveryWork = (when?: { readonly isLate: boolean }) => Promise<void>;

type Credentials = Pick<
  PurchaseOrder,
  'imageProvider' | 'key' | 'providerSession' | 'relay' | 'onSessionRefused'
>;

/**
 * Recovers the entries that a crash, a reload or a closed tab left open. Accepted jobs are resumed
 * (nothing paid is sent). Intents without a reply become in doubt, or are refused where it is
 * certain that nothing was sent. Paid pictures whose bytes were not stored are fetched again while
 * the provider has them. One tab at a time per purchase. Resolves when every entry it could take
 * was handled.
 */
export async function recover(recovery: Recovery): Promise<void> {
  await recovery.purchasePorts.journal.ready;
  const { journal, clock } = recovery.purchasePorts;
  const open: Entry[] = [];
  const { inDoubt, unpriced = 0 } = journal.tally().all;
  // Read older entries only when some are in doubt: there may be very many.
  const since = clock.now() - (inDoubt === '0' && unpriced === 0 ? fetchable : tellable);
  for (const entry of journal.entries(since))
    if (await needsWork(recovery, entry)) open.push(entry);
  const purchases = [...new Set(open.map((entry) => entry.purchase))];
  await Promise.all(
    purchases.map((purchase) =>
      recovery.takeOver(purchase, async ({ isLate } = { isLate: false }) => {
        await Promise.allSettled(
          open
            .filter((entry) => entry.purchase === purchase)
            .map(({ id }) => recoverLine(recovery, id, isLate)),
        );
      }),
    ),
  );
}

async function needsWork(recovery: Recovery, entry: Entry): Promise<boolean> {
  const what = unfinished(entry, recovery.purchasePorts.clock.now());
  return what === 'perhaps-not-kept' ? !(await recovery.wasKept(entry.id)) : what !== undefined;
}

async function recoverLine(recovery: Recovery, id: string, isLate: boolean): Promise<void> {
  // Read again under the lease: the previous holder may have finished the entry.
  const entry = recovery.purchasePorts.journal.entry(id);
  if (!entry || !(await needsWork(recovery, entry))) return;
  // Anything but an open entry was handled by the tab we waited for.
  if (isLate && unfinished(entry, recovery.purchasePorts.clock.now()) !== 'open') return;
  if (!entry.job) return closeIntent(recovery, entry);
  if (isMetered(entry)) return checkLine(recovery, entry);
  const credentials = await recovery.credentials(entry);
  if (!credentials?.imageProvider.resume) return;
  await resumePicture(runOf(recovery, entry, credentials), entry.job);
}

/** Ends an entry without a job: its request was not sent, or it is unknown whether it was. */
async function closeIntent({ purchasePorts }: Recovery, { id, unsent }: Entry): Promise<void> {
  const { journal } = purchasePorts;
  if (unsent && (await journal.giveUp(id, 'aborted'))) return;
  // Unknown whether the request was sent before the page died. It stays in doubt until that can
  // be decided.
  if (journal.entry(id)?.standing === 'intent') await journal.doubt(id, 'aborted');
}

function runOf(recovery: Recovery, entry: Entry, credentials: Credentials): PictureRun {
  let picture: PictureState = { id: entry.id, name: 'polling' };
  const order: PurchaseOrder = {
    ...credentials,
    deadlines,
    quote: quoteOfLine(entry),
    prompt: entry.prompt ?? '',
    references: [],
    caps: {},
    simulated: entry.simulated,
  };
  return {
    purchasePorts: recovery.purchasePorts,
    order,
    each: order.quote,
    purchase: entry.purchase,
    line: entry.id,
    signal: new AbortController().signal,
    change: (part) => {
      picture = { ...picture, ...part };
      recovery.changed(picture);
    },
  };
}

/** Asks the provider's meter about an entry in doubt, and settles or refuses it where possible. */
async function checkLine(recovery: Recovery, entry: Entry): Promise<void> {
  const { journal } = recovery.purchasePorts;
  const { id, job = {} } = entry;
  // The tab that waited for the reply is gone.
  if (entry.standing !== 'in-doubt') await journal.doubt(id, 'aborted');
  const credentials = await recovery.credentials(entry);
  const ports = checkPorts(recovery, credentials);
  const grown = await credentials?.imageProvider.check?.(job, ports);
  const mine = journal.entry(id);
  if (!grown || mine?.standing !== 'in-doubt') return;
  const verdict = meterVerdict(mine, journal.entries(mine.at - dayMs), grown);
  // What was delivered was charged, whatever a report leaves out.
  if (verdict.kind === 'none') return mine.pictures > 0 ? undefined : notCharged(recovery, mine);
  if (verdict.kind !== 'unknown') return charged(recovery, mine, verdict);
}

function checkPorts({ purchasePorts }: Recovery, credentials: Credentials | undefined): Ports {
  const { clock, store } = purchasePorts;
  const { key, providerSession, relay } = credentials ?? {};
  return {
    clock,
    store,
    deadlines,
    signal: AbortSignal.timeout(20_000),
    accepted: () => Promise.resolve(),
    progress: () => undefined,
    ...defined({ key, providerSession, relay }),
  };
}

async function notCharged({ purchasePorts, changed }: Recovery, entry: Entry): Promise<void> {
  const { id } = entry;
  const open = receiptOf(entry);
  await purchasePorts.journal.refuse(id, 'checked');
  changed({
    id,
    name: 'failed',
    checked: true,
    receipt: { ...open, charge: 'none', basis: 'reported' },
  });
}

async function charged(
  { purchasePorts, changed }: Recovery,
  entry: Entry,
  { amount, times, together }: Extract<MeterVerdict, { kind: 'charged' }>,
): Promise<void> {
  const { id, pictures } = entry;
  const open = receiptOf(entry);
  const note = noteOf({ times: times > 1 ? times : undefined, together });
  await purchasePorts.journal.settle(id, {
    charged: amount,
    basis: 'reported',
    pictures,
    ...defined({ note }),
  });
  // Its picture is here, and was known to be charged.
  if (pictures > 0) return;
  changed({
    id,
    name: 'failed',
    checked: true,
    receipt: {
      ...open,
      charge: 'charged',
      charged: amount,
      basis: 'reported',
      ...defined({ note, times: times > 1 ? times : undefined }),
    },
  });
}

function receiptOf(entry: Entry): Receipt {
  return openReceipt(entry.id, quoteOfLine(entry), entry.at, entry.simulated);
}

/** A quote with the price at reservation. The request is known, except for its references. */
function quoteOfLine(entry: Entry): Quote {
  const [width = NaN, height = NaN] = entry.size.split('x').map(Number);
  const { provider, model } = entry;
  const asked = { provider, model, width, height, ...defined({ route: entry.route }) };
  const now = quoteFor(asked, undefined);
  const { problem: _problem, total: _total, ...rest } = now;
  const total =
    entry.low === undefined || entry.high === undefined
      ? undefined
      : { low: entry.low, high: entry.high };
  return {
    ...rest,
    total,
    lines: [],
    exactness: exactnessOf(total),
  };
}

function exactnessOf(total: Quote['total']): Quote['exactness'] {
  if (total === undefined) return 'unknown';
  return total.low === total.high ? 'exact' : 'range';
}
