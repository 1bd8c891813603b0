import type { ReactiveController } from 'lit';
import type { Drawn } from './drawn.js';
import type { Account, AccountState, Keep, PublicAccount } from '../../accounts/account.js';
import { rememberedSession, type RememberedSession } from '../../accounts/remembered-session.js';
import { UserPaysError } from '../../base/error.js';
import type { PageServices } from '../../generation/page-services.js';
import type { PurchaseServices } from '../../generation/purchase-services.js';
import { picturesLeft } from '../../pricing/pictures-left.js';
import type { Quote } from '../../pricing/quote-types.js';
import { partMissing } from '../part-missing.js';
import { providerFacts } from '../provider-names.js';
import { RecoveryController } from './recovery-controller.js';

type Host = Drawn & {
  readonly shadowRoot: ShadowRoot | null;
  readonly pageServices: PageServices;
  readonly provider: string;
  readonly endpoint: string | undefined;
  readonly prices: string;
  readonly relay: string | undefined;
  readonly temporaryAccount: boolean;
  readonly budget: string | undefined;
  readonly quote: Quote | undefined;
};

/**
 * Who pays for this element's pictures: at first what this browser remembers, and from the reader's
 * first touch on the page's account itself.
 */
export class AccountController implements ReactiveController {
  #services: PurchaseServices | undefined;
  #loading: Promise<PurchaseServices> | undefined;
  #standing: (RememberedSession & { of: string }) | undefined;
  #of = '';
  #stop: (() => void) | undefined;
  #isConnected = false;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    new RecoveryController(host, () => this.services());
  }

  get kind(): Account['kind'] {
    return this.#account()?.kind ?? this.#remembered().kind;
  }

  get providerName(): string {
    const { provider, endpoint = '' } = this.#host;
    const { name, own } = providerFacts(provider);
    return own && URL.canParse(endpoint) ? new URL(endpoint).host : name;
  }

  get state(): AccountState {
    const state: AccountState = this.#account()?.state.get() ?? {
      status: this.#remembered().status,
    };
    const { quote } = this.#host;
    const times =
      state.balance === undefined || !quote ? undefined : picturesLeft(quote, state.balance);
    return times === undefined
      ? state
      : { ...state, pictures: times * (quote?.request.count ?? 1) };
  }

  hostConnected(): void {
    this.#isConnected = true;
    // A sign-in came back to this page, in a window of its own.
    if (location.search.includes('user-pays-sign-in='))
      void loadReturn().then(
        () => this.#host.requestUpdate(),
        () => undefined,
      );
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#of = '';
  }

  /**
   * The code that buys, loaded once. Rejects with `part-missing` (charge `none`) when it can't be
   * fetched; the next call tries again.
   */
  services(): Promise<PurchaseServices> {
    return (this.#loading ??= loadServices().then(
      (services) => {
        this.#services = services;
        this.#host.requestUpdate();
        return services;
      },
      (cause: unknown) => {
        this.#loading = undefined;
        throw partMissing(cause) ?? cause;
      },
    ));
  }

  /** The reader's first touch: what costs a request, and was left until now, is fetched. */
  touched(): void {
    const { provider, prices, endpoint, relay } = this.#host;
    this.services().then(
      (services) => services.touched({ provider, prices, endpoint, relay }),
      () => undefined,
    );
  }

  async signIn(): Promise<AccountState> {
    await this.services();
    return this.#here().signIn(this.#terms);
  }

  signOut(): void {
    void this.services().then(
      () => this.#here().signOut(),
      () => undefined,
    );
  }

  async setKey(key: string, options: { keep: Keep }): Promise<AccountState> {
    await this.services();
    return this.#here().setKey(key, options);
  }

  /**
   * Signs in when that is still to be done, at once, so that a popup opens inside the reader's
   * gesture.
   */
  async open(): Promise<void> {
    const services = await this.services();
    // The reader's own way through Puter's network is a second account, and the one of the two that
    // opens a window.
    const network = this.#host.relay === 'puter' ? services.account('puter') : undefined;
    for (const account of [network, this.#here()]) {
      if (!account || account.state.get().status === 'signed-in') continue;
      // A key is asked for here, not in a window.
      if (account.kind === 'key' && !account.prepare)
        this.#host.shadowRoot?.querySelector<HTMLElement>('[name=key]')?.focus();
      const { status } = await account.signIn(this.#terms);
      if (status !== 'signed-in')
        throw new UserPaysError('no-session', { stage: 'account', charge: 'none' });
    }
    await network?.ready?.();
  }

  /** What the page allows at sign-in. */
  get #terms(): { temporary: boolean; limit?: string } {
    const { temporaryAccount: temporary, budget } = this.#host;
    return budget === undefined ? { temporary } : { temporary, limit: budget };
  }

  #account(): PublicAccount | undefined {
    return this.#services && this.#here();
  }

  #here(): PublicAccount {
    const { provider, endpoint = '', relay = '' } = this.#host;
    const account = (this.#services as PurchaseServices).account(provider, endpoint, relay);
    // An element outside the page may still be asked who pays; the page's account must not hold on
    // to it for that.
    const of = `${provider} ${endpoint} ${relay}`;
    if (this.#isConnected && this.#of !== of) {
      this.#stop?.();
      this.#of = of;
      this.#stop = account.state.subscribe(() => this.#host.requestUpdate());
    }
    return account;
  }

  #remembered(): RememberedSession {
    const { provider, endpoint = '', relay } = this.#host;
    const of = `${provider} ${endpoint} ${relay ?? ''}`;
    if (this.#standing?.of !== of)
      this.#standing = { of, ...rememberedSession(provider, endpoint, relay) };
    return this.#standing;
  }
}

async function loadServices(): Promise<PurchaseServices> {
  return (await import('../../generation/purchase-services.js')).purchaseServices();
}

async function loadReturn(): Promise<void> {
  return (await import('../../accounts/sign-in-return.js')).returnSignIn();
}
