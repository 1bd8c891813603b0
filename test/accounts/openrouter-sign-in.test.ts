import { expect } from 'chai';
import { account } from '../../src/accounts/index.js';
import { makeKeyAccount } from '../../src/accounts/key-account.js';
import { keyStore } from '../../src/accounts/key-store.js';
import { broughtIn, handOver } from '../../src/accounts/sign-in-handover.js';
import { signInAccount } from '../../src/accounts/sign-in-account.js';
import { signInAt } from '../../src/accounts/sign-in-services.js';
import type { Post, SignInTerms } from '../../src/accounts/sign-in-window.js';
import { UserPaysError } from '../../src/base/error.js';
import { back, backWith, withWindow, type Way } from '../support/sign-in-popup.js';
import type { Account } from '../../src/accounts/account.js';

const key = 'sk-or-v1-canary0123456789';
const signInAtOpenRouter = signInAt('openrouter');

const fine: Post = () => Promise.resolve({ key });
function keyAt(post: Post, terms?: SignInTerms): Promise<string> {
  const { token, closed } = signInAtOpenRouter(post, terms);
  return Promise.race([token, closed]).then((given) => given.key);
}
function mine(name: string, post: Post = fine): Account {
  return signInAccount(makeKeyAccount(keyStore(`https://${name}.example`)), post, () =>
    Promise.resolve(signInAtOpenRouter),
  );
}

