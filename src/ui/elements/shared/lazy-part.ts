import { partMissing } from '../../../base/part-missing.js';

/** Code and words that are fetched when they are first needed, once. */
export class LazyPart<T extends object> {
  #part: T | undefined;
  #loading: Promise<void> | undefined;
  #isSettled = false;
  readonly #load: () => Promise<T>;
  readonly #arrived: (part: T) => void;
  readonly #missed: () => void;

  /**
   * `missed` is called the first time that it could not be had. The next `load` tries again, in
   * silence: an element that asks again in each update must not go round for ever.
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

  /** `undefined` until it is here. */
  get part(): T | undefined {
    return this.#part;
  }

  /** True once it is here or could not be had. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Resolves when it is here or could not be had. Never rejects. */
  load(): Promise<void> {
    return (this.#loading ??= this.#fetch());
  }

  async #fetch(): Promise<void> {
    try {
      this.#part = await this.#load();
      this.#isSettled = true;
      this.#arrived(this.#part);
    } catch (cause) {
      partMissing(cause);
      this.#loading = undefined;
      if (this.#isSettled) return;
      this.#isSettled = true;
      this.#missed();
    }
  }
}
