import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('two widgets on one page', function () {
  this.timeout(120_000);
  const all: WidgetDriver[] = [];
  afterEach(() => all.splice(0).forEach((each) => each.remove()));

  it('buy one picture each and show the same tally, which is right', async () => {
    const [one, two] = [await widget({ size: '64x64' }), await widget({ size: '64x64' })];
    all.push(one, two);
    await one.type('a fox');
    await two.type('a hen');
    const before = one.element.tally.sandbox.all;
    const [first, second] = await Promise.all([one.element.generate(), two.element.generate()]);
    expect(first.id).not.to.equal(second.id);
    expect([one, two].map((each) => each.element.tally.sandbox.all.purchases)).to.deep.equal([
      before.purchases + 2,
      before.purchases + 2,
    ]);
    await Promise.all([one.element.updateComplete, two.element.updateComplete]);
    expect(one.text('tally')).to.equal(two.text('tally'));
    expect(one.images.map(({ alt }) => alt)).to.deep.equal(['a fox']);
    expect(two.images.map(({ alt }) => alt)).to.deep.equal(['a hen']);
  });

  it('keep to the tighter cap together', async () => {
    const [one, two] = [
      await widget({ size: '1024x1024', model: 'flux-2-max' }),
      await widget({ size: '1024x1024', model: 'flux-2-max' }),
    ];
    all.push(one, two);
    await one.type('a fox');
    await two.type('a hen');
    const spent =
      Number(one.element.tally.sandbox.session.settled) +
      Number(one.element.tally.sandbox.session.inDoubt);
    for (const each of [one, two]) each.element.budget = (spent + 0.1).toFixed(6);
    const results = await Promise.allSettled([one.element.generate(), two.element.generate()]);
    expect(results.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).to.include({ code: 'over-budget', charge: 'none' });
  });
});
