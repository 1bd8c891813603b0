import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Frame } from 'playwright-core';
import { startPuter, type PuterServer } from '../support/puter-server.js';
import { puterPages, type PuterPages } from '../support/puter-server.page.js';

const inside = `<!doctype html><html lang='en'><meta charset='utf-8'>
<user-pays-image id='widget' provider='bfl' model='flux-2-pro' relay='https://relay.example/' prompt='a fox'></user-pays-image>
<user-pays-tally></user-pays-tally><script type='module' src='/ours.js'></script>`;

describe('a frame whose sandbox submits no forms', () => {
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
  afterEach(() => pages.closePages());

  const framed = async (): Promise<Frame> => {
    const page = await pages.open({
      body: `<iframe sandbox="allow-scripts allow-same-origin" srcdoc="${inside}" width="700" height="1500"></iframe>`,
    });
    await page.setViewportSize({ width: 800, height: 1600 });
    const frame = page.frames()[1] ?? assert.fail('no frame');
    await frame.locator('#widget [part~="generate"]').waitFor();
    return frame;
  };

  for (const how of ['Enter', 'the button'] as const) {
    it(`takes a key by ${how}`, async () => {
      const frame = await framed();
      await frame.locator('#widget').hover();
      const field = frame.locator('input[name="key"]');
      await field.fill('canary-key-0123456789');
      if (how === 'Enter') await field.press('Enter');
      else await frame.locator('[part~="key"] button').click();
      await frame.waitForFunction(
        () =>
          (document.querySelector('#widget') as unknown as { account: { status: string } }).account
            .status === 'signed-in',
      );
      assert.equal(await field.count(), 0);
    });

    it(`sets the reader’s limits by ${how}, and says what is no amount`, async () => {
      const frame = await framed();
      const limits = frame.locator('user-pays-tally [part="limits"]');
      await limits.locator('summary').click();
      const field = limits.locator('input[name="day"]');
      const enter = (): Promise<void> =>
        how === 'Enter' ? field.press('Enter') : limits.locator('button').click();
      await field.fill('much');
      await enter();
      assert.equal(
        await field.evaluate((input: HTMLInputElement) => input.validity.customError),
        true,
      );
      await field.fill('0.25');
      await enter();
      await frame
        .locator('user-pays-tally [part="status"]')
        .getByText(/limits are set/)
        .waitFor();
    });
  }
});
