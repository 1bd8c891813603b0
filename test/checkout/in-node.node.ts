import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCheckout } from '../../src/checkout/index.js';

describe('a checkout outside a page', () => {
  it('prices, and refuses to spend', async () => {
    const checkout = createCheckout({ provider: 'bfl', model: 'flux-2-pro', prompt: 'a fox' });
    assert.equal(checkout.quote.total?.high, '0.03');
    assert.ok(checkout.choices.models.length > 3);
    assert.deepEqual(checkout.account, { status: 'signed-out' });
    const refused = (error: unknown): boolean =>
      (error as { code?: string; charge?: string }).code === 'no-gesture';
    await assert.rejects(checkout.generate(), refused);
    checkout.close();
  });

  it('tells when the price of a model beyond the first list is here', async () => {
    const checkout = createCheckout({ provider: 'puter', model: 'flux-2-max' });
    const told = new Promise<void>((resolve) => {
      checkout.subscribe(() => checkout.quote.total && resolve());
    });
    if (!checkout.quote.total) await told;
    assert.ok(checkout.quote.total);
    checkout.close();
  });

  it('makes no sample either, and says so instead of ending the process', async () => {
    const checkout = createCheckout({ provider: 'sandbox', model: 'flux-2-pro', prompt: 'a fox' });
    assert.equal(checkout.quote.simulated, true);
    await assert.rejects(checkout.generate(), { name: 'UserPaysError', charge: 'none' });
    checkout.close();
  });
});
