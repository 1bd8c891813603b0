import type { Tally } from '../spending/entry.js';
import type { Journal } from '../spending/journal-port.js';

/** Follows the journal: whatever changes it, in this tab or another. */
export class TallyWatch {
  #tally: Tally | undefined;
  #isOn = false;
  #stop: (() => void) | undefined;
  #told = '';
  readonly #journal: () => Pick<Journal, 'loaded' | 'tally' | 'subscribe'>;
  readonly #read: (tally: Tally | undefined, isNews: boolean) => void;

  /**
   * `read` is called once there is a tally and after each line, with `isNews` where that changed
   * what was spent.
   */
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
    const look = (isLine: boolean): void => {
      const before = this.#tally;
      this.#tally = journal.loaded ? journal.tally() : undefined;
      const isChange = this.#isChange();
      // A journal that is still on its way is no reason to draw all anew.
      if (isLine || this.#tally !== before) this.#read(this.#tally, isLine && isChange);
    };
    this.#stop = journal.subscribe(() => look(true));
    look(false);
  }

  /** Lines also say that an order is leaving, or what a reader wants: the sums stay. */
  #isChange(): boolean {
    const before = this.#told;
    this.#told = JSON.stringify(this.#tally) ?? '';
    // A browser that has spent nothing says so in noughts.
    return before ? this.#told !== before : /[1-9]/.test(this.#told);
  }
}
