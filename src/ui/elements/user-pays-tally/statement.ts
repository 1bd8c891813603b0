import type { Entry, Tally } from '../../../spending/entry.js';
import type { Caps, StorageHealth } from '../../../spending/journal-port.js';
import type { SpendingJournal } from '../../../spending/journal.js';
import type { Precision } from '../../amount.js';
import type { TallyTerms } from '../../i18n/en/tally.js';
import type { ElementWords } from '../../i18n/element-words.js';
import type { Draft } from './draft.js';

/** Everything on show, made once per render. */
export interface TallyModel {
  readonly words: ElementWords<TallyTerms>;
  readonly terms: TallyTerms;
  readonly language: string;
  readonly tally: Tally;
  /** True while simulated money is on show. */
  readonly simulated: boolean;
  /** Epoch milliseconds of this render. */
  readonly now: number;
  /** All lines, oldest first. */
  readonly entries: readonly Entry[];
  /** The reader's own limits. */
  readonly caps: Caps;
  readonly health: StorageHealth;
  /** How often another script cleared our lines. */
  readonly cleared: number;
  /** True where the tally may be shared between the reader's devices. */
  readonly isShared: boolean;
  readonly draft: Draft;
  /** How this element writes US dollars. */
  dollars(amount: string, how?: Precision): string;
}

/** What a reader can do. */
export interface TallyActions {
  /** Updates the draft, then moves the focus to a part if the pressed button is gone. */
  change(draft: Draft, focus?: string): void;
  /** Records what the reader found in their account, US dollars. */
  settle(entry: Entry, charged: string, what: string): Promise<void>;
  /** Sets the reader's limits. Higher ones need `raise`; without it the reader is asked first. */
  setLimits(caps: Caps, raise?: boolean): Promise<void>;
  exportAs(ending: 'csv' | 'json'): Promise<void>;
  takeIn(file: File): Promise<void>;
  /** Merges with the reader's other devices. */
  share(): Promise<void>;
  newSession(): Promise<void>;
  reset(): Promise<void>;
  undoReset(): Promise<void>;
}

/** What a model is made of. */
export interface TallySource {
  readonly journal: SpendingJournal;
  readonly tally: Tally;
  readonly draft: Draft;
  /** Epoch milliseconds; now by default. */
  readonly now?: number;
  readonly language: string;
  /** True if the tally's widget uses simulated money; `undefined` without a widget. */
  readonly simulatedByWidget: boolean | undefined;
  readonly isShared: boolean;
}

/** What actions work on. */
export interface TallyPorts {
  readonly journal: SpendingJournal;
  /** As it is on show now. */
  readonly model: () => TallyModel;
  readonly change: TallyActions['change'];
}
