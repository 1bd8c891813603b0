import { expect } from 'chai';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';

describe('a picture that was lost, and whose charge is told later', () => {
  let page: PayingPage;
  let posted = false;
  beforeEach(() => {
    posted = false;
    page = payingPage(({ method, url }) => {
      if (method === 'POST') {
        posted = true;
        return { status: 200, json: { data: [{ url: 'https://media.example/gone.png' }] } };
      }
      if (url.includes('/account/key/usage'))
        return {
          status: 200,
          json: {
            usage: posted
              ? [{ type: 'generate.image', model: 'flux', cursor_event_id: 'e1', cost_usd: 0.31 }]
              : [],
          },
        };
      return url.includes('media.example')
        ? { status: 410, text: 'gone' }
        : { status: 404, json: {} };
    });
  });
  afterEach(() => {
    page.close();
    localStorage.clear();
  });

  it('is told with that amount, as its receipt and the tally are', async () => {
    const shown = await page.widget({
      provider: 'pollinations',
      model: 'flux-1-schnell',
      size: '512x512',
      prices: 'bundled',
    });
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
    const before = shown.element.tally.all;
    const error: unknown = await shown.element.generate().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
    await until(() => shown.text('error').includes('0.31'));
    expect(shown.text('error')).to.match(/^You were charged \$0\.310\. /);
    expect(shown.text('error')).not.to.match(/unknown|estimated/);
    const { settled } = shown.element.tally.all;
    expect(Number(settled) - Number(before.settled)).to.be.closeTo(0.31, 1e-9);
  });
});
