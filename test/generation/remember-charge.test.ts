import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { forAccount, payerHash } from '../../src/generation/account-rate.js';
import { freeNoMore } from '../../src/generation/free-no-more.js';
import { rememberCharge } from '../../src/generation/remember-charge.js';
import { chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { compare, price, quote } from '../../src/pricing/index.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { august } from '../support/puter-lists.js';

const request: ImageRequest = {
  provider: 'puter',
  model: 'flux-2-pro',
  route: 'together',
  width: 1024,
  height: 1024,
};
const day = Date.UTC(2026, 10, 21, 12);

describe('what a provider charged otherwise than listed', () => {
  const purchasePorts = () => {
    const store = memoryStore();
    const observed = chargeHistoryIn(store);
    const now = (more: Partial<ImageRequest> = {}) =>
      quote({ ...request, ...more }, { observed, prices: august });
    return {
      store,
      observed,
      now,
      charge: (amount: string, more: Partial<ImageRequest> = {}): void =>
        rememberCharge(store, now({ ...more, count: 1 }), amount, day),
    };
  };

  it('counts from the next picture on, whatever the count, for exactly this request and no other', () => {
    const { now, charge } = purchasePorts();
    charge('0.045');
    expect(now().total?.high).to.equal('0.045');
    expect(now({ count: 3 }).total?.high).to.equal('0.135');
    expect(now({ route: 'replicate' }).total?.high).not.to.equal('0.045');
    expect(now({ model: 'flux-2-max' }).total?.high).not.to.equal('0.045');
  });

  it('is corrected again by the next report, and forgotten once the report agrees with the list', () => {
    const { store, now, charge } = purchasePorts();
    charge('0.045');
    charge('0.06');
    expect(now().total).to.deep.equal({ low: '0.06', high: '0.06' });
    charge('0.03');
    expect(now().total).to.deep.equal({ low: '0.03', high: '0.03' });
    expect(store.keys()).to.deep.equal([]);
  });

  it('is nothing where the meter only rounds', () => {
    const { store, charge } = purchasePorts();
    for (const amount of ['0.02999999999', '0.0299999', '0.03000000001', '0.0300009'])
      charge(amount);
    expect(store.keys()).to.have.length(0);
    charge('0.030001');
    expect(store.keys()).to.have.length(1);
  });

  it('is not believed when it can’t be read', () => {
    const { store, now, charge } = purchasePorts();
    charge('0.045');
    const [key = ''] = store.keys();
    for (const damaged of [
      '',
      '{',
      'null',
      '{"charged":0.045,"listed":"0.03","on":"2026-11-21"}',
      '{"charged":"-1","listed":"0.03","on":"2026-11-21"}',
      '{"charged":"0.045"}',
    ]) {
      store.set(key, damaged);
      expect(now().total?.high, damaged).to.equal('0.03');
    }
  });
});

describe('a picture that was listed as free and charged all the same', () => {
  const sizes = { pixels: 'exact', min: 64, max: 4096, step: 8, area: 1e8 } as const;
  const prices: PriceList = {
    version: 1,
    sources: { s: { name: 'A list', readOn: '2026-11-20', kind: 'provider' } },
    offers: ['gift', 'other'].map((model) => ({
      provider: 'shop',
      model,
      name: model,
      sizes,
      references: 0,
      seed: false,
      prices: [
        { rule: { kind: 'image', each: '0' }, source: 's', says: 'free of charge', free: true },
      ],
    })),
  };
  const gift = { provider: 'shop', model: 'gift', width: 512, height: 512 };
  const visit = () => {
    const store = memoryStore();
    const options = { prices, observed: chargeHistoryIn(store), at: day };
    return {
      store,
      options,
      charge: (amount: string, size = 512, payer?: string): void =>
        rememberCharge(
          store,
          quote({ ...gift, width: size, height: size }, options),
          amount,
          day,
          payer,
        ),
    };
  };

  it('is free no longer, by any way of asking for its price', () => {
    const { options, charge } = visit();
    expect(quote(gift, options)).to.include({ free: true });
    charge('0.07');
    for (const count of [1, 3]) {
      const asked = { ...gift, count };
      const dear = count === 1 ? '0.07' : '0.21';
      for (const told of [quote(asked, options), price(asked, options)]) {
        expect(told).not.to.have.property('free');
        expect(told.total).to.deep.equal({ low: dear, high: dear });
        expect(told.exactness).to.equal('exact');
      }
    }
    expect(
      compare({ width: 512, height: 512 }, options).map(({ request: { model }, free, total }) => [
        model,
        free,
        total?.high,
      ]),
    ).to.deep.equal([
      ['other', true, '0'],
      ['gift', undefined, '0.07'],
    ]);
  });

  it('is free at no other size either, where what was charged is an estimate', () => {
    const { store, options, charge } = visit();
    const clock = { now: () => day };
    Object.assign(options.observed, { forAccount: freeNoMore(store, clock) });
    charge('0.07');
    const large = { ...gift, width: 1024, height: 2048 };
    expect(quote(large, options)).not.to.have.property('free');
    expect(quote(large, options).total?.high).to.equal('0.07');
    expect(quote(large, options).exactness).to.equal('range');
    expect(quote(gift, options)).to.deep.include({
      total: { low: '0.07', high: '0.07' },
      exactness: 'exact',
    });
    expect(quote({ ...gift, model: 'other' }, options)).to.include({ free: true });
    rememberCharge(store, quote({ ...gift, height: 1024 }, { prices }), '0.09', day);
    expect(quote(large, options).total?.high).to.equal('0.09');
    expect(quote(gift, options).total?.high).to.equal('0.07');
    charge('0');
    expect(quote(gift, options)).to.include({ free: true });
    rememberCharge(store, quote({ ...gift, height: 1024 }, { prices }), '0', day);
    expect(store.keys()).to.deep.equal([]);
  });

  it('is free for no other account of this browser', () => {
    const { store, options, charge } = visit();
    charge('0.07', 512, payerHash('shop', 'Kim'));
    const clock = { now: () => day, elapsed: () => 0, sleep: () => Promise.resolve() };
    Object.assign(options.observed, { forAccount: forAccount(store, clock, () => 'Robin') });
    expect(quote(gift, options)).not.to.have.property('free');
    expect(quote(gift, options).total?.high).to.equal('0.07');
  });
});
