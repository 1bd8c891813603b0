import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';

/** Presses a real button that signs in `times` times at once, and tells how each call ended. */
async function pressToSignIn(page: Page, times = 1, options = {}): Promise<unknown[]> {
  await page.evaluate(
    ([count, how]) => {
      const account = window.ours.account(how);
      document.querySelector('#go')?.addEventListener(
        'click',
        () => {
          const calls = Array.from({ length: count }, () =>
            account.signIn(how).then(
              (state) => state,
              (error: unknown) => JSON.parse(JSON.stringify(error)) as unknown,
            ),
          );
          void Promise.all(calls).then((ends) => {
            window.outcomes = ends;
          });
        },
        { once: true },
      );
    },
    [times, options] as const,
  );
  await page.click('#go');
  await page.waitForFunction(() => window.outcomes.length > 0, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.outcomes.splice(0));
}

function state(page: Page): Promise<unknown> {
  return page.evaluate(() => window.ours.account().state.get());
}

/** Waits until a timer of the page has come so often, as often as the page looks at its window. */
function ticks(count: number): Promise<void> {
  return new Promise((done) => {
    let seen = 0;
    const timer = setInterval(() => {
      seen += 1;
      if (seen < count) return;
      clearInterval(timer);
      done();
    }, 50);
  });
}

describe('signing in to Puter', () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter();
    pages = await puterPages(server);
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  it('asks Puter for nothing before the reader touches anything', async () => {
    const page = await pages.open();
    await page.evaluate(() => {
      window.ours.account();
    });
    await page.waitForLoadState('networkidle');
    assert.deepEqual(server.log, []);
    await page.evaluate(() => window.ours.fetchPuterCatalogue());
    assert.deepEqual(server.log, ['GET /puterai/image/models/details']);
    await page.evaluate(() => window.ours.account().prepare?.());
    await page.waitForLoadState('networkidle');
    // Signed out, the SDK itself asks for nothing.
    assert.deepEqual(server.log.slice(1), ['GET /v2/']);
  });

  it('opens one window for four clicks, and none of them hangs', async () => {
    const page = await pages.open();
    await page.evaluate(() => window.ours.account().prepare?.());
    const ends = await pressToSignIn(page, 4);
    assert.deepEqual(ends, Array(4).fill({ status: 'signed-in', name: 'Kim' }));
    assert.equal(server.log.filter((line) => line === 'GET /action/sign-in').length, 1);
  });

  for (const [policy, code, reason] of [
    ['same-origin', 'blocked-by-browser', 'severed'],
    ['same-origin-allow-popups', undefined, undefined],
    ['noopener-allow-popups', undefined, undefined],
    ['unsafe-none', undefined, undefined],
  ] as const)
    it(`says when the page’s own policy cuts off the window, and only then: ${policy}`, async () => {
      const page = await pages.open({ headers: { 'cross-origin-opener-policy': policy } });
      const [end] = (await pressToSignIn(page)) as {
        code?: string;
        status?: string;
        retry?: string;
        facts?: Record<string, string>;
      }[];
      assert.deepEqual([end?.code, end?.facts?.['reason']], [code, reason]);
      if (code === undefined) assert.equal(end?.status, 'signed-in');
      else assert.equal(end?.retry, 'never');
    });

  it('works from the first click, with nothing prepared', async () => {
    const page = await pages.open();
    assert.deepEqual(await pressToSignIn(page), [{ status: 'signed-in', name: 'Kim' }]);
  });

  it('lets the page allow temporary accounts, and only then', async () => {
    const page = await pages.open();
    assert.deepEqual(await pressToSignIn(page, 1, { temporary: true }), [
      { status: 'signed-in', name: 'Kim' },
    ]);
    const balance = await page.evaluate(async () =>
      window.ours.puter.balance?.(
        window.ours.ports(await window.ours.account().providerSession?.()),
      ),
    );
    assert.equal(balance?.name, 'temp_7');
  });

  it('tells a closed window from a refusal and from a blocked window', async () => {
    const page = await pages.open();
    await page.evaluate(() => window.ours.account().prepare?.());
    server.signIn = 'refuses';
    const [refused] = (await pressToSignIn(page)) as { code: string; charge: string }[];
    assert.deepEqual([refused?.code, refused?.charge], ['session-refused', 'none']);
    assert.deepEqual(await state(page), { status: 'signed-out' });

    server.signIn = 'stays-open';
    page.once('popup', (popup) => {
      void popup
        .waitForLoadState()
        // As a reader does, who sees what they close.
        .then(() => page.evaluate(ticks, 8))
        .then(() => popup.close());
    });
    const [closed] = (await pressToSignIn(page)) as { code: string }[];
    assert.equal(closed?.code, 'sign-in-cancelled');

    await page.evaluate(() => {
      window.open = () => null;
    });
    const [blocked] = (await pressToSignIn(page)) as { code: string }[];
    assert.equal(blocked?.code, 'popup-blocked');
    assert.deepEqual(await state(page), { status: 'signed-out' });
  });

  it('can be tried again after each of those', async () => {
    const page = await pages.open();
    server.signIn = 'refuses';
    await pressToSignIn(page);
    server.signIn = 'grants';
    assert.deepEqual(await pressToSignIn(page), [{ status: 'signed-in', name: 'Kim' }]);
  });

  it('knows a returning reader without loading the SDK, and then reads name and balance', async () => {
    const page = await pages.open({ signedIn: server.token('Lou') });
    assert.deepEqual(await state(page), { status: 'signed-in' });
    assert.deepEqual(server.log, []);
    const balance = await page.evaluate(async () =>
      window.ours.puter.balance?.(
        window.ours.ports(await window.ours.account().providerSession?.()),
      ),
    );
    assert.deepEqual(balance, { usd: '0.5', name: 'Lou' });
  });

  it('reads a balance in display credits as dollars', async () => {
    server.creditMultiplier = 2000;
    const page = await pages.open({ signedIn: server.token('Lou') });
    const read = () =>
      page.evaluate(async () =>
        window.ours.puter.balance?.(
          window.ours.ports(await window.ours.account().providerSession?.()),
        ),
      );
    // What a credit is worth shows in the line of the traffic, which the first reading writes.
    assert.equal((await read())?.usd, undefined);
    const balance = await read();
    assert.ok(Number(balance?.usd) > 0.49 && Number(balance?.usd) <= 0.5, balance?.usd);
  });

  it('changes to another account when asked to sign in again, and keeps the first when that is refused', async () => {
    const page = await pages.open({ signedIn: server.token('Kim') });
    await page.evaluate(() => window.ours.account().prepare?.());
    assert.deepEqual(await pressToSignIn(page), [{ status: 'signed-in', name: 'Robin' }]);
    server.signIn = 'refuses';
    await pressToSignIn(page);
    assert.deepEqual(await state(page), { status: 'signed-in', name: 'Robin' });
  });

  it('sells nothing on an ended session, opens no window by itself, and takes the reader back to signing in', async () => {
    const page = await pages.open({ signedIn: server.token() });
    const providerSession = await page.evaluateHandle(() =>
      window.ours.account().providerSession?.(),
    );
    server.endSessions();
    const outcome = await page.evaluate(
      (sdk) =>
        window.ours.buy({ model: 'flux-2-pro', route: 'together', width: 1024, height: 1024 }, sdk),
      providerSession,
    );
    assert.deepEqual([outcome.code, outcome.charge], ['session-refused', 'none']);
    assert.equal(server.paid.length, 0);
    await page.evaluate(() => window.ours.account().refused());
    assert.deepEqual(await state(page), { status: 'signed-out' });
    assert.equal(await page.evaluate(() => localStorage.getItem('puter.auth.token.v2')), null);
    assert.equal(await page.locator('puter-dialog').count(), 0);
    assert.deepEqual(await pressToSignIn(page), [{ status: 'signed-in', name: 'Kim' }]);
  });

  it('signs out in this browser, also before the SDK was loaded', async () => {
    const page = await pages.open({ signedIn: server.token() });
    await page.evaluate(() => window.ours.account().signOut());
    assert.deepEqual(await state(page), { status: 'signed-out' });
    assert.equal(await page.evaluate(() => localStorage.getItem('puter.auth.token.v2')), null);
    assert.deepEqual(server.log, []);
  });

  it('follows the page’s own use of Puter: its SDK object, its sign-out', async () => {
    const page = await pages.open({
      head: `<script src="${server.api}/v2/"></script>`,
      signedIn: server.token('Lou'),
    });
    await page.evaluate(() => window.ours.account().providerSession?.());
    assert.equal(server.log.filter((line) => line === 'GET /v2/').length, 1);
    await page.evaluate(() => (window.puter as { auth: { signOut(): void } }).auth.signOut());
    assert.deepEqual(await state(page), { status: 'signed-out' });
  });
});

