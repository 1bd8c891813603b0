import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import type { UserPaysError } from '../../src/base/error.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import type { WidgetDriver } from '../support/widget.js';
import { pageClock } from '../support/page-clock.js';
import { until } from '../support/until.js';

function asking(shown: WidgetDriver): string {
  const { generation } = shown.element;
  return generation.name === 'confirming'
    ? `${generation.why} ${generation.quote.total?.high ?? '?'}`
    : generation.name;
}
function askedId(shown: WidgetDriver): string {
  return shown.element.generation.name === 'confirming' ? shown.element.generation.quote.id : '';
}

/**
 * Presses a button of the question by a real key; the question is drawn by a part that may still be
 * on its way.
 */
async function answer(shown: WidgetDriver, word: 'yes' | 'no'): Promise<void> {
  await until(() => shown.part(`confirm-${word}`));
  shown.part<HTMLButtonElement>(`confirm-${word}`)?.focus();
  await sendKeys({ press: 'Enter' });
  await shown.element.updateComplete;
}

describe('a purchase that needs the reader’s yes', function () {
  this.timeout(120_000);
  let page: PayingPage;
  const clock = pageClock();
  const pass = (ms: number): void =>
    void Object.assign(clock, {
      now: () => systemClock.now() + ms,
      elapsed: () => systemClock.elapsed() + ms,
    });

  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => {
    clock.reset();
    page.close();
  });

  it('over the limit is asked about, and bought once on yes', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const promise = shown.element.generate();
    expect(asking(shown)).to.equal('over 0.75');
    expect(shown.element.generate()).to.equal(promise);
    expect(page.posts).to.have.length(0);
    await answer(shown, 'yes');
    expect(await promise).to.have.nested.property('receipt.charged', '0.75');
    expect(page.posts).to.have.length(1);
  });

  it('is not bought on no: nothing is sent, the page hears of it, and the price is on show again', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const heard: string[] = [];
    shown.element.addEventListener('user-pays-error', (event) => {
      const { error } = (event as CustomEvent<{ error: UserPaysError }>).detail;
      heard.push(`${error.code} ${error.charge}`);
    });
    const lines = shown.element.tally.all;
    const promise = ended(shown.element.generate());
    await answer(shown, 'no');
    expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    expect(shown.element.generation.name).to.equal('quoted');
    expect(heard).to.deep.equal(['aborted none']);
    expect(shown.element.tally.all).to.deep.equal(lines);
    expect(page.posts).to.have.length(0);
  });

  it('is asked about again when the price changed under the question; a yes to the old price does nothing', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const promise = shown.element.generate();
    const old = askedId(shown);
    shown.element.unitPrice = '0.90';
    await shown.element.updateComplete;
    expect(asking(shown)).to.equal('changed 0.9');
    insideOf(shown.element).checkout.purchases.confirm(old);
    expect(asking(shown)).to.equal('changed 0.9');
    expect(page.posts).to.have.length(0);
    await answer(shown, 'yes');
    expect(await promise).to.have.nested.property('receipt.charged', '0.9');
    expect(page.posts).to.have.length(1);
  });

  it('is asked about again when the price changed in the very turn of the yes', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const promise = shown.element.generate();
    const old = askedId(shown);
    shown.element.unitPrice = '0.90';
    insideOf(shown.element).checkout.purchases.confirm(old);
    expect(asking(shown)).to.equal('changed 0.9');
    await answer(shown, 'yes');
    expect(await promise).to.have.nested.property('receipt.charged', '0.9');
  });

  it('of unknown price is asked about, and stays in doubt when bought', async () => {
    const shown = await page.widget({ 'unit-price': 'ask us' });
    const before = shown.element.tally.all.unpriced ?? 0;
    const promise = shown.element.generate();
    expect(asking(shown)).to.equal('unknown ?');
    await answer(shown, 'yes');
    expect(await promise).to.deep.include({
      receipt: { ...(await promise).receipt, charge: 'charged', estimated: '' },
    });
    expect((await promise).receipt.charged).to.equal(undefined);
    expect(shown.element.tally.all.unpriced).to.equal(before + 1);
  });

  it('is asked about when the price is no longer the one that was on the button', async () => {
    const shown = await page.widget({ 'unit-price': '0.03' });
    shown.element.unitPrice = '0.04';
    const promise = shown.element.generate();
    expect(asking(shown)).to.equal('changed 0.04');
    expect(page.posts).to.have.length(0);
    await answer(shown, 'yes');
    expect(await promise).to.have.nested.property('receipt.charged', '0.04');
  });

  it('is asked about when the price has been on show for more than five minutes, and not before', async () => {
    const shown = await page.widget();
    pass(4 * 60_000);
    await shown.element.generate();
    expect(page.posts).to.have.length(1);
    pass(10 * 60_000);
    const promise = shown.element.generate();
    expect(asking(shown)).to.equal('changed 0.03');
    expect(page.posts).to.have.length(1);
    await answer(shown, 'yes');
    await promise;
    expect(page.posts).to.have.length(2);
  });

  it('is asked about again when the question itself was open for more than five minutes', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const promise = shown.element.generate();
    const id = askedId(shown);
    await shown.element.updateComplete;
    pass(6 * 60_000);
    insideOf(shown.element).checkout.purchases.confirm(id);
    expect(asking(shown)).to.equal('changed 0.75');
    expect(page.posts).to.have.length(0);
    await shown.element.updateComplete;
    await answer(shown, 'yes');
    await promise;
    expect(page.posts).to.have.length(1);
  });

  it('is asked about when the clock was set back: nobody knows how old the price is', async () => {
    const shown = await page.widget();
    Object.assign(clock, { now: () => systemClock.now() - 86_400_000 });
    const promise = ended(shown.element.generate());
    expect(asking(shown)).to.equal('changed 0.03');
    shown.element.cancel();
    expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    expect(page.posts).to.have.length(0);
  });

  it('is asked about again when the price changed while the reader signed in', async () => {
    const shown = await page.widget();
    const { element } = shown;
    const open = insideOf(element).checkout.account.open.bind(insideOf(element).checkout.account);
    insideOf(element).checkout.account.open = async () => {
      await open();
      element.unitPrice = '0.05';
    };
    const promise = element.generate();
    await until(() => element.generation.name === 'confirming');
    expect(asking(shown)).to.equal('changed 0.05');
    insideOf(element).checkout.account.open = open;
    await answer(shown, 'yes');
    expect(await promise).to.have.nested.property('receipt.charged', '0.05');
    expect(page.posts).to.have.length(1);
  });

  it('gets no yes from a script without the reader’s gesture', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const promise = ended(shown.element.generate());
    page.gesture = false;
    insideOf(shown.element).checkout.purchases.confirm(askedId(shown));
    expect(asking(shown)).to.equal('over 0.75');
    shown.element.cancel();
    expect(await promise).to.include({ code: 'aborted' });
    expect(page.posts).to.have.length(0);
  });

  it('that can’t be bought any more ends in “quote-expired”', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    const promise = ended(shown.element.generate());
    shown.element.size = 'huge';
    await shown.element.updateComplete;
    expect(await promise).to.include({ code: 'quote-expired', charge: 'none' });
    expect(page.posts).to.have.length(0);
  });

  it('with play money is asked about only where the page set a limit of its own', async () => {
    const quiet = await page.widget(
      { provider: 'sandbox', model: 'flux-2-max', count: '4', size: '2048x2048' },
      { sandbox: { latency: 0, faults: ['refused'] } },
    );
    expect(await ended(quiet.element.generate())).to.include({ code: 'invalid-input' });
    const asked = await page.widget({
      provider: 'sandbox',
      model: 'flux-2-pro',
      'confirm-over': '0.001',
    });
    const promise = asked.element.generate();
    expect(asking(asked)).to.match(/^over 0\.0/);
    await answer(asked, 'yes');
    expect(await promise).to.have.property('images');
  });
});
