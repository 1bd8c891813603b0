/** Calls back again and again while something on show depends on the time, in a visible page. */
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
