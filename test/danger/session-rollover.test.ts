import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { newVisit } from '../support/new-visit.js';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('a visit', function () {
  this.timeout(120_000);
  const { now } = systemClock;
  // Noon of a day: no half hour of this test crosses midnight.
  const noon = new Date(now()).setHours(12, 0, 0, 0) + 40 * 86_400_000;
  let shown: WidgetDriver;
  const at = (minutes: number): void =>
    void Object.assign(systemClock, { now: () => noon + minutes * 60_000 });
  const pictures = (): number[] => {
    const { session, today, month, all } = shown.element.tally.sandbox;
    return [session, today, month, all].map((period) => period.pictures);
  };

  beforeEach(async () => {
    at(0);
    shown = await widget({ size: '64x64' });
    await newVisit(insideOf(shown.element).checkout.page.journal);
    await shown.type('a fox');
  });
  afterEach(() => {
    shown.remove();
    Object.assign(systemClock, { now });
  });

  it('ends after half an hour without activity, not before, and today goes on counting', async () => {
    const [, today = 0, month = 0, all = 0] = pictures();
    await shown.element.generate();
    at(29);
    await shown.element.generate();
    expect(pictures()).to.deep.equal([2, today + 2, month + 2, all + 2]);
    at(29 + 31);
    expect(pictures()).to.deep.equal([0, today + 2, month + 2, all + 2]);
    await shown.element.generate();
    expect(pictures()).to.deep.equal([1, today + 3, month + 3, all + 3]);
  });

  it('ends when the reader starts a new one, and its cap starts anew', async () => {
    shown.element.budget = '0.04';
    await shown.element.updateComplete;
    const price = Number(shown.element.quote?.total?.high);
    for (let spent = price; spent <= 0.04; spent += price) await shown.element.generate();
    const refused: unknown = await shown.element.generate().catch((error: unknown) => error);
    expect(refused).to.include({ code: 'over-budget', charge: 'none' });
    await newVisit(insideOf(shown.element).checkout.page.journal);
    expect(pictures()[0]).to.equal(0);
    expect(await shown.element.generate()).to.have.property('images');
  });
});
