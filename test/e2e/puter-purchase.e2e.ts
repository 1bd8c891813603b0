import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { JSHandle, Page } from 'playwright-core';
import { png } from '../support/puter-server.picture.js';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';
import { until } from '../support/until.js';

const pro = { model: 'flux-2-pro', route: 'replicate', width: 1024, height: 1024 };
const byCloudflare = { model: 'flux-1-schnell', route: 'cloudflare', width: 1024, height: 1024 };

describe('buying a picture from Puter', () => {
  let server: PuterServer;
  let pages: PuterPages;
  let page: Page;
  let sdk: JSHandle;

  before(async () => {
    server = await startPuter();
    pages = await puterPages(server);
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  beforeEach(async () => {
    page = await pages.open({ signedIn: server.token() });
    sdk = await page.evaluateHandle(() => window.ours.account().providerSession?.());
  });
  afterEach(async () => {
    await pages.closePages();
    server.reset();
  });

  const buy = (request = pro) =>
    page.evaluate(([providerSession, wanted]) => window.ours.buy(wanted, providerSession), [
      sdk,
      request,
    ] as const);
  /** The same with the page's clock running ahead, for what takes its full twenty seconds. */
  const hurried = async <T>(work: () => Promise<T>): Promise<T> => {
    let over = false;
    await page.clock.install();
    const result = work().finally(() => {
      over = true;
    });
    while (!over) {
      await page.clock.runFor(1000);
      await new Promise((next) => {
        setTimeout(next, 40);
      });
    }
    return result;
  };
  const dialogs = (): Promise<number> => page.locator('usage-limit-dialog, puter-dialog').count();

  it('sends one request with the supplier pinned, the size as the supplier reads it, and nothing that is billed without being used', async () => {
    await buy();
    await buy({ ...pro, model: 'flux-2-dev' });
    await buy({ ...pro, route: 'together', width: 1920, height: 1080 });
    assert.deepEqual(server.paid, [
      {
        prompt: 'a fox',
        model: 'replicate:black-forest-labs/flux-2-pro',
        provider: 'replicate-image-generation',
        ratio: { w: 1, h: 1 },
        output_megapixels: '1',
      },
      {
        prompt: 'a fox',
        model: 'replicate:black-forest-labs/flux-2-dev',
        provider: 'replicate-image-generation',
        ratio: { w: 1, h: 1 },
        go_fast: true,
      },
      {
        prompt: 'a fox',
        model: 'togetherai:black-forest-labs/flux.2-pro',
        provider: 'together-image-generation',
        width: 1920,
        height: 1080,
      },
    ]);
  });

  it('gets a reference picture through to the supplier of every model that takes one, by the name that model reads', async () => {
    const pixel = {
      width: 1,
      height: 1,
      mediaType: 'image/png',
      base64: png(1, 1).toString('base64'),
    };
    const lanes = [
      pro,
      { ...pro, model: 'flux-1.1-pro' },
      { ...pro, model: 'flux-2-dev' },
      { ...pro, model: 'flux-2-klein-4b' },
      { ...pro, route: 'together' },
      { ...byCloudflare, model: 'flux-2-dev' },
    ];
    for (const modelRoute of lanes) {
      await page.evaluate(
        ([providerSession, wanted, picture]) =>
          window.ours.buy(wanted, providerSession, { references: [picture] }),
        [sdk, modelRoute, pixel] as const,
      );
    }
    assert.deepEqual(
      server.references,
      lanes.map(() => 1),
    );
    assert.ok(server.paid.every((args) => !('input_image' in args && 'input_images' in args)));
  });

  it('hands over an address where the supplier made one, and bytes where the picture came along', async () => {
    const [there, here] = [await buy(), await buy(byCloudflare)];
    assert.deepEqual([there.addresses, there.bytes], [1, 0]);
    assert.equal(here.addresses, 0);
    assert.ok(here.bytes > 0);
  });

  it('closes the receipt though the report lags behind and for a while shows nothing at all', async () => {
    server.lag = 2;
    await buy();
    server.blankReadings = 0;
    const first = page.evaluate(
      ([providerSession, wanted]) => window.ours.buy(wanted, providerSession),
      [sdk, pro] as const,
    );
    await page.waitForTimeout(120);
    server.blankReadings = 2;
    const { usd, quoted } = await first;
    assert.equal(usd, '0.03');
    assert.equal(usd, quoted);
  });

  it('closes both receipts of two equal pictures made at the same time', async () => {
    server.latency = 150;
    const both = await page.evaluate(
      ([providerSession, wanted]) =>
        Promise.all([
          window.ours.buy(wanted, providerSession),
          window.ours.buy(wanted, providerSession),
        ]),
      [sdk, pro] as const,
    );
    assert.deepEqual(
      both.map(({ usd }) => usd),
      ['0.03', '0.03'],
    );
    assert.equal(server.paid.length, 2);
  });

  it('has at most two requests under way, which is what Puter takes from a temporary account', async () => {
    server.latency = 150;
    const ends = await page.evaluate(
      ([providerSession, wanted]) =>
        Promise.all(Array.from({ length: 5 }, () => window.ours.buy(wanted, providerSession))),
      [sdk, pro] as const,
    );
    assert.deepEqual(
      ends.map(({ usd }) => usd),
      Array(5).fill('0.03'),
    );
    assert.equal(server.mostAtOnce, 2);
  });

  it('claims nothing about two different pictures of one model made at the same time, since the report does not tell them apart', async () => {
    server.latency = 150;
    const ends = await hurried(() =>
      page.evaluate(
        ([providerSession, wanted]) =>
          Promise.all([
            window.ours.buy(wanted, providerSession),
            window.ours.buy({ ...wanted, width: 2048, height: 2048 }, providerSession),
          ]),
        [sdk, pro] as const,
      ),
    );
    assert.deepEqual(
      ends.map(({ kind }) => kind),
      ['done', 'done'],
    );
    assert.deepEqual(
      ends.map(({ usd }) => usd),
      [undefined, undefined],
    );
    assert.deepEqual(
      server.charges.toSorted((a, b) => a - b),
      [3_000_000, 7_500_000],
    );
  });

  it('is not charged when the allowance does not cover it, and Puter’s own dialog stays away', async () => {
    server.allowance = 1_000_000;
    const outcome = await buy();
    assert.deepEqual([outcome.code, outcome.charge], ['insufficient-funds', 'none']);
    assert.equal(server.paid.length, 1);
    assert.equal(server.charges.length, 0);
    assert.equal(await dialogs(), 0);
  });

  it('is sent once on 429, which the SDK alone would send nine times', async () => {
    server.fates.push('rate-limited');
    const outcome = await buy();
    assert.deepEqual([outcome.code, outcome.charge], ['rate-limited', 'none']);
    assert.equal(server.paid.length, 1);
  });

  for (const fate of ['reauth', 'token-failed', 'unverified'] as const) {
    it(`is sent once and opens no window of Puter’s when it answers ${fate}`, async () => {
      server.fates.push(fate);
      const outcome = await buy();
      assert.deepEqual([outcome.code, outcome.charge], ['session-refused', 'none']);
      assert.equal(server.paid.length, 1);
      assert.equal(await dialogs(), 0);
    });
  }

  for (const fate of [
    'moderated-cloudflare',
    'moderated-openai',
    'moderated-replicate',
    'moderated-at-creation',
  ] as const) {
    it(`says that the content was refused, and that it was free once Puter’s meter says so (${fate})`, async () => {
      server.fates.push(fate);
      const outcome = await buy();
      assert.deepEqual(
        [outcome.code, outcome.charge, server.paid.length],
        ['content-refused', 'none', 1],
      );
      assert.doesNotMatch(outcome.detail ?? '', /[{}"]|https:/);
    });
  }

  it('says what refused content was charged, where the meter shows that it was', async () => {
    server.fates.push('moderated-billed');
    const outcome = await buy();
    assert.deepEqual(
      [outcome.code, outcome.charge, outcome.usd],
      ['content-refused', 'charged', '0.03'],
    );
  });

  it('is told to come back later when Cloudflare is out of capacity, and is not charged for asking', async () => {
    server.fates.push('cloudflare-crowded');
    const outcome = await buy(byCloudflare);
    assert.deepEqual([outcome.code, outcome.charge], ['rate-limited', 'none']);
  });

  for (const fate of ['upstream-down', 'cloudflare-down'] as const) {
    it(`reads the usage after a supplier’s failure and can then say that it was not charged (${fate})`, async () => {
      server.fates.push(fate);
      const outcome = await buy();
      assert.deepEqual([outcome.code, outcome.charge], ['provider-failed', 'none']);
      assert.equal(server.charges.length, 0);
    });
  }

  it('says it was charged, and how much, when Puter billed it and had no picture to show', async () => {
    server.fates.push('billed-without-picture');
    const outcome = await buy({ ...pro, route: 'together' });
    assert.deepEqual(
      [outcome.code, outcome.charge, outcome.usd],
      ['provider-failed', 'charged', '0.03'],
    );
  });

  it('finds out that a purchase whose answer was lost had been charged', async () => {
    server.fates.push('lost-billed');
    const outcome = await buy();
    assert.deepEqual(
      [outcome.code, outcome.charge, outcome.usd],
      ['unreadable-reply', 'charged', '0.03'],
    );
    assert.equal(server.paid.length, 1);
  });

  it('says what both cost when the browser itself sent the order twice, as Chromium does over HTTP/1.1', async () => {
    server.fates.push('dropped-billed');
    const outcome = await hurried(buy);
    assert.equal(server.paid.length, 2);
    assert.deepEqual([outcome.kind, outcome.usd, outcome.usage?.times], ['done', '0.06', 2]);
  });

  it('leaves a lost purchase in doubt when the report shows nothing of it: the supplier may still be at work', async () => {
    server.fates.push('lost-unbilled');
    const outcome = await hurried(buy);
    assert.deepEqual([outcome.code, outcome.charge], ['unreadable-reply', 'possible']);
    assert.equal(server.charges.length, 0);
  });

  it('takes a gateway’s page of HTML for a lost answer, never for a free one', async () => {
    server.fates.push('html-502');
    const outcome = await hurried(buy);
    assert.deepEqual(
      [outcome.code, outcome.charge, server.paid.length],
      ['provider-failed', 'possible', 1],
    );
  });

  it('stops waiting when the reader stops, says it may be charged, and sends nothing more', async () => {
    server.fates.push('hangs-billed');
    const ending = page.evaluate(
      async ([providerSession, wanted]) => {
        const stop = new AbortController();
        addEventListener('stopped', () => stop.abort(new Error('stopped')));
        const order = { ...wanted, prompt: 'a fox', references: [] };
        return window.ours.puter
          .run(order, window.ours.ports(providerSession, { signal: stop.signal }))
          .then(
            () => 'went on',
            (reason: unknown) => String(reason),
          );
      },
      [sdk, pro] as const,
    );
    await until(() => server.paid.length === 1);
    await page.evaluate(() => dispatchEvent(new Event('stopped')));
    const ended = await ending;
    assert.equal(ended, 'Error: stopped');
    assert.equal(server.paid.length, 1);
  });

  it('refuses what the supplier can’t make before anything is sent', async () => {
    const none = await buy({ ...pro, model: 'flux-2-flex' });
    assert.deepEqual([none.code, none.charge], ['invalid-input', 'none']);
    assert.deepEqual(server.paid, []);
  });

  describe('through the SDK’s own txt2img, for an SDK that keeps its session to itself', () => {
    const buyBySdk = () =>
      page.evaluate(
        ([providerSession, wanted]) => {
          const whole = providerSession as { ai: unknown };
          return window.ours.buy(wanted, {
            ai: whole.ai,
            get config() {
              return (window.puter as { config?: object }).config;
            },
            set config(value) {
              (window.puter as { config?: object | undefined }).config = value;
            },
          });
        },
        [sdk, pro] as const,
      );

    it('makes the picture', async () => {
      const outcome = await buyBySdk();
      assert.deepEqual([outcome.kind, outcome.addresses], ['done', 1]);
    });

    it('sends once on 429 and gives the page its own retries back', async () => {
      server.fates.push('rate-limited');
      const outcome = await buyBySdk();
      assert.deepEqual(
        [outcome.code, outcome.charge, server.paid.length],
        ['rate-limited', 'none', 1],
      );
      assert.equal(
        await page.evaluate(() => (window.puter as { config?: object }).config),
        undefined,
      );
    });

    it('takes Puter’s dialog away again', async () => {
      server.allowance = 1_000_000;
      const outcome = await buyBySdk();
      assert.deepEqual([outcome.code, outcome.charge], ['insufficient-funds', 'none']);
      assert.equal(await dialogs(), 0);
    });

    it('takes the raw request the SDK rejects with for a lost answer', async () => {
      server.fates.push('lost-billed');
      const outcome = await buyBySdk();
      assert.deepEqual([outcome.code, outcome.charge], ['unreadable-reply', 'possible']);
    });
  });
});
