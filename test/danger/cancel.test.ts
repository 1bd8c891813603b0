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

  beforeEach(async () => {
    [held, at] = [undefined, undefined];
    page = payingPage(({ method, headers }) => {
      const step = bflStep(method, headers.get('x-target-url') ?? '');
      if (step === 'balance') return { status: 200, json: bflAnswers.balance };
      at = step;
      if (step === held) return 'hangs';
      return step === 'submit'
        ? { status: 200, json: bflAnswers.submit('7') }
        : step === 'poll'
          ? { status: 200, json: bflAnswers.ready('7') }
          : { status: 200, headers: { 'content-type': 'image/png' }, bytes: pixelBytes() };
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

  it('when nothing is under way does nothing', () => {
    const before = shown.element.generation;
    shown.element.cancel();
    expect(shown.element.generation).to.equal(before);
  });
});
