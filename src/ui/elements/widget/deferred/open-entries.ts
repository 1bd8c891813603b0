import { lastFor } from '../../../../checkout/last-for.js';
import type { Entry, Tally } from '../../../../spending/entry.js';
import type { SpendingJournal } from '../../../../spending/journal.js';

/** Entries of the journal whose charge is not settled, looked up once per tally. */
export class OpenEntries {
  readonly #journal: () => Pick<SpendingJournal, 'entries'>;
  readonly #doubts = lastFor<readonly Entry[]>();
  readonly #pending = lastFor<readonly Entry[]>();

  constructor(journal: () => Pick<SpendingJournal, 'entries'>) {
    this.#journal = journal;
  }

  /** Entries of real money that may have been charged, of any visit: the reader can be asked. */
  doubts(tally: Tally | undefined): readonly Entry[] {
    if (!tally || (tally.all.inDoubt === '0' && tally.all.unpriced === undefined)) return [];
    return this.#doubts([tally], () =>
      this.#journal()
        .entries()
        .filter(
          ({ standing, charge, simulated }) =>
            standing === 'in-doubt' && charge === 'possible' && !simulated,
        ),
    );
  }

  /** Entries of the latest visit that bought something which may have been charged. */
  pending(tally: Tally | undefined, isSimulated: boolean): readonly Entry[] {
    return this.#pending([tally, isSimulated], () => {
      const entries = this.#journal()
        .entries()
        .filter(({ simulated }) => simulated === isSimulated);
      const latest = entries.at(-1)?.session;
      return entries.filter(({ charge, session }) => charge === 'possible' && session === latest);
    });
  }
}
