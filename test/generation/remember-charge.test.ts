import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { rememberCharge } from '../../src/generation/remember-charge.js';
import { chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { quote } from '../../src/pricing/index.js';
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
