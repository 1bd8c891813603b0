import { expect } from 'chai';
import '../support/fresh-origin.js';
import { createCheckout, type Checkout, type CreateOptions } from '../../src/checkout/index.js';
import { scriptedFetch } from '../contract/scripted-fetch.js';
import { ended, pictureReply } from '../support/paying.js';
import { readerActs } from '../support/reader-acts.js';
import { until } from '../support/until.js';

const ownServer = {
  provider: 'openai-compatible',
  endpoint: 'http://127.0.0.1:9',
  model: 'default',
  unitPrice: '0.03',
  size: '64x64',
  prompt: 'a fox',
} as const;

describe('a checkout without a face', function () {
  this.timeout(60_000);
  let network: ReturnType<typeof scriptedFetch>;
  let isActive = true;
  let stopActing: () => void;
  const open: Checkout[] = [];
  const create = (options: CreateOptions): Checkout => {
    const checkout = createCheckout(options);
    open.push(checkout);
    return checkout;
  };
  const posts = (): number => network.sent.filter(({ method }) => method === 'POST').length;

  beforeEach(() => {
    network = scriptedFetch(() => pictureReply);
    isActive = true;
    stopActing = readerActs(() => isActive);
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
    stopActing();
    network.restore();
  });

  it('prices what its settings say, at once', () => {
    const checkout = create({ provider: 'bfl', model: 'flux-2-pro' });
    expect(checkout.quote.total).to.deep.equal({ low: '0.03', high: '0.03' });
    checkout.update({ size: '2048x2048', count: 2 });
    expect(checkout.quote.request).to.include({ width: 2048, height: 2048, count: 2 });
    expect(checkout.quote.total?.high).to.equal('0.15');
  });

  it('has choices, each with its price', () => {
    const { choices, quote } = create({ provider: 'bfl', model: 'flux-2-pro' });
    const pro = choices.models.find(({ value }) => value === 'flux-2-pro');
    const { total, exactness } = quote;
    expect(pro).to.deep.include({ label: 'FLUX.2 pro', total, exactness, simulated: false });
    const large = choices.sizes.find(({ value }) => value === '2048x2048');
    expect(large?.total?.high).to.equal('0.075');
    const [provider, ...others] = choices.providers;
    expect(provider).to.deep.include({ value: 'bfl', label: 'Black Forest Labs', total });
    expect([others, choices.options]).to.deep.equal([[], []]);
  });

  it('prices each choice of an option that the page gave by another of its names', async () => {
    const checkout = create({
      provider: 'puter',
      model: 'google/nano-banana-2',
      prices: 'bundled',
      options: { quality: '2K', googleSearch: true },
    });
    await until(() => checkout.choices.options.length > 0);
    const options = new Map(checkout.choices.options.map((option) => [option.name, option]));
    const { value, choices = [] } = options.get('resolution') ?? {};
    expect([value, ...choices.map(({ total }) => total?.high)]).to.deep.equal([
      '2K',
      '0.067',
      '0.101',
      '0.151',
    ]);
    expect(options.get('google_search')?.value).to.equal('true');
  });

  it('lets the reader choose who is paid, each at the price of this request there', () => {
    const checkout = create({
      model: 'flux-2-klein-4b',
      providers: 'bfl fal  openrouter replicate bfl',
    });
    expect(checkout.settings.provider).to.equal('bfl');
    const { providers } = checkout.choices;
    const [ids, names] = [providers.map(({ value }) => value), providers.map(({ label }) => label)];
    expect(ids).to.deep.equal(['bfl', 'fal', 'openrouter', 'replicate']);
    expect(names).to.deep.equal(['Black Forest Labs', 'fal', 'OpenRouter', 'Replicate']);
    expect(new Set(providers.map(({ total }) => total?.high)).size).to.be.greaterThan(1);
    for (const { value, total, exactness } of providers) {
      checkout.update({ provider: value });
      expect(checkout.settings.provider).to.equal(value);
      expect({ value, total, exactness }).to.deep.equal({
        value,
        total: checkout.quote.total,
        exactness: checkout.quote.exactness,
      });
    }
  });

  it('has no price where a provider does not make it, and its own model where none is named', () => {
    const checkout = create({ model: 'flux-2-pro', providers: 'BFL pollinations nobody' });
    expect(
      checkout.choices.providers.map(({ value, total }) => [value, total?.high]),
    ).to.deep.equal([
      ['bfl', '0.03'],
      ['pollinations', undefined],
    ]);
    checkout.update({ model: '', providers: 'puter together' });
    for (const { value, total } of checkout.choices.providers) {
      checkout.update({ provider: value });
      expect(total, value).to.deep.equal(checkout.quote.total).and.not.equal(undefined);
    }
  });

  it('pays nobody whom the page does not name, whatever is set first', () => {
    const payee = (...changes: CreateOptions[]): string => {
      const checkout = create({});
      for (const change of changes) checkout.update(change);
      return checkout.settings.provider;
    };
    expect(payee({})).to.equal('puter');
    expect(payee({ providers: 'bfl puter' })).to.equal('bfl');
    expect(payee({ providers: 'bfl puter', provider: 'puter' })).to.equal('puter');
    expect(payee({ provider: 'puter' }, { providers: 'bfl puter' })).to.equal('puter');
    expect(payee({ provider: 'fal' }, { providers: 'bfl puter' })).to.equal('bfl');
    expect(payee({ providers: 'bfl' }, { provider: 'fal' })).to.equal('bfl');
    expect(payee({ provider: 'fal', providers: 'bfl' }, { providers: '' })).to.equal('fal');
  });

  it('offers the models that the page names, also by the provider’s own ids', async () => {
    const models = 'replicate:google/nano-banana-2 replicate:google/nano-banana';
    const checkout = create({ provider: 'puter', models });
    await until(() => checkout.quote.total !== undefined);
    const offered = checkout.choices.models.map(({ value }) => value);
    expect(offered.sort()).to.deep.equal(['google/nano-banana', 'google/nano-banana-2']);
    expect(checkout.quote.request.model).to.equal('google/nano-banana');
  });

  it('buys once for real money, and counts it', async () => {
    const checkout = create(ownServer);
    const before = checkout.tally.all.pictures;
    const first = checkout.generate();
    expect(checkout.generate(), 'while busy').to.equal(first);
    const purchase = await first;
    expect(purchase.images[0]?.blob).to.be.instanceOf(Blob);
    expect(purchase.receipt).to.include({ estimated: '0.03', charge: 'charged' });
    expect(posts()).to.equal(1);
    expect(checkout.generation).to.include({ name: 'done' });
    expect(checkout.tally.all.pictures).to.equal(before + 1);
  });

  it('sends nothing without the reader’s act', async () => {
    isActive = false;
    const checkout = create(ownServer);
    const told = await ended(checkout.generate(new MouseEvent('click')));
    expect(told).to.include({ code: 'no-gesture', charge: 'none' });
    expect(posts()).to.equal(0);
  });

  it('sends nothing that the page held back', async () => {
    const seen: (string | undefined)[] = [];
    const checkout = create({
      ...ownServer,
      beforeCharge: ({ total }) => {
        seen.push(total?.high);
        return false;
      },
    });
    expect(await ended(checkout.generate())).to.include({ code: 'vetoed', charge: 'none' });
    expect(seen).to.deep.equal(['0.03']);
    expect(checkout.generation.name).to.equal('quoted');
    expect(posts()).to.equal(0);
  });

  it('holds back what the page has not decided on yet, whatever it promises', async () => {
    for (const later of [true, false, undefined]) {
      const beforeCharge = (): unknown => Promise.resolve(later);
      const checkout = create({ ...ownServer, beforeCharge: beforeCharge as () => boolean });
      expect(await ended(checkout.generate())).to.include({ code: 'vetoed', charge: 'none' });
    }
    expect(posts()).to.equal(0);
  });

  it('orders what was there at the press, also if the box is emptied after it', async () => {
    const checkout = create(ownServer);
    const bought = checkout.generate();
    checkout.update({ prompt: '', seed: 5 });
    const { images } = await bought;
    expect(images[0]?.alt).to.equal('a fox');
    const [order] = network.sent.filter(({ method }) => method === 'POST');
    expect(JSON.parse(order?.body ?? ''))
      .to.include({ prompt: 'a fox' })
      .and.not.have.keys('seed');
    expect(checkout.settings.prompt).to.equal('');
  });

  it('orders nothing where the box was emptied while the reader is asked', async () => {
    const checkout = create({ ...ownServer, unitPrice: '0.75' });
    const promise = checkout.generate();
    checkout.update({ prompt: ' ' });
    expect(checkout.generation.name).to.equal('confirming');
    checkout.confirm(checkout.quote.id);
    expect(await ended(promise)).to.include({ code: 'vetoed', charge: 'none' });
    expect(posts()).to.equal(0);
  });

  it('asks about an expensive one, and takes the answer for that quote only', async () => {
    const checkout = create({ ...ownServer, unitPrice: '0.75' });
    const promise = checkout.generate();
    const asked = checkout.generation;
    if (asked.name !== 'confirming') throw new Error(asked.name);
    expect(asked.why).to.equal('over');
    checkout.confirm('another');
    expect(checkout.generation).to.equal(asked);
    checkout.confirm(asked.quote.id);
    expect(await promise).to.have.nested.property('receipt.estimated', '0.75');
    expect(posts()).to.equal(1);
  });

  it('asks again about a request of unknown price that was changed while it asked', async () => {
    const checkout = create({ provider: 'fal', model: 'flux-2-dev', prompt: 'a fox' });
    await checkout.setKey('key-1');
    const promise = ended(checkout.generate());
    const asked = checkout.generation;
    if (asked.name !== 'confirming') throw new Error(asked.name);
    expect(asked.why).to.equal('unknown');
    checkout.update({ count: 3 });
    checkout.confirm(asked.quote.id);
    const again = checkout.generation;
    if (again.name !== 'confirming') throw new Error(again.name);
    expect(again.quote.request.count).to.equal(3);
    checkout.cancel();
    expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    expect(posts()).to.equal(0);
  });

  it('takes a no', async () => {
    const checkout = create({ ...ownServer, unitPrice: '0.75' });
    const promise = ended(checkout.generate());
    checkout.cancel();
    expect(await promise).to.include({ code: 'aborted', charge: 'none' });
    expect(posts()).to.equal(0);
  });

  it('keeps to a budget, typed as it may be', async () => {
    const checkout = create({ ...ownServer, budget: '.01' });
    expect(await ended(checkout.generate())).to.include({ code: 'over-budget', charge: 'none' });
    checkout.update({ budget: 'ten dollars' });
    expect(await ended(checkout.generate())).to.include({ code: 'over-budget', charge: 'none' });
    expect(posts()).to.equal(0);
  });

  it('takes settings that can’t be read for mistakes, and a limit among them for nothing', async () => {
    const checkout = create(ownServer);
    const fail = (): never => {
      throw new Error('no');
    };
    const unreadable = [
      Object.create(null) as object,
      { toString: fail },
      new Proxy({}, { get: fail, ownKeys: fail }),
      { length: 1e12 },
    ];
    for (const name of Object.keys(checkout.settings))
      for (const value of unreadable) {
        checkout.update({ [name]: value });
        expect(checkout.quote.total?.high, name).to.be.oneOf([undefined, '0.03', '0']);
        checkout.update({ [name]: undefined, ...ownServer });
      }
    for (const nothing of [undefined, null] as unknown[]) checkout.update(nothing as object);
    expect(checkout.quote.total?.high).to.equal('0.03');
    checkout.update({ budget: unreadable[0] });
    expect(await ended(checkout.generate())).to.include({ code: 'over-budget', charge: 'none' });
  });

  it('tells its subscribers once for all changes of a turn, until they stop', async () => {
    const checkout = create({ provider: 'sandbox', sandbox: { latency: 0 }, prompt: 'a fox' });
    let told = 0;
    const stop = checkout.subscribe(() => (told += 1));
    checkout.update({ size: '512x512' });
    checkout.update({ count: 2 });
    expect(told).to.equal(0);
    await Promise.resolve();
    expect(told).to.equal(1);
    const names = new Set<string>();
    const stopNames = checkout.subscribe(() => names.add(checkout.generation.name));
    await checkout.generate();
    await until(() => names.has('done'));
    stop();
    stopNames();
    const heard = told;
    checkout.update({ count: 1 });
    await Promise.resolve();
    expect(told).to.equal(heard);
  });

  it('tells nobody whom another subscriber ended, and each as often as it asked', async () => {
    const checkout = create({ provider: 'bfl', model: 'flux-2-pro' });
    const heard: string[] = [];
    const twice = (): unknown => heard.push('twice');
    checkout.subscribe(() => {
      heard.push('first');
      stop();
    });
    const stop = checkout.subscribe(() => heard.push('ended'));
    const once = checkout.subscribe(twice);
    checkout.subscribe(twice);
    once();
    checkout.update({ size: '512x512' });
    await Promise.resolve();
    expect(heard).to.deep.equal(['first', 'twice']);
  });

  it('tells all subscribers, whatever one of them throws, and reports that', async () => {
    const checkout = create({ provider: 'sandbox' });
    const reports: unknown[] = [];
    const { setTimeout: later } = globalThis;
    const stop = checkout.subscribe(() => {
      globalThis.setTimeout = ((report: () => void) => reports.push(report)) as never;
      throw new Error('a mistake of the page');
    });
    const told = new Promise<void>((done) => void checkout.subscribe(done));
    checkout.update({ count: 2 });
    await told;
    globalThis.setTimeout = later;
    stop();
    expect(reports[0]).to.throw('a mistake of the page');
  });

  it('knows who pays, and takes a key and forgets it', async () => {
    const checkout = create({ provider: 'bfl', relay: 'http://127.0.0.1:9/relay' });
    expect(checkout.account).to.deep.equal({ status: 'signed-out' });
    await checkout.setKey('canary-key-0123456789', { keep: 'memory' });
    expect(checkout.account.status).to.equal('signed-in');
    checkout.signOut();
    await until(() => checkout.account.status === 'signed-out');
  });

  it('gives a key to whom it was pasted for, also if another is chosen at once', async () => {
    const checkout = create({ provider: 'together', model: 'flux-1-schnell', prompt: 'a fox' });
    const pasted = checkout.setKey('canary-key-0123456789');
    checkout.update({ provider: 'deepinfra', model: '' });
    expect(await pasted).to.deep.equal({ status: 'signed-in' });
    expect(checkout.account).to.deep.equal({ status: 'signed-out' });
    expect(await ended(checkout.generate())).to.include({ code: 'no-session' });
    const sent = network.sent.flatMap(({ headers }) => [...headers.values()]);
    expect(sent.join()).not.to.include('canary');
    checkout.update({ provider: 'together' });
    expect(checkout.account.status).to.equal('signed-in');
    checkout.signOut();
    checkout.update({ provider: 'deepinfra' });
    await new Promise((resolve) => setTimeout(resolve));
    checkout.update({ provider: 'together' });
    expect(checkout.account.status).to.equal('signed-out');
  });

  it('holds no way to a service, a key or a permit', () => {
    const checkout = create(ownServer);
    expect(Object.isFrozen(checkout)).to.equal(true);
    expect(Object.keys(checkout).sort()).to.deep.equal(
      [
        ...['account', 'cancel', 'choices', 'close', 'confirm', 'generate', 'generation', 'quote'],
        ...['setKey', 'settings', 'signIn', 'signOut', 'subscribe', 'tally', 'touch', 'update'],
      ].sort(),
    );
  });

  it('lets a purchase go on after it was closed', async () => {
    const checkout = create(ownServer);
    const before = checkout.tally.all.pictures;
    const bought = checkout.generate();
    checkout.close();
    await bought;
    const next = create(ownServer);
    expect(next.tally.all.pictures).to.equal(before + 1);
  });
});
