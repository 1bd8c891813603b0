import { expect } from 'chai';
import { makePuterAccount } from '../../src/accounts/puter.js';
import { originKey, tokenKey } from '../../src/accounts/puter-remembered.js';
import type { PuterSdk } from '../../src/accounts/puter-sdk.js';
import type { UserPaysError } from '../../src/base/error.js';

type Answer = { username?: string } | undefined;

/** An SDK that keeps what it was asked, and answers when it is told to. */
class Sdk implements PuterSdk {
  authToken: string | null = null;
  readonly asked: object[] = [];
  answer: (answer: Answer) => void = () => undefined;
  refuse: (reason: unknown) => void = () => undefined;
  readonly #listeners = new Set<() => void>();
  readonly auth: PuterSdk['auth'] = {
    signIn: (options = {}) =>
      new Promise((resolve, reject) => {
        this.asked.push(options);
        this.answer = resolve;
        this.refuse = reject;
      }),
    signOut: () => this.setAuthToken(null),
    isSignedIn: () => this.authToken !== null,
  };

  setAuthToken(token: string | null): void {
    this.authToken = token;
    for (const listener of this.#listeners) listener();
  }

  onAuthStateChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** Another tab of this site keeps a session, as the SDK does. */
function signInElsewhere(token: string, origin = 'https://api.puter.com'): void {
  for (const [key, value] of [
    [tokenKey, token],
    [originKey, origin],
  ] as const) {
    localStorage.setItem(key, value);
    dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
  }
}

describe('signing in at Puter by an emailed link', () => {
  const page = globalThis as { puter?: unknown };
  const email = 'kim@example.com';
  let sdk: Sdk;
  const forget = (): void => [tokenKey, originKey].forEach((key) => localStorage.removeItem(key));
  const failure = (promise: Promise<unknown>): Promise<UserPaysError> =>
    promise.then(
      () => expect.fail('went through'),
      (error: unknown) => error as UserPaysError,
    );
  beforeEach(() => {
    forget();
    page.puter = sdk = new Sdk();
  });
  afterEach(() => {
    forget();
    delete page.puter;
  });

  it('asks for the link at once, back to this page, and for no temporary account', async () => {
    const account = makePuterAccount();
    const signedIn = account.signIn({ email: ` ${email} `, temporary: true });
    expect(sdk.asked).to.deep.equal([{ email, returnUrl: location.href }]);
    sdk.setAuthToken('kim');
    sdk.answer({ username: 'Kim' });
    expect(await signedIn).to.deep.equal({ status: 'signed-in', name: 'Kim' });
  });

  it('takes another page of this site to come back to, and no other site', async () => {
    const account = makePuterAccount();
    void account.signIn({ email, returnUrl: '/welcome?x=1' });
    expect(sdk.asked).to.deep.equal([
      { email, returnUrl: new URL('/welcome?x=1', location.href).href },
    ]);
    for (const returnUrl of [
      'https://elsewhere.example/',
      'javascript:alert(1)',
      'data:text/html,x',
      `https://kim@${location.host}/`,
      'http://[',
    ]) {
      const error = await failure(makePuterAccount().signIn({ email, returnUrl }));
      expect(error, returnUrl).to.include({ code: 'invalid-input', charge: 'none' });
      expect(error.facts.detail).to.equal('invalid_return_url');
    }
    expect(sdk.asked).to.have.length(1);
  });

  it('opens no window for what is no address', async () => {
    for (const wrong of ['', 'kim', 'kim@', 'kim @example.com']) {
      const account = makePuterAccount();
      const error = await failure(account.signIn({ email: wrong }));
      expect(error).to.include({ code: 'invalid-input', charge: 'none', retry: 'never' });
      expect(error.facts.detail).to.equal('invalid_email');
      expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
    }
    expect(sdk.asked).to.deep.equal([]);
  });

  for (const [name, code] of [
    ['invalid_email', 'invalid-input'],
    ['invalid_return_url', 'invalid-input'],
    ['return_url_required', 'invalid-input'],
    ['auth_window_closed', 'sign-in-cancelled'],
    ['popup_blocked', 'popup-blocked'],
    ['not_available_in_app', 'no-session'],
  ] as const) {
    it(`says ${name} as ${code}, and charges nothing`, async () => {
      const signedIn = makePuterAccount().signIn({ email });
      sdk.refuse({ error: name, msg: 'because' });
      const error = await failure(signedIn);
      expect(error).to.include({ code, charge: 'none', stage: 'account' });
      expect(error.retry).to.equal(code === 'invalid-input' ? 'never' : 'safe');
      expect(error.facts.detail).to.equal('because');
    });
  }

  it('is done when the page that the link leads to has signed in, also if the SDK never answers', async () => {
    const account = makePuterAccount();
    const signedIn = account.signIn({ email });
    signInElsewhere('kim-token');
    expect(await signedIn).to.include({ status: 'signed-in' });
    expect(sdk.authToken).to.equal('kim-token');
  });

  it('is done, too, when its window was closed long before the link was opened', async () => {
    const account = makePuterAccount();
    const signedIn = account.signIn({ email });
    sdk.refuse({ error: 'auth_window_closed', msg: 'closed' });
    expect((await failure(signedIn)).code).to.equal('sign-in-cancelled');
    signInElsewhere('kim-token');
    expect(account.state.get()).to.include({ status: 'signed-in' });
  });

  it('takes no session of another server, and none that nobody here asked for', async () => {
    const account = makePuterAccount();
    await account.prepare?.();
    signInElsewhere('kim-token');
    expect(sdk.authToken).to.equal(null);
    forget();
    const signedIn = account.signIn({ email });
    localStorage.setItem(originKey, 'https://other.example');
    signInElsewhere('kim-token', 'https://other.example');
    expect(sdk.authToken).to.equal(null);
    account.signOut();
    expect((await failure(signedIn)).code).to.equal('sign-in-cancelled');
    forget();
    signInElsewhere('kim-token');
    expect(sdk.authToken).to.equal(null);
  });

  it('is found done by the page that the link leads to, when it loads', async () => {
    localStorage.setItem(tokenKey, 'kim-token');
    expect(makePuterAccount().state.get()).to.deep.equal({ status: 'signed-in' });
    forget();
    sdk.authToken = 'kim-token';
    const account = makePuterAccount();
    expect(await account.signIn()).to.include({ status: 'signed-in' });
    expect(account.state.get()).to.include({ status: 'signed-in' });
    expect(sdk.asked).to.deep.equal([]);
  });
});