describe('when Puter’s SDK can’t be had', () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter();
    pages = await puterPages(server);
  });
  after(async () => {
    await pages.close();
    await server.close();
  });

  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  const failure = async (page: Page): Promise<unknown> => {
    const [error] = (await pressToSignIn(page, 1, { patience: 3000 })) as {
      code: string;
      charge: string;
      retry: string;
    }[];
    return [error?.code, error?.charge, error?.retry];
  };
  const clear = ['blocked-by-browser', 'none', 'safe'];

  it('says so when the network refuses it, and loads it at the next click', async () => {
    const page = await pages.open();
    await page.route('**/v2/', (route) => route.abort());
    assert.deepEqual(await failure(page), clear);
    assert.equal(await page.locator('script[src$="/v2/"]').count(), 0);
    await page.unroute('**/v2/');
    assert.deepEqual(await pressToSignIn(page), [{ status: 'signed-in', name: 'Kim' }]);
  });

  it('says so when an ad blocker hands out an empty script', async () => {
    const page = await pages.open();
    await page.route('**/v2/', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    assert.deepEqual(await failure(page), clear);
  });

  it('says so when the script never comes, instead of waiting for ever', async () => {
    const page = await pages.open();
    await page.route('**/v2/', () => undefined);
    assert.deepEqual(await failure(page), clear);
  });

  it('says so when the page’s Content Security Policy refuses it', async () => {
    const page = await pages.open({ headers: { 'content-security-policy': "script-src 'self'" } });
    assert.deepEqual(await failure(page), clear);
    assert.deepEqual(server.log, []);
  });

  it('loads under Trusted Types when the page allows our policy, and says so when it does not', async () => {
    const types = (names: string): { headers: Record<string, string> } => ({
      headers: {
        'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${names}`,
      },
    });
    const refusing = await pages.open(types('other'));
    assert.deepEqual(await failure(refusing), clear);
    const allowing = await pages.open(types('user-pays-image'));
    await allowing.evaluate(() => window.ours.account().prepare?.());
    assert.equal(await allowing.evaluate(() => document.scripts.length), 2);
  });
});
