import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { sample } from '../pictures/sample.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { pressAsReader } from '../support/press.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

const queue = 'https://queue.fal.run/fal-ai/flux-2/klein/4b/requests/r1';

describe('a picture that is ready after its deadline', () => {
  let page: PayingPage;
  let ready = false;
  beforeEach(async () => {
    ready = false;
    const bytes = new Uint8Array(await (await sample(512, 512)).arrayBuffer());
    page = payingPage(({ method, url }) => {
      if (method === 'POST')
        return { status: 200, json: { status_url: `${queue}/status`, response_url: queue } };
      if (url.endsWith('/status'))
        return { status: 200, json: { status: ready ? 'COMPLETED' : 'IN_PROGRESS' } };
      if (url === queue)
        return { status: 200, json: { images: [{ url: 'https://v3.fal.media/a.png' }] } };
      return url.endsWith('.png') ? { status: 200, bytes } : { status: 404, json: {} };
    });
  });
  afterEach(() => {
    page.close();
    localStorage.clear();
  });

  it('comes without a word about a page that closed, and ends the doubt that stood there', async () => {
    const shown: WidgetDriver = await page.widget({
      provider: 'fal',
      model: 'flux-2-klein-4b',
      size: '512x512',
      prices: 'bundled',
    });
    shown.element.deadlines = { poll: 600 };
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
    const error: unknown = await shown.element.generate().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'timed-out', charge: 'possible' });
    expect(shown.text('error')).to.match(/^You may have been charged/);
    ready = true;
    const services = await insideOf(shown.element).checkout.services();
    await services.recover({ provider: 'fal', relay: undefined });
    await until(() => shown.text('recovered').includes('Here is the picture'));
    expect(shown.text('recovered')).to.match(/^Here is the picture you bought earlier\./);
    expect(shown.text('error')).to.equal('');
    expect(shown.element.shadowRoot?.textContent).not.to.match(/may have been charged/);
    shown.element.shadowRoot?.querySelector<HTMLButtonElement>('.back .note button')?.click();
    await until(() => shown.part('recovered') === null);
    expect(shown.text('error')).to.equal('');
    expect(page.posts).to.have.length(1);
  });
});

describe('a picture whose price nobody knows', () => {
  let page: PayingPage;
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => {
    page.close();
    localStorage.clear();
  });

  it('is told as charged, never as perhaps charged, and not as no picture', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    try {
      const shown = await page.widget({ 'unit-price': '0,02' });
      insideOf(shown.element).checkout.page.journal.newSession();
      const bought = shown.element.generate();
      await until(() => shown.part('confirm') !== null);
      const { generation } = shown.element;
      const yes = shown.element.shadowRoot?.querySelector<HTMLButtonElement>('.confirm .buy');
      expect(generation.name).to.equal('confirming');
      yes?.focus();
      await pressAsReader(yes);
      await bought;
      await until(() => shown.images.length === 1);
      await until(() => shown.text('tally').includes('of unknown price'));
      expect(shown.text('images')).to.contain('You were charged; the amount is unknown.');
      expect(shown.part('doubt')).to.equal(null);
      expect(shown.text('tally')).to.contain('1 picture').and.to.contain('+ 1 of unknown price');
      expect(shown.element.shadowRoot?.textContent).not.to.match(/may have been charged/);
    } finally {
      console.warn = warn;
    }
  });
});
