import { expect } from 'chai';
import { show } from '../../demo/scenes.js';
import type { AccountState } from '../../src/accounts/account.js';
import '../../src/define/index.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { september } from '../support/puter-lists.js';
import { look, paint, type Scene } from './widget-scene.js';

describe('what the reader’s account holds', () => {
  let scene: Scene;

  afterEach(() => scene.element.remove());

  const withAccount = async (state: Partial<AccountState>, model?: string): Promise<void> => {
    const element = await show('exact', {
      place: document.body,
      paint,
      catalogue: model ? september : catalogue,
      insideOf,
    });
    scene = look(element);
    const services = await insideOf(element).checkout.services();
    const account = services.account('puter').state as unknown as {
      set: (state: AccountState) => void;
    };
    account.set({ status: 'signed-in', name: 'ada', ...state });
    if (model) element.model = model;
    element.requestUpdate();
    await element.updateComplete;
  };
  const left = (): string =>
    scene.element.shadowRoot?.querySelector('.left')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

  it('is said in dollars, what was bought apart from the month’s, and in credits', async () => {
    await withAccount({ balance: '5.41', bought: '5', credits: '10820' });
    expect(left()).to.contain('$0.410 left this month · $5.00 bought · 10,820 credits');
    expect(left()).to.match(/≈ \d+ of these/);
  });

  it('is said in credits alone while nobody knows what a credit is worth', async () => {
    await withAccount({ credits: '820' });
    expect(left()).to.equal('820 credits left');
  });

  it('must cover the sum that Puter asks for, not the most that a picture may cost', async () => {
    await withAccount({ balance: '0.41' }, 'stability-ai/sdxl');
    expect(scene.element.quote?.total).to.deep.equal({ low: '0', high: '0.585' });
    expect(scene.element.quote?.holds).to.equal('0.0585');
    expect(scene.text('hints')).to.contain(
      'Puter takes this order only if your account holds $0.059.',
    );
    expect(scene.text('limit')).to.equal('');
    expect(left()).not.to.contain('of these');
  });

  it('is short of that sum: this is what the reader is told', async () => {
    await withAccount({ balance: '0.04' }, 'stability-ai/sdxl');
    expect(scene.text('limit')).to.contain(
      'Puter takes this order only if your account holds $0.059.',
    );
  });
});
