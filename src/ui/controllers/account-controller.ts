import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Account, AccountState, Keep } from '../../accounts/account.js';
import { UserPaysError } from '../../base/error.js';
import type { Till } from '../../generation/till.js';
import type { PurchaseOrder } from '../../generation/shop.js';
import { runway } from '../../pricing/runway.js';
import { providerName } from '../provider-names.js';
import type { Quote } from '../../pricing/quote-types.js';

type Host = ReactiveControllerHost & { readonly shop: Till; readonly provider: string; readonly endpoint: string | undefined; readonly quote: Quote | undefined };

/** Who pays for this element's pictures: the page's account at its provider, and how many pictures the balance covers. */
export class AccountController implements ReactiveController {
  #account: Account | undefined;
  #of = '';
  #stop: (() => void) | undefined;

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get account(): Account {
    const { provider, endpoint = '' } = this.#host;
    if (!this.#account || this.#of !== `${provider} ${endpoint}`) {
      this.#stop?.();
      this.#of = `${provider} ${endpoint}`;
      this.#account = this.#host.shop.account(provider, endpoint);
      this.#stop = this.#account.state.subscribe(() => this.#host.requestUpdate());
    }
    return this.#account;
  }

  get providerName(): string {
    return providerName(this.#host.provider);
  }

  get state(): AccountState {
    const state = this.account.state.get();
    const { quote } = this.#host;
    const times = state.balance === undefined || !quote ? undefined : runway(quote, state.balance);
    return times === undefined ? state : { ...state, pictures: times * (quote?.request.count ?? 1) };
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#account = undefined;
  }

  signIn(): Promise<AccountState> {
    return this.account.signIn();
  }

  signOut(): void {
    this.account.signOut();
  }

  setKey(key: string, options: { keep: Keep }): Promise<AccountState> {
    return this.account.setKey(key, options);
  }

  /** Signs in when that is still to be done; at once, so that a popup opens inside the reader's gesture. */
  async open(): Promise<void> {
    const { account } = this;
    if (account.state.get().status === 'signed-in') return;
    const { status } = await account.signIn();
    if (status !== 'signed-in') throw new UserPaysError('no-session', { stage: 'account', charge: 'none' });
  }

  /** What the maker needs, fetched at the last moment: the key is in no property of any element. */
  async credentials(): Promise<Pick<PurchaseOrder, 'maker' | 'key' | 'agent' | 'onSessionRefused'>> {
    const { account } = this;
    const key = account.key();
    const agent = await account.agent?.();
    return {
      maker: await this.#host.shop.maker(this.#host.provider, this.#host.endpoint),
      onSessionRefused: () => account.refused(),
      ...(key === undefined ? {} : { key }),
      ...(agent === undefined ? {} : { agent }),
    };
  }
}
