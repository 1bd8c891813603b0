import { expect } from 'chai';
import { makePuterAccount } from '../../src/accounts/puter.js';
import type { PuterSdk } from '../../src/accounts/puter-sdk.js';
import { isUserPaysError, type UserPaysError } from '../../src/base/error.js';

interface Waiting {
  resolve(answer: { username?: string }): void;
  reject(reason: unknown): void;
  options: object;
}

/** An SDK whose sign-in window is ours to answer. It behaves as SDK 2.6.3 was measured to. */
function sdk() {
  const windows: Waiting[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const made = {
    authToken: null as string | null,
    auth: {
      signIn: (options: object = {}) =>
        new Promise<{ username?: string }>((resolve, reject) => {
          windows.push({ resolve, reject, options });
        }),
      signOut: () => {
        made.authToken = null;
        tell();
      },
      isSignedIn: () => made.authToken !== null,
    },
    setAuthToken: (token: string) => {
      made.authToken = token;
      tell();
    },
    onAuthStateChanged: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const grant = (username: string, token = username): void => {
    made.setAuthToken(token);
    windows.shift()?.resolve({ username });
  };
  return { made, windows, listeners, grant };
}

function failure(promise: Promise<unknown>): Promise<UserPaysError> {
  return promise.then(
    () => {
      throw new Error('went through');
    },
    (error: unknown) => {
      if (isUserPaysError(error)) return error;
      throw error;
    },
  );
}

describe('a Puter account', () => {
  const page = globalThis as { puter?: unknown };
  let fake: ReturnType<typeof sdk>;
  beforeEach(() => {
    localStorage.removeItem('puter.auth.token.v2');
    fake = sdk();
    page.puter = fake.made satisfies PuterSdk;
  });
  afterEach(() => {
    delete page.puter;
  });

  it('opens its window within the very call, while the reader’s gesture still counts', async () => {
    const account = makePuterAccount();
    const signedIn = account.signIn();
    expect(fake.windows.length).to.equal(1);
    expect(account.state.get()).to.deep.equal({ status: 'signing-in' });
    fake.grant('Kim');
    expect(await signedIn).to.deep.equal({ status: 'signed-in', name: 'Kim' });
  });

  it('opens one window however often it is called', async () => {
    const account = makePuterAccount();
    const calls = [account.signIn(), account.signIn(), account.signIn()];
    expect(fake.windows.length).to.equal(1);
    fake.grant('Kim');
    expect(new Set(await Promise.all(calls)).size).to.equal(1);
  });

  for (const [what, reason, code] of [
    ['blocked', { error: 'popup_blocked', msg: 'x' }, 'popup-blocked'],
    ['closed', { error: 'auth_window_closed', msg: 'x' }, 'sign-in-cancelled'],
    ['refused', { success: false, token: null }, 'session-refused'],
    ['not possible inside Puter', { error: 'not_available_in_app', msg: 'x' }, 'no-session'],
    ['broken', new Error('x'), 'session-refused'],
    ['silent', undefined, 'session-refused'],
  ] as const) {
    it(`says that the window was ${what}, charges nothing, and can be tried again`, async () => {
      const account = makePuterAccount();
      const signedIn = account.signIn();
      fake.windows.shift()?.reject(reason);
      const error = await failure(signedIn);
      expect([error.code, error.charge, error.stage]).to.deep.equal([code, 'none', 'account']);
      expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
      const again = account.signIn();
      fake.grant('Kim');
      expect((await again).status).to.equal('signed-in');
    });
  }

  it('gives up a window that never answers, and takes a late answer all the same', async () => {
    const account = makePuterAccount({ patienceToSignIn: 1 });
    expect((await failure(account.signIn())).code).to.equal('sign-in-cancelled');
    fake.grant('Kim');
    expect(account.state.get().status).to.equal('signed-in');
  });

  it('ends a sign-in that is under way when the reader signs out', async () => {
    const account = makePuterAccount();
    const signedIn = account.signIn();
    account.signOut();
    expect((await failure(signedIn)).code).to.equal('sign-in-cancelled');
    expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
  });

  it('keeps the session the reader has when changing accounts is refused, though the SDK drops it', async () => {
    fake.made.authToken = 'kim';
    const account = makePuterAccount();
    await account.prepare?.();
    account.setBalance({ usd: '0.40', name: 'Kim' });
    const changing = account.signIn();
    expect(fake.windows[0]?.options).to.deep.equal({ request_auth: true });
    fake.made.authToken = null;
    fake.windows.shift()?.reject({ success: false, token: null });
    await failure(changing);
    expect(fake.made.authToken).to.equal('kim');
    expect(account.state.get()).to.deep.equal({
      status: 'signed-in',
      name: 'Kim',
      balance: '0.40',
    });
  });

  it('forgets one reader’s balance when another one signs in', async () => {
    fake.made.authToken = 'kim';
    const account = makePuterAccount();
    await account.prepare?.();
    account.setBalance({ usd: '0.40', name: 'Kim' });
    const changing = account.signIn();
    fake.grant('Robin');
    expect(await changing).to.deep.equal({ status: 'signed-in', name: 'Robin' });
  });

  it('listens to the SDK once, whatever is asked of it how often', async () => {
    fake.made.authToken = 'kim';
    const account = makePuterAccount();
    for (let i = 0; i < 5; i += 1) {
      await account.prepare?.();
      await account.providerSession?.();
    }
    expect(fake.listeners.size).to.equal(1);
  });

  it('hands its SDK object to nobody while signed out', async () => {
    localStorage.setItem('puter.auth.token.v2', 'stale');
    const account = makePuterAccount();
    expect(account.state.get().status).to.equal('signed-in');
    expect((await failure(account.providerSession?.() ?? Promise.resolve())).code).to.equal(
      'no-session',
    );
    expect(account.state.get().status).to.equal('signed-out');
    localStorage.removeItem('puter.auth.token.v2');
  });

  it('has no key and takes none', async () => {
    const account = makePuterAccount();
    expect(account.key()).to.equal(undefined);
    expect((await failure(account.setKey('secret', { keep: 'tab' }))).code).to.equal(
      'invalid-input',
    );
  });

  it('shows no balance while signed out', () => {
    const account = makePuterAccount();
    account.setBalance({ usd: '1' });
    expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
  });
});
