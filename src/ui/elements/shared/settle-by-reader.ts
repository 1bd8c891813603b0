import type { Entry } from '../../../spending/entry.js';
import type { SpendingJournal } from '../../../spending/journal.js';

/** As the journal keeps it, and every export, whatever language the reader has. */
const note = 'checked by the reader';

/**
 * Writes down what the reader found that an entry in doubt cost, US dollars. It is `computed`, so
 * that an amount the provider still reports replaces it.
 */
export function settleByReader(
  journal: SpendingJournal,
  { id }: Pick<Entry, 'id'>,
  charged: string,
): Promise<void> {
  return journal.settle(id, { charged, basis: 'computed', pictures: 0, note });
}
