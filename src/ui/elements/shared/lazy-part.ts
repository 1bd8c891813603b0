import { partMissing } from '../../../base/part-missing.js';

/** Code and words that are loaded once, when they are first needed. */
export class LazyPart<T extends object> {
  #part: T | undefined;
  #loading: Promise<void> | undefined;
  #isSettled = false;
  readonly #load: () => Promise<T>;
  readonly #arrived: (part: T) => void;
  readonly #missed: () => void;

  /**
   * `missed` is called when loading fails for the first time. The next `load` tries again, but
   * never calls `missed` again: an element that loads in each update would otherwise update for
   * ever.
   */
  constructor(
    load: () => Promise<T>,
    arrived: (part: T) => void,
    missed: () => void = () => undefined,
  ) {
    this.#load = load;
    this.#arrived = arrived;
    this.#missed = missed;
  }

  /** `undefined` until it is loaded. */
  get part(): T | undefined {
    return this.#part;
  }

  /** True once it is loaded or loading has failed. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /**
   * Resolves when it is loaded or loading has failed. Rejects only with what `arrived` or `missed`
   * threw.
   */
  load(): Promise<void> {
    return (this.#loading ??= this.#fetch());
  }

  async #fetch(): Promise<void> {
    let part: T;
    try {
      part = await this.#load();
    } catch (cause) {
      partMissing(cause);
      this.#loading = undefined;
      if (this.#isSettled) return;
      this.#isSettled = true;
      this.#missed();
      return;
    }
    this.#part = part;
    this.#isSettled = true;
    this.#arrived(part);
  }
}
