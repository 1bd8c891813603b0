import { defined } from '../base/defined.js';
import { UserPaysError } from '../base/error.js';
import { observable, type Observable } from '../base/store.js';
import type { Account, AccountState } from './account.js';
import { emailedLink, onSignInElsewhere, type EmailedLink } from './puter-link.js';
import { isPuterRemembered, originKey, tokenKey } from './puter-remembered.js';
import {
  hideNamedElements,
  loadPuterSdk,
  presentSdk,
  type PuterSdk,
  type SdkOptions,
} from './puter-sdk.js';
import { failure, severed, signedOut } from './puter-sign-in-errors.js';
import { watchWindow, type WatchedWindow } from './severed-window.js';

export interface PuterAccountOptions extends SdkOptions {
  /**
   * Milliseconds a sign-in may stay open. A cross-origin-isolated page can't see its window close.
   */
  readonly patienceToSignIn?: number;
}

type SignInTerms = NonNullable<Parameters<Account['signIn']>[0]>;

/** What Puter is asked when a reader signs in. */
interface Question {
  /** True where the reader is signed in and chooses another account. */
  readonly isSwitch: boolean;
  readonly isTemporary: boolean;
  readonly link: EmailedLink | undefined;
  /** Resolves when another page of this site has signed in. */
  readonly opened: Promise<undefined> | undefined;
}

const out: AccountState = Object.freeze({ status: 'signed-out' });

/**
 * The reader's Puter account. A page makes one only, because the SDK hangs when two sign-ins run at
 * once.
 *
 * `signIn` opens one window however often it is called, and must be called inside the reader's
 * gesture. While signed in it lets the reader choose another account. Temporary accounts get a
 * smaller allowance from Puter. It rejects with `popup-blocked`, `sign-in-cancelled` (window
 * closed), `session-refused` (the reader or Puter refused), `invalid-input` (the address for a link)
 * or `blocked-by-browser` (the SDK could not be loaded, or the page's policy cuts off its window),
 * all with charge `none`.
 */
export function makePuterAccount(options: PuterAccountOptions = {}): Account {
  return new PuterAccount(options).account();
}

class PuterAccount {
  readonly #options: PuterAccountOptions;
  readonly #state: Observable<AccountState>;
  #watched: PuterSdk | undefined;
  #token: string | null | undefined;
  #flight: Promise<AccountState> | undefined;
  #giveUp: (error: UserPaysError) => void = () => undefined;
  #window: WatchedWindow<unknown> | undefined;
  /** Ends the waiting for an emailed link to be opened. */
  #stopAwaiting: (() => void) | undefined;

  constructor(options: PuterAccountOptions) {
    this.#options = options;
    this.#state = observable<AccountState>(isPuterRemembered() ? { status: 'signed-in' } : out);
  }

