import type { ReactiveController } from 'lit';
import type { Drawn } from './drawn.js';
import type { Tally } from '../../spending/entry.js';
import type { Journal } from '../../spending/journal-port.js';

/**
 * Keeps an element on the journal: whatever changes it, in this tab or another, the element shows.
 * Nothing is read before the first paint.
 */
export class TallyController implements ReactiveController {
  #tally: Tally | undefined;
  #connected = false;
  #stop: (() => void) | undefined;

  readonly #host: Drawn;
  readonly #journal: () => Journal;
  readonly #changed: (tally: Tally) => void;

  constructor(
    host: Drawn,
    journal: () => Journal,
    changed: (tally: Tally) => void = () => undefined,
  ) {
    this.#host = host;
    this.#journal = journal;
    this.#changed = changed;
    host.addController(this);
  }

  /** `undefined` until the first paint, and until the journal is here. */
  get tally(): Tally | undefined {
    return this.#tally;
  }

  hostConnected(): void {
    // The first touch of a long localStorage takes up to 30 ms, which the first paint must not wait
    // for.
    this.#connected = true;
    setTimeout(() => this.#start());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#connected = false;
  }

  #start(): void {
    if (this.#stop || !this.#connected) return;
    const journal = this.#journal();
    const read = (): void => {
      this.#tally = journal.loaded ? journal.tally() : undefined;
      this.#host.requestUpdate();
    };
    this.#stop = journal.subscribe(() => {
      read();
      if (this.#tally) this.#changed(this.#tally);
    });
    read();
  }
}
