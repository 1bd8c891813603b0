import { expect } from 'chai';
import { ended, payingPage, pictureReply, type PayingPage } from '../support/paying.js';

const slowDown = {
  status: 429,
  headers: { 'retry-after': '1' },
  json: { error: { message: 'slow down' } },
} as const;

describe('“too many requests”', function () {
  this.timeout(120_000);
  let page: PayingPage;
  let left = 0;

  beforeEach(() => {
    left = 1;
    page = payingPage(() => (left-- > 0 ? slowDown : pictureReply));
  });
  afterEach(() => page.close());

  it('is not answered by asking again: not now, and not when the time it named is over', async () => {
    const { element } = await page.widget();
    const before = element.tally.all;
    const error = await ended(element.generate());
    expect(error).to.include({ code: 'rate-limited', charge: 'none', retry: 'safe' });
    expect(error).to.have.nested.property('facts.retryAfterMs', '1000');
    await new Promise((done) => {
      setTimeout(done, 1500);
    });
    expect(page.posts).to.have.length(1);
    expect(element.tally.all).to.deep.equal(before);
  });

  it('lets the reader press again, which is one more request', async () => {
    const { element } = await page.widget();
    await ended(element.generate());
    expect(await element.generate()).to.have.nested.property('receipt.charged', '0.03');
    expect(page.posts).to.have.length(2);
  });

  it('stops the rest of a batch, and nothing of that is charged', async () => {
    left = 4;
    const { element } = await page.widget({ count: '4' });
    const before = element.tally.all;
    expect(await ended(element.generate())).to.include({ code: 'rate-limited', charge: 'none' });
    expect(page.posts.length).to.be.at.most(2);
    expect(element.tally.all).to.deep.equal(before);
  });
});