  account(): Account {
    const signOut = (): void => this.#signOut();
    return {
      kind: 'popup',
      state: this.#state,
      signIn: (options = {}) => this.#signIn(options),
      signOut,
      refused: signOut,
      key: () => undefined,
      setKey: () => Promise.reject(takesNoKey()),
      setBalance: (balance) => this.#setBalance(balance),
      prepare: () =>
        this.#load().then(
          () => undefined,
          () => undefined,
        ),
      providerSession: () => this.#session(),
    };
  }

  #signIn({ temporary = false, ...options }: SignInTerms): Promise<AccountState> {
    if (this.#flight) return this.#flight;
    let link: EmailedLink | undefined;
    try {
      link = emailedLink(options);
    } catch (error) {
      return Promise.reject(failure(error));
    }
    return this.#start(temporary, link);
  }

  #start(temporary: boolean, link: EmailedLink | undefined): Promise<AccountState> {
    const before = this.#state.get();
    const kept = (this.#watched ?? presentSdk())?.authToken;
    const { stopped, timer } = this.#patience();
    const opened = link && this.#opened();
    const asked = this.#ask({
      isSwitch: before.status === 'signed-in',
      isTemporary: temporary && !link,
      link,
      opened,
    });
    this.#state.set({ status: 'signing-in' });
    this.#flight = Promise.race([asked, stopped])
      .then((state) => {
        this.#stopAwaiting?.();
        // Somebody had signed in before anything was asked.
        if (this.#state.get().status === 'signing-in') this.#state.set(state);
        return state;
      })
      .catch((error: unknown) => {
        this.#flight = undefined;
        this.#restore(before, kept);
        throw this.#failure(error);
      })
      .finally(() => {
        this.#flight = undefined;
        this.#window?.stop();
        this.#window = undefined;
        clearTimeout(timer);
      });
    return this.#flight;
  }

  #failure(thrown: unknown): UserPaysError {
    const error = failure(thrown);
    const isClosed = error.code === 'sign-in-cancelled' && error.facts['detail'] !== signedOut;
    return isClosed && this.#window?.wasSevered() ? severed() : error;
  }

  /** `stopped` rejects when the reader signs out meanwhile, or when there is no answer in time. */
  #patience(): { stopped: Promise<never>; timer: ReturnType<typeof setTimeout> | undefined } {
    const patience = this.#options.patienceToSignIn ?? 300_000;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopped = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
      timer = setTimeout(
        () => reject(failure({ error: 'auth_window_closed', msg: 'no answer' })),
        patience,
      );
    });
    return { stopped, timer };
  }

  /**
   * Resolves when another page of this site has signed in: the one that an emailed link leads to.
   * That may be long after the window closed, so it is waited for until somebody signs in or out.
   */
  #opened(): Promise<undefined> {
    this.#stopAwaiting?.();
    return new Promise((resolve) => {
      this.#stopAwaiting = onSignInElsewhere((token) => {
        this.#stopAwaiting?.();
        const sdk = this.#watched ?? presentSdk();
        if (sdk && sdk.authToken !== token) sdk.setAuthToken?.(token);
        resolve(undefined);
      });
    });
  }

  async #ask({ isSwitch, isTemporary, link, opened }: Question): Promise<AccountState> {
    // No `await` when the SDK is loaded: the window has to open inside the reader's gesture.
    hideNamedElements();
    const here = presentSdk();
    const sdk = here ? this.#watch(here) : await this.#load();
    if (!isSwitch && sdk.auth.isSignedIn()) return this.#follow(sdk);
    const watched = watchWindow(() =>
      sdk.auth.signIn({
        ...link,
        ...defined({
          attempt_temp_user_creation: isTemporary ? true : undefined,
          request_auth: isSwitch ? true : undefined,
        }),
      }),
    );
    this.#window = watched;
    const signedIn = watched.result;
    const answer = await (opened ? Promise.race([signedIn, opened]) : signedIn);
    return this.#follow(sdk, answer?.username ?? sdk.whoami?.username);
  }

  /** After a sign-in that failed: `before` and `kept` are the state and token from before it. */
  #restore(before: AccountState, kept: string | null | undefined): void {
    const sdk = this.#watched;
    // Measured: a refused sign-in posts an empty token, and the SDK then drops its session.
    // Restore it: cancelling an account change is no sign-out.
    if (kept && sdk && !sdk.auth.isSignedIn()) sdk.setAuthToken?.(kept);
    if (!sdk || (before.status === 'signed-in' && sdk.auth.isSignedIn())) this.#state.set(before);
    else this.#follow(sdk);
  }

  async #load(): Promise<PuterSdk> {
    return this.#watch(await loadPuterSdk(this.#options));
  }

  #watch(sdk: PuterSdk): PuterSdk {
    if (sdk === this.#watched) return sdk;
    this.#watched = sdk;
    this.#token = sdk.authToken;
    // Subscribed once per SDK object, for the life of the page. Also reports sessions that Puter
    // ended (`reauth_required`) and the page's own sign-ins.
    sdk.onAuthStateChanged?.(() => void this.#follow(sdk));
    this.#follow(sdk, sdk.whoami?.username);
    return sdk;
  }

  /**
   * Updates the state from the SDK, which owns the session. A new token counts as another person
   * until their name is known.
   */
  #follow(sdk: PuterSdk, name?: string): AccountState {
    const state = this.#state;
    const signedIn = sdk.auth.isSignedIn();
    const same = signedIn && sdk.authToken === this.#token && state.get().status === 'signed-in';
    this.#token = sdk.authToken;
    if (!signedIn) state.set(this.#flight ? { status: 'signing-in' } : out);
    else if (!same || name !== undefined)
      state.set({
        ...(same ? state.get() : {}),
        status: 'signed-in',
        ...defined({ name: (name ?? (same ? state.get().name : undefined)) || undefined }),
      });
    return state.get();
  }

  #signOut(): void {
    this.#stopAwaiting?.();
    const sdk = this.#watched ?? presentSdk();
    if (sdk) sdk.auth.signOut();
    else forget();
    this.#giveUp(failure({ error: 'auth_window_closed', msg: signedOut }));
    this.#state.set(out);
  }

  #setBalance(balance: Parameters<Account['setBalance']>[0]): void {
    const now = this.#state.get();
    if (now.status !== 'signed-in') return;
    const { status, name } = now;
    this.#state.set({
      status,
      ...defined({ name: (balance?.name ?? name) || undefined }),
      ...defined({ balance: balance?.usd, bought: balance?.bought, credits: balance?.credits }),
    });
  }

  async #session(): Promise<PuterSdk> {
    const sdk = await this.#load();
    if (sdk.auth.isSignedIn()) return sdk;
    this.#state.set(out);
    throw new UserPaysError('no-session', {
      stage: 'account',
      charge: 'none',
      facts: { provider: 'puter' },
    });
  }
}

function takesNoKey(): UserPaysError {
  return new UserPaysError('invalid-input', {
    stage: 'account',
    retry: 'never',
    facts: { provider: 'puter', detail: 'takes no key' },
  });
}

function forget(): void {
  try {
    for (const key of [tokenKey, originKey]) localStorage.removeItem(key);
  } catch {
    /* storage is blocked, so it holds no token */
  }
}
