import type { ReactiveController } from 'lit';
import type { Drawn } from './drawn.js';
import { shared } from '../../base/shared.js';
import type { PageServices } from '../../generation/page-services.js';
import type { PurchaseServices } from '../../generation/purchase-services.js';
import { fetchable, unfinished } from '../../generation/unfinished.js';

type Host = Drawn & {
  readonly pageServices: PageServices;
  readonly provider: string;
  readonly relay: string | undefined;
};

/**
 * Takes up what an earlier visit left open: once the page has painted, and when the back button
 * brings the page back. The code that can
 * do it is loaded only when the journal shows that there may be something.
 */
export class RecoveryController implements ReactiveController {
  #isConnected = false;

  readonly #host: Host;
  readonly #services: () => Promise<PurchaseServices>;

  constructor(host: Host, services: () => Promise<PurchaseServices>) {
    this.#host = host;
    this.#services = services;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    globalThis.addEventListener('pageshow', this.#shown);
    setTimeout(() => void this.#look());
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    globalThis.removeEventListener('pageshow', this.#shown);
  }

  readonly #shown = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    looked().clear();
    setTimeout(() => void this.#look());
  };

  async #look(): Promise<void> {
    const {
      pageServices: { journal, clock },
      provider,
      relay,
    } = this.#host;
    const what = `${provider} ${relay ?? ''}`;
    if (!this.#isConnected || looked().has(what)) return;
    looked().add(what);
    // The mirror may know of lines that localStorage lost.
    await journal.ready.catch(() => undefined);
    if (!journal.entries(clock.now() - fetchable).some((entry) => unfinished(entry, clock.now())))
      return;
    await this.#services().then(
      (services) => services.recover({ provider, relay }),
      () => undefined,
    );
  }
}

/** What this page has looked for already, so that the hundredth widget does not look again. */
function looked(): Set<string> {
  return shared('looked', 1, () => new Set<string>());
}
