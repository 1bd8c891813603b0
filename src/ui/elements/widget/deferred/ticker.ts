/**
 * Calls back at intervals while something displayed depends on the time and the page is visible.
 */
export class Ticker {
  #timer: ReturnType<typeof setInterval> | undefined;
  #every = 0;
  readonly #tick: () => void;

  constructor(tick: () => void) {
    this.#tick = tick;
  }

  /** Milliseconds between two calls; 0 stops. */
  set(every: number): void {
    if (every === this.#every) return;
    clearInterval(this.#timer);
    this.#every = every;
    if (every === 0) return;
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') this.#tick();
    }, every);
  }
}
