import { expect } from 'chai';
import '../support/fresh-origin.js';
import { createCheckout, type Checkout } from '../../src/checkout/index.js';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('a key that a reader gave one widget', () => {
  const shown: WidgetDriver[] = [];
  const open: Checkout[] = [];
  afterEach(() => {
    shown.splice(0).forEach((each) => each.remove());
    open.splice(0).forEach((each) => each.close());
  });

  it('serves all others of the page at once, also those nobody touched yet', async () => {
    for (const provider of ['bfl', 'bfl', 'fal']) shown.push(await widget({ provider }));
    const [one, two, other] = shown.map(({ element }) => element);
    const checkout = createCheckout({ provider: 'bfl' });
    open.push(checkout);
    let told = 0;
    checkout.subscribe(() => (told += 1));
    await one?.setKey('a-key', { keep: 'memory' });
    await Promise.all(shown.map(({ element }) => element.updateComplete));
    const later = await widget({ provider: 'bfl' });
    shown.push(later);

    for (const each of [one, two, checkout, later.element])
      expect(each?.account.status).to.equal('signed-in');
    expect(other?.account.status).to.equal('signed-out');
    expect(shown[1]?.text('generate')).to.match(/^Generate · /);
    expect(told).to.be.greaterThan(0);

    two?.signOut();
    await one?.updateComplete;
    for (const each of [one, two, checkout, later.element])
      expect(each?.account.status).to.equal('signed-out');
  });
});
