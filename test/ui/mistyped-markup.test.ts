import { expect } from 'chai';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { createCheckout } from '../../src/checkout/create-checkout.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { until } from '../support/until.js';

describe('markup with mistakes in it', function () {
  this.timeout(120_000);
  const warn = console.warn;
  let page: PayingPage;
  let warnings: string[] = [];
  const shown: WidgetDriver[] = [];
  const sandbox = async (...given: Parameters<typeof widget>): Promise<WidgetDriver> => {
    const made = await widget(...given);
    shown.push(made);
    return made;
  };

  beforeEach(() => {
    page = payingPage();
    warnings = [];
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  });
  afterEach(() => {
    for (const each of shown.splice(0)) each.remove();
    page.close();
    console.warn = warn;
  });

  for (const [budget, bought] of [
    ['0.25', 1],
    ['.25', 1],
    [' 0.25 ', 1],
    ['$0.25', 0],
    ['0,25', 0],
    ['1e-2', 0],
    ['abc', 0],
    ['-1', 0],
  ] as const) {
    it(`budget="${budget}" lets ${String(bought)} of three pictures at $0.20 pass`, async () => {
      const { element } = await page.widget({ budget, 'unit-price': '0.20' });
      insideOf(element).checkout.page.journal.newSession();
      const ends: unknown[] = [];
      for (let press = 0; press < 3; press += 1) ends.push(await ended(element.generate()));
      expect(page.posts).to.have.length(bought);
      for (const end of ends.slice(bought))
        expect(end).to.include({ code: 'over-budget', charge: 'none' });
      expect(warnings.length).to.equal(bought > 0 || budget === '1e-2' ? 0 : 1);
    });
  }

  it('attributes left empty by a template are those that are not there', async () => {
    const { element } = await sandbox({ size: '', count: '', 'max-count': '', seed: '' });
    expect([element.size, element.count, element.maxCount, element.seed]).to.deep.equal([
      '1024x1024',
      1,
      4,
      undefined,
    ]);
    expect(element.quote?.total?.high).to.equal('0.014');
    expect(warnings).to.deep.equal([]);
  });

  it('an amount with its currency is no limit, and the console says what was meant', async () => {
    await sandbox({ budget: '$0.35' });
    await sandbox({ budget: 'ten' });
    expect(warnings).to.deep.equal([
      'user-pays-image: budget can’t be "$0.35"; did you mean "0.35"?',
      'user-pays-image: budget can’t be "ten"',
    ]);
  });

  it('nobody is asked whether they meant a tenth of what they wrote, or a debt', async () => {
    await sandbox({ budget: '1,50' });
    await sandbox({ rate: '0,9' });
    await sandbox({ budget: '-1.50' });
    expect(warnings).to.deep.equal([
      'user-pays-image: budget can’t be "1,50"',
      'user-pays-image: rate can’t be "0,9"',
      'user-pays-image: budget can’t be "-1.50"',
    ]);
  });

  it('what can’t be meant is told at the first touch, by its attribute', async () => {
    const { element } = await sandbox({
      provider: 'nobody-at-all',
      relay: 'somewhere',
      currency: 'CHF',
      'confirm-over': 'much',
    });
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => warnings.some((line) => line.includes('relay')));
    expect(warnings.map((line) => line.split(':')[1]?.trim())).to.include.members([
      'confirm-over can’t be "much"',
      'provider can’t be "nobody-at-all"',
      'relay can’t be "somewhere"',
      'currency "CHF" needs a rate',
    ]);
  });

  it('a checkout of one’s own is told the same, and by the same names', () => {
    const checkout = createCheckout({ provider: 'sandbox', relay: 'nowhere', maxCount: 0.5 });
    checkout.update({ confirmOver: 'little' });
    checkout.close();
    expect(warnings.map((line) => line.split(':')[1]?.trim())).to.deep.equal([
      'relay can’t be "nowhere"',
      'max-count can’t be "0.5"',
      'confirm-over can’t be "little"',
    ]);
  });

  it('a provider in capitals and a size of one number are understood', async () => {
    const { element } = await sandbox({ provider: ' BFL ', model: 'flux-2-pro', size: '512' });
    expect(element.provider).to.equal('bfl');
    expect(element.quote?.request).to.include({ provider: 'bfl', width: 512, height: 512 });
    expect(element.quote?.total?.high).to.equal('0.03');
  });

  it('a budget set as a number is a budget', async () => {
    const { element } = await page.widget(
      { 'unit-price': '0.20' },
      { budget: 0.25 as unknown as string },
    );
    insideOf(element).checkout.page.journal.newSession();
    await element.generate();
    expect(await ended(element.generate())).to.include({ code: 'over-budget' });
    expect(page.posts).to.have.length(1);
  });

  it('a refusal by a budget is gone once the page raises it, and stays while it does not', async () => {
    const driver = await page.widget({ budget: '0.10', 'unit-price': '0.20' });
    insideOf(driver.element).checkout.page.journal.newSession();
    await ended(driver.element.generate());
    await until(() => driver.part('error'));
    driver.element.prompt = 'a hen';
    await driver.element.updateComplete;
    expect(driver.text('error')).to.contain('limit of $0.10');
    driver.element.budget = '0.15';
    await driver.element.updateComplete;
    expect([driver.part('error'), driver.text('limit')]).to.deep.equal([
      null,
      'This would pass this site’s limit of $0.15. $0.150 is left.',
    ]);
    driver.element.budget = '1';
    await driver.element.updateComplete;
    expect([driver.part('error'), driver.part('limit')]).to.deep.equal([null, null]);
    expect(page.posts).to.have.length(0);
  });

  it('a relay that no key may be sent to gets none, and the provider is not said to say so', async () => {
    const relay = 'http://relay.example/';
    const { element, text, part } = await page.widget({ provider: 'bfl', model: '', relay });
    await element.setKey('a-key');
    element.size = '512x512';
    await element.updateComplete;
    expect(await ended(element.generate())).to.include({ code: 'invalid-input', charge: 'none' });
    await until(() => part('error'));
    expect(text('error')).to.equal(
      'Not charged. The relay this page names did not answer, or does not let this page use it.',
    );
    expect(warnings.join('\n')).to.contain(
      'relay can’t be "http://relay.example/": an https address, or puter',
    );
    element.signOut();
    expect(page.posts).to.have.length(0);
  });

  for (const limit of ['.50', '$1', '0,5', 'abc', '']) {
    it(`confirm-over="${limit}" asks about a dear picture and takes the answer`, async () => {
      const driver = await page.widget({ 'confirm-over': limit, 'unit-price': '0.75' });
      const promise = ended(driver.element.generate());
      await until(() => driver.part('confirm-no'));
      expect(driver.text('confirm')).to.contain('$0.75');
      driver.part<HTMLButtonElement>('confirm-no')?.click();
      expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    });
  }

  it('a rate that is none shows dollars only, and the picture', async () => {
    for (const rate of ['abc', '0,92', '0', '-1', 'Infinity']) {
      const driver = await sandbox({
        model: 'flux-2-pro',
        size: '64x64',
        prompt: 'a fox',
        currency: 'EUR',
        rate,
      });
      await driver.element.generate();
      await driver.element.updateComplete;
      expect(driver.images, rate).to.have.length(1);
      expect(driver.element.shadowRoot?.textContent).not.to.match(/€|NaN/);
    }
  });

  it('an unknown currency is not written as dollars', async () => {
    const driver = await sandbox({
      model: 'flux-2-pro',
      prompt: 'a fox',
      size: '64x64',
      currency: 'EURO',
      rate: '0.9',
    });
    await driver.element.generate();
    await driver.element.updateComplete;
    expect(driver.element.shadowRoot?.textContent).not.to.match(/\(\$|¤|EURO/);
  });

  it('an attribute that is taken away leaves what is usual', async () => {
    const attributes = {
      model: 'flux-2-pro',
      models: 'flux-2-pro',
      route: 'x',
      size: '512x512',
      sizes: '512x512',
      count: '2',
      'max-count': '3',
      prompt: 'x',
      'confirm-over': '1',
      prices: 'bundled',
      currency: 'EUR',
      rate: '2',
      budget: '1',
      seed: '3',
    };
    const { element } = await sandbox(attributes);
    for (const name of [...Object.keys(attributes), 'provider']) element.removeAttribute(name);
    await element.updateComplete;
    const {
      provider,
      model,
      models,
      route,
      size,
      sizes,
      count,
      maxCount,
      prompt,
      confirmOver,
      prices,
      currency,
      rate,
      budget,
      seed,
    } = element;
    expect({
      provider,
      model,
      models,
      route,
      size,
      sizes,
      count,
      maxCount,
      prompt,
      confirmOver,
      prices,
      currency,
      rate,
      budget,
      seed,
    }).to.deep.equal({
      provider: 'puter',
      model: '',
      models: '',
      route: '',
      size: '1024x1024',
      sizes: '',
      count: 1,
      maxCount: 4,
      prompt: '',
      confirmOver: '0.50',
      prices: 'live',
      currency: 'USD',
      rate: undefined,
      budget: undefined,
      seed: undefined,
    });
    expect(await ended(element.generate())).to.include({ code: 'invalid-input', charge: 'none' });
  });

  it('properties of another type are no exception', async () => {
    const { element } = await sandbox(
      { size: '64x64' },
      {
        prompt: 5 as unknown as string,
        sandbox: null as unknown as object,
        references: 'x' as unknown as Blob[],
        seed: NaN,
      },
    );
    await element.updateComplete;
    expect([element.prompt, element.seed, element.references]).to.deep.equal(['5', undefined, []]);
    const one = new Blob(['x'], { type: 'image/png' });
    element.references = [1, null, 'x', one] as unknown as Blob[];
    await element.updateComplete;
    expect(element.references).to.deep.equal([one]);
    element.references = one as unknown as Blob[];
    await element.updateComplete;
    expect(element.references).to.deep.equal([one]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'a.png', { type: 'image/png' }));
    element.references = transfer.files as unknown as Blob[];
    expect(element.references).to.deep.equal([...transfer.files]);
    element.mask = 42 as unknown as Blob;
    expect(element.mask).to.equal(undefined);
    element.mask = one;
    expect(element.mask).to.equal(one);
    element.mask = undefined;
    element.endpoint = new URL('https://example.org/v1') as unknown as string;
    expect(element.endpoint).to.equal('https://example.org/v1');
    element.references = [];
    element.sandbox = { latency: 0 };
    await element.updateComplete;
    expect(await element.generate()).to.have.nested.property('receipt.charge', 'charged');
  });

  it('models limit what is bought, also before the reader chooses', async () => {
    const { element } = await sandbox({ models: 'flux-2-max flux-2-pro' });
    expect(element.quote?.request.model).to.equal('flux-2-pro');
    element.models = 'nobody-knows-it';
    await element.updateComplete;
    expect(element.quote?.problem?.code).to.equal('unknown-model');
  });

  it('a model nobody knows is shown by a name that can be read, not by its id', async () => {
    const { element, part } = await sandbox({ model: 'puter:flux-something/klein-9b' });
    const menu = part<HTMLSelectElement>('model');
    await until(() => menu?.selectedOptions[0]?.textContent.trim() === 'Klein 9B');
    expect(menu?.value).to.equal('puter:flux-something/klein-9b');
    expect(element.shadowRoot?.querySelector('.menu .shown')?.textContent).to.equal('Klein 9B');
  });

  it('sizes limit what is bought, also before the reader chooses', async () => {
    const { element } = await sandbox({ sizes: '512x512 768x768' });
    expect(element.quote?.request).to.include({ width: 512, height: 512 });
    element.size = '768x768';
    expect(element.quote?.request).to.include({ width: 768, height: 768 });
  });

  it('the sandbox stays simulated when its request has no price', async () => {
    const driver = await sandbox({ size: '1024px', prompt: 'a fox' });
    expect(driver.element.quote).to.include({ simulated: true, exactness: 'unknown' });
    expect(driver.text('generate')).to.equal('Generate · price unknown');
    expect(driver.text('tally')).to.match(/simulated/);
  });

  it('a number of pictures nobody can read is never shown as one, and buys nothing', async () => {
    for (const count of ['abc', '1e999', '', '2.5']) {
      const { element, part } = await sandbox({ model: 'flux-2-pro', count, prompt: 'a fox' });
      expect(
        element.shadowRoot?.textContent?.match(/.{0,30}(NaN|Infinity|∞|2\.5).{0,30}/)?.[0],
        count,
      ).to.equal(undefined);
      if (count) expect(part<HTMLButtonElement>('generate')?.disabled).to.equal(true);
      element.remove();
    }
  });

  it('a limit written out counts for the sandbox, too', async () => {
    const { element } = await sandbox({
      model: 'flux-2-max',
      size: '2048x2048',
      count: '4',
      prompt: 'a fox',
      'confirm-over': '0.50',
    });
    void ended(element.generate());
    expect(element.generation.name).to.equal('confirming');
    expect(Object.isFrozen(element.generation)).to.equal(true);
    element.cancel();
  });

  it('an exact size can be typed anew from nothing, one side after the other', async () => {
    const driver = await sandbox({ prompt: 'a fox' });
    insideOf(driver.element).actions.toggle('exact', true);
    await until(() => driver.part('height'));
    const type = async (side: 'width' | 'height', text: string): Promise<void> => {
      const field = driver.part<HTMLInputElement>(side);
      if (!field) throw new Error('no field');
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await driver.element.updateComplete;
    };
    await type('width', '');
    expect(driver.part<HTMLInputElement>('height')?.value).to.equal('1024');
    await type('height', '');
    await type('width', '7');
    await type('width', '768');
    await type('height', '512');
    expect(driver.element.size).to.equal('768x512');
    expect(driver.element.quote?.request).to.include({ width: 768, height: 512 });
  });

  it('pictures stay while the reader is asked about the next one, and after a no', async () => {
    const driver = await sandbox({ model: 'flux-2-pro', size: '64x64', prompt: 'a fox' });
    await driver.element.generate();
    await driver.element.updateComplete;
    driver.element.confirmOver = '0.001';
    await driver.element.updateComplete;
    const second = ended(driver.element.generate());
    await driver.element.updateComplete;
    expect([driver.element.generation.name, driver.images.length]).to.deep.equal(['confirming', 1]);
    driver.element.cancel();
    await second;
    await driver.element.updateComplete;
    expect(driver.images).to.have.length(1);
  });
});
