import { expect } from 'chai';
import '../support/fresh-origin.js';
import type { WidgetOrder } from '../../src/generation/page-purchases.js';
import { purchaseServices } from '../../src/generation/purchase-services.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quote } from '../../src/pricing/index.js';
import { imageProvider } from '../../src/providers/index.js';
import { scriptedFetch, type Network, type SentCall } from '../contract/scripted-fetch.js';
import { onePixel } from '../contract/recorded/picture.js';
import { readersPermit } from '../support/permit.js';
import { holds } from '../spending/real-ports.js';

const key = 'canary-key-0123456789';
function told(network: Network = () => ({ status: 200, json: { credits: 500 } })) {
  const { sent, restore } = scriptedFetch(network);
  return { sent, restore, urls: () => sent.map(({ method, url }) => `${method} ${url}`) };
}
function touch(
  provider: string,
  more: { prices?: string; endpoint?: string; relay?: string } = {},
): void {
  purchaseServices().touched({
    provider,
    prices: more.prices ?? 'bundled',
    endpoint: more.endpoint,
    relay: more.relay,
  });
}
function to(call: SentCall): string {
  return call.headers.get('x-target-url') ?? call.url;
}

describe('the page’s purchase services', () => {
  let network = told();
  beforeEach(() => {
    network = told();
  });
  afterEach(() => network.restore());

  it('is one, and soon knows every model and what all sources say', async () => {
    expect(purchaseServices()).to.equal(purchaseServices());
    expect(await holds(() => purchaseServices().prices.get() === catalogue)).to.equal(true);
  });

  it('has one account for each provider, endpoint and relay', () => {
    const { account } = purchaseServices();
    expect(account('bfl')).to.equal(account('bfl'));
    const own = account('openai-compatible', 'https://ai.example/v1');
    expect(account('openai-compatible', 'https://ai.example/v1')).to.equal(own);
    expect(account('openai-compatible', 'https://other.example/v1')).not.to.equal(own);
    expect(account('bfl', '', 'https://relay.example/')).not.to.equal(account('bfl'));
  });

  it('has an image provider for each name, and none for one that nobody knows', async () => {
    expect((await imageProvider('bfl')).id).to.equal('bfl');
    expect(
      (await imageProvider('openai-compatible', { endpoint: 'https://ai.example/v1' })).id,
    ).to.equal('openai-compatible');
    expect(await imageProvider('nobody').catch((error: unknown) => error)).to.include({
      code: 'invalid-input',
    });
  });

  it('asks nothing of anybody before the reader signed in, then what the account holds', async () => {
    touch('deepinfra');
    touch('bfl');
    await imageProvider('bfl');
    expect(network.urls()).to.deep.equal([]);
    const account = purchaseServices().account('bfl');
    await account.setKey(key, { keep: 'memory' });
    expect(await holds(() => account.state.get().balance !== undefined)).to.equal(true);
    expect(account.state.get()).to.deep.equal({ status: 'signed-in', balance: '5.00' });
    expect(network.urls()).to.deep.equal(['GET https://api.bfl.ai/v1/credits']);
    touch('bfl');
    expect(await holds(() => network.sent.length === 2), 'and again at each touch').to.equal(true);
    account.signOut();
  });

  it('asks by the page’s relay where there is one, with the key that was entered for it', async () => {
    const relay = 'https://relay.example/';
    const account = purchaseServices().account('bfl', undefined, relay);
    await account.setKey(key, { keep: 'memory' });
    expect(await holds(() => account.state.get().balance !== undefined)).to.equal(true);
    expect(network.sent.map((call) => [call.url, to(call)])).to.deep.equal([
      [relay, 'https://api.bfl.ai/v1/credits'],
    ]);
    account.signOut();
  });

  it('asks for today’s prices only where a widget wants them, once the reader signed in', async () => {
    const prices = (): string[] =>
      network.sent.map(to).filter((url) => url.includes('/models/pricing'));
    const account = purchaseServices().account('fal');
    touch('fal');
    await account.setKey(key, { keep: 'memory' });
    await imageProvider('fal');
    await holds(() => network.sent.length > 0, 200);
    expect(prices()).to.deep.equal([]);
    account.signOut();
    touch('fal', { prices: 'live' });
    await imageProvider('fal');
    expect(prices()).to.deep.equal([]);
    await account.setKey(key, { keep: 'memory' });
    expect(await holds(() => prices().length > 0)).to.equal(true);
    account.signOut();
  });

  it('reads the list that a page names when the reader touches a widget, and no other', async () => {
    touch('bfl', { prices: 'http://prices.example/list' });
    touch('bfl', { prices: 'bundled' });
    expect(network.urls()).to.deep.equal([]);
    const own = console.warn;
    console.warn = () => undefined;
    touch('bfl', { prices: 'https://prices.example/list.json' });
    expect(await holds(() => purchaseServices().prices.problem() !== undefined)).to.equal(true);
    console.warn = own;
    expect(network.urls()).to.deep.equal(['GET https://prices.example/list.json']);
  });
});

