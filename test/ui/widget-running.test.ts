import { expect } from 'chai';
import { bflAnswers, bflStep } from '../support/bfl-script.js';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

describe('a purchase that the balance does not cover while another one runs', () => {
  let page: PayingPage;
  let credits = '';
  let orders = 0;
  let shown: WidgetDriver[] = [];

  beforeEach(async () => {
    [credits, orders] = ['1000', 0];
    page = payingPage(({ method, headers }) => {
      const step = bflStep(method, headers.get('x-target-url') ?? '');
      if (step === 'balance') return { status: 200, json: { credits: Number(credits) } };
      if (step !== 'submit') return 'hangs';
      orders += 1;
      return orders === 1
        ? { status: 200, json: bflAnswers.submit('7') }
        : { status: 402, json: { detail: 'Insufficient credits' } };
    });
    const attributes = {
      provider: 'bfl',
      model: 'flux-2-pro',
      relay: 'http://127.0.0.1:9/relay',
      size: '1024x1024',
    };
    shown = [await page.widget(attributes), await page.widget(attributes)];
    await shown[0]?.element.setKey('canary-key-0123456789', { keep: 'memory' });
  });
  afterEach(() => {
    for (const { element } of shown) {
      element.cancel();
      element.signOut();
    }
    page.close();
  });

  /** The notice of the second purchase, ordered while the first is being made. */
  const second = async (): Promise<string> => {
    const [first, next] = shown as [WidgetDriver, WidgetDriver];
    const running = ended(first.element.generate());
    await until(() => first.element.generation.name === 'polling');
    await ended(next.element.generate());
    await until(() => next.text('error') !== '');
    const said = next.text('error');
    first.element.cancel();
    await running;
    return said;
  };

  it('says that pictures still being made may hold back a part', async () => {
    const said = await second();
    expect(said).to.contain(
      'Not charged. Your Black Forest Labs account does not hold enough now.',
    );
    expect(said).to.contain('Pictures still being made may hold back a part of it');
  });

  it('says no such thing where nothing else is being made', async () => {
    orders = 1;
    const [, next] = shown as [WidgetDriver, WidgetDriver];
    await ended(next.element.generate());
    await until(() => next.text('error') !== '');
    expect(next.text('error')).to.contain('Your Black Forest Labs account does not hold enough.');
    expect(next.text('error')).not.to.contain('still being made');
  });

  it('says what of a known balance is still spoken for', async () => {
    credits = '5';
    for (const { element } of shown) insideOf(element).checkout.touched();
    await until(() => shown[1]?.element.account.balance !== undefined);
    const said = await second();
    expect(said).to.contain('of which $0.030 may still go to other pictures');
    expect(orders).to.equal(1);
  });
});
