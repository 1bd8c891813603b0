import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { linksOf } from '../../src/accounts/provider-links.js';
import { imageHeader } from '../../src/base/image-header.js';
import { everyProvider, type HttpProviderId } from '../contract/every-provider.js';
import { onePixel } from '../contract/recorded/picture.js';
import type { ScriptedReply } from '../contract/scripted-fetch.js';
import type { Answer, Seen } from '../support/fault-server.js';
import {
  addressOf,
  startProviderInternet,
  type ProviderInternet,
} from '../support/provider-internet.js';
import { startPage } from '../support/provider-page.js';
import { png } from '../support/puter-server.picture.js';
import { readerOf, type Reader } from '../support/reader-at-widget.js';

const key = 'canary-1f6c2b7e-9d04-4ab5-8c11-5e3f7a90d2c8';

/**
 * What each provider of the price guides says a picture cost, from its recorded reply: its own
 * word, or our estimate marked as one.
 */
const receipts: Readonly<Record<HttpProviderId, RegExp>> = {
  bfl: /^\$0\.045 charged/,
  fal: /^\$0\.030 estimated/,
  openrouter: /^\$0\.040 charged/,
  replicate: /^\$0\.030 estimated/,
  together: /^\$0\.030 estimated/,
  deepinfra: /^\$0\.0075 charged/,
  aigateway: /^\$0\.040 estimated/,
  'openai-compatible': /^\$0\.010 estimated/,
  pollinations: /^\$0\.0020 (estimated|charged)/,
  huggingface: /^You were charged; the amount is unknown\./,
};

function answerOf({ status, headers = {}, json, text, bytes }: ScriptedReply): Answer {
  return {
    status,
    headers,
    ...(bytes ? { body: Buffer.from(bytes) } : text === undefined ? { json } : { body: text }),
  };
}

