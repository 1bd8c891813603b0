import { expect } from 'chai';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('a reader buys a picture in the sandbox', () => {
  let shown: WidgetDriver;
  afterEach(() => shown.remove());

  it('sees the price before the click, and can only click once there is a prompt', async () => {
    shown = await widget({ model: 'flux-2-pro', size: '2048x2048' });
    expect(shown.button.textContent?.trim()).to.equal('Generate sample · free');
    expect(shown.button.disabled).to.equal(true);
    expect(shown.element.quote?.total).to.deep.equal({ low: '0.075', high: '0.075' });
    expect(shown.element.shadowRoot?.textContent).to.contain('$0.075 simulated');
    await shown.type('a lighthouse in fog');
    expect(shown.button.disabled).to.equal(false);
  });

  it('gets a picture of the size asked, described by the prompt, and a line in the tally that was not there before', async () => {
    shown = await widget({ model: 'flux-2-pro', size: '1024x768' });
    const before = shown.element.tally.sandbox.all;
    await shown.type('a lighthouse in fog');
    const purchase = await shown.element.generate();
    await shown.element.updateComplete;
    const [image] = shown.images;
    await image?.decode();
    expect([image?.naturalWidth, image?.naturalHeight, image?.alt]).to.deep.equal([
      1024,
      768,
      'a lighthouse in fog',
    ]);
    expect(purchase.images[0]?.blob?.type).to.equal('image/png');
    expect(purchase.receipt).to.include({
      estimated: '0.03',
      charged: '0.03',
      charge: 'charged',
      basis: 'reported',
      provider: 'sandbox',
    });
    const after = shown.element.tally.sandbox.all;
    expect(after.purchases - before.purchases).to.equal(1);
    expect(after.pictures - before.pictures).to.equal(1);
    expect(Number(after.settled) - Number(before.settled)).to.be.closeTo(0.03, 1e-9);
    expect(shown.element.tally.all).to.include({ settled: '0', purchases: 0 });
  });

  it('hears what happens, in order', async () => {
    shown = await widget();
    const heard: string[] = [];
    for (const type of ['before-charge', 'state', 'done', 'error']) {
      shown.element.addEventListener(`user-pays-${type}`, (event) =>
        heard.push(
          type === 'state'
            ? (event as CustomEvent<{ generation: { name: string } }>).detail.generation.name
            : type,
        ),
      );
    }
    await shown.type('a fox');
    await shown.press();
    await shown.ended();
    expect(heard.filter((word, index) => word !== heard[index - 1])).to.deep.equal([
      'submitting',
      'before-charge',
      'submitting',
      'polling',
      'saving',
      'done',
    ]);
  });

  it('is not charged when the page holds the purchase back', async () => {
    shown = await widget();
    await shown.type('a fox');
    const before = shown.element.tally.sandbox.all;
    shown.element.addEventListener('user-pays-before-charge', (event) => event.preventDefault(), {
      once: true,
    });
    const error = await shown.element.generate().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ code: 'vetoed', charge: 'none' });
    expect(shown.element.generation.name).to.equal('quoted');
    expect(shown.element.tally.sandbox.all).to.deep.equal(before);
    // And the reader hears of it, until they go on.
    await until(() => shown.text('error') !== '');
    expect(shown.text('error')).to.equal('Not charged. This page stopped the purchase.');
    await shown.press();
    await shown.ended();
    expect(shown.text('error')).to.equal('');
    expect(shown.element.generation.name).to.equal('done');
  });

  it('says that the page held it back only as long as that is what was asked for', async () => {
    shown = await widget();
    await shown.type('a fox');
    shown.element.addEventListener('user-pays-before-charge', (event) => event.preventDefault(), {
      once: true,
    });
    await shown.press();
    await until(() => shown.text('error') !== '');
    shown.element.size = '512x512';
    await until(() => shown.text('error') === '');
  });

  it('chooses who is paid, where the page lets them, and sees what each takes', async () => {
    shown = await widget({
      provider: 'bfl',
      providers: 'bfl openrouter sandbox',
      model: 'flux-2-pro',
    });
    const menu = (): HTMLSelectElement | null => shown.part<HTMLSelectElement>('provider');
    const offered = (): string[] => [...(menu()?.options ?? [])].map(({ label }) => label);
    // The second one's price is not among those that come with the first look.
    await until(() => offered().filter((each) => each.includes('$')).length === 3);
    expect(offered().map((each) => each.replace(/(≈\s)?\$[\d.]+/, '$…'))).to.deep.equal([
      'Black Forest Labs · $…',
      'OpenRouter · $…',
      'Sandbox · $…',
    ]);
    expect(menu()?.value).to.equal('bfl');
    const select = menu();
    if (!select) throw new Error('no menu');
    select.value = 'sandbox';
    select.dispatchEvent(new Event('change'));
    await shown.element.updateComplete;
    expect(shown.element.provider).to.equal('sandbox');
    expect(shown.element.quote).to.include({ simulated: true });
    expect(menu()?.value).to.equal('sandbox');
    // Where there is no choice there is no menu.
    shown.element.providers = 'sandbox';
    await until(() => menu() === null);
  });

  it('is told of a description that is too long, and nobody waits for it', async () => {
    shown = await widget();
    const long = 'a fox '.repeat(1_000_000);
    shown.element.prompt = long;
    await shown.element.updateComplete;
    expect(shown.part<HTMLTextAreaElement>('prompt')?.value).to.have.lengthOf(100_000);
    expect(shown.element.prompt).to.equal(long);
    expect(shown.element.quote).to.have.nested.property('problem.code', 'prompt-too-long');
    expect(shown.element.quote?.total).to.equal(undefined);
    await until(() => shown.text('problem') !== '');
    expect(shown.text('problem')).to.contain('too long: 100000 characters at most');
    expect(shown.button.disabled).to.equal(true);
    const error = await shown.element.generate().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ code: 'invalid-input', charge: 'none' });
    shown.element.prompt = long.slice(0, 100_000);
    await shown.element.updateComplete;
    expect(shown.element.quote?.total).not.to.equal(undefined);
    expect(shown.button.disabled).to.equal(false);
  });

  it('says what is wrong with an unknown model, shows no price and never throws', async () => {
    shown = await widget({ model: 'flux-99' });
    await shown.type('a fox');
    expect(shown.button.textContent).to.contain('price unknown');
    expect(shown.button.disabled).to.equal(true);
    expect(shown.text('problem')).to.contain('flux-99');
    const error = await shown.element.generate().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ code: 'invalid-input', charge: 'none' });
  });
});
