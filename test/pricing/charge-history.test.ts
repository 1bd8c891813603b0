import { expect } from 'chai';
import fc from 'fast-check';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { sum, toText, usd } from '../../src/pricing/money.js';
import type { ObservedCharge } from '../../src/pricing/charge-history.js';
import { price } from '../../src/pricing/price.js';
import { quote } from '../../src/pricing/quote.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

const request: ImageRequest = { provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 };
function seen(charged: string, listed = '0.075'): ObservedCharge {
  return {
    charged,
    listed,
    on: '2026-11-20',
  };
}
function after(observation: ObservedCharge, more: Partial<ImageRequest> = {}) {
  return quote({ ...request, ...more }, { prices: catalogue, observed: () => observation });
}

describe('a price after the provider charged otherwise', () => {
  it('is what was charged, where that was more, and says who listed something else', () => {
    const {
      total,
      exactness,
      lines,
      sources: [source],
      conflicts: [conflict],
      hints: [hint],
    } = after(seen('0.09'));
    expect(total).to.deep.equal({ low: '0.09', high: '0.09' });
    expect(exactness).to.equal('exact');
    expect(lines.at(-1)).to.include({ key: 'correction', unitPrice: '0.015', amount: '0.015' });
    expect(source).to.include({
      readOn: '2026-11-20',
      kind: 'provider',
      by: 'charge',
      says: '$0.090 a picture charged on 2026-11-20, $0.075 listed',
    });
    expect(conflict).to.include({ total: '0.075' });
    expect(hint).to.include({ kind: 'charged' });
  });

  it('is a range up to the listed price, where less was charged: once is no promise', () => {
    const { total, exactness, lines } = after(seen('0.07'));
    expect(total).to.deep.equal({ low: '0.07', high: '0.075' });
    expect(exactness).to.equal('range');
    expect(lines.map(({ key }) => key)).not.to.include('correction');
  });

  it('is the list’s again as soon as the list says something else than it did then', () => {
    expect(after(seen('0.09', '0.07')).total).to.deep.equal({ low: '0.075', high: '0.075' });
  });

  it('is believed no longer than a price is, and one of 1999 decides nothing', () => {
    const on = (day: string, at?: string) =>
      quote(request, {
        prices: catalogue,
        observed: () => ({ ...seen('0.09'), on: day }),
        ...(at === undefined ? {} : { at: Date.parse(at) }),
      }).total?.high;
    expect(on('2026-11-20', '2026-11-22')).to.equal('0.09');
    expect(on('2026-11-20', '2027-01-19')).to.equal('0.09');
    expect(on('2026-11-20', '2027-01-20')).to.equal('0.075');
    expect(on('1999-01-01', '2026-11-22')).to.equal('0.075');
    expect(on('1999-01-01')).to.equal('0.075');
    expect(on('2027-11-20', '2026-11-22')).to.equal('0.075');
    expect(on('once', '2026-11-22')).to.equal('0.075');
  });

  it('leaves an estimate an estimate, also where that was one amount', () => {
    const flex = { provider: 'puter', model: 'flux-2-flex', width: 1024, height: 1024 };
    expect(quote(flex, { prices: catalogue })).to.include({ exactness: 'range' });
    const dearer = after(seen('0.07', '0.06291456'), flex);
    expect(dearer.total).to.deep.equal({ low: '0.07', high: '0.07' });
    expect(dearer.exactness).to.equal('range');
  });

  it('leaves an old list an old list', () => {
    const at = Date.parse('2026-11-22');
    const {
      asOf,
      exactness,
      hints,
      sources: [source],
    } = quote(request, { prices: catalogue, observed: () => seen('0.09'), at });
    expect(quote(request, { prices: catalogue, at }).asOf).to.equal(asOf);
    expect(asOf).to.be.a('string');
    expect(exactness).to.equal('range');
    expect(hints.map(({ kind }) => kind)).to.include.members(['charged', 'stale']);
    expect(source?.by).to.equal('charge');
  });

  it('adds up to its rows, for any count and any charge', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 9 }),
        (microdollars, count) => {
          const made = after(seen(toText(usd((microdollars / 1e6).toFixed(6)))), { count });
          expect(toText(sum(made.lines.map(({ amount }) => usd(amount))))).to.equal(
            made.total?.high,
          );
          expect(made.id).to.contain(`=${made.total?.low ?? ''}-${made.total?.high ?? ''}`);
          expect(
            price(
              { ...request, count },
              { observed: () => seen(toText(usd((microdollars / 1e6).toFixed(6)))) },
            ).total,
          ).to.deep.equal(made.total);
        },
      ),
    );
  });

  it('stays unknown where it was, and never touches simulated money', () => {
    const observed = (): ObservedCharge => seen('0.09');
    expect(quote({ ...request, width: 17 }, { observed }).total).to.equal(undefined);
    expect(quote({ ...request, provider: 'sandbox' }, { observed }).total).to.deep.equal({
      low: '0.075',
      high: '0.075',
    });
  });
});
