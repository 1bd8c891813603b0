import { expect } from 'chai';
import { account } from '../../src/accounts/index.js';
import { makeKeyAccount } from '../../src/accounts/key-account.js';
import { keyStore } from '../../src/accounts/key-store.js';
import { signInAtOpenRouter } from '../../src/accounts/openrouter-sign-in.js';
import { signInAccount } from '../../src/accounts/sign-in-account.js';

const key = 'sk-or-v1-canary0123456789';
type Way = (popup: { location: { href: string; search: string }; closed: boolean; asked: URL }) => void;

/** A sign-in window that OpenRouter took over; `way` is what the reader does in it. */
const withWindow = async <T>(way: Way | 'blocked', work: () => Promise<T>): Promise<{ result?: T; error?: unknown; opened: number; closed: number }> => {
  const real = window.open;
  const seen = { opened: 0, closed: 0 };
  window.open = () => {
    seen.opened += 1;
    if (way === 'blocked') return null;
    const state = { href: '', search: '' };
    const popup = { closed: false, close: () => { popup.closed = true; seen.closed += 1; }, asked: new URL('about:blank'), location: state };
    Object.defineProperty(state, 'href', { set: (href: string) => { popup.asked = new URL(href); way(popup); } });
    return popup as unknown as Window;
  };
  try {
    return { result: await work(), ...seen };
  } catch (error) {
    return { error, ...seen };
  } finally {
    window.open = real;
  }
};
const backWith = (more: (callback: URL) => void): Way => (popup) => {
  const callback = new URL(popup.asked.searchParams.get('callback_url') ?? '');
  more(callback);
  popup.location.search = callback.search;
};
const back = backWith((callback) => { callback.searchParams.set('code', 'the-code'); });

describe('signing in at OpenRouter', () => {
  it('asks for a key with a proof that never leaves the page, and gives the code for it once', async () => {
    const posts: [string, Record<string, string>][] = [];
    let asked: URL | undefined;
    const { result, opened, closed } = await withWindow((popup) => { asked = popup.asked; back(popup); }, () => signInAtOpenRouter((url, json) => {
      posts.push([url, json as Record<string, string>]);
      return Promise.resolve({ key, user_id: 'u1' });
    }));
    expect(result).to.equal(key);
    expect([opened, closed]).to.deep.equal([1, 1]);
    expect(asked?.origin).to.equal('https://openrouter.ai');
    expect(asked?.searchParams.get('code_challenge_method')).to.equal('S256');
    expect(posts).to.have.length(1);
    const [[url, { code, code_verifier: verifier = '' }]] = posts as [[string, Record<string, string>]];
    expect([url, code]).to.deep.equal(['https://openrouter.ai/api/v1/auth/keys', 'the-code']);
    expect(verifier).to.match(/^[\w-]{43,128}$/);
    expect(asked?.href, 'only its digest goes out first').not.to.contain(verifier);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
    expect(asked?.searchParams.get('code_challenge')).to.equal(btoa(String.fromCharCode(...digest)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''));
  });

  it('says how it ended when it did not end well', async () => {
    const fine = (): Promise<unknown> => Promise.resolve({ key });
    for (const [way, post, code] of [
      ['blocked', fine, 'popup-blocked'],
      [(popup) => { popup.closed = true; }, fine, 'sign-in-cancelled'],
      [backWith((callback) => { callback.searchParams.set('error', 'access_denied'); }), fine, 'session-refused'],
      [back, () => Promise.reject(new Error('403')), 'session-refused'],
      [back, () => Promise.resolve({}), 'session-refused'],
    ] as [Way | 'blocked', () => Promise<unknown>, string][]) {
      const { error } = await withWindow(way, () => signInAtOpenRouter(post));
      expect(error).to.include({ code, stage: 'account', charge: 'none' });
    }
  });

  it('takes no code from a window that carries another mark, and waits no longer than it should', async () => {
    const { error, closed } = await withWindow(backWith((callback) => { callback.searchParams.set('code', 'theirs'); callback.searchParams.set('user-pays-sign-in', 'forged'); }),
      () => signInAtOpenRouter(() => Promise.resolve({ key }), 300));
    expect(error).to.include({ code: 'timed-out' });
    expect(closed).to.equal(1);
  });

  it('is one window for two presses, signs the whole page in, and stays in memory', async () => {
    const mine = signInAccount(makeKeyAccount(keyStore('https://or-1.example')), () => Promise.resolve({ key }), () => Promise.resolve(signInAtOpenRouter));
    await mine.prepare?.();
    const { result, opened } = await withWindow(back, () => {
      const both = Promise.all([mine.signIn(), mine.signIn()]);
      expect(mine.state.get()).to.deep.equal({ status: 'signing-in' });
      return both;
    });
    expect(result).to.deep.equal([{ status: 'signed-in' }, { status: 'signed-in' }]);
    expect([opened, mine.key(), mine.kind]).to.deep.equal([1, key, 'key']);
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.to.contain(key);
  });

  it('leaves the reader signed out when they close the window, and a pasted key is as good', async () => {
    const mine = signInAccount(makeKeyAccount(keyStore('https://or-2.example')), () => Promise.resolve({ key }), () => Promise.resolve(signInAtOpenRouter));
    const { error } = await withWindow((popup) => { popup.closed = true; }, () => mine.signIn());
    expect(error).to.include({ code: 'sign-in-cancelled' });
    expect(mine.state.get()).to.deep.equal({ status: 'signed-out' });
    await mine.setKey(key, { keep: 'memory' });
    expect(await mine.signIn()).to.deep.equal({ status: 'signed-in' });
  });

  it('is offered where the page can finish it', async () => {
    const error: unknown = await account('openrouter').signIn().catch((reason: unknown) => reason);
    expect(error, 'without a way to send the code').to.include({ code: 'no-session' });
    expect(account('openrouter', { post: () => Promise.resolve({}) }).prepare).to.be.a('function');
  });
});
