import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import type { WidgetDriver } from '../support/widget.js';
import { until } from '../support/until.js';

/**
 * As after a window that opened between the reader's press and its release: the page is no longer
 * activated.
 */
describe('a press whose gesture something else used up', () => {
  let page: PayingPage;
  let shown: WidgetDriver;
  beforeEach(async () => {
    page = payingPage();
    page.gesture = false;
    shown = await page.widget();
  });
  afterEach(() => page.close());

  it('buys all the same, since it is the reader’s own', async () => {
    shown.button.focus();
    await sendKeys({ press: 'Enter' });
    await shown.ended();
    expect(shown.element.generation.name).to.equal('done');
    expect(page.posts).to.have.length(1);
  });

  it('answers the question all the same', async () => {
    shown.element.confirmOver = '0.01';
    shown.button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => shown.element.generation.name === 'confirming' && shown.part('confirm-yes'));
    shown.part<HTMLButtonElement>('confirm-yes')?.focus();
    await sendKeys({ press: 'Enter' });
    await shown.ended();
    expect(page.posts).to.have.length(1);
  });

  it('is no pass for a script: neither a click of its own nor the reader’s event, kept for later', async () => {
    const kept: Event[] = [];
    const listen = (event: Event): void => void kept.push(event);
    document.addEventListener('keydown', listen, { capture: true, once: true });
    shown.prompt.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(kept.map(({ isTrusted }) => isTrusted)).to.deep.equal([true]);
    expect(await ended(shown.element.generate(kept[0]))).to.include({
      code: 'no-gesture',
      charge: 'none',
    });
    expect(await ended(shown.element.generate(new MouseEvent('click')))).to.include({
      code: 'no-gesture',
      charge: 'none',
    });
    shown.button.click();
    await shown.element.updateComplete;
    expect(shown.element.generation.name).to.equal('quoted');
    expect(page.posts).to.have.length(0);
  });
});
