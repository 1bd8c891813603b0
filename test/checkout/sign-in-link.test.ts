import { expect } from 'chai';
import { createCheckout } from '../../src/checkout/create-checkout.js';
import { widget } from '../support/widget.js';

describe('signing in by an emailed link', () => {
  const page = globalThis as { puter?: unknown };
  const asked: object[] = [];
  const email = 'kim@example.com';
  const returnUrl = new URL('/back', location.href).href;

  before(() => {
    page.puter = {
      authToken: null,
      auth: {
        isSignedIn: () => false,
        signOut: () => undefined,
        signIn: (options: object) => {
          asked.push(options);
          return Promise.resolve({ username: 'kim' });
        },
      },
    };
  });
  after(() => {
    delete page.puter;
  });
  afterEach(() => asked.splice(0));

  it('is asked for by a checkout without a face', async () => {
    const checkout = createCheckout({ provider: 'puter' });
    await checkout.signIn({ email, returnUrl });
    await checkout.signIn();
    checkout.close();
    expect(asked).to.deep.equal([{ email, returnUrl }, {}]);
  });

  it('is asked for by the element, which takes nothing else for options', async () => {
    const { element, remove } = await widget({ provider: 'puter' });
    await element.signIn({ email });
    await element.signIn(new Event('click') as object);
    remove();
    expect(asked).to.deep.equal([{ email, returnUrl: location.href }, {}]);
  });
});
