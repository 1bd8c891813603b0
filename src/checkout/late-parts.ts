import { partMissing } from '../base/part-missing.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import type { CheckoutServices } from './host.js';
import type { RecoveryWatch } from './recovery.js';
import type { CheckoutSettings } from './settings.js';

interface Ports {
  readonly settings: () => CheckoutSettings;
  readonly services: CheckoutServices;
  /** Called when the purchase code is loaded. */
  readonly came: () => void;
}

/** The parts of a checkout that load when first needed: buying and recovery. */
export class LateParts {
  readonly #ports: Ports;
  #loaded: PurchaseServices | undefined;
  #loading: Promise<PurchaseServices> | undefined;
  #recovery: Promise<RecoveryWatch> | undefined;
  #isConnected = false;
  #stop: (() => void) | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The purchase code, if it is loaded. */
  get loaded(): PurchaseServices | undefined {
    return this.#loaded;
  }

  /**
   * Loads the purchase code once. Rejects with `part-missing` (charge `none`) if it can't be
   * loaded; the next call tries again.
   */
  services(): Promise<PurchaseServices> {
    return (this.#loading ??= this.#ports.services.purchases().then(
      (services) => {
        this.#loaded = services;
        this.#ports.came();
        // From now on a page that is frozen and comes back may have left a purchase open.
        void this.#watchForRecovery();
        return services;
      },
      (cause: unknown) => {
        this.#loading = undefined;
        throw partMissing(cause) ?? cause;
      },
    ));
  }

  /**
   * Looks for purchases an earlier visit left open, and takes over the page's accounts once another
   * checkout uses them, until `disconnect`.
   */
  connect(): void {
    this.#isConnected = true;
    this.#stop ??= this.#ports.services.arrived?.subscribe(() => this.#arrived());
    this.#arrived();
    void this.#ports.services
      .page()
      .hasHistory()
      .then((has) => (has ? this.#watchForRecovery() : undefined));
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    void this.#recovery?.then((watch) => watch.stop()).catch(() => undefined);
  }

  #arrived(): void {
    const services = this.#ports.services.arrived?.get();
    if (!services || this.#loaded) return;
    this.#loaded = services;
    this.#ports.came();
  }

  async #watchForRecovery(): Promise<void> {
    const { settings, services } = this.#ports;
    const { page } = services;
    this.#recovery ??= import('./recovery.js').then(
      ({ RecoveryWatch }) => new RecoveryWatch({ settings, page, services: () => this.services() }),
    );
    const watch = await this.#recovery.catch(() => undefined);
    if (!watch) this.#recovery = undefined;
    else if (this.#isConnected) watch.start();
  }
}
