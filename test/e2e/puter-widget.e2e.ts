import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';

const pro = 'model="flux-2-pro" route="replicate"';

function markup(attributes = '', model = pro): string {
  return `<user-pays-image id="widget" prompt="a fox" ${model} ${attributes}></user-pays-image>`;
}

/** The page with the widget on it, and how its purchases ended in `outcomes`. */
async function open(
  pages: PuterPages,
  {
    attributes,
    model,
    ...options
  }: { attributes?: string; model?: string; signedIn?: string; clocked?: boolean } = {},
): Promise<Page> {
  const page = await pages.open({ body: markup(attributes, model), ...options });
  await page.evaluate(() => {
    Object.assign(globalThis, { widget: document.querySelector('#widget') });
    document.addEventListener('user-pays-done', (event) =>
      window.outcomes.push({
        done: (event as CustomEvent<{ purchase: { receipt: object } }>).detail.purchase.receipt,
      }),
    );
    document.addEventListener('user-pays-error', (event) =>
      window.outcomes.push(
        JSON.parse(JSON.stringify((event as CustomEvent<{ error: object }>).detail.error)),
      ),
    );
  });
  await page.waitForFunction(() =>
    Boolean(window.widget.shadowRoot?.querySelector('[part~="generate"]')),
  );
  return page;
}
function button(page: Page) {
  return page.locator('#widget').locator('[part~="generate"]');
}
async function ended(
  page: Page,
): Promise<Record<string, unknown> & { done?: Record<string, unknown> }> {
  await page.waitForFunction(() => window.outcomes.length > 0, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.outcomes.splice(0)[0] as Record<string, unknown>);
}
/** The account has told its name, and Puter its prices. */
async function isKnown(page: Page): Promise<void> {
  await button(page).hover();
  await page.waitForFunction(
    () =>
      window.widget.account.name !== undefined && window.widget.quote?.sources[0]?.kind === 'live',
  );
}
/** Buys, and waits until its cost was read back. */
async function buySettled(page: Page): Promise<Record<string, unknown>> {
  await button(page).click();
  const { done = {} } = await ended(page);
  await page.waitForFunction(() => {
    const costs = window.widget.shadowRoot?.querySelectorAll<HTMLElement>('.cost') ?? [];
    return [...costs].every(({ dataset }) => dataset['sure'] === 'true');
  });
  await page.evaluate(() => window.widget.updateComplete);
  return done;
}
const nowhere = { x: 0, y: 0, width: 0, height: 0 };
function tally(page: Page): Promise<{ settled: string; inDoubt: string; pictures: number }> {
  return page.evaluate(() => window.widget.tally.all);
}

