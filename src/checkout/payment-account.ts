import type {
  Account,
  AccountState,
  Keep,
  PublicAccount,
  SignInOptions,
} from '../accounts/account.js';
import { recordOf } from '../accounts/provider-records.js';
import { rememberedSession, type RememberedSession } from '../accounts/remembered-session.js';
import { UserPaysError } from '../base/error.js';
import type { PurchaseServices } from '../generation/purchase-services.js';
import { picturesLeft } from '../pricing/pictures-left.js';
import type { Quote } from '../pricing/quote-types.js';
import type { CheckoutSettings } from './settings.js';

interface Ports {
  readonly settings: () => CheckoutSettings;
  readonly quote: () => Quote | undefined;
  /** Loads the purchase code; `loaded` is that code once it is there. */
  readonly services: () => Promise<PurchaseServices>;
  readonly loaded: () => PurchaseServices | undefined;
  /** The interface asks for a key; no window opens. */
  readonly askForKey: () => void;
  readonly changed: () => void;
}

/** The account described by the settings. */
type Named = readonly [provider: string, endpoint: string, relay: string, clientId: string];

/**
 * Who pays: at first what this browser remembers; from the reader's first touch on, the page's
 * account.
 */
export class PaymentAccount {
  #remembered: (RememberedSession & { of: string }) | undefined;
  #followed = '';
  #unfollow: (() => void) | undefined;
  #isOn = false;
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get kind(): Account['kind'] {
    return this.#account()?.kind ?? this.#session().kind;
  }

  /** The provider's name for readers; the host name for a server of one's own. */
  get providerName(): string {
    const { provider, endpoint } = this.#ports.settings();
    return payeeName(provider, endpoint);
  }

  get state(): AccountState {
    const state: AccountState = this.#account()?.state.get() ?? { status: this.#session().status };
    const quote = this.#ports.quote();
    const most = state.balance ?? state.limit;
    if (most === undefined || !quote) return state;
    const times = picturesLeft(quote, most);
    return times === undefined || (times && state.limit)
      ? state
      : { ...state, pictures: times * (quote.request.count ?? 1) };
  }

  start(): void {
    this.#isOn = true;
    // A sign-in has returned to this page, in its own window.
    if (globalThis.location?.search.includes('user-pays-sign-in'))
      void finishReturn().then(
        () => this.#ports.changed(),
        () => undefined,
      );
  }

  stop(): void {
    this.#isOn = false;
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#followed = '';
  }

  async signIn(options?: SignInOptions): Promise<AccountState> {
    const account = await this.#meant();
    // The page's setting decides, whatever its script asks for.
    return account.signIn({ ...options, ...this.#terms });
  }

  signOut(): void {
    void this.#meant().then(
      (account) => account.signOut(),
      () => undefined,
    );
  }

  async setKey(key: string, options?: { keep?: Keep }): Promise<AccountState> {
    return (await this.#meant()).setKey(key, options);
  }

  /** The account at the time of the call: a key is for nobody who is chosen while the code loads. */
  async #meant(): Promise<PublicAccount> {
    const named = this.#named;
    return this.#in(await this.#ports.services(), named);
  }

  /** Signs in if needed, at once, so that the window opens inside the reader's gesture. */
  async open(): Promise<void> {
    const services = await this.#ports.services();
    // The reader's own way through Puter's network is a second account, and the one of the two that
    // opens a window.
    const network =
      this.#ports.settings().relay === 'puter' ? services.account('puter') : undefined;
    for (const account of [network, this.#in(services)]) if (account) await this.#enter(account);
    await network?.ready?.();
  }

  async #enter(account: PublicAccount): Promise<void> {
    if (account.state.get().status === 'signed-in') return;
    if (account.kind === 'key' && !account.prepare) this.#ports.askForKey();
    const { status } = await account.signIn(this.#terms);
    if (status !== 'signed-in')
      throw new UserPaysError('no-session', { stage: 'account', charge: 'none' });
  }

  /** The sign-in options the page allows. */
  get #terms(): { temporary: boolean; limit?: string } {
    const { temporaryAccount: temporary, budget } = this.#ports.settings();
    return budget === undefined ? { temporary } : { temporary, limit: budget };
  }

  get #named(): Named {
    const { provider, endpoint = '', relay = '', clientId } = this.#ports.settings();
    return [provider, endpoint, relay, clientId];
  }

  #account(): PublicAccount | undefined {
    const services = this.#ports.loaded();
    return services && this.#in(services);
  }

  #in(services: PurchaseServices, named = this.#named): PublicAccount {
    const account = services.account(...named);
    // One that is closed may still be asked who pays; the page's account must not hold on to it for
    // that.
    const of = named.join(' ');
    if (this.#isOn && this.#followed !== of) {
      this.#unfollow?.();
      this.#followed = of;
      this.#unfollow = account.state.subscribe(() => this.#ports.changed());
    }
    return account;
  }

  #session(): RememberedSession {
    const named = this.#named;
    const [provider, endpoint, relay] = named;
    const of = named.join(' ');
    if (this.#remembered?.of !== of)
      this.#remembered = { of, ...rememberedSession(provider, endpoint, relay) };
    return this.#remembered;
  }
}

/** The provider's name for readers; the host name for a server of one's own. */
export function payeeName(provider: string, endpoint = ''): string {
  const { name, own } = recordOf(provider);
  return own && URL.canParse(endpoint) ? new URL(endpoint).host : name;
}

async function finishReturn(): Promise<void> {
  return (await import('../accounts/sign-in-return.js')).returnSignIn();
}
