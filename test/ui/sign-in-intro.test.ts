import { expect } from 'chai';
import { readerActs } from '../support/reader-acts.js';
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
        signOut: () => {
          isIn = false;
        },
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
    expect(shown.text('about-account')).to.match(
      /^One press signs you in and buys one picture for (≈\s)?\$0\.030\.$/,
    );
    const { left, top } = shown.button.getBoundingClientRect();
    expect([left, top]).to.deep.equal([before.left, before.top]);
    await shown.element.signIn();
    await shown.element.updateComplete;
    expect(shown.text('about-account')).to.equal('');
    // Who signed in at one widget is signed in at all of the page.
    shown.element.signOut();
    await until(() => shown.element.account.status === 'signed-out');
  });

  it('a reader may open what Puter is, what an account costs and who is charged, each with a source', async () => {
    shown = await widget({ provider: 'puter', model: 'flux-2-pro' }, { prompt: 'a fox' });
    const door = shown.part<HTMLButtonElement>('what-is');
    expect(door?.textContent?.trim()).to.equal('What is Puter?');
    door?.click();
    await until(() => shown.part('about') !== null);
    expect(door?.getAttribute('aria-expanded')).to.equal('true');
    const sentences = [...(shown.part('about')?.querySelectorAll('li') ?? [])];
    expect(shown.text('about')).to.contain('Every account gets a free monthly allowance');
    expect(sentences).to.have.length(4);
    // As Puter's own page says it of a website.
    expect(shown.text('about')).to.contain(
      'This website is powered by Puter for its AI and cloud features.',
    );
    for (const sentence of sentences)
      expect(sentence.querySelector('a')?.href).to.match(
        /^https:\/\/(docs\.puter\.com|github\.com\/HeyPuter)\//,
      );
    door?.click();
    await until(() => shown.part('about') === null);
  });

  it('a reader is told how many pictures the account covers that the window makes', async () => {
    for (const [attributes, covers] of [
      [{ model: 'flux-2-klein-4b' }, 'covers about 500 of these'],
      [{ model: 'flux-2-pro' }, 'covers about 16 of these'],
    ] as const) {
      shown?.remove();
      shown = await widget({ provider: 'puter', ...attributes }, { prompt: 'a fox' });
      const root = shown.element.shadowRoot;
      expect(root?.querySelector('.payer')?.textContent).to.contain(covers);
    }
  });

  it('a reader is told when the page’s own policy cuts off the window, not that they closed it', async () => {
    const { auth } = page.puter as { auth: { signIn: () => unknown } };
    const [signIn, open] = [auth.signIn, window.open];
    // As the browser shows a window that it cut off: closed, and never seen elsewhere.
    window.open = () => ({ closed: true, location: { href: 'about:blank' } }) as never;
    auth.signIn = () => {
      window.open('https://puter.com/action/sign-in');
      return Promise.reject({ error: 'auth_window_closed', msg: 'closed by the user' });
    };
    const stopActing = readerActs();
    try {
      shown = await widget({ provider: 'puter', model: 'flux-2-pro' }, { prompt: 'a fox' });
      await shown.element.generate().catch(() => undefined);
      await until(() => shown.text('error') !== '');
      expect(shown.text('error')).to.equal(
        'Not charged. This page’s policy cuts off sign-in windows, so you can’t sign in at Puter from here.',
      );
    } finally {
      stopActing();
      Object.assign(auth, { signIn });
      window.open = open;
    }
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
