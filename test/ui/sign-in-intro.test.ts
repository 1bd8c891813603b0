import { expect } from 'chai';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('before the sign-in window opens', () => {
  const page = globalThis as { puter?: unknown };
  let shown: WidgetDriver;
  let isIn = false;

  before(() => {
    page.puter = {
      auth: {
        isSignedIn: () => isIn,
        signOut: () => undefined,
        signIn: () => {
          isIn = true;
          return Promise.resolve({ username: 'kim' });
        },
      },
    };
  });
  after(() => {
    delete page.puter;
  });
  afterEach(() => shown.remove());

  const touch = async (): Promise<void> => {
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    shown.prompt.focus();
    await until(() => shown.part('doubts') !== null);
    await shown.element.updateComplete;
  };

  it('a reader is told what Puter is, in a place where the button stays under their pointer', async () => {
    shown = await widget({ provider: 'puter', model: 'flux-2-pro' }, { prompt: 'a fox' });
    expect(shown.text('about-account')).to.equal('');
    const before = shown.button.getBoundingClientRect();
    await touch();
    expect(shown.text('about-account')).to.equal(
      'Puter is an online service with accounts of its own. Signing in opens its window, and a free account gets an allowance each month.',
    );
    const { left, top } = shown.button.getBoundingClientRect();
    expect([left, top]).to.deep.equal([before.left, before.top]);
    await shown.element.signIn();
    await shown.element.updateComplete;
    expect(shown.text('about-account')).to.equal('');
  });

  it('a reader with a key, and one of the sandbox, is told nothing of it', async () => {
    for (const provider of ['bfl', 'sandbox']) {
      shown?.remove();
      shown = await widget({ provider, model: 'flux-2-pro' }, { prompt: 'a fox' });
      await touch();
      expect(shown.text('about-account'), provider).to.equal('');
    }
  });
});
