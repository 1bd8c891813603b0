import { shared } from '../base/shared.js';
import type { PageServices } from '../generation/page-services.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import { fetchable, unfinished } from '../generation/unfinished.js';
import type { CheckoutSettings } from './settings.js';

interface Ports {
  readonly page: () => PageServices;
  readonly settings: () => Pick<CheckoutSettings, 'provider' | 'relay'>;
  /** Loads the code that buys. */
  readonly services: () => Promise<Pick<PurchaseServices, 'recover'>>;
}

/**
 * Recovers purchases that an earlier page load left open: after the first paint, and when the page
 * returns from the back-forward cache. Its code is loaded only if the journal shows that there may
 * be one.
 */
export class RecoveryWatch {
  #isOn = false;
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    globalThis.addEventListener?.('pageshow', this.#shown);
    setTimeout(() => void this.#look());
  }

  stop(): void {
    this.#isOn = false;
    globalThis.removeEventListener?.('pageshow', this.#shown);
  }

  readonly #shown = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    lookedFor(this.#ports.page()).clear();
    setTimeout(() => void this.#look());
  };

  async #look(): Promise<void> {
    const page = this.#ports.page();
    const { journal, clock } = page;
    const { provider, relay } = this.#ports.settings();
    const what = `${provider} ${relay ?? ''}`;
    if (!this.#isOn || lookedFor(page).has(what)) return;
    lookedFor(page).add(what);
    // The copy in IndexedDB may know of lines that localStorage lost.
    await journal.ready.catch(() => undefined);
    const entries = journal.entries(clock.now() - fetchable);
    if (!entries.some((entry) => unfinished(entry, clock.now()))) return;
    await this.#ports.services().then(
      (services) => services.recover({ provider, relay }),
      () => undefined,
    );
  }
}

/** What this page has already looked for, so that many checkouts look only once. */
function lookedFor(page: object): Set<string> {
  const pages = shared('looked', 2, () => new WeakMap<object, Set<string>>());
  const known = pages.get(page) ?? new Set<string>();
  pages.set(page, known);
  return known;
}
