import type { Caps } from '../../../spending/journal-port.js';

/** What the reader has begun but not finished. It is not stored. */
export interface Draft {
  /** Real or simulated money, once the reader has chosen. */
  readonly simulated?: boolean | undefined;
  /** The period of the sum, once the reader has chosen one. */
  readonly span?: 'session' | 'today' | 'month' | 'all' | undefined;
  /** Requested limits that are higher than the present ones and still have to be confirmed. */
  readonly raise?: Caps | undefined;
  readonly resetting?: boolean | undefined;
  readonly undoable?: boolean | undefined;
  /** The result of the last action; screen readers hear it, too. */
  readonly said?: string | undefined;
}
