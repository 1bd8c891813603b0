import { isPolluted } from '../base/polluted.js';
import type { KeptPictures } from '../pictures/picture-library.js';
import type { Entry } from '../spending/entry.js';
import type { Leases } from '../spending/lease.js';
import { isMetered } from './meter.js';
import type { AccountName, Credentials, PageAccounts } from './page-accounts.js';
import type { PageServices } from './page-services.js';
import type { PurchasePorts } from './purchase-ports.js';
import { recover, type Recovery, type RecoveryWork } from './recover.js';

/** What a page's recovery works with. */
interface RecoveryParts {
  readonly page: PageServices;
  readonly pictures: KeptPictures;
  readonly leases: Leases;
  readonly accounts: PageAccounts;
  readonly purchasePorts: PurchasePorts;
}

/**
 * How long after sending Puter may still count a request (see `puter-note.ts`), plus a margin,
 * milliseconds.
 */
const followed = 40 * 60_000;

/** Finishes what earlier visits and other tabs left open, and what nothing waits for any more. */
export class PageRecovery {
  readonly #parts: RecoveryParts;
  readonly #recovery: Recovery;
  /** What widgets use for a provider. */
  readonly #relays = new Map<string, string>();
  readonly #clientIds = new Map<string, string>();
  /** Purchases whose lease another tab holds, waited for. */
  readonly #waiting = new Set<string>();
  #lookedAt = -Infinity;
  #isFollowing = false;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
    this.#recovery = this.#recoveryPorts();
  }

  /** Open lines of this provider are asked for as a widget does: its relay, its client id. */
  use({ provider, relay, clientId }: AccountName): void {
    if (relay !== undefined) this.#relays.set(provider, relay);
    if (clientId) this.#clientIds.set(provider, clientId);
  }

  /**
   * Handles each open line once. Never rejects. Nothing happens while lines seem to have fields that
   * nobody wrote.
   */
  recover(): Promise<void> {
    if (isPolluted()) return Promise.resolve();
    return recover(this.#recovery).catch(() => undefined);
  }

  /** Recovers at the reader's touch. A pointer that moves in and out counts as one. */
  touched(): void {
    const { clock } = this.#parts.page;
    if (clock.elapsed() - this.#lookedAt <= 1000) return;
    this.#lookedAt = clock.elapsed();
    void this.recover().then(() => this.follow());
  }

  /**
   * Repeats recovery while a request that nothing waits for any more may still be charged. Later,
   * recovery runs only when the reader returns. Never rejects.
   */
  async follow(): Promise<void> {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    await this.#untilDecided().catch(() => undefined);
    this.#isFollowing = false;
  }

  async #untilDecided(): Promise<void> {
    const { clock, journal } = this.#parts.page;
    const isOpen = (): boolean =>
      journal.entries(clock.now() - followed).some((entry) => this.#isFresh(entry));
    for (let pause = 1000; isOpen(); pause = Math.min(2 * pause, 60_000)) {
      await clock.sleep(pause);
      await this.recover();
    }
  }

  /** True for an entry that only the provider's meter can decide, and may decide soon. */
  #isFresh(entry: Entry): boolean {
    const age = this.#parts.page.clock.now() - entry.at;
    return isMetered(entry) && entry.standing === 'in-doubt' && age < followed;
  }

  #recoveryPorts(): Recovery {
    const { page, pictures, purchasePorts } = this.#parts;
    return {
      purchasePorts,
      takeOver: (id, work) => this.#takeOver(id, work),
      wasKept: (line) => pictures.had(line),
      credentials: (entry) => this.#credentialsFor(entry),
      changed: (picture) => {
        const others = page.recovered.get().filter(({ id }) => id !== picture.id);
        page.recovered.set([...others, picture]);
      },
    };
  }

  async #takeOver(id: string, work: RecoveryWork): Promise<void> {
    const { leases } = this.#parts;
    if ((await leases.tryTakeOver(id, () => work())) || this.#waiting.has(id)) return;
    // A tab, this one or another, holds the lease. Wait for it, in case that tab dies.
    this.#waiting.add(id);
    void leases
      .tryTakeOver(id, () => work({ isLate: true }), true)
      .catch(() => undefined)
      .finally(() => this.#waiting.delete(id));
  }

  async #credentialsFor({ provider }: Entry): Promise<Credentials | undefined> {
    const { accounts } = this.#parts;
    const [relay, clientId] = [this.#relays.get(provider), this.#clientIds.get(provider)];
    const name = { provider, relay, clientId };
    const { status } = accounts.of(name).state.get();
    return status === 'signed-in' ? accounts.credentials(name) : undefined;
  }
}
