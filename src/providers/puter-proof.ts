import { defined } from '../base/defined.js';
import type { MeterGrowth, Ports } from './image-provider.js';
import type { Job, Outcome } from './outcome.js';
import type { PictureOrder } from './picture-order.js';
import { usageReport, whose } from './puter-account.js';
import { isMeterElsewhere, isMeterOf } from './puter-model-route.js';
import { grownSince, noteOf, readNote } from './puter-note.js';
import { beginReconciliation, type Reconciliation } from './puter-reconciliation.js';
import type { PuterRequest } from './puter-request.js';
import type { Answer } from './puter-send.js';
import { puterSession, type PuterSession } from './puter-session.js';
import type { UsageReading } from './puter-usage.js';

/**
 * Reports to read after a supplier's failure before it counts as not charged: three and a half
 * seconds. After a lost reply all are read, for about twenty seconds.
 */
const soon = 5;

/**
 * Reads the usage report before the purchase. If it can't be read, only the check of the actual
 * cost is lost: the receipt keeps the computed amount.
 */
export async function beginProof(
  session: PuterSession,
  { modelRoute, args }: PuterRequest,
  order: PictureOrder,
  ports: Ports,
): Promise<Reconciliation | undefined> {
  const { app } = session;
  if (app === undefined) return undefined;
  // Once the order is being sent, an ended session must not look like a refused purchase.
  let sending = false;
  const read = async (): Promise<UsageReading | undefined> => {
    try {
      return await usageReport(session, ports);
    } catch (error) {
      if (sending) return undefined;
      throw error;
    }
  };
  const {
    prompt: _words,
    seed: _seed,
    input_images: _pictures,
    input_image: _picture,
    maskImage: _mask,
    puter_output_path: _place,
    ...priced
  } = args;
  const proof = await beginReconciliation({
    // The token identifies the account; it stays in memory.
    app: `${session.token} ${app}`,
    model: `${modelRoute.provider} ${modelRoute.model}`,
    sign: JSON.stringify([priced, order.references.map(({ width, height }) => [width, height])]),
    isFixed: order.isFixed === true,
    isMeter: isMeterOf(modelRoute),
    isElsewhere: isMeterElsewhere(modelRoute),
    read,
    clock: ports.clock,
  });
  sending = true;
  return proof;
}

/**
 * Notes the report before the purchase in the journal, so that a later visit can compare it.
 * Without the note only this visit can. Never rejects.
 */
export async function noteProof(
  session: PuterSession,
  { modelRoute }: PuterRequest,
  proof: Reconciliation,
  ports: Ports,
): Promise<void> {
  try {
    const who = await whose(session, ports);
    if (who === undefined || ports.signal.aborted) return;
    const at = ports.clock.now();
    await ports.note?.(noteOf(proof.base, modelRoute, isMeterOf(modelRoute), who, at));
  } catch {
    // The order is sent all the same.
  }
}

/** What Puter's report has counted since an order was noted; `undefined` for another account. */
export async function check(job: Job, ports: Ports): Promise<MeterGrowth | undefined> {
  const session = puterSession(ports.providerSession);
  const note = readNote(job);
  if (!session?.app || !note || (await whose(session, ports)) !== note.who) return undefined;
  const read = async (): Promise<MeterGrowth | undefined> => {
    const now = await usageReport(session, ports);
    return now && grownSince(note, now, isMeterOf(note.modelRoute), ports.clock.now());
  };
  const first = await read();
  // Reports are empty now and then (measured), so zero purchases are confirmed by a second report.
  return first?.purchases === 0 ? read() : first;
}

/**
 * Reads from the report what a failed purchase cost. Puter bills the reader, not the supplier, so
 * what suppliers bill for refused content does not matter.
 */
export async function concludeFailure(
  { kind, refused }: Extract<Answer, { kind: 'refused' | 'lost' }>,
  proof: Reconciliation | undefined,
): Promise<Outcome> {
  if (refused.charge === 'none') {
    proof?.drop();
    return refused;
  }
  const verdict = await proof?.settle('maybe', kind === 'lost' ? undefined : soon);
  if (verdict?.kind === 'charged')
    return {
      ...refused,
      charge: 'charged',
      ...defined({ usage: verdict.usage || undefined }),
    };
  // A supplier that failed has finished. After a lost reply it may still be working, so a report
  // that shows nothing proves nothing.
  return verdict?.kind === 'absent' && kind === 'refused'
    ? { ...refused, charge: 'none' }
    : refused;
}
