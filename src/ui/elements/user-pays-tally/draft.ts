import type { Caps } from '../../../spending/journal-port.js';

/** What the reader is in the middle of. Nothing of it is kept. */
export interface Draft {
  /** Which money is on show, once the reader chose. */
  readonly simulated?: boolean | undefined;
  /** Which stretch of time the sum is of, once the reader chose. */
  readonly span?: 'session' | 'today' | 'month' | 'all' | undefined;
  /**
   * Limits that were asked for and are higher than the ones that hold: one explicit step is
   * missing.
   */
  readonly raise?: Caps | undefined;
  readonly resetting?: boolean | undefined;
  readonly undoable?: boolean | undefined;
  /** What came of the last step; also spoken. */
  readonly said?: string | undefined;
}