function ordered(limits: { budget?: string; balance?: string } = {}): WidgetOrder {
  const priced = quote({
    provider: 'openai-compatible',
    model: 'default',
    width: 64,
    height: 64,
    unitPrice: '0.002',
  });
  return {
    quote: priced,
    prompt: 'a fox',
    references: [],
    seed: undefined,
    relay: undefined,
    endpoint: 'https://ai.example/v1',
    prices: 'bundled',
    deadlines: {},
    budget: undefined,
    balance: undefined,
    permit: readersPermit(priced.id),
    ...limits,
  };
}

describe('what the purchase services sell and take up', () => {
  it('is not sent over a cap or a balance that is an amount; what is none is no cap', async () => {
    const { sent, restore } = scriptedFetch(() => ({
      status: 200,
      json: { data: [{ b64_json: onePixel }] },
    }));
    const endOf = (limits: { budget?: string; balance?: string }) =>
      purchaseServices()
        .buy(ordered(limits))
        .then(({ done }) => done)
        .then(
          () => 'bought',
          (error: unknown) => (error as { code: string }).code,
        );
    expect(await endOf({ budget: '0.001' })).to.equal('over-budget');
    expect(await endOf({ balance: '0.001' })).to.equal('over-budget');
    expect(sent.filter(({ method }) => method === 'POST')).to.have.length(0);
    for (const odd of ['', 'a lot', '1e3', '$1'])
      expect(await endOf({ budget: odd, balance: odd })).to.equal('bought');
    restore();
  });

  it('is sent once, kept, and the balance is asked for again', async () => {
    const account = purchaseServices().account('openai-compatible', 'https://ai.example/v1');
    await account.setKey(key, { keep: 'memory' });
    const { sent, restore } = scriptedFetch(() => ({
      status: 200,
      json: { data: [{ b64_json: onePixel }] },
    }));
    const running = await purchaseServices().buy(ordered());
    const { receipt, images } = await running.done;
    restore();
    expect(receipt).to.include({ charge: 'charged', charged: '0.002' });
    expect(images).to.have.length(1);
    expect(sent.filter(({ method }) => method === 'POST')).to.have.length(1);
    const [line] = purchaseServices().journal.entries();
    expect(line).to.include({ standing: 'settled', charged: '0.002' });
    expect((await purchaseServices().pictures.blob(line?.id ?? ''))?.type).to.equal('image/png');
    account.signOut();
  });

  const left = async (job?: Record<string, string>): Promise<string> => {
    const { journal } = purchaseServices();
    const id = journal.newId();
    await journal.reserve(
      [
        {
          id,
          purchase: journal.newId(),
          provider: 'bfl',
          model: 'flux-2-pro',
          size: '1024x1024',
          simulated: false,
          low: '0.03',
          high: '0.03',
          quote: 'q',
          session: journal.session(),
        },
      ],
      {},
    );
    if (job) await journal.accept(id, job);
    return id;
  };

  it('an order that was leaving is in doubt, one that was not is over; a job waits for its reader, and comes once they sign in', async () => {
    const [order, unsent, job] = [
      await left(),
      await left(),
      await left({ host: 'api.bfl.ai', path: '/v1/get_result?id=1' }),
    ];
    const { sent, restore } = scriptedFetch((call) =>
      call.url.endsWith('/credits')
        ? { status: 200, json: { credits: 1 } }
        : call.url.includes('get_result')
          ? {
              status: 200,
              json: {
                id: '1',
                status: 'Ready',
                result: { sample: `data:image/png;base64,${onePixel}` },
              },
            }
          : 'breaks',
    );
    await purchaseServices().journal.leave(order);
    await purchaseServices().recover({ provider: 'bfl', relay: undefined });
    const standing = (id: string): string | undefined =>
      purchaseServices().journal.entry(id)?.standing;
    expect([standing(order), standing(unsent), standing(job)]).to.deep.equal([
      'in-doubt',
      'refused',
      'accepted',
    ]);
    const account = purchaseServices().account('bfl');
    await account.setKey(key, { keep: 'memory' });
    expect(await holds(() => standing(job) === 'settled')).to.equal(true);
    expect(
      await holds(() =>
        purchaseServices()
          .recovered.get()
          .some(({ id, name }) => id === job && (name === 'done' || name === 'failed')),
      ),
    ).to.equal(true);
    expect(
      purchaseServices()
        .recovered.get()
        .filter(({ id }) => id === job),
    ).to.have.length(1);
    expect(sent.filter(({ method }) => method === 'POST')).to.deep.equal([]);
    restore();
    account.signOut();
  });

  it('a session that the provider ended while a job was taken up is forgotten', async () => {
    await left({ host: 'api.bfl.ai', path: '/v1/get_result?id=2' });
    const { restore } = scriptedFetch((call) =>
      call.url.endsWith('/credits') ? 'breaks' : { status: 401, json: { detail: 'no' } },
    );
    const account = purchaseServices().account('bfl');
    await account.setKey(key, { keep: 'memory' });
    expect(await holds(() => account.state.get().status === 'signed-out')).to.equal(true);
    restore();
  });
});
