import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';
import { png } from '../support/puter-server.picture.js';

const routes = {
  replicate: [
    'flux-2-pro',
    'flux-2-dev',
    'flux-2-klein-9b',
    'flux-2-klein-4b',
    'flux-1-schnell',
    'flux-1.1-pro',
  ],
  together: [
    'flux-2-pro',
    'flux-2-flex',
    'flux-2-dev',
    'flux-2-max',
    'flux-1.1-pro',
    'flux-1-schnell',
  ],
  cloudflare: ['flux-1-schnell', 'flux-2-dev', 'flux-2-klein-4b', 'flux-2-klein-9b'],
} as const;
const sizes = [
  [1024, 1024],
  [1920, 1080],
  [512, 768],
  [2048, 2048],
  [1536, 1024],
] as const;

function dollars(microcents: number): string {
  return (microcents / 1e8).toFixed(12).replace(/\.?0+$/, '');
}
function reference(width: number, height: number) {
  return {
    width,
    height,
    mediaType: 'image/png',
    base64: png(width, height).toString('base64'),
  };
}

describe('the price on the button is what Puter’s meter says', () => {
  let server: PuterServer;
  let pages: PuterPages;
  let page: Page;

  before(async () => {
    server = await startPuter();
    server.allowance = 1e12;
    pages = await puterPages(server);
    page = await pages.open({ signedIn: server.token() });
    await page.evaluate(() => window.ours.account().providerSession?.());
  });
  after(async () => {
    await pages.close();
    await server.close();
  });
  afterEach(() => {
    server.creditMultiplier = undefined;
  });

  for (const [route, models] of Object.entries(routes)) {
    for (const model of models) {
      it(`for ${model} by ${route}, at every size, and the receipt closes with it`, async () => {
        for (const [width, height] of sizes) {
          server.charges.length = 0;
          const { quoted, kind, usd } = await page.evaluate(
            async (request) =>
              window.ours.buy(request, await window.ours.account().providerSession?.()),
            { model, route, width, height },
          );
          assert.equal(kind, 'done');
          assert.equal(server.charges.length, 1);
          assert.equal(
            quoted,
            dollars(server.charges[0] ?? NaN),
            `${model} by ${route} at ${String(width)}×${String(height)}`,
          );
          assert.equal(usd, quoted);
        }
      });
    }
  }

  for (const [route, model, count] of [
    ['replicate', 'flux-2-pro', 2],
    ['replicate', 'flux-2-klein-4b', 1],
    ['cloudflare', 'flux-2-klein-9b', 1],
    ['together', 'flux-1-kontext-pro', 1],
  ] as const) {
    it(`for ${model} by ${route} with reference pictures, each counted as the meter counts it`, async () => {
      server.charges.length = 0;
      const references = [reference(1024, 1024), reference(900, 700)].slice(0, count);
      const { quoted, usd } = await page.evaluate(
        async ([request, pictures]) =>
          window.ours.buy(request, await window.ours.account().providerSession?.(), {
            references: pictures,
          }),
        [{ model, route, width: 1024, height: 1024 }, references] as const,
      );
      assert.equal(quoted, dollars(server.charges[0] ?? NaN));
      assert.equal(usd, quoted);
    });
  }

  for (const credits of [2000, 1000]) {
    it(`also where the server reports display credits, ${String(credits)} of them for a dollar`, async () => {
      server.creditMultiplier = credits;
      const other = await pages.open({ signedIn: server.token() });
      for (const [route, model] of [
        ['replicate', 'flux-2-pro'],
        ['together', 'flux-1-schnell'],
        ['cloudflare', 'flux-1-schnell'],
      ] as const) {
        const { quoted, usd } = await other.evaluate(
          async (request) =>
            window.ours.buy(request, await window.ours.account().providerSession?.()),
          { model, route, width: 1024, height: 1024 },
        );
        assert.equal(usd, quoted);
      }
    });
  }
});
