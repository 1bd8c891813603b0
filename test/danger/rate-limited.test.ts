import { expect } from 'chai';
import { ended, payingPage, pictureReply, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';

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

  it('of which one picture got through is counted down, and its reason is told once', async () => {
    const why =
      'Request was throttled. Your rate limit is reduced while you have less than $5.0 in credit.';
    page.close();
    let nth = 0;
    const throttled = { status: 429, json: { detail: why, retry_after: 30 } } as const;
    page = payingPage(() => {
      nth += 1;
      return nth === 1 ? pictureReply : throttled;
    });
    const shown = await page.widget({ count: '4' });
    expect(await shown.element.generate()).to.have.nested.property('images.length', 1);
    await until(() => shown.text('images').includes('throttled'));
    expect(shown.text('images').split(why)).to.have.length(2);
    expect(shown.text('images')).to.contain('says: ').and.contain('Too many requests just now.');
    await until(() => /in \d+ s/.test(shown.button.textContent ?? ''));
    expect(shown.button.disabled || shown.button.ariaDisabled === 'true').to.equal(true);
    const posts = page.posts.length;
    expect(posts).to.be.at.most(3);
  });
});