describe('the widget on a page, paid by a Puter account', () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter();
    pages = await puterPages(server, 'puter-server.widget.ts');
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  it('asks Puter for nothing until the reader touches it, then for prices without an account', async () => {
    const page = await open(pages);
    await page.waitForLoadState('networkidle');
    assert.match((await button(page).innerText()).trim(), /^Sign in & generate · (≈\s)?\$0\.030$/);
    assert.deepEqual(server.log, []);
    await Promise.all([page.waitForResponse('**/v2/'), button(page).hover()]);
    await page.waitForFunction(() => localStorage.getItem('user-pays-image/prices:puter') !== null);
    assert.deepEqual([...server.log].sort(), ['GET /puterai/image/models/details', 'GET /v2/']);
  });

  it('signs in, buys, shows the picture, and its receipt is what Puter charged', async () => {
    const page = await open(pages);
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    await button(page).click();
    const { done } = await ended(page);
    assert.equal(done?.charged, '0.03');
    assert.deepEqual([server.paid.length, server.charges], [1, [3_000_000]]);
    await page.locator('#widget').locator('[part~="image"]').waitFor();
    await page.waitForFunction(
      () => window.widget.account.name === 'Kim' && Number(window.widget.account.balance) < 0.5,
    );
    assert.deepEqual(await tally(page), {
      settled: '0.03',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
    // So a page's policy needs no `wss:` for Puter.
    assert.deepEqual(sockets, []);
  });

  it('claims no amount and shows no balance while Puter’s credits could be worth anything, and learns nothing from them', async () => {
    Object.assign(server, { creditMultiplier: 1000, egressShown: false });
    const page = await open(pages, { signedIn: server.token(), clocked: true });
    await button(page).click();
    const { done } = await ended(page);
    assert.deepEqual([done?.charged, done?.basis], ['0.03', 'computed']);
    const costs = page.locator('#widget').locator('.cost');
    await page.waitForFunction(
      () => window.insideOf(window.widget).checkout.pictures[0]?.checking === true,
    );
    while (await page.evaluate(() => window.insideOf(window.widget).checkout.pictures[0]?.checking))
      await page.clock.runFor(1000);
    assert.match(await costs.innerText(), /^\$0\.030 estimated, by the price list/);
    assert.equal(await page.evaluate(() => window.widget.account.balance), undefined);
    assert.equal(await page.evaluate(() => window.widget.quote?.total?.high), '0.03');
    assert.deepEqual(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith('user-pays-image/charged')),
      ),
      [],
    );
    // Once the report shows it, amounts are right, and reported.
    server.egressShown = true;
    await button(page).click();
    await ended(page);
    while (await page.evaluate(() => window.insideOf(window.widget).checkout.pictures[0]?.checking))
      await page.clock.runFor(1000);
    await page.waitForFunction(() => window.widget.account.balance !== undefined);
    assert.match(await costs.innerText(), /^\$0\.030 charged ✓/);
    assert.ok(
      Math.abs(Number(await page.evaluate(() => window.widget.account.balance)) - 0.44) < 0.001,
    );
  });

  it('lets readers go on with a temporary account where the page allows it', async () => {
    const page = await open(pages, { attributes: 'temporary-account' });
    await button(page).click();
    assert.equal((await ended(page)).done?.charged, '0.03');
    await page.waitForFunction(() => window.widget.account.name === 'temp_7');
  });

  it('buys one picture for four quick clicks while signed out, and none of them hangs', async () => {
    server.latency = 4000;
    const page = await open(pages);
    for (let click = 0; click < 4; click += 1) await button(page).click({ force: true });
    await ended(page);
    assert.equal(server.log.filter((line) => line === 'GET /action/sign-in').length, 1);
    assert.equal(server.paid.length, 1);
  });

  it('buys one picture for each of four widgets pressed while signed out, with one sign-in', async () => {
    const page = await pages.open({
      body: Array.from(
        { length: 4 },
        (_, index) =>
          `<user-pays-image id="w${String(index)}" prompt="a fox" model="flux-2-pro"></user-pays-image>`,
      ).join(''),
    });
    await page.evaluate(() =>
      document.addEventListener('user-pays-done', () => window.outcomes.push(1)),
    );
    // Slow, so that all are pressed before the sign-in is done.
    server.latency = 4000;
    // No pointer reaches the page in the moment in which the window opens: press again then.
    const isIdle = (id: string): Promise<boolean> =>
      page
        .locator(id)
        .evaluate(
          (element) =>
            (element as unknown as { generation: { name: string } }).generation.name === 'quoted',
        );
    for (const id of ['#w0', '#w1', '#w2', '#w3'])
      do await page.locator(`${id} [part~="generate"]`).click({ force: true });
      while (await isIdle(id));
    await page.waitForFunction(() => window.outcomes.length === 4, undefined, { timeout: 60_000 });
    assert.equal(server.log.filter((line) => line === 'GET /action/sign-in').length, 1);
    assert.deepEqual(server.charges, [3_000_000, 3_000_000, 3_000_000, 3_000_000]);
  });

  it('buys one picture for one press, where a script passes it on to three other widgets', async () => {
    const page = await pages.open({
      body: Array.from(
        { length: 4 },
        () => `<user-pays-image prompt="a fox" model="flux-2-pro"></user-pays-image>`,
      ).join(''),
    });
    await page.evaluate(() => {
      for (const type of ['done', 'error'])
        document.addEventListener(`user-pays-${type}`, () => window.outcomes.push(1));
      const [first, ...others] = [...document.querySelectorAll('user-pays-image')].map((widget) =>
        widget.shadowRoot?.querySelector<HTMLElement>('[part~="generate"]'),
      );
      first?.addEventListener('click', () => {
        for (const other of others) other?.click();
      });
    });
    await page.locator('user-pays-image').first().locator('[part~="generate"]').click();
    await page.waitForFunction(() => window.outcomes.length === 4, undefined, { timeout: 60_000 });
    assert.deepEqual(server.charges, [3_000_000]);
  });

  it('refuses what the balance does not cover before Puter is asked, so Puter’s dialog has no reason to open', async () => {
    server.allowance = 1_000_000;
    const page = await open(pages, { signedIn: server.token() });
    await button(page).hover();
    await page.waitForFunction(() => window.widget.account.balance !== undefined);
    await button(page).click();
    const error = await ended(page);
    assert.equal(error.charge, 'none');
    assert.ok(
      ['over-budget', 'insufficient-funds'].includes(String(error.code)),
      String(error.code),
    );
    assert.equal(server.paid.length, 0);
    assert.equal(await page.locator('usage-limit-dialog').count(), 0);
  });

  it('keeps the prompt and asks to sign in again when Puter has ended the session', async () => {
    const page = await open(pages, { signedIn: server.token() });
    server.endSessions();
    await button(page).click();
    // Whichever comes first: the balance can't be read and the press signs in, or the purchase is
    // turned down and the next press does.
    let end = await ended(page);
    if (!end.done) {
      assert.match(
        `${String(end.code)} ${String(end.charge)}`,
        /^(session-refused|no-session) none$/,
      );
      assert.equal(server.paid.length, 0);
      await button(page).click();
      end = await ended(page);
    }
    assert.equal(end.done?.charged, '0.03');
    assert.equal(await page.evaluate(() => window.widget.prompt), 'a fox');
    assert.equal(server.paid.length, 1);
  });

  it('knows of an ended session before the reader presses, and says so on the button', async () => {
    const page = await open(pages, { signedIn: server.token() });
    server.endSessions();
    assert.match((await button(page).innerText()).trim(), /^Generate · (≈\s)?\$0\.030$/);
    await button(page).hover();
    await page.waitForFunction(() => window.widget.account.status === 'signed-out');
    assert.match((await button(page).innerText()).trim(), /^Sign in & generate · (≈\s)?\$0\.030$/);
    assert.equal(server.log.filter((line) => line === 'GET /action/sign-in').length, 0);
  });

  it('shows a picture whose bytes no page may read', async () => {
    server.picturesReadable = false;
    const page = await open(pages, { signedIn: server.token() });
    await button(page).click();
    assert.equal((await ended(page)).done?.charged, '0.03');
    assert.match(
      (await page.locator('#widget').locator('[part~="image"]').getAttribute('src')) ?? '',
      /\/picture\//,
    );
  });

  it('says that such a picture’s address will end, and keeps the next ones in the reader’s drive once they ask for it', async () => {
    server.picturesReadable = false;
    const page = await open(pages, { signedIn: server.token() });
    const part = (name: string) => page.locator('#widget').locator(`[part~="${name}"]`);
    await button(page).click();
    await ended(page);
    await part('expiring').waitFor();
    assert.equal(server.paid.at(-1)?.puter_output_path, undefined);
    await part('keep-there').check();
    await button(page).click();
    await ended(page);
    await part('kept-there').waitFor();
    const [place] = server.drive.keys();
    assert.match(place ?? '', /^~\/AppData\/app-[\w-]+\/user-pays-image\/[\w-]+\.png$/);
    assert.equal(
      (await part('kept-there').innerText()).replace(/\s+/g, ' '),
      `Saved in your drive: ${place ?? ''}`,
    );
    assert.deepEqual(server.charges, [3_000_000, 3_000_000]);
    await part('keep-there').uncheck();
    await button(page).click();
    await ended(page);
    assert.equal(server.drive.size, 1);
  });

  it('charges once what nobody said before; from then on the button says it, and why', async () => {
    server.fates.push('dearer', 'dearer');
    const page = await open(pages, { signedIn: server.token() });
    const text = async (name: string): Promise<string> =>
      (await page.locator('#widget').locator(`[part~="${name}"]`).first().innerText())
        .replace(/\s+/g, ' ')
        .trim();
    await button(page).click();
    await ended(page);
    await page.waitForFunction(() => window.widget.quote?.total?.high === '0.045');
    assert.equal(await text('generate'), 'Generate · $0.045');
    assert.match(
      await text('hints'),
      /^\$0\.045 was charged for this on .* not the listed \$0\.030( |$)/,
    );
    await button(page).click();
    const { done } = await ended(page);
    assert.deepEqual(
      [done?.estimated, done?.charged, server.charges.at(-1)],
      ['0.045', '0.045', 4_500_000],
    );
    // Overlapping ones would share what they cost together.
    await page.evaluate(() => window.widget.updateComplete);
    await page.waitForFunction(() =>
      [...(window.widget.shadowRoot?.querySelectorAll<HTMLElement>('.cost') ?? [])].every(
        ({ dataset }) => dataset['sure'] === 'true',
      ),
    );
    // Back to what the list says: the next picture is still asked for at the old price, the one
    // after it is not.
    await button(page).click();
    await ended(page);
    await page.waitForFunction(() => window.widget.quote?.total?.high === '0.03');
    assert.deepEqual(
      await page.evaluate(() =>
        window.widget.quote?.hints.filter(({ kind }) => kind === 'charged'),
      ),
      [],
    );
  });

  it('shows what an account is charged beside the list as its own row after two purchases, and to no other', async () => {
    server.factor = 1.25;
    const page = await open(pages, { signedIn: server.token() });
    const text = async (name: string): Promise<string> =>
      (await page.locator('#widget').locator(`[part~="${name}"]`).first().innerText())
        .replace(/\s+/g, ' ')
        .trim();
    const priced = (): Promise<unknown[]> =>
      page.evaluate(() => {
        const { total, lines } = window.widget.quote ?? {};
        return [total?.high, lines?.find(({ key }) => key === 'account-rate')?.amount];
      });
    const size = (named: string): Promise<unknown> =>
      page.evaluate(async (wanted) => {
        window.widget.size = wanted;
        await window.widget.updateComplete;
      }, named);
    await isKnown(page);
    assert.equal((await buySettled(page)).estimated, '0.03');
    await size('2048x2048');
    assert.deepEqual(await priced(), ['0.075', undefined]);
    assert.equal((await buySettled(page)).estimated, '0.075');
    // Known by now: for a size nobody bought yet, and for the two that were, once and not twice.
    for (const [named, amount] of [
      ['1024x1024', '0.0375'],
      ['2048x2048', '0.09375'],
      ['1920x1080', '0.05625'],
    ] as const) {
      await size(named);
      assert.equal((await priced())[0], amount);
    }
    assert.deepEqual(await priced(), ['0.05625', '0.01125']);
    assert.match(
      await text('hints'),
      /^Your account is charged 1\.25 times the listed price, last on /,
    );
    await page.locator('#widget').locator('[part~="price-line"]').click();
    assert.match(
      await text('breakdown'),
      /Your account’s rate ×1\.25 0\.25 × \$0\.045\d* \$0\.01125 You pay \$0\.05625/,
    );
    assert.equal((await buySettled(page)).estimated, '0.05625');
    assert.equal(server.charges.at(-1), 5_625_000);
    // Somebody else signs in.
    await page.evaluate(() => window.widget.signIn());
    await page.waitForFunction(() => window.widget.account.name === 'Robin');
    assert.deepEqual(await priced(), ['0.045', undefined]);
    await size('1024x1024');
    assert.deepEqual(await priced(), ['0.03', undefined]);
  });

  it('charges at the list’s price again as soon as a receipt says so', async () => {
    server.factor = 0.8;
    const page = await open(pages, { signedIn: server.token() });
    const total = (): Promise<unknown> => page.evaluate(() => window.widget.quote?.total);
    await isKnown(page);
    await buySettled(page);
    assert.deepEqual(await total(), { low: '0.024', high: '0.03' });
    await buySettled(page);
    assert.deepEqual(await total(), { low: '0.024', high: '0.024' });
    server.factor = 1;
    await buySettled(page);
    assert.deepEqual(await total(), { low: '0.03', high: '0.03' });
  });

  it('sends nothing again on 429 and spends nothing', async () => {
    server.fates.push('rate-limited');
    const page = await open(pages, { signedIn: server.token() });
    await button(page).click();
    const error = await ended(page);
    assert.deepEqual([error.code, error.charge, server.paid.length], ['rate-limited', 'none', 1]);
    assert.deepEqual(await tally(page), { settled: '0', inDoubt: '0', pictures: 0, purchases: 0 });
  });

  it('buys a batch of four as four pictures, two at a time, and every line closes', async () => {
    const page = await open(pages, { signedIn: server.token(), attributes: 'count="4"' });
    await button(page).click();
    const { done } = await ended(page);
    assert.equal(done?.charged, '0.12');
    assert.equal(server.paid.length, 4);
    assert.ok(server.paid.every((args) => !('n' in args)));
    assert.deepEqual(await tally(page), {
      settled: '0.12',
      inDoubt: '0',
      pictures: 4,
      purchases: 1,
    });
  });

  it('shares the tally between two browsers of one reader, once they ask, and counts nothing twice', async () => {
    const token = server.token();
    const body = `${markup()}<user-pays-tally sync="puter"></user-pays-tally>`;
    const browsers = [
      await pages.open({ body, signedIn: token }),
      await pages.open({ body, signedIn: token }),
    ];
    for (const page of browsers) {
      await page.waitForFunction(() =>
        Boolean(
          window.widget?.shadowRoot?.querySelector('[part~="generate"]') ??
          document.querySelector('#widget')?.shadowRoot?.querySelector('[part~="generate"]'),
        ),
      );
      await page.evaluate(() => {
        Object.assign(globalThis, { widget: document.querySelector('#widget') });
      });
      await page.evaluate(() =>
        document.addEventListener('user-pays-done', () => window.outcomes.push({ done: {} })),
      );
      await button(page).click();
      await ended(page);
    }
    const share = async (page: Page): Promise<void> => {
      const element = page.locator('user-pays-tally');
      await element.locator('[part~="files"] summary').click();
      await element.locator('[part~="share"]').click();
      await page.waitForFunction(() =>
        /Merged with|Saved in your Puter|could not be reached/.test(
          document.querySelector('user-pays-tally')?.shadowRoot?.textContent ?? '',
        ),
      );
      await element.locator('[part~="files"] summary').click();
    };
    const [one, two] = browsers as [Page, Page];
    await share(one);
    await share(two);
    await share(one);
    await share(two);
    for (const page of browsers) {
      await page.waitForFunction(() => window.widget.tally.all.purchases === 2);
      assert.deepEqual(await tally(page), {
        settled: '0.06',
        inDoubt: '0',
        pictures: 2,
        purchases: 2,
      });
    }
  });
});

