import type { Tally } from '../../../spending/entry.js';
import type { SpendingJournal } from '../../../spending/journal.js';
import type { Precision } from '../../amount.js';
import type { Draft } from './draft.js';
import type { TallyTerms } from './terms.js';

/** What the parts use of the element. */
export interface Statement extends Element {
  readonly htmlFor: string;
  readonly sync: string | undefined;
  readonly draft: Draft;
  readonly journal: SpendingJournal;
  readonly language: string;
  /**
   * Goes on with what the reader is doing here; then moves the focus to a part, where the button
   * that was pressed is gone.
   */
  change(draft: Draft, focus?: string): void;
  requestUpdate(): void;
}

/** What every part of the tally is drawn from. */
export interface TallyView {
  readonly element: Statement;
  readonly terms: TallyTerms;
  readonly tally: Tally;
  /** True while simulated money is on show. */
  readonly simulated: boolean;
  /** Dollars as this element writes them. */
  dollars(amount: string, how?: Precision): string;
}
