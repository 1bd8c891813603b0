/** Options and results of IntersectionObserver's second version, which Chromium has. */
interface Options extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
type Seen = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches whether the browser vouches that an element in view is painted as it is, with nothing over
 * it. Browsers that can't tell say nothing.
 */
export class PaintWatch {
  #watched: Element | undefined;
  #latest: Seen | undefined;
  /** Simulated documents have none. */
  readonly #observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver((seen) => this.#take(seen), {
          threshold: 1,
          trackVisibility: true,
          delay: 100,
        } as Options)
      : undefined;

  /** True if the browser found the whole element in view and yet would not vouch for it. */
  get isDoubtful(): boolean {
    this.#take(this.#observer?.takeRecords() ?? []);
    const { isVisible, intersectionRatio = 0 } = this.#latest ?? {};
    return isVisible === false && intersectionRatio === 1;
  }

  follow(element: Element | undefined): void {
    if (element === this.#watched) return;
    this.release();
    this.#watched = element;
    if (element) this.#observer?.observe(element);
  }

  release(): void {
    this.#observer?.disconnect();
    this.#watched = this.#latest = undefined;
  }

  #take(seen: readonly Seen[]): void {
    this.#latest = seen.at(-1) ?? this.#latest;
  }
}