describe('the widget on a page, paid by an account of September’s Puter', () => {
  let server: PuterServer;
  let pages: PuterPages;

  before(async () => {
    server = await startPuter({ list: 'september' });
    pages = await puterPages(server, 'puter-server.widget.ts');
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  it('orders the option that was chosen, at the price beside it, and is charged that', async () => {
    const model = 'model="google/nano-banana-2"';
    const page = await open(pages, { model, signedIn: server.token() });
    await isKnown(page);
    const resolution = page.locator('#widget').locator('[part~="option"][name="resolution"]');
    assert.deepEqual(await resolution.locator('option').allTextContents(), [
      '1K · $0.067',
      '2K · $0.101',
      '4K · $0.151',
    ]);
    await resolution.selectOption('2K');
    await page.evaluate(() => window.widget.updateComplete);
    assert.match((await button(page).textContent()) ?? '', /· \$0\.101$/);
    const { charged } = await buySettled(page);
    const [order, ...others] = server.paid;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [order?.model, order?.provider, order?.resolution],
      ['replicate:google/nano-banana-2', 'replicate-image-generation', '2K'],
    );
    assert.deepEqual([server.charges, charged], [[10_100_000], '0.101']);
    assert.equal((await tally(page)).settled, '0.101');
  });

  it('makes a picture that is free by Puter’s list for an account that holds nothing', async () => {
    server.allowance = 0;
    const model = 'model="@cf/stabilityai/stable-diffusion-xl-base-1.0"';
    const page = await open(pages, { model, signedIn: server.token() });
    await isKnown(page);
    assert.match((await button(page).textContent()) ?? '', /· free$/);
    await button(page).click();
    const { done, ...failed } = await ended(page);
    assert.deepEqual([failed, server.charges], [{}, [0]]);
    assert.equal(done?.['charge'] === 'possible', false);
    const { settled, inDoubt, pictures } = await tally(page);
    assert.deepEqual([settled, inDoubt, pictures], ['0', '0', 1]);
  });

  it('orders what was painted as the mask', async () => {
    const model = 'model="@cf/runwayml/stable-diffusion-v1-5-inpainting" size="512x512"';
    const page = await open(pages, { model, signedIn: server.token() });
    await page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 40 });
      canvas.getContext('2d')?.fillRect(0, 0, 80, 40);
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      Object.assign(window.widget, { references: [picture] });
    });
    await isKnown(page);
    const part = (name: string) => page.locator('#widget').locator(`[part~="${name}"]`);
    await part('mask').click();
    // The left half is painted: the brush is as wide as the picture is high.
    await part('mask-brush').fill('40');
    const { x, y, width, height } = (await part('mask-board').boundingBox()) ?? nowhere;
    for (const row of [0.1, 0.5, 0.9]) {
      await page.mouse.move(x + 1, y + height * row);
      await page.mouse.down();
      await page.mouse.move(x + width / 2, y + height * row);
      await page.mouse.up();
    }
    await page.waitForFunction(() => 'mask' in window.widget && window.widget.mask !== undefined);
    await part('mask-done').click();
    await button(page).click();
    const { done } = await ended(page);
    assert.equal(done?.['charge'] === 'possible', false);
    const [order] = server.paid;
    const marks = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 40 });
      const pen = canvas.getContext('2d');
      pen?.drawImage(image, 0, 0);
      const { data = [] } = pen?.getImageData(0, 20, 80, 1) ?? {};
      return [image.width, image.height, data[10 * 4], data[70 * 4]];
    }, String(order?.maskImage));
    assert.deepEqual(marks, [80, 40, 255, 0]);
  });
});
