import { expect } from 'chai';
import '../support/fresh-origin.js';
import '../../src/define/user-pays-image.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import type { UserPaysImage } from '../../src/ui/elements/user-pays-image.js';

describe('a page hears user-pays-tally', () => {
  let element: UserPaysImage;
  let told: string[];
  beforeEach(() => {
    element = document.createElement('user-pays-image');
    Object.assign(element, { provider: 'sandbox', prompt: 'a fox', sandbox: { latency: 0 } });
    told = [];
    element.addEventListener('user-pays-tally', ({ detail: { tally } }) => {
      told.push(`${tally.sandbox.all.settled} ${tally.sandbox.all.inDoubt}`);
    });
    document.body.append(element);
  });
  afterEach(() => element.remove());

  it('not because the journal came, and not of a purchase that was held back', async () => {
    element.addEventListener('user-pays-before-charge', (event) => event.preventDefault());
    await element.generate().catch(() => undefined);
    await insideOf(element).checkout.page.journal.ready;
    await element.updateComplete;
    expect(told).to.deep.equal([]);
  });

  it('when money was set aside and when it was spent, each time with other sums', async () => {
    await element.generate();
    expect(told).to.deep.equal(['0 0.014', '0.014 0']);
    await element.generate();
    expect(told.slice(2)).to.deep.equal(['0.014 0.014', '0.028 0']);
  });
});
