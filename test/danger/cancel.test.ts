import { expect } from 'chai';
import { ended, payingPage, pixelBytes, type PayingPage } from '../support/paying.js';
import { bflAnswers, bflStep, type BflStep } from '../support/bfl-script.js';
import type { WidgetDriver } from '../support/widget.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { until } from '../support/until.js';

const relay = 'http://127.0.0.1:9/relay';

describe('stopping', function () {
  this.timeout(120_000);
  let page: PayingPage;
  let held: BflStep | undefined;
  let at: BflStep | undefined;
  let shown: WidgetDriver;
  /** How far the provider says it is. */
  let status: 'Ready' | 'Pending' | 'Request Moderated' = 'Ready';
  /** What becomes of the second job of a test, where that is something else. */
  let second: 'Error' | 'gone' | undefined;

  beforeEach(async () => {
    [held, at, status, second] = [undefined, undefined, 'Ready', undefined];
    let jobs = 0;
    page = payingPage(({ method, headers }) => {
      const target = headers.get('x-target-url') ?? '';
      const step = bflStep(method, target);
      const id = /\b\d+(?=$|\.png)/.exec(target)?.[0] ?? '';
      if (step === 'balance') return { status: 200, json: bflAnswers.balance };
      at = step;
      if (step === held) return 'hangs';
      if (step === 'submit') return { status: 200, json: bflAnswers.submit(String((jobs += 1))) };
      if (step === 'image')
        return id === '2' && second === 'gone'
          ? { status: 410, text: 'gone' }
          : { status: 200, headers: { 'content-type': 'image/png' }, bytes: pixelBytes() };
      const now = id === '2' && second === 'Error' && status === 'Ready' ? second : status;
      const other = now === 'Ready' ? {} : { status: now, result: null };
      return { status: 200, json: { ...bflAnswers.ready(id), ...other } };
    });
    shown = await page.widget({ provider: 'bfl', model: 'flux-2-pro', relay, size: '1024x1024' });
    await shown.element.setKey('canary-key-0123456789', { keep: 'memory' });
  });
  afterEach(() => {
    shown.element.signOut();
    page.close();
  });

  const stopAt = async (step: BflStep): Promise<unknown> => {
    held = step;
    const promise = ended(shown.element.generate());
    await until(() => at === step);
    shown.element.cancel();
    return promise;
  };

  it('while the reader still signs in sends nothing, writes nothing, and lets them press again', async () => {
    const { element } = shown;
    const open = insideOf(element).checkout.account.open.bind(insideOf(element).checkout.account);
    let letIn: () => void = () => undefined;
    insideOf(element).checkout.account.open = () =>
      new Promise((done) => {
        letIn = done;
      });
    const lines = insideOf(element).checkout.page.journal.entries().length;
    const first = ended(element.generate());
    expect(element.generation.name).to.equal('submitting');
    element.cancel();
    expect(await first).to.include({ code: 'aborted', charge: 'none' });
    expect(element.generation).to.include({ name: 'cancelled', charge: 'none' });
    letIn();
    insideOf(element).checkout.account.open = open;
    expect(await element.generate()).to.have.property('images');
    expect(page.posts).to.have.length(1);
    expect(insideOf(element).checkout.page.journal.entries()).to.have.length(lines + 1);
  });

  it('in the moment before the money is reserved sends nothing', async () => {
    const { element } = shown;
    const lines = insideOf(element).checkout.page.journal.entries().length;
    const services = await insideOf(element).checkout.services();
    const { buy } = services;
    let handed: ReturnType<typeof buy> | undefined;
    services.buy = (order) => {
      handed = buy(order);
      element.cancel();
      return handed;
    };
    expect(await ended(element.generate())).to.include({ code: 'aborted', charge: 'none' });
    services.buy = buy;
    await ended(handed as Promise<unknown>);
    expect(page.posts).to.have.length(0);
    expect(insideOf(element).checkout.page.journal.entries()).to.have.length(lines);
  });

  it('while the intent is being written sends nothing, and its line says not charged', async () => {
    const { element } = shown;
    const { journal } = insideOf(element).checkout.page;
    const before = element.tally.all;
    const ids = new Set(journal.entries().map(({ id }) => id));
    const heard = journal.subscribe(() => {
      if (journal.underWay().some(({ id }) => !ids.has(id))) element.cancel();
    });
    expect(await ended(element.generate())).to.include({ code: 'aborted', charge: 'none' });
    heard();
    await until(
      () =>
        journal.entries().filter(({ id, standing }) => !ids.has(id) && standing === 'refused')
          .length === 1,
    );
    expect(page.posts).to.have.length(0);
    expect(element.tally.all).to.deep.equal(before);
  });

  it('after the order was sent says “possibly charged” and keeps it in doubt', async () => {
    const before = Number(shown.element.tally.all.inDoubt);
    expect(await stopAt('submit')).to.include({ code: 'aborted', charge: 'possible' });
    expect(shown.element.generation).to.include({ name: 'cancelled', charge: 'possible' });
    expect(Number(shown.element.tally.all.inDoubt)).to.be.closeTo(before + 0.03, 1e-9);
    expect(page.posts).to.have.length(1);
  });

  it('while the provider works on it says “possibly charged”, and its job stays known', async () => {
    const { journal } = insideOf(shown.element).checkout.page;
    const ids = new Set(journal.entries().map(({ id }) => id));
    expect(await stopAt('poll')).to.include({ code: 'aborted', charge: 'possible' });
    const [line] = journal.entries().filter(({ id }) => !ids.has(id));
    expect(line).to.include({ standing: 'in-doubt', code: 'aborted' });
    expect(line?.job).to.include({ host: 'api.eu1.bfl.ai' });
    expect(page.posts).to.have.length(1);
  });

  it('while the picture is fetched keeps what is paid for: the amount is settled and its address is shown', async () => {
    const settled = Number(shown.element.tally.all.settled);
    const purchase = (await stopAt('image')) as Awaited<
      ReturnType<WidgetDriver['element']['generate']>
    >;
    expect(purchase.images).to.have.length(1);
    expect(purchase.receipt).to.include({ charged: '0.03', charge: 'charged' });
    expect(Number(shown.element.tally.all.settled)).to.be.closeTo(settled + 0.03, 1e-9);
    expect(page.posts).to.have.length(1);
  });

  it('in the middle of a batch sends nothing more, and each picture tells how it ended', async () => {
    const { element } = shown;
    element.count = 4;
    await element.updateComplete;
    expect(await stopAt('poll')).to.include({ code: 'aborted', charge: 'possible' });
    expect(page.posts.length).to.be.at.most(2);
    const { generation } = element;
    expect(
      generation.name === 'cancelled' &&
        generation.state?.pictures
          .map(({ error }) => error?.charge)
          .filter((charge) => charge === 'none').length,
    ).to.equal(4 - page.posts.length);
  });

  /** Presses the button beside the progress once it has these words. */
  const pressStop = async (words: RegExp): Promise<void> => {
    await until(() => words.test(shown.text('stop')));
    shown.part<HTMLButtonElement>('stop')?.click();
    await shown.element.updateComplete;
  };

  it('by the reader’s own button, once it is sent, lets it go on: the picture is theirs and settled, though nobody waits', async () => {
    const { element } = shown;
    const { pictures } = await insideOf(element).checkout.services();
    const kept = new Set((await pictures.list()).map(({ id }) => id));
    element.dispatchEvent(new PointerEvent('pointerenter'));
    status = 'Pending';
    const promise = ended(element.generate());
    await until(() => at === 'poll');
    await pressStop(/^Stop waiting$/);
    expect(await promise).to.include({ code: 'aborted', charge: 'possible' });
    expect(shown.text('background')).to.match(/^Your picture is being made in the background/);
    expect(shown.part('error')).to.equal(null);
    // A script that stops it once more changes nothing.
    element.cancel();
    status = 'Ready';
    await until(
      () => shown.part('strip-picture') && /^The picture is ready/.test(shown.text('background')),
    );
    const added = (await pictures.list()).filter(({ id }) => !kept.has(id));
    const { generation } = element;
    const [mine] = (generation.name === 'cancelled' && generation.state?.pictures) || [];
    expect(added.map(({ id }) => id)).to.include(mine?.id);
    // Touched, it also looks after what earlier tests left open.
    const { journal } = insideOf(element).checkout.page;
    expect(journal.entry(mine?.id ?? '')).to.include({ standing: 'settled' });
    expect(page.posts).to.have.length(1);
  });

  it('by the reader’s own button in a batch cancels the rest, and what was ordered goes on', async () => {
    const { element } = shown;
    const settled = Number(element.tally.all.settled);
    element.count = 4;
    await element.updateComplete;
    status = 'Pending';
    const promise = ended(element.generate());
    await until(() => page.posts.length === 2 && at === 'poll');
    await pressStop(/^Cancel the rest$/);
    expect(await promise).to.include({ code: 'aborted', charge: 'possible' });
    await until(() => /2 not charged/.test(shown.text('background')));
    status = 'Ready';
    await until(() => /^2 pictures are ready\./.test(shown.text('background')));
    expect(page.posts).to.have.length(2);
    expect(Number(element.tally.all.settled)).to.be.closeTo(settled + 0.06, 1e-9);
  });

  it('by the reader’s own button before anything is sent cancels it, at no cost', async () => {
    const { element } = shown;
    const { account } = insideOf(element).checkout;
    const open = account.open.bind(account);
    account.open = () => new Promise(() => undefined);
    const promise = ended(element.generate());
    await pressStop(/^Cancel$/);
    account.open = open;
    expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    expect(shown.text('error')).to.match(/^Not charged\. You stopped it/);
    expect(page.posts).to.have.length(0);
  });

  it('in the background tells how it failed, and what that cost', async () => {
    const { element } = shown;
    status = 'Pending';
    const promise = ended(element.generate());
    await until(() => at === 'poll');
    await pressStop(/^Stop waiting$/);
    await promise;
    status = 'Request Moderated';
    await until(() => element.generation.name === 'failed');
    await element.updateComplete;
    expect(shown.part('background')).to.equal(null);
    expect(shown.text('error')).to.match(/^You were charged \$0\.030\. .* declined this prompt\./);
  });

  for (const [fate, charge] of [
    ['gone', 'charged'],
    ['Error', 'charged'],
  ] as const)
    it(`in the background says what one that never came has cost: ${fate}`, async () => {
      const { element } = shown;
      element.count = 2;
      await element.updateComplete;
      [status, second] = ['Pending', fate];
      const promise = ended(element.generate());
      await until(() => page.posts.length === 2 && at === 'poll');
      await pressStop(/^Stop waiting$/);
      await promise;
      status = 'Ready';
      await until(() => {
        const { generation } = element;
        const all = generation.name === 'cancelled' ? generation.state?.pictures : [];
        return all?.every(({ name }) => name === 'done' || name === 'failed');
      });
      await element.updateComplete;
      expect(shown.text('background')).to.equal('1 ready, $0.060 charged');
      expect(shown.part('background')?.getAttribute('data-charge')).to.equal(charge);
      expect(element.generation).to.include({ name: 'cancelled', charge });
      expect(element.shadowRoot?.querySelector('[data-stage=failed]')?.textContent).to.match(
        /\$0\.030 charged/,
      );
    });

  it('when nothing is under way does nothing', () => {
    const before = shown.element.generation;
    shown.element.cancel();
    expect(shown.element.generation).to.equal(before);
  });
});
