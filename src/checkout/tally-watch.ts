import type { Tally } from '../spending/entry.js';
import type { Journal } from '../spending/journal-port.js';

/** Follows the journal: whatever changes it, in this tab or another. */
export class TallyWatch {
  #tally: Tally | undefined;
  #isOn = false;
  #stop: (() => void) | undefined;
  readonly #journal: () => Pick<Journal, 'loaded' | 'tally' | 'subscribe'>;
  readonly #read: (tally: Tally | undefined, isNews: boolean) => void;

  /** `read` is called once there is a tally, and with `isNews` after each change. */
  constructor(
    journal: () => Pick<Journal, 'loaded' | 'tally' | 'subscribe'>,
    read: (tally: Tally | undefined, isNews: boolean) => void,
  ) {
    this.#journal = journal;
    this.#read = read;
  }

  /** `undefined` until the journal is here: not known yet, which is not zero. */
  get tally(): Tally | undefined {
    return this.#tally;
  }

  start(): void {
    this.#isOn = true;
    // Looking through a long localStorage takes up to 30 ms: the first paint does not wait for it.
    setTimeout(() => this.#follow());
  }

  stop(): void {
    this.#isOn = false;
    this.#stop?.();
    this.#stop = undefined;
  }

  #follow(): void {
    if (this.#stop || !this.#isOn) return;
    const journal = this.#journal();
    const look = (isNews: boolean): void => {
      const before = this.#tally;
      this.#tally = journal.loaded ? journal.tally() : undefined;
      // A journal that is still on its way is no reason to draw all anew.
      if (isNews || this.#tally !== before) this.#read(this.#tally, isNews);
    };
    this.#stop = journal.subscribe(() => look(true));
    look(false);
  }
}
