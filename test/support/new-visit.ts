import type { SpendingJournal } from '../../src/spending/journal.js';
import { sessionLine } from '../../src/spending/session.js';

/** Begins a new visit as the reader's own press does, for tests in which nobody presses. */
export async function newVisit({ log }: SpendingJournal): Promise<void> {
  const { clock } = log.ports;
  await log.keep([sessionLine({ id: log.newId(), asked: true, at: clock.now() })]);
}
