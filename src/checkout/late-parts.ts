import { partMissing } from '../base/part-missing.js';
import type { PageServices } from '../generation/page-services.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import type { RecoveryWatch } from './recovery.js';
import type { CheckoutSettings } from './settings.js';

interface Ports {
  readonly settings: () => CheckoutSettings;
  readonly page: () => PageServices;
  readonly purchases: () => Promise<PurchaseServices>;
  /** The code that buys has come. */
  readonly came: () => void;
}

/** The parts of a checkout that load when first needed: buying and recovery. */
export class LateParts {
  readonly #ports: Ports;
  #loaded: PurchaseServices | undefined;
  #loading: Promise<PurchaseServices> | undefined;
  #recovery: Promise<RecoveryWatch> | undefined;
  #isConnected = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The code that buys, if it is here. */
  get loaded(): PurchaseServices | undefined {
    return this.#loaded;
  }

  /**
   * The code that buys, loaded once. Rejects with `part-missing` (charge `none`) when it can't be
   * fetched; the next call tries again.
   */
  services(): Promise<PurchaseServices> {
    return (this.#loading ??= this.#ports.purchases().then(
      (services) => {
        this.#loaded = services;
        this.#ports.came();
        // What is bought from now on may be left open by a page that is frozen and comes back.
        void this.#watchForRecovery();
        return services;
      },
      (cause: unknown) => {
        this.#loading = undefined;
        throw partMissing(cause) ?? cause;
      },
    ));
  }

  /** Looks for what an earlier visit left open, where there was one, until `disconnect`. */
  connect(): void {
    this.#isConnected = true;
    void this.#ports
      .page()
      .hasHistory()
      .then((has) => (has ? this.#watchForRecovery() : undefined));
  }

  disconnect(): void {
    this.#isConnected = false;
    void this.#recovery?.then((watch) => watch.stop()).catch(() => undefined);
  }

  async #watchForRecovery(): Promise<void> {
    const { settings, page } = this.#ports;
    this.#recovery ??= import('./recovery.js').then(
      ({ RecoveryWatch }) => new RecoveryWatch({ settings, page, services: () => this.services() }),
    );
    const watch = await this.#recovery.catch(() => undefined);
    if (!watch) this.#recovery = undefined;
    else if (this.#isConnected) watch.start();
  }
}
