import { expect } from 'chai';
import type { PictureState } from '../../src/generation/purchase.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';

/** An earlier order in doubt, of which a provider's meter has told. */
function checked(id: string, charged?: string): PictureState {
  return {
    id,
    name: 'failed',
    checked: true,
    receipt: {
      id,
      provider: 'puter',
      model: 'flux-2-pro',
      at: 0,
      lines: [],
      estimated: '0.03',
      simulated: false,
      basis: 'reported',
      ...(charged === undefined ? { charge: 'none' } : { charge: 'charged', charged }),
    },
  };
}

describe('how an earlier doubt ended', () => {
  let page: PayingPage;
  let shown: WidgetDriver;
  const tell = async (...pictures: PictureState[]): Promise<void> => {
    const { recovered } = insideOf(shown.element).checkout.page;
    recovered.set([...recovered.get(), ...pictures]);
    await until(() => shown.text('checked') !== '');
  };

  beforeEach(async () => {
    page = payingPage();
    shown = await page.widget();
  });
  afterEach(() => {
    insideOf(shown.element).checkout.page.recovered.set([]);
    page.close();
  });

  it('is said until the reader buys the next picture, and not over it', async () => {
    await tell(checked('a', '0.0043'), checked('b'));
    expect(shown.text('checked')).to.equal(
      'Checked with Puter: $0.0043 was charged.Checked with Puter: nothing was charged. Got it',
    );
    await shown.element.generate();
    await until(() => shown.images.length === 1);
    expect(shown.text('checked')).to.equal('');
  });

  it('stays in another widget, where it may be about the picture on show', async () => {
    const other = await page.widget();
    await tell(checked('d', '0.02'));
    await until(() => other.text('checked') !== '');
    await shown.element.generate();
    await until(() => shown.images.length === 1);
    await other.element.updateComplete;
    expect(shown.text('checked')).to.equal('');
    expect(other.text('checked')).to.contain('Checked with Puter: $0.020 was charged.');
  });

  it('is said beside a picture when it is told after that one, until the next press', async () => {
    await shown.element.generate();
    await tell(checked('c', '0.012'));
    expect(shown.text('checked')).to.contain('Checked with Puter: $0.012 was charged.');
    shown.element.requestUpdate();
    await shown.element.updateComplete;
    expect(shown.text('checked')).to.contain('$0.012');
    await shown.element.generate();
    await until(() => page.posts.length === 2 && shown.element.generation.name === 'done');
    await shown.element.updateComplete;
    expect(shown.text('checked')).to.equal('');
  });
});
