import type { Account, AccountState, PublicAccount } from '../accounts/account.js';
import type { AccountSettings } from '../accounts/index.js';
import { canSignIn } from '../accounts/provider-records.js';
import { publicAccount } from '../accounts/public-account.js';
import { defined } from '../base/defined.js';
import { postWithoutKey } from '../providers/http.js';
import type { ImageProvider } from '../providers/image-provider.js';
import type { PurchaseOrder } from './purchase-ports.js';

/** An account as a widget's settings name it. */
export interface AccountName {
  readonly provider: string;
  readonly endpoint?: string | undefined;
  readonly relay?: string | undefined;
  readonly clientId?: string | undefined;
}

/** What pays for an order, and the provider it goes to. */
export type Credentials = Pick<
  PurchaseOrder,
  'imageProvider' | 'key' | 'providerSession' | 'relay' | 'onSessionRefused'
>;

interface Parts {
  readonly account: (provider: string, settings: AccountSettings) => Account;
  readonly imageProvider: (
    provider: string,
    settings: { readonly endpoint?: string },
  ) => Promise<ImageProvider>;
  /** Called each time a reader has signed in. */
  readonly onSignIn: (name: AccountName) => void;
}

/** The page's accounts: one per provider, endpoint, relay and client id. */
export class PageAccounts {
  readonly #accounts = new Map<string, Account>();
  readonly #known = new Map<string, Account>();
  readonly #withPageId = new Set<string>();
  readonly #faces = new Map<Account, PublicAccount>();
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  of(name: AccountName): Account {
    const { provider, endpoint = '', relay = '', clientId = '' } = name;
    const key = `${provider} ${endpoint} ${relay} ${clientId}`;
    const known = this.#accounts.get(key);
    if (known) return known;
    const account = this.#parts.account(provider, {
      known: this.#known,
      post: postWithoutKey,
      ...defined({
        endpoint: endpoint || undefined,
        relay: relay || undefined,
        clientId: clientId || undefined,
      }),
    });
    this.#accounts.set(key, account);
    if (clientId && canSignIn(provider, clientId)) this.#withPageId.add(provider);
    let before: AccountState['status'] = account.state.get().status;
    account.state.subscribe(({ status }) => {
      const isNew = status === 'signed-in' && before !== status;
      before = status;
      if (isNew) this.#parts.onSignIn({ provider, endpoint, relay: relay || undefined, clientId });
    });
    return account;
  }

  /** What the page's scripts may see of it. */
  publicOf(name: AccountName): PublicAccount {
    const account = this.of(name);
    const face = this.#faces.get(account) ?? publicAccount(account);
    this.#faces.set(account, face);
    return face;
  }

  /**
   * The name of the signed-in account, for a provider with one account for the whole page that gave
   * its name.
   */
  nameOf(provider: string): string | undefined {
    const { status, name } = this.#known.get(provider)?.state.get() ?? {};
    return status === 'signed-in' ? name : undefined;
  }

  /** True where readers may sign in with an id of the page's own there. */
  hasPageId(provider: string): boolean {
    return this.#withPageId.has(provider);
  }

  provider({ provider, endpoint }: AccountName): Promise<ImageProvider> {
    return this.#parts.imageProvider(provider, endpoint ? { endpoint } : {});
  }

  /**
   * The credentials, read at the last moment. They go only into the order and to the image
   * provider.
   */
  async credentials(name: AccountName): Promise<Credentials> {
    const account = this.of(name);
    const [key, providerSession] = [account.key(), await account.providerSession?.()];
    return {
      imageProvider: await this.provider(name),
      onSessionRefused: () => account.refused(),
      ...defined({ key, providerSession, relay: name.relay }),
    };
  }
}