describe('a reader with a key of their own, in a whole browser', () => {
  let internet: ProviderInternet;
  before(async () => {
    internet = await startProviderInternet();
  });
  after(() => internet.close());

  it('starts from a picture: measured, priced at its own size, made smaller on one click, and sent as it was priced', async () => {
    const { server } = internet;
    server.log.length = server.paid.length = 0;
    server.cors = true;
    server.answer = ({ method, path }) =>
      method === 'POST'
        ? {
            json: {
              id: '7a1',
              polling_url: 'https://api.eu2.bfl.ai/v1/get_result?id=7a1',
              cost: 4.5,
            },
          }
        : path.startsWith('/v1/get_result')
          ? {
              json: {
                id: '7a1',
                status: 'Ready',
                result: { sample: 'https://delivery-eu1.bfl.ai/a.png' },
              },
            }
          : path.endsWith('credits')
            ? { json: { credits: 500 } }
            : { headers: { 'content-type': 'image/png' }, body: Buffer.from(onePixel, 'base64') };
    const host = await startPage(
      'secrets-page.entry.ts',
      '<user-pays-image id="widget" lang="en" provider="bfl" model="flux-2-pro" prompt="a fox"></user-pays-image>',
    );
    const context = await internet.visit();
    const page = await context.newPage();
    await page.goto(host.url);
    const reader = readerOf(page);
    await reader.giveKey(key);
    await page
      .locator('#widget [part~="add-reference"]')
      .setInputFiles({ name: 'fox.png', mimeType: 'image/png', buffer: png(1200, 1100) });
    await page
      .locator('#widget [part~="generate"]', { hasText: /Generate · (≈\s)?\$0\.060/ })
      .waitFor();
    await page.locator('#widget [part~="hint"]', { hasText: 'save $0.015' }).click();
    await page
      .locator('#widget [part~="generate"]', { hasText: /Generate · (≈\s)?\$0\.045/ })
      .waitFor();
    assert.equal(await reader.buy(), 'done');
    const { input_image: sent = '', ...order } = JSON.parse(server.paid[0]?.body ?? '{}') as Record<
      string,
      string
    >;
    assert.deepEqual(order, { prompt: 'a fox', width: 1024, height: 1024 });
    const { width = 0, height = 0 } = imageHeader(Buffer.from(sent, 'base64')) ?? {};
    assert.ok(
      width > 1000 && height > 900 && width * height <= 1024 ** 2,
      `${String(width)}×${String(height)}`,
    );
    assert.match(await reader.read('images'), /^\$0\.045 charged ✓/);
    await context.close();
    await host.close();
  });

  for (const [adapter, recorded, id] of everyProvider) {
    const order = { model: 'flux-2-pro', width: 1024, height: 1024, ...recorded.orders[0]?.order };
    const needsKey = adapter.keyOptional !== true;
    const accepted =
      recorded.replies.find(
        ({ at, means }) => at === 'submit' && typeof means === 'object' && means.kind !== 'refused',
      )?.reply ?? assert.fail();
    const refusal = (status: number, headers: Record<string, string> = {}): Answer => ({
      status,
      headers,
      json: { detail: 'said by them' },
    });

    const visit = async (
      work: (
        reader: Reader,
        submitting: (answer: Answer) => void,
        paid: () => Seen[],
      ) => Promise<void>,
    ): Promise<void> => {
      const { server } = internet;
      let onSubmit: Answer = {};
      let polls: ScriptedReply[] = [];
      server.log.length = server.paid.length = 0;
      server.cors = true;
      server.answer = (seen) => {
        const url = addressOf(seen);
        if (seen.method === 'POST') {
          polls = [...(recorded.polls ?? [])];
          return onSubmit;
        }
        if (/\.(jpe?g|png|webp)\b/.test(url))
          return {
            headers: { 'content-type': 'image/png' },
            body: Buffer.from(onePixel, 'base64'),
          };
        if (url === adapter.balance?.().url || url.includes('/pricing?')) return { json: {} };
        return answerOf(polls.shift() ?? { status: 404, json: {} });
      };
      const endpoint = needsKey ? '' : 'endpoint="https://ai.example/v1" unit-price="0.01"';
      const host = await startPage(
        'secrets-page.entry.ts',
        `<user-pays-image id="widget" lang="en" provider="${adapter.id}" model="${order.model}" size="${String(order.width)}x${String(order.height)}" prompt="a fox" ${endpoint}></user-pays-image>`,
      );
      const context = await internet.visit();
      try {
        const page = await context.newPage();
        const seen: string[] = [];
        page.on('request', (request) => {
          seen.push(`${request.url()} ${request.postData() ?? ''}`);
        });
        page.on('console', (message) => {
          seen.push(message.text());
        });
        page.on('pageerror', (error) => {
          seen.push(String(error.stack));
        });
        await page.goto(host.url);
        await work(
          readerOf(page),
          (answer) => {
            onSubmit = answer;
          },
          () => [...server.paid],
        );
        seen.push(
          ...(await page.evaluate<string[]>('texts()')),
          ...(await page.evaluate<string[]>('heard')),
        );
        assert.ok(
          seen.some((text) => text.includes('a fox')),
          'the search finds what is there',
        );
        assert.deepEqual(
          seen.filter((text) => text.includes(key)),
          [],
          'the key is in no request line, body, tree, storage, event or console',
        );
      } finally {
        await context.close();
        await host.close();
      }
    };

    it(`at ${adapter.name}: key, price, picture and a receipt that says whose word it is`, async () => {
      await visit(async (reader, submitting, paid) => {
        submitting(answerOf(accepted));
        const before = await reader.button();
        assert.match(
          before,
          needsKey
            ? /^(Sign in &|Add your key to) generate · ((≈\s|~)?\$0\.\d+|price unknown)/
            : /^Generate · \$0\.010$/,
        );
        if (needsKey) {
          // Where readers can sign in, the press opens a window for it.
          if (adapter.id !== 'openrouter') {
            assert.equal(await reader.buy(), 'no-session none');
            assert.match(await reader.read('error'), /^Not charged\. .+ needs a key of yours\./);
          }
          assert.equal(await reader.link('get-key'), linksOf(id)?.keys);
          await reader.giveKey(key);
        }
        assert.equal(
          await reader.button(),
          before.replace(/^(Sign in &|Add your key to) generate/, 'Generate'),
        );
        assert.equal(await reader.buy(), 'done');
        assert.equal(paid().length, 1);
        const sent = Object.values(paid()[0]?.headers ?? {}).filter((value) =>
          String(value).includes(key),
        );
        assert.deepEqual(sent, needsKey ? Object.values(adapter.auth(key)) : []);
        assert.match(await reader.read('images'), receipts[id]);
      });
    });

    it(`at ${adapter.name}: knows what each refusal means, and that nothing was charged`, async () => {
      await visit(async (reader, submitting, paid) => {
        if (needsKey) await reader.giveKey(key);
        submitting(refusal(429, { 'retry-after': '1' }));
        assert.equal(await reader.buy(), 'rate-limited none');
        assert.match(
          await reader.read('error'),
          /^Not charged\. Too many requests just now\. \S.* says: .?said by them/,
        );
        assert.match(await reader.button(), / in 1 s$/);

        submitting(refusal(402));
        assert.equal(
          await reader.buy(),
          'insufficient-funds none',
          'the button waits out the time asked for, then it can be pressed',
        );
        assert.match(
          await reader.read('error'),
          /^Not charged\. Your .+ account does not hold enough\./,
        );
        if (needsKey) assert.equal(await reader.link('top-up'), linksOf(id)?.topUp);

        submitting(refusal(422));
        assert.equal(await reader.buy(), 'invalid-input none');
        submitting({ status: 401, json: { detail: `You sent ${key}` } });
        assert.equal(await reader.buy(), 'session-refused none');
        assert.match(
          await reader.read('error'),
          needsKey
            ? /^Not charged\. .+ did not accept your key\./
            : /^Not charged\. ai\.example needs a key of yours\./,
        );
        assert.ok(!(await reader.read('error')).includes(key));
        assert.match(await reader.button(), /^(Sign in &|Add your key to) generate/);
        assert.ok(await reader.isThere('key'), 'the field for another one is there');
        assert.equal(paid().length, 4, 'one for each press');
        assert.match(await reader.read('tally'), /^This visit \$0\.00/);
        assert.ok(!(await reader.read('tally')).includes('not confirmed'));
      });
    });

    it(`at ${adapter.name}: is told what stands in the way when it refuses browsers`, async () => {
      await visit(async (reader, submitting, paid) => {
        internet.server.cors = false;
        submitting(answerOf(accepted));
        if (needsKey) await reader.giveKey(key);
        const end = await reader.buy();
        assert.equal(paid().length, 0, 'the browser asks first, and the order never leaves');
        if (adapter.browsers === 'yes') return assert.equal(end, 'unreadable-reply possible');
        assert.equal(
          end,
          adapter.balance ? 'blocked-by-browser none' : 'blocked-by-browser possible',
        );
        assert.match(
          await reader.read('advice'),
          needsKey ? /can’t be used from this page/ : /Is the server running/,
        );
      });
    });
  }
});
