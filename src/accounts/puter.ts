import { defined } from '../base/defined.js';
import { UserPaysError, isUserPaysError, type ErrorCode } from '../base/error.js';
import { fields, text } from '../base/json.js';
import { observable } from '../base/store.js';
import type { Account, AccountState } from './account.js';
import { isPuterRemembered, originKey, tokenKey } from './puter-remembered.js';
import { loadPuterSdk, presentSdk, type PuterSdk, type SdkOptions } from './puter-sdk.js';

export interface PuterAccountOptions extends SdkOptions {
  /**
   * Milliseconds a sign-in may stay open. A cross-origin-isolated page can't see its window close.
   */
  readonly patienceToSignIn?: number;
}

const out: AccountState = Object.freeze({ status: 'signed-out' });

const codes: Readonly<Record<string, ErrorCode>> = {
  popup_blocked: 'popup-blocked',
  auth_window_closed: 'sign-in-cancelled',
  auth_canceled: 'sign-in-cancelled',
  not_available_in_app: 'no-session',
};

let one: Account | undefined;

/** Creates a Puter account that is not shared. */
export function makePuterAccount(options: PuterAccountOptions = {}): Account {
  const state = observable<AccountState>(isPuterRemembered() ? { status: 'signed-in' } : out);
  let watched: PuterSdk | undefined;
  let token: string | null | undefined;
  let flight: Promise<AccountState> | undefined;
  let giveUp: (error: UserPaysError) => void = () => undefined;

  /**
   * Updates the state from the SDK, which owns the session. A new token counts as another person
   * until their name is known.
   */
  const follow = (sdk: PuterSdk, name?: string): AccountState => {
    const signedIn = sdk.auth.isSignedIn();
    const same = signedIn && sdk.authToken === token && state.get().status === 'signed-in';
    token = sdk.authToken;
    if (!signedIn) state.set(flight ? { status: 'signing-in' } : out);
    else if (!same || name !== undefined)
      state.set({
        ...(same ? state.get() : {}),
        status: 'signed-in',
        ...defined({ name: (name ?? (same ? state.get().name : undefined)) || undefined }),
      });
    return state.get();
  };

  const watch = (sdk: PuterSdk): PuterSdk => {
    if (sdk === watched) return sdk;
    watched = sdk;
    token = sdk.authToken;
    // Subscribed once per SDK object, for the life of the page. Also reports sessions that Puter
    // ended (`reauth_required`) and the page's own sign-ins.
    sdk.onAuthStateChanged?.(() => void follow(sdk));
    follow(sdk, sdk.whoami?.username);
    return sdk;
  };

  const load = async (): Promise<PuterSdk> => watch(await loadPuterSdk(options));

  const ask = async (switching: boolean, temporary: boolean): Promise<AccountState> => {
    // No `await` when the SDK is loaded: the window has to open inside the reader's gesture.
    const here = presentSdk();
    const sdk = here ? watch(here) : await load();
    if (!switching && sdk.auth.isSignedIn()) return follow(sdk);
    const answer = await sdk.auth.signIn({
      ...defined({
        attempt_temp_user_creation: temporary ? true : undefined,
        request_auth: switching ? true : undefined,
      }),
    });
    return follow(sdk, answer?.username ?? sdk.whoami?.username);
  };

  const signIn: Account['signIn'] = ({ temporary = false } = {}) => {
    if (flight) return flight;
    const before = state.get();
    const kept = (watched ?? presentSdk())?.authToken;
    const patience = options.patienceToSignIn ?? 300_000;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopped = new Promise<never>((_, reject) => {
      giveUp = reject;
      timer = setTimeout(
        () => reject(failure({ error: 'auth_window_closed', msg: 'no answer' })),
        patience,
      );
    });
    const asked = ask(before.status === 'signed-in', temporary);
    state.set({ status: 'signing-in' });
    flight = Promise.race([asked, stopped])
      .catch((error: unknown) => {
        flight = undefined;
        // Measured: a refused sign-in posts an empty token, and the SDK then drops its session.
        // Restore it: cancelling an account change is no sign-out.
        if (kept && watched && !watched.auth.isSignedIn()) watched.setAuthToken?.(kept);
        if (!watched || (before.status === 'signed-in' && watched.auth.isSignedIn()))
          state.set(before);
        else follow(watched);
        throw failure(error);
      })
      .finally(() => {
        flight = undefined;
        clearTimeout(timer);
      });
    return flight;
  };

  const leave = (): void => {
    const sdk = watched ?? presentSdk();
    if (sdk) sdk.auth.signOut();
    else forget();
    giveUp(failure({ error: 'auth_window_closed', msg: 'signed out' }));
    state.set(out);
  };

  return {
    kind: 'popup',
    state,
    signIn,
    signOut: leave,
    refused: leave,
    key: () => undefined,
    setKey: () =>
      Promise.reject(
        new UserPaysError('invalid-input', {
          stage: 'account',
          retry: 'never',
          facts: { provider: 'puter', detail: 'takes no key' },
        }),
      ),
    setBalance: (balance) => {
      const now = state.get();
      if (now.status !== 'signed-in') return;
      const { status, name } = now;
      state.set({
        status,
        ...defined({ name: (balance?.name ?? name) || undefined }),
        ...defined({ balance: balance?.usd }),
      });
    },
    prepare: () =>
      load().then(
        () => undefined,
        () => undefined,
      ),
    providerSession: async () => {
      const sdk = await load();
      if (sdk.auth.isSignedIn()) return sdk;
      state.set(out);
      throw new UserPaysError('no-session', {
        stage: 'account',
        charge: 'none',
        facts: { provider: 'puter' },
      });
    },
  };
}

/**
 * Measured rejections of `signIn`: `{error: 'popup_blocked' | 'auth_window_closed' | …, msg}`, and
 * `{success: false, token: null}` when the reader or Puter said no.
 */
function failure(thrown: unknown): UserPaysError {
  if (isUserPaysError(thrown)) return thrown;
  const { error, code, msg, message } = fields(thrown);
  const name = text(error) ?? text(fields(error).code) ?? text(code) ?? '';
  const detail = (text(msg) ?? text(message) ?? name).slice(0, 200);
  return new UserPaysError(codes[name] ?? 'session-refused', {
    stage: 'account',
    charge: 'none',
    retry: 'safe',
    facts: { provider: 'puter', detail },
  });
}

function forget(): void {
  try {
    for (const key of [tokenKey, originKey]) localStorage.removeItem(key);
  } catch {
    /* storage is blocked, so it holds no token */
  }
}

/**
 * The reader's Puter account, one per module because the SDK hangs when two sign-ins run at once.
 * The first call's options apply.
 *
 * `signIn` opens one window however often it is called, and must be called inside the reader's
 * gesture. While signed in it lets the reader choose another account. Temporary accounts get a
 * smaller allowance from Puter. It rejects with `popup-blocked`, `sign-in-cancelled` (window
 * closed), `session-refused` (the reader or Puter refused) or `blocked-by-browser` (the SDK could
 * not be loaded), all with charge `none`.
 */
export function puterAccount(options: PuterAccountOptions = {}): Account {
  return (one ??= makePuterAccount(options));
}
