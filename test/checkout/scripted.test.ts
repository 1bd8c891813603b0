import { expect } from 'chai';
import { noAccount } from '../../src/accounts/no-account.js';
import { createCheckout as realCheckout } from '../../src/checkout/index.js';
import { createCheckout } from '../../src/testing.js';
import { readerActs } from '../support/reader-acts.js';
import { pixel } from '../support/pixel.js';

const picture = new Blob([Uint8Array.from(atob(pixel), (sign) => sign.charCodeAt(0))], {
  type: 'image/png',
});

describe('a checkout on scripted services', () => {
  let stopActing: () => void;
  before(() => {
    stopActing = readerActs();
  });
  after(() => stopActing());

  it('buys from a scripted provider at a scripted time, and shares nothing with the page', async () => {
    const at = Date.UTC(2026, 0, 2, 3, 4, 5);
    const orders: string[] = [];
    const checkout = createCheckout({
      provider: 'bfl',
      model: 'flux-2-pro',
      prompt: 'a fox',
      services: {
        clock: { now: () => at },
        account: () => noAccount(),
        imageProvider: () =>
          Promise.resolve({
            id: 'bfl',
            run: ({ prompt }) => {
              orders.push(prompt);
              return Promise.resolve({ kind: 'done', images: [{ blob: picture }] });
            },
          }),
      },
    });
    const { receipt } = await checkout.generate();
    expect(receipt).to.include({ at, provider: 'bfl', estimated: '0.03' });
    expect(orders).to.deep.equal(['a fox']);
    expect(checkout.tally.all.pictures).to.equal(1);
    const real = realCheckout({ provider: 'bfl' });
    expect(real.tally.all.pictures).to.equal(0);
    real.close();
    checkout.close();
  });
});
