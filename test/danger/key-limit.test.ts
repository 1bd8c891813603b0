import { expect } from 'chai';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

describe('what a key may still spend', () => {
  let page: PayingPage;
  let remaining: unknown = 16.63;
  beforeEach(() => {
    page = payingPage(({ method, url }) =>
      method === 'GET' && url.endsWith('/key')
        ? { status: 200, json: { data: { label: 'sk-or-v1-a', limit_remaining: remaining } } }
        : { status: 402, json: { error: { code: 402, message: 'Insufficient credits.' } } },
    );
  });
  afterEach(() => {
    page.close();
    localStorage.clear();
  });

  const signedIn = async (limit: unknown): Promise<WidgetDriver> => {
    remaining = limit;
    const shown = await page.widget({
      provider: 'openrouter',
      model: 'flux-2-pro',
      size: '512x512',
      prices: 'bundled',
    });
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
    shown.element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await until(() => shown.element.account.limit !== undefined);
    await shown.element.updateComplete;
    return shown;
  };
  const payer = (shown: WidgetDriver): string =>
    (shown.element.shadowRoot?.querySelector('.payer')?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();

  it('is not told as money in the account, nor as pictures it is sure to buy', async () => {
    const shown = await signedIn(16.63);
    await until(() => payer(shown).includes('16.63'));
    expect(payer(shown))
      .to.contain('this key may spend $16.63 more')
      .and.not.match(/left|≈/);
    const { account } = shown.element;
    expect(account).to.include({ status: 'signed-in', limit: '16.63' });
    expect([account.balance, account.pictures]).to.deep.equal([undefined, undefined]);
    const error: unknown = await shown.element.generate().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'insufficient-funds', charge: 'none' });
    expect(shown.text('error')).to.contain('Your OpenRouter account does not hold enough.');
    expect(shown.part('top-up')).not.to.equal(null);
  });

  it('is a cap all the same, and is called what it is', async () => {
    const shown = await signedIn(0.0023);
    await until(() => shown.text('limit') !== '');
    expect(shown.text('limit')).to.match(
      /^This costs (up to |≈ )?\$0\.\d+, and your key may spend only \$0\.0023 more\./,
    );
    expect(shown.part('top-up'), 'money would not help').to.equal(null);
    const error: unknown = await shown.element.generate().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'over-budget', charge: 'none' });
    expect(shown.text('error')).to.contain('your key may spend only $0.0023 more');
    expect(page.posts).to.have.length(0);
  });
});
