import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';
import { png } from '../support/puter-server.picture.js';

/** As far as these tests use it. */
interface Sdk {
  ai: { txt2img(prompt: string, options: object): Promise<HTMLImageElement> };
}

describe('Puter’s SDK on a server of September', () => {
  let server: PuterServer;
  let pages: PuterPages;
  let page: Page;

  before(async () => {
    server = await startPuter({ list: 'september' });
    pages = await puterPages(server);
    page = await pages.open({ signedIn: server.token() });
    await page.evaluate(() => window.ours.account().providerSession?.());
  });
  after(async () => {
    await pages.close();
    await server.close();
  });

  const draw = (options: object): Promise<string> =>
    page.evaluate(
      async (wanted) => (await (window.puter as Sdk).ai.txt2img('a fox', wanted)).src,
      options,
    );

  it('passes on what chooses the rate, and the references as they are measured', async () => {
    const reference = `data:image/png;base64,${png(1000, 1000).toString('base64')}`;
    const source = await draw({
      model: 'replicate:black-forest-labs/flux-2-flex',
      provider: 'replicate-image-generation',
      providerOptions: { resolution: '2 MP' },
      input_images: [reference],
    });
    assert.ok(source.startsWith(server.api));
    assert.deepEqual(server.charges, [6_000_000 + 12_719_616]);
  });

  it('shows the picture of a model that costs nothing to an account that holds nothing', async () => {
    server.reset();
    server.allowance = 0;
    const source = await draw({ model: '@cf/stabilityai/stable-diffusion-xl-base-1.0' });
    assert.ok(source.startsWith('data:image/png'));
    assert.deepEqual(server.charges, [0]);
  });
});
