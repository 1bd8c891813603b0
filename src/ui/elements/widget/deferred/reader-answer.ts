import type { Entry } from '../../../../spending/entry.js';

/**
 * The amount, US dollars, that the reader gave for a purchase in doubt; `undefined` without an
 * answer, or once the provider reported a charge. Such an answer is the only computed settlement
 * with a note and without a picture.
 */
export function readerAnswer(entry: Entry | undefined): string | undefined {
  if (entry?.standing !== 'settled' || entry.basis !== 'computed') return undefined;
  return entry.pictures === 0 && entry.note ? entry.charged : undefined;
}
