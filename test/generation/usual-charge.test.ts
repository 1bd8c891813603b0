import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { reasonToAsk } from '../../src/checkout/refusal.js';
import { payerHash } from '../../src/generation/account-rate.js';
import { chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { forWhoPays } from '../../src/generation/paying-account.js';
import { learnUsual } from '../../src/generation/usual-charge.js';
import { quote } from '../../src/pricing/index.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import { priceText, type AmountStyle } from '../../src/ui/amount.js';

const request: ImageRequest = { provider: 'acme', model: 'slow', width: 1024, height: 1024 };
const day = 86_400_000;
const start = Date.UTC(2026, 10, 21, 12);
const style: AmountStyle = { language: 'en', currency: '', rate: undefined, under: (a) => `<${a}` };

/** A list whose model costs so much a second, for at most so many. */
function listOf(second = '0.0014', to = 600, from = 0): PriceList {
  return {
    version: 1,
    sources: { acme: { name: 'Acme', readOn: '2026-11-21', kind: 'provider' } },
    offers: [
      {
        provider: 'acme',
        model: 'slow',
        name: 'Slow',
        references: 0,
        seed: false,
        prices: [{ rule: { kind: 'seconds', second, from, to }, source: 'acme', says: 'second' }],
        sizes: { pixels: 'exact', min: 64, max: 4096, step: 8, area: 16_777_216 },
      },
    ],
  };
}

function visit() {
  const store = memoryStore();
  const here = { name: 'kim' as string | undefined, at: start, prices: listOf() };
  const clock = { now: () => here.at } as Parameters<typeof forWhoPays>[1];
  const observed = Object.assign(chargeHistoryIn(store), {
    forAccount: forWhoPays(store, clock, {
      nameOf: () => here.name,
      hasPageId: () => false,
    }),
  });
  const now = (more: Partial<ImageRequest> = {}): Quote =>
    quote({ ...request, ...more }, { prices: here.prices, observed, at: here.at });
  const pay = (...amounts: string[]): void => {
    for (const charged of amounts)
      learnUsual(store, quote(request, { prices: here.prices }), {
        payer: payerHash('acme', here.name ?? ''),
        charged,
        at: here.at,
      });
  };
  return { store, here, now, pay };
}

describe('what a picture by the second usually costs', () => {
  it('is unknown after one, and then the middle of the last nine', () => {
    const { now, pay } = visit();
    pay('0.005');
    expect(now().usual).to.equal(undefined);
    pay('0.004');
    expect(now().usual?.amount).to.equal('0.005');
    pay('0.006', '0.5');
    expect(now().usual?.amount).to.equal('0.006');
    pay('0.02', '0.02', '0.02', '0.02', '0.02', '0.02', '0.02', '0.02', '0.02');
    expect(now().usual).to.deep.equal({ amount: '0.02', greatest: '0.02' });
    pay('0.006', '0.006', '0.006', '0.006', '0.006');
    expect(now().usual?.amount).to.equal('0.006');
  });

  it('is told in the button and in words, and leaves what caps hold as it was', () => {
    const { now, pay } = visit();
    const before = now({ count: 2 });
    pay('0.0046', '0.0048', '0.0051');
    const told = now({ count: 2 });
    expect(told.total).to.deep.equal({ low: '0', high: '1.68' });
    expect(told.total).to.deep.equal(before.total);
    expect(told.lines).to.deep.equal(before.lines);
    expect(told.usual).to.deep.equal({ amount: '0.0096', greatest: '0.0102' });
    expect(priceText(told, style)).to.equal('~$0.0096, ≤\u00a0$1.68');
    expect(priceText(told, { ...style, currency: 'EUR', rate: '0.92' })).to.equal(
      '~$0.0096, ≤\u00a0$1.68',
    );
    expect(told.hints[0]?.text).to.equal(
      'Usually about $0.0096, at most $1.68: your last 3 pictures',
    );
  });

  it('decides whether the reader is asked, by the greatest of them', () => {
    const { now, pay } = visit();
    expect(reasonToAsk(now(), '0.25')).to.equal('over');
    pay('0.005', '0.005');
    expect(reasonToAsk(now(), '0.25')).to.equal(undefined);
    expect(reasonToAsk(now(), '0.004')).to.equal('over');
    expect(reasonToAsk(now({ count: 4 }), '0.01')).to.equal('over');
    pay('0.3', '0.005', '0.005');
    expect(now().usual?.amount).to.equal('0.005');
    expect(reasonToAsk(now(), '0.25')).to.equal('over');
  });

  it('is another account’s, another request’s or another list’s: not told', () => {
    const { here, now, pay } = visit();
    pay('0.005', '0.005');
    expect(now({ width: 512 }).usual).to.equal(undefined);
    here.name = 'lee';
    expect(now().usual).to.equal(undefined);
    here.name = undefined;
    expect(now().usual).to.equal(undefined);
    here.name = 'kim';
    expect(now().usual?.amount).to.equal('0.005');
    here.prices = listOf('0.0028');
    expect(now().usual).to.equal(undefined);
  });

  it('is forgotten once it is old, or once more was charged than the list allows', () => {
    const { here, store, now, pay } = visit();
    pay('0.005', '0.005');
    here.at = start + 400 * day;
    expect(now().usual).to.equal(undefined);
    here.at = start;
    expect(now().usual?.amount).to.equal('0.005');
    pay('0.9');
    expect(now().usual).to.equal(undefined);
    expect(store.keys()).to.deep.equal([]);
  });

  it('is not told beside a price that was read too long ago', () => {
    const { here, store, now } = visit();
    here.at = start + 400 * day;
    store.set(
      'user-pays-image/usual/' + payerHash('acme', 'kim') + '/acme/slow//1024x1024//',
      JSON.stringify({ charges: ['0.2', '0.3'], listed: '0.84', on: '2027-12-26' }),
    );
    expect(now().asOf).to.equal('2026-11-21');
    expect(now().usual).to.equal(undefined);
  });

  it('is not kept where the list says nearly what it costs', () => {
    const { here, store, pay } = visit();
    here.prices = listOf('0.0014', 600, 300);
    pay('0.5', '0.5');
    expect(store.keys()).to.deep.equal([]);
  });

  it('does not believe what somebody else wrote there', () => {
    const { store, now, pay } = visit();
    pay('0.005', '0.005');
    const [key = ''] = store.keys();
    const told = (charges: readonly unknown[]): string =>
      JSON.stringify({ charges, listed: '0.84', on: '2026-11-21' });
    store.set(key, told(['0.2', '0.3']));
    expect(now().usual, 'what can be').to.deep.equal({ amount: '0.3', greatest: '0.3' });
    for (const text of [
      '',
      '[]',
      '{"on":1}',
      told(['0', '0']),
      told(['0.1']),
      told(['-x', '0.005']),
      told(['-0.1', '-0.1']),
      told(['0.85', '0.85']),
      told([0.1, 0.1]),
    ]) {
      store.set(key, text);
      expect(now().usual, text).to.equal(undefined);
    }
  });
});
