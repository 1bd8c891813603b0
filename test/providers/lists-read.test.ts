import { expect } from 'chai';
import { defined } from '../../src/base/defined.js';
import { bflAt } from '../../src/providers/bfl.js';
import { chargeFinder } from '../../src/providers/charge-list.js';
import type { ListedCharge } from '../../src/providers/adapter.js';
import { fal } from '../../src/providers/fal.js';
import { nearestRatio, pathPart } from '../../src/providers/order.js';
import { pollinations } from '../../src/providers/pollinations.js';

function reply(body: unknown) {
  return { status: 200, headers: {}, body, text: '' };
}

describe('fal’s list of prices', () => {
  const address = 'https://api.fal.ai/v1/models/pricing?endpoint_id=';
  const asked = (models: readonly string[]): string[] =>
    decodeURIComponent(fal.prices?.(models).url.slice(address.length) ?? '').split(',');

  it('is asked for each model, with and without references, in one call of at most fifty', () => {
    expect(fal.prices?.(['flux-2-pro'])).to.deep.equal({
      method: 'GET',
      url: `${address}fal-ai%2Fflux-2-pro,fal-ai%2Fflux-2-pro%2Fedit`,
    });
    expect(asked(['flux-1-schnell', 'flux-1-kontext-max', 'someone/else-v3'])).to.deep.equal([
      'fal-ai/flux/schnell',
      'fal-ai/flux-pro/kontext/max',
      'someone/else-v3',
    ]);
    const many = asked(Array.from({ length: 60 }, (_, nth) => `model-${String(nth)}`));
    expect([many.length, many[0], many[49]]).to.deep.equal([
      50,
      'fal-ai/model-0',
      'fal-ai/model-49',
    ]);
  });

  it('is read by our names of the models, in dollars, and only where all of it is there', () => {
    const line = { unit_price: 0.03, unit: 'megapixels', currency: 'USD' };
    const read = (prices: unknown) => fal.readPrices?.(reply({ prices }));
    const each = { amount: '0.03', unit: 'megapixels' };
    expect(
      read([
        { ...line, endpoint_id: 'fal-ai/flux-2-pro' },
        { ...line, endpoint_id: 'fal-ai/flux-2/edit' },
        { ...line, endpoint_id: 'fal-ai/flux-pro/kontext' },
        { ...line, endpoint_id: 'fal-ai/flux-pro/v1.1-ultra', unit: 'x'.repeat(41) },
        { ...line, endpoint_id: 'someone/else' },
      ]),
    ).to.deep.equal([
      { ...each, model: 'flux-2-pro', when: 'text' },
      { ...each, model: 'flux-2-dev', when: 'edit' },
      { ...each, model: 'flux-1-kontext-pro', when: 'edit' },
      { ...each, model: 'flux-1.1-pro-ultra', when: 'text', unit: 'x'.repeat(40) },
      { ...each, model: 'flux-1.1-pro-raw', when: 'text', unit: 'x'.repeat(40) },
      { ...each, model: 'someone/else', when: 'text' },
    ]);
    const whole = { ...line, endpoint_id: 'fal-ai/flux-2-pro' };
    for (const odd of [
      { ...whole, currency: 'EUR' },
      { ...whole, currency: undefined },
      { ...whole, unit: '' },
      { ...whole, unit_price: null },
      { ...whole, unit_price: -1 },
      { ...whole, endpoint_id: undefined },
      null,
    ])
      expect(read([odd]), JSON.stringify(odd)).to.deep.equal([]);
    expect(read(undefined)).to.deep.equal([]);
  });
});

describe('Pollinations’ list of charges', () => {
  const order = { prompt: '', width: 8, height: 8, references: [], model: 'flux-1-schnell' };
  const read = (usage: unknown) => pollinations.readCharges?.(reply({ usage }), order);
  const line = { type: 'generate.image', cost_usd: 0.002 };
  const mine = { ...line, model: 'flux', cursor_event_id: 'mine' };
  const other = { ...line, model: 'kontext', cursor_event_id: 'other' };

  it('is read for the model that was ordered, or for all pictures where none is of it', () => {
    expect(read([other, mine])).to.deep.equal([{ id: 'mine', usd: '0.002' }]);
    expect(read([other])).to.deep.equal([{ id: 'other', usd: '0.002' }]);
    expect(read([])).to.deep.equal([]);
    for (const none of [undefined, {}, 'none']) expect(read(none)).to.equal(undefined);
  });

  it('holds pictures only, and what has a cost; a line without an id is known by its words', () => {
    expect(read([{ ...mine, type: 'generate.text' }])).to.deep.equal([]);
    expect(read([{ ...mine, type: 'x.generate.image' }])).to.deep.equal([]);
    expect(read([{ ...mine, cost_usd: 'free' }])).to.deep.equal([]);
    for (const type of ['generate.image.flux', undefined, ''])
      expect(read([{ ...mine, type }]), String(type)).to.have.length(1);
    const nameless = { ...line, model: 'flux' };
    expect(read([nameless])).to.deep.equal([{ id: JSON.stringify(nameless), usd: '0.002' }]);
  });

  it('counts one order with a seed once, however often it is sent', () => {
    const isOnce = (seed?: number) =>
      pollinations.isBilledOnce?.({ ...order, ...(seed === undefined ? {} : { seed }) });
    expect([undefined, -1, 0, 7].map(isOnce)).to.deep.equal([false, false, true, true]);
    expect(pollinations.submit({ ...order, seed: -1 }).json).to.deep.include({ seed: -1 });
    expect(pollinations.submit({ ...order, seed: 2_147_483_647 }).json).to.have.property('seed');
  });
});

