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
 * Takes up what an earlier page load left open: once the page has painted, and when the back button
 * brings the page back. The code that can do it is loaded only when the journal shows that there may
 * be something.
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

/** What this page has looked for already, so that the hundredth checkout does not look again. */
function lookedFor(page: object): Set<string> {
  const pages = shared('looked', 2, () => new WeakMap<object, Set<string>>());
  const known = pages.get(page) ?? new Set<string>();
  pages.set(page, known);
  return known;
}
