import { expect } from 'chai';
import { systemClock } from '../../src/base/clock.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { ended, payingPage, pixelBytes, type PayingPage } from '../support/paying.js';
import { pageClock } from '../support/page-clock.js';
import { bflAnswers, bflStep } from '../support/bfl-script.js';

const day = 86_400_000;

describe('a clock that jumps while the provider works', function () {
  this.timeout(120_000);
  const clock = pageClock();
  let page: PayingPage;
  let polls = 0;
  let onPoll: (nth: number) => 'pending' | 'ready' = () => 'ready';

  beforeEach(() => {
    polls = 0;
    page = payingPage(({ method, headers }) => {
      const step = bflStep(method, headers.get('x-target-url') ?? '');
      if (step === 'image')
        return { status: 200, headers: { 'content-type': 'image/png' }, bytes: pixelBytes() };
      const json =
        step === 'balance'
          ? bflAnswers.balance
          : step === 'submit'
            ? bflAnswers.submit('7')
            : bflAnswers[onPoll((polls += 1))]('7');
      return { status: 200, json };
    });
    Object.assign(clock, {
      sleep: (ms: number, signal?: AbortSignal) =>
        systemClock.sleep(ms < 20_000 ? ms / 50 : ms, signal),
    });
  });
  afterEach(() => {
    clock.reset();
    page.close();
  });
  const buyer = async (): Promise<Awaited<ReturnType<PayingPage['widget']>>> => {
    const shown = await page.widget({
      provider: 'bfl',
      model: 'flux-2-pro',
      size: '1024x1024',
      relay: 'http://127.0.0.1:9/relay',
    });
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
    return shown;
  };

  for (const [words, jump] of [
    ['a day ahead', day],
    ['a day back', -day],
    ['to 1970', -systemClock.now() + 1000],
  ] as const) {
    it(`${words} loses no picture and no cent, and takes no time`, async () => {
      const { element } = await buyer();
      const { journal } = insideOf(element).checkout.page;
      const ids = new Set(journal.entries().map(({ id }) => id));
      onPoll = (nth) => {
        if (nth === 2) Object.assign(clock, { now: () => systemClock.now() + jump });
        return nth < 4 ? 'pending' : 'ready';
      };
      const purchase = await element.generate();
      expect(purchase.images).to.have.length(1);
      expect(page.posts).to.have.length(1);
      const [line] = journal.entries().filter(({ id }) => !ids.has(id));
      expect(line).to.include({ standing: 'settled', charged: '0.03' });
      expect(line?.took ?? -1, 'what later purchases are expected to take').to.be.within(0, 60_000);
    });
  }

  it('does not keep a purchase waiting for ever: the deadline counts by what really passed', async () => {
    const { element } = await buyer();
    const before = Number(element.tally.all.inDoubt);
    let ahead = 0;
    onPoll = (nth) => {
      if (nth === 2)
        Object.assign(clock, {
          now: () => systemClock.now() - day,
          elapsed: () => systemClock.elapsed() + (ahead = 301_000),
        });
      return 'pending';
    };
    expect(await ended(element.generate())).to.include({ code: 'timed-out', charge: 'possible' });
    expect(ahead).to.equal(301_000);
    expect(Number(element.tally.all.inDoubt)).to.be.closeTo(before + 0.03, 1e-9);
    expect(page.posts).to.have.length(1);
  });
});