describe('the search for a charge in a list', () => {
  type List = readonly ListedCharge[] | undefined;
  /** What is found, with pauses and reads in their order; the first list is from before. */
  async function search(lists: readonly List[], call?: string) {
    const log: string[] = [];
    let nth = 0;
    const finder = await chargeFinder({
      ...defined({ call }),
      clock: {
        now: () => 0,
        elapsed: () => 0,
        sleep: (ms) => new Promise((done) => setTimeout(() => done(void log.push(String(ms))))),
      },
      read: () => {
        log.push('read');
        nth += 1;
        return Promise.resolve(lists[nth - 1] ?? lists.at(-1));
      },
    });
    return { finder, log };
  }
  const old = { id: 'old', usd: '0.001' };

  it('looks five times where a picture came, and three times where none did', async () => {
    const { finder, log } = await search([[old]]);
    expect(await finder?.withPicture()).to.equal(undefined);
    const pauses = ['500', '1500', '3000', '5000', '10000'];
    expect(log).to.deep.equal(['read', ...pauses.flatMap((ms) => [ms, 'read'])]);
    log.length = 0;
    expect(await finder?.withoutPicture()).to.equal(undefined);
    expect(log).to.deep.equal(pauses.slice(0, 3).flatMap((ms) => [ms, 'read']));
  });

  it('finds what was not there before, once, and nothing between two amounts', async () => {
    const fresh = { id: 'fresh', usd: '0.002' };
    const usage = { unit: 'usd', amount: '0.002' };
    const { finder } = await search([[old], [old], [fresh, old]]);
    expect(await finder?.withoutPicture()).to.deep.equal(usage);
    expect(await finder?.withoutPicture(), 'it is taken').to.equal(undefined);
    const same = [fresh, { id: 'twin', usd: '0.002' }, old];
    const twin = await search([[old], same]);
    expect(await twin.finder?.withPicture()).to.deep.equal(usage);
    const unlike = [{ id: 'a', usd: '0.002' }, { id: 'b', usd: '0.003' }, old];
    const { finder: unsure } = await search([[old], unlike]);
    expect(await unsure?.withPicture()).to.equal(undefined);
  });

  it('says that the same picture came again only of a list that could be read', async () => {
    const again = { unit: 'usd', amount: '0', again: true };
    await (await search([[]], 'same')).finder?.withPicture();
    expect(await (await search([[]], 'same')).finder?.withPicture()).to.deep.include(again);
    for (const [lists, call] of [
      [[[], undefined], 'same'],
      [[[]], undefined],
    ] as const) {
      const { finder } = await search(lists, call);
      expect(await finder?.withPicture(), JSON.stringify(lists)).to.equal(undefined);
    }
    expect(await chargeFinder({ ...failing, read: () => Promise.resolve(undefined) })).to.equal(
      undefined,
    );
  });

  const failing = {
    clock: { now: () => 0, elapsed: () => 0, sleep: () => Promise.resolve() },
  };
  it('gives up without a word where reading fails', async () => {
    let reads = 0;
    const read = (): Promise<List> => {
      reads += 1;
      return reads === 1 ? Promise.resolve([]) : Promise.reject(new Error('offline'));
    };
    const finder = await chargeFinder({ ...failing, read });
    expect(await finder?.withoutPicture()).to.equal(undefined);
    expect(await finder?.withPicture()).to.equal(undefined);
  });
});

describe('parts of an order', () => {
  it('are the first of two shapes that are equally near', () => {
    const square = { model: '', prompt: '', width: 9, height: 9, references: [] };
    expect(nearestRatio(square, ['2:1', '1:2'])).to.equal('2:1');
    expect(nearestRatio(square, ['1:2', '2:1'])).to.equal('1:2');
  });

  it('are no way out of an address', () => {
    for (const id of ['a/b', 'a.b-c_d', 'a']) expect(pathPart(id)).to.equal(id);
    for (const id of ['', '/a', 'a/', 'a//b', '..', 'a..b', 'a/../b', 'a?b', 'a#b', 'a b', 'a%2f'])
      expect(() => pathPart(id), id).to.throw();
  });

  it('go to Black Forest Labs where a page names one of its regions with a path', () => {
    expect(bflAt('https://api.eu.bfl.ai/v1/').base).to.equal('https://api.eu.bfl.ai');
    expect(bflAt('https://bfl.ai.example').base).to.equal('https://api.bfl.ai');
  });
});