describe('signing in at OpenRouter', () => {
  const { hasFocus } = Document.prototype;
  // The reader is back on the page, as far as a closed window is concerned.
  before(() => {
    Document.prototype.hasFocus = () => true;
  });
  after(() => {
    Document.prototype.hasFocus = hasFocus;
  });

  it('asks for a key with a proof that never leaves the page, and gives the code for it once', async () => {
    const posts: [string, Record<string, string>][] = [];
    let asked: URL | undefined;
    const { result, opened, closed } = await withWindow(
      (popup) => {
        asked = popup.asked;
        back(popup);
      },
      () =>
        keyAt((url, json) => {
          posts.push([url, json]);
          return Promise.resolve({ key, user_id: 'u1' });
        }),
    );
    expect(result).to.equal(key);
    expect([opened, closed]).to.deep.equal([1, 1]);
    expect(asked?.origin).to.equal('https://openrouter.ai');
    expect(asked?.searchParams.get('code_challenge_method')).to.equal('S256');
    expect(posts).to.have.length(1);
    const [[url, { code, code_verifier: verifier = '' }]] = posts as [
      [string, Record<string, string>],
    ];
    expect([url, code]).to.deep.equal(['https://openrouter.ai/api/v1/auth/keys', 'the-code']);
    expect(verifier).to.match(/^[\w-]{43,128}$/);
    expect(asked?.href, 'only its digest goes out first').not.to.contain(verifier);
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)),
    );
    expect(asked?.searchParams.get('code_challenge')).to.equal(
      btoa(String.fromCharCode(...digest))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=/g, ''),
    );
  });

  it('asks for a key that may spend no more than the page allows, ends after a day, and says whose page it is for', async () => {
    const askedFor = async (terms: { limit?: string }): Promise<URLSearchParams> => {
      let asked = new URL('about:blank');
      const { error } = await withWindow(
        (popup) => {
          asked = popup.asked;
          back(popup);
        },
        () => mine(`limit-${terms.limit ?? 'none'}`).signIn(terms),
      );
      expect(error).to.equal(undefined);
      return asked.searchParams;
    };
    const limited = await askedFor({ limit: '1.50' });
    expect([limited.get('limit'), limited.get('key_label')]).to.deep.equal(['1.50', location.host]);
    const life = Date.parse(limited.get('expires_at') ?? '') - Date.now();
    expect(life).to.be.within(86_000_000, 86_400_000);
    for (const limit of [undefined, '0', 'x'])
      expect(
        (await askedFor(limit === undefined ? {} : { limit })).has('limit'),
        String(limit),
      ).to.equal(false);
  });

  it('says how it ended when it did not end well, and never that a key was forgotten', async () => {
    const refused = new UserPaysError('session-refused', {
      stage: 'account',
      facts: { detail: 'Invalid code' },
    });
    const denied = backWith((callback) => {
      callback.searchParams.set('error', 'access_denied');
    });
    for (const [way, post, code, facts] of [
      ['blocked', fine, 'popup-blocked', {}],
      [
        (popup) =>
          popup.later(() => {
            popup.closed = true;
          }),
        fine,
        'sign-in-cancelled',
        {},
      ],
      [denied, fine, 'session-refused', { signIn: 'denied', detail: 'access_denied' }],
      [
        back,
        () => Promise.reject(refused),
        'session-refused',
        { signIn: 'exchange', detail: 'Invalid code' },
      ],
      [back, () => Promise.reject(new Error('500')), 'session-refused', { signIn: 'exchange' }],
      [back, () => Promise.resolve({}), 'session-refused', { signIn: 'exchange' }],
    ] as [Way | 'blocked', Post, string, Record<string, string>][]) {
      const { error } = await withWindow(way, () => keyAt(post, { grace: 0 }));
      expect(error).to.include({ code, stage: 'account', charge: 'none' });
      expect((error as UserPaysError).facts).to.include(facts);
    }
  });

  it('takes no code from a window that carries another mark, and ends there', async () => {
    const { error, closed } = await withWindow(
      backWith((callback) => {
        callback.searchParams.set('code', 'theirs');
        callback.searchParams.set('user-pays-sign-in', 'forged');
      }),
      () => keyAt(() => Promise.reject(new Error('exchanged'))),
    );
    expect(error).to.include({ code: 'session-refused', charge: 'none' });
    expect((error as UserPaysError).facts).to.include({ signIn: 'mark', detail: '' });
    expect(closed).to.equal(1);
  });

  it('takes the code from a window the browser has cut off, which reads as closed from the start', async () => {
    let taken: Promise<boolean> | undefined;
    const { result } = await withWindow(
      (popup) => {
        popup.closed = true;
        setTimeout(() => {
          taken = handOver(popup.mark, { code: 'the-code' });
        }, 300);
      },
      () =>
        keyAt((_, json) => Promise.resolve(json['code'] === 'the-code' ? { key } : {}), {
          grace: 0,
        }),
    );
    expect(result).to.equal(key);
    expect(await taken, 'the window hears that it can go').to.equal(true);
  });

  it('hears nobody who does not know the mark', async () => {
    const { error } = await withWindow(
      (popup) => {
        popup.closed = true;
        void handOver('0'.repeat(32), { code: 'theirs' }, 50);
        new BroadcastChannel(`user-pays-image/sign-in/${popup.mark}`).postMessage({
          code: 'no shape of ours',
        });
      },
      () => keyAt(fine, { patience: 400 }),
    );
    expect(error).to.include({ code: 'timed-out' });
    expect(await handOver('f'.repeat(32), { code: 'x' }, 50), 'nobody is there').to.equal(false);
    expect(broughtIn('?user-pays-sign-in=a&code=x', 'b')).to.equal(undefined);
  });

  it('takes what still comes from a window that seemed to be closed', async () => {
    let mark = '';
    const slow = signInAccount(makeKeyAccount(keyStore('https://late.example')), fine, () =>
      Promise.resolve((post: Post, terms?: SignInTerms) =>
        signInAtOpenRouter(post, { ...terms, grace: 0 }),
      ),
    );
    const { error } = await withWindow(
      (popup) => {
        ({ mark } = popup);
        popup.later(() => {
          popup.closed = true;
        });
      },
      () => slow.signIn(),
    );
    expect(error).to.include({ code: 'sign-in-cancelled' });
    expect(slow.state.get()).to.deep.equal({ status: 'signed-out' });
    const signedIn = new Promise<void>((done) => {
      slow.state.subscribe(({ status }) => {
        if (status === 'signed-in') done();
      });
    });
    expect(await handOver(mark, { code: 'the-code' })).to.equal(true);
    await signedIn;
    expect(slow.key()).to.equal(key);
  });

  it('is one window for two presses, signs the whole page in, and stays in memory', async () => {
    const account = mine('or-1');
    await account.prepare?.();
    const { result, opened } = await withWindow(back, () => {
      const both = Promise.all([account.signIn(), account.signIn()]);
      expect(account.state.get()).to.deep.equal({ status: 'signing-in' });
      return both;
    });
    expect(result).to.deep.equal([{ status: 'signed-in' }, { status: 'signed-in' }]);
    expect([opened, account.key(), account.kind]).to.deep.equal([1, key, 'key']);
    expect(
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    ).not.to.contain(key);
  });

  it('opens another window on the next press, where the first one reads as closed and nobody knows', async () => {
    const account = mine('or-3');
    await account.prepare?.();
    let first = true;
    const { result, opened } = await withWindow(
      (popup) => {
        if (!first) return back(popup);
        first = false;
        popup.closed = true;
      },
      async () => {
        account.signIn().catch(() => undefined);
        while (first)
          await new Promise((done) => {
            setTimeout(done);
          });
        return account.signIn();
      },
    );
    expect(opened).to.equal(2);
    expect(result).to.deep.equal({ status: 'signed-in' });
  });

  it('leaves the reader signed out when nothing came of it, and a pasted key is as good', async () => {
    const account = mine('or-2');
    const { error } = await withWindow(
      backWith((callback) => {
        callback.searchParams.set('error', 'access_denied');
      }),
      () => account.signIn(),
    );
    expect(error).to.include({ code: 'session-refused' });
    expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
    await account.setKey(key, { keep: 'memory' });
    expect(await account.signIn()).to.deep.equal({ status: 'signed-in' });
  });

  it('is offered where the page can finish it', async () => {
    const error: unknown = await account('openrouter')
      .signIn()
      .catch((reason: unknown) => reason);
    expect(error, 'without a way to send the code').to.include({ code: 'no-session' });
    expect(account('openrouter', { post: () => Promise.resolve({}) }).prepare).to.be.a('function');
  });
});
