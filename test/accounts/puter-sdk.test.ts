import { expect } from 'chai';
import { makePuterAccount } from '../../src/accounts/puter.js';
import { loadPuterSdk, presentSdk } from '../../src/accounts/puter-sdk.js';
import { isUserPaysError } from '../../src/base/error.js';

const page = globalThis as { puter?: unknown; PUTER_API_ORIGIN?: string };
function code(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'loaded',
    (error: unknown) => (isUserPaysError(error) ? [error.code, error.charge, error.retry] : error),
  );
}
const clear = ['blocked-by-browser', 'none', 'safe'];

/**
 * Puter's SDK as its package ships it, in this very engine. A server hands `.cjs` out as something
 * else than a script.
 */
async function real(): Promise<string> {
  const source = await (await fetch('/node_modules/@heyputer/puter.js/dist/puter.cjs')).text();
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}

describe('loading Puter’s SDK', () => {
  it('is not there before it is asked for', () => {
    expect(presentSdk()).to.equal(undefined);
    expect([...document.scripts].some(({ src }) => src.includes('puter.com'))).to.equal(false);
  });

  it('gives up on a script that can’t be had, on an empty one, and on one that never comes', async () => {
    expect(await code(loadPuterSdk({ url: 'blob:null/nothing', patience: 5000 }))).to.deep.equal(
      clear,
    );
    expect(
      await code(loadPuterSdk({ url: 'data:text/javascript,', patience: 5000 })),
    ).to.deep.equal(clear);
    expect(
      await code(loadPuterSdk({ url: '/a-script-that-never-comes.js', patience: 0 })),
    ).to.deep.equal(clear);
    expect(
      [...document.scripts].some(({ src }) => /nothing|never-comes|^data:/.test(src)),
    ).to.equal(false);
  });

  it('loads it once, however many ask at the same time, and finds it signed out', async () => {
    page.PUTER_API_ORIGIN = location.origin;
    const url = await real();
    const [one, two] = await Promise.all([loadPuterSdk({ url }), loadPuterSdk({ url })]);
    expect(one).to.equal(two);
    expect(page.puter).to.equal(one);
    expect([...document.scripts].filter(({ src }) => src === url).length).to.equal(1);
    expect(one.auth.isSignedIn()).to.equal(false);
    expect(await loadPuterSdk({ url: 'blob:null/nothing' })).to.equal(one);
  });

  it('follows the real SDK’s sessions', async () => {
    const account = makePuterAccount();
    await account.prepare?.();
    expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
    const sdk = presentSdk();
    sdk?.setAuthToken?.('a.b.c');
    expect(account.state.get()).to.deep.equal({ status: 'signed-in' });
    account.setBalance({ usd: '0.25', name: 'Kim' });
    account.refused();
    expect(account.state.get()).to.deep.equal({ status: 'signed-out' });
    expect(sdk?.auth.isSignedIn()).to.equal(false);
    expect(localStorage.getItem('puter.auth.token.v2')).to.equal(null);
  });
});
