import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('an element moved or removed while its picture is being made', () => {
  let shown: WidgetDriver;
  afterEach(() => shown.remove());

  it('moved to another place, shows the picture there and buys once', async () => {
    shown = await widget({ size: '64x64' }, { sandbox: { latency: 150 } });
    await shown.type('a fox');
    const before = shown.element.tally.sandbox.all.purchases;
    const promise = shown.element.generate();
    const place = document.createElement('section');
    document.body.append(place);
    place.append(shown.element);
    const purchase = await promise;
    await shown.element.updateComplete;
    expect(shown.images.map((image) => image.alt)).to.deep.equal(['a fox']);
    expect(purchase.images).to.have.length(1);
    expect(shown.element.tally.sandbox.all.purchases).to.equal(before + 1);
    place.remove();
  });

  it('taken out of the page, still gets its picture, and shows it when it is put back', async () => {
    shown = await widget({ size: '64x64' }, { sandbox: { latency: 150 } });
    await shown.type('a fox');
    const before = shown.element.tally.sandbox.all;
    const promise = shown.element.generate();
    await new Promise((resolve) => setTimeout(resolve, 50));
    shown.element.remove();
    await promise;
    expect(shown.element.tally.sandbox.all.pictures).to.equal(before.pictures + 1);
    document.body.append(shown.element);
    await shown.element.updateComplete;
    expect(shown.element.generation.name).to.equal('done');
    expect(shown.images).to.have.length(1);
  });
});
