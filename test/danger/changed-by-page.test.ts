import { expect } from 'chai';
import { until } from '../support/until.js';
import { ended, payingPage, type PayingPage } from '../support/paying.js';

describe('what a reader agreed to', function () {
  this.timeout(60_000);
  let page: PayingPage;
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => page.close());

  it('is bought, whatever the page writes into the quote it is handed', async () => {
    const { element } = await page.widget({ model: 'default' });
    const rewrite = (): void => {
      for (const quote of [
        element.quote,
        'quote' in element.generation && element.generation.quote,
      ])
        if (quote) {
          Reflect.set(quote.request, 'count', 3);
          Reflect.set(quote.request, 'model', 'dearer');
          Reflect.set(quote.total ?? {}, 'high', '0.01');
          Reflect.set(quote.lines, 'length', 0);
        }
    };
    element.addEventListener('user-pays-quote', rewrite);
    element.addEventListener('user-pays-before-charge', ({ detail }) => {
      rewrite();
      Reflect.set(detail.request, 'count', 3);
      Reflect.set(detail.quote, 'request', { ...detail.request, count: 3 });
    });
    rewrite();
    const { images, receipt } = await element.generate();
    expect(images).to.have.length(1);
    expect(receipt).to.include({ model: 'default', estimated: '0.03' });
    expect(page.posts).to.have.length(1);
  });

  it('is asked about again where the page changes it on hearing of the purchase', async () => {
    const { element } = await page.widget();
    element.addEventListener(
      'user-pays-before-charge',
      () => {
        element.count = 3;
      },
      { once: true },
    );
    const promise = ended(element.generate());
    await until(() => element.generation.name !== 'submitting');
    expect(element.generation).to.deep.include({ name: 'confirming', why: 'changed' });
    element.cancel();
    expect(await promise).to.include({ charge: 'none' });
    expect(page.posts).to.have.length(0);
  });

  it('is not bought any more where the page changes to play money on hearing of it', async () => {
    const { element } = await page.widget();
    element.addEventListener('user-pays-before-charge', () => (element.provider = 'sandbox'), {
      once: true,
    });
    const error = await ended(element.generate());
    expect(error).to.include({ code: 'quote-expired', charge: 'none' });
    expect(element.quote?.simulated).to.equal(true);
    expect(page.posts).to.have.length(0);
  });
});
