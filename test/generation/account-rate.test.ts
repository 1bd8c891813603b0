import { expect } from 'chai';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { forAccount, learnRate, payerHash } from '../../src/generation/account-rate.js';
import { buy } from '../../src/generation/buy.js';
import { rememberCharge } from '../../src/generation/remember-charge.js';
import { chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { sum, toText, usd } from '../../src/pricing/money.js';
import type { ChargeHistory } from '../../src/pricing/charge-history.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import type { Outcome, Usage } from '../../src/providers/outcome.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 21, 12);
/** What Puter's list says in this visit. */
const live: PriceList = {
  ...catalogue,
  sources: Object.fromEntries(
    Object.entries(catalogue.sources).map(([key, source]) => [
      key,
      { ...source, kind: 'live', readOn: '2026-11-21' },
    ]),
  ),
};
const base: ImageRequest = {
  provider: 'puter',
  model: 'flux-2-pro',
  route: 'replicate',
  width: 1024,
  height: 1024,
};
const large = { width: 2048, height: 2048 };
const small = { width: 512, height: 512 };

function visit(store: TextStore = memoryStore()) {
  const here = { name: 'Kim' as string | undefined, at: start, next: 0 };
  const clock = { ...portsInMemory().clock, now: () => here.at };
  const nameOf = (provider: string): string | undefined =>
    provider === 'puter' ? here.name : undefined;
  const observed: ChargeHistory = Object.assign(chargeHistoryIn(store), {
    forAccount: forAccount(store, clock, nameOf),
  });
  const now = (more: Partial<ImageRequest> = {}): Quote =>
    quote({ ...base, ...more }, { prices: live, observed, at: here.at });
  /** A purchase whose cost the provider tells. */
  const pay = async (
    usage: Partial<Usage> & { amount: string },
    more: Partial<ImageRequest> = {},
    prices = live,
  ): Promise<void> => {
    const purchasePorts = { ...portsInMemory(store), clock };
    const told = { ...picture, usage: { unit: 'usd', ...usage } } as Outcome;
    const payer = here.name === undefined ? {} : { payer: payerHash('puter', here.name) };
    const order = { quote: now(more), pricing: { prices, observed }, ...payer };
    await (
      await buy(
        purchasePorts,
        orderOf(
          makerOf(() => Promise.resolve(told)),
          {},
          order,
        ),
      )
    ).done;
  };
  const row = (more: Partial<ImageRequest> = {}) =>
    now(more).lines.find(({ key }) => key === 'account-rate');
  return { store, here, observed, now, pay, row };
}
function addsUp({ lines, total }: Quote): void {
  expect(toText(sum(lines.map(({ amount }) => usd(amount))))).to.equal(total?.high);
}

describe('an account that is charged a multiple of the list', () => {
  it('sees it as a row of its own once two purchases agree, whatever is asked for next', async () => {
    const { now, pay, row } = visit();
    await pay({ amount: '0.0375' });
    expect(row(large)).to.equal(undefined);
    expect(now(large).total).to.deep.equal({ low: '0.075', high: '0.075' });
    await pay({ amount: '0.09375' }, large);
    const expected = [
      [{}, '0.03', '0.0375', '0.0075'],
      [large, '0.075', '0.09375', '0.01875'],
      [{ ...large, count: 3 }, '0.225', '0.28125', '0.05625'],
    ] as const;
    for (const [more, listed, total, added] of expected) {
      const made = now(more);
      expect(made.total).to.deep.equal({ low: total, high: total });
      expect(
        made.lines.filter(({ key }) => key === 'account-rate' || key === 'correction'),
      ).to.deep.equal([
        {
          key: 'account-rate',
          label: 'Your account’s rate ×1.25',
          detail: '×1.25',
          quantity: '0.25',
          unitPrice: listed,
          amount: added,
        },
      ]);
      addsUp(made);
      expect(made)
        .to.include({ exactness: 'exact' })
        .and.to.have.property('id')
        .that.includes(`=${total}-${total}`);
      expect(made.sources[0]).to.include({ kind: 'live' }).and.not.to.have.property('by');
      expect(made.hints[0]).to.deep.equal({
        kind: 'rate',
        text: 'This account is charged ×1.25 of the listed price, last on 2026-11-21',
        facts: { rate: '1.25', readOn: '2026-11-21' },
      });
    }
  });

  it('is asked for, reserved and settled at that price', async () => {
    const { now, pay, store } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    const before = now(small);
    expect(before.total?.high).to.equal('0.028125');
    await pay({ amount: '0.028125' }, small);
    expect(now(small)).to.deep.equal(before);
    const [entry] = portsInMemory(store).journal.entries().slice(-1);
    expect(entry).to.include({ low: '0.028125', high: '0.028125', charged: '0.028125' });
  });

  it('sees a discount the same way', async () => {
    const { now, pay } = visit();
    await pay({ amount: '0.024' });
    await pay({ amount: '0.06' }, large);
    const made = now(small);
    expect(made.total).to.deep.equal({ low: '0.018', high: '0.018' });
    expect(made.lines.at(-1)).to.include({
      quantity: '-0.2',
      unitPrice: '0.0225',
      amount: '-0.0045',
    });
    addsUp(made);
  });

  it('learns from as little as the meter shows: whole microcents', async () => {
    const { row, pay } = visit();
    await pay({ amount: '0.00411' }, { model: 'flux-1-schnell' });
    await pay({ amount: '0.0041100049' }, { model: 'flux-1-schnell', ...small });
    expect(row({ model: 'flux-1-schnell', ...large })?.detail).to.equal('×1.37');
  });

  it('pays what both receipts allow, also where that is one number alone', async () => {
    const { now, row, pay } = visit();
    // One meter rounded down, the other up: only ×1.25 makes both.
    await pay({ amount: '0.037499' });
    await pay({ amount: '0.093751' }, large);
    expect(row(small)?.detail).to.equal('×1.25');
    expect(now(small).total?.high).to.equal('0.028125');
  });

  it('may be charged ten times the list, and not more', async () => {
    for (const [amount, detail] of [
      ['0.300001', '×10'],
      ['0.3000011', undefined],
    ] as const) {
      const { row, pay } = visit();
      await pay({ amount: '0.75' }, large);
      await pay({ amount });
      expect(row(small)?.detail).to.equal(detail);
    }
  });

  it('reads the plainest number in the range, its ends included', () => {
    const { store, observed, here } = visit();
    const listed = quote(base, { prices: live });
    const payer = payerHash('puter', 'Kim');
    const detailAt = (least: string, most: string, at = start): string | undefined => {
      const standing = { least, most, on: '2026-11-21', purchases: 2, purchase: 'p' };
      store.set(
        `user-pays-image/rate/${payer}/puter/replicate/flux-2-pro`,
        JSON.stringify(standing),
      );
      here.at = at;
      return observed.forAccount?.(listed)?.lines.at(-1)?.detail;
    };
    expect(detailAt('1.2', '1.28')).to.equal('×1.2');
    expect(detailAt('1.4', '2.3')).to.equal('×2');
    for (const odd of [{ simulated: true as const }, { total: undefined }])
      expect(observed.forAccount?.({ ...listed, ...odd }), 'nothing to correct').to.equal(
        undefined,
      );
    expect(detailAt('1.24', '1.3')).to.equal('×1.3');
    expect(detailAt('1.2345678901234', '1.2345678901234')).to.equal('×1.2345678901234');
    expect(detailAt('1.23456789014', '1.23456789016')).to.equal('×1.23456789015');
    expect(detailAt('0.9', '1.1'), 'the list itself').to.equal(undefined);
    expect(detailAt('0', '4'), 'nobody is charged nothing').to.equal(undefined);
    // A clock may be a day off, and no more.
    expect(detailAt('1.2', '1.28', start - day)).to.equal('×1.2');
    expect(detailAt('1.2', '1.28', start - 2 * day)).to.equal(undefined);
  });

  it('is not taken for such an account by two purchases that disagree, and the last two count', async () => {
    const { row, pay } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09' }, large);
    expect(row(small)).to.equal(undefined);
    await pay({ amount: '0.027' }, small);
    expect(row({ width: 1024, height: 2048 })?.detail).to.equal('×1.2');
    await pay({ amount: '0.045' });
    expect(row({ width: 1024, height: 2048 })).to.equal(undefined);
  });

  it('is an account like any other from the first receipt on that agrees with the list', async () => {
    const { now, row, store, pay } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    await pay({ amount: '0.0225' }, small);
    expect(row(small)).to.equal(undefined);
    expect(now(small).total?.high).to.equal('0.0225');
    expect(store.keys().filter((key) => key.includes('/rate/'))).to.be.empty;
  });

  it('no longer sees it when the last receipt is older than a price may be', async () => {
    const { here, row, pay } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    here.at = start + 14 * day;
    expect(row(small)).not.to.equal(undefined);
    here.at = start + 15 * day;
    expect(row(small)).to.equal(undefined);
    // A clock set back far tells nothing.
    here.at = start - 3 * day;
    expect(row(small)).to.equal(undefined);
    here.at = start + 15 * day;
    await pay({ amount: '0.028125' }, small);
    expect(row(large)).to.equal(undefined);
  });

  it('is told by the model and its supplier; what Cloudflare serves shares one meter', async () => {
    const { row, now, pay } = visit();
    const by = (route: string, model: string) => ({ route, model });
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    expect(row(by('together', 'flux-2-pro'))).to.equal(undefined);
    expect(row(by('replicate', 'flux-1-schnell'))).to.equal(undefined);
    for (const model of ['flux-2-klein-9b', 'flux-1-schnell']) {
      const listed = Number(now(by('cloudflare', model)).total?.high);
      await pay({ amount: (listed * 2).toFixed(8) }, by('cloudflare', model));
    }
    expect(row(by('cloudflare', 'flux-2-klein-4b'))?.detail).to.equal('×2');
  });

  it('is one account: another one, somebody unknown and other providers pay what is listed', async () => {
    const { here, row, now, pay, observed } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    here.name = 'Robin';
    expect(row(large)).to.equal(undefined);
    // What Kim was charged for the very same picture is no news of Robin's price either.
    expect([now().total?.high, now(large).total?.high]).to.deep.equal(['0.03', '0.075']);
    here.name = undefined;
    expect(row(small)).to.equal(undefined);
    expect(now().total?.high, 'the last charge of whoever it was').to.equal('0.0375');
    here.name = 'Kim';
    expect(row(small)?.detail).to.equal('×1.25');
    const elsewhere = quote(
      { provider: 'bfl', model: 'flux-2-pro', ...small },
      { prices: live, observed },
    );
    expect(elsewhere.lines.map(({ key }) => key)).not.to.include('account-rate');
  });

  it('keeps two accounts’ rates apart', async () => {
    const { here, row, pay, store } = visit();
    for (const [name, rate] of [
      ['Kim', 1.25],
      ['Robin', 2],
    ] as const) {
      here.name = name;
      await pay({ amount: String(0.03 * rate) });
      await pay({ amount: String(0.075 * rate) }, large);
    }
    expect(row(small)?.detail).to.equal('×2');
    here.name = 'Kim';
    expect(row(small)?.detail).to.equal('×1.25');
    expect(
      store
        .keys()
        .concat(store.keys().map((key) => store.get(key) ?? ''))
        .join(),
    ).not.to.match(/Kim|Robin/);
  });

  it('is not made out of one purchase, pictures handed out again, charged twice, or dearer for a reason', async () => {
    const { row, pay } = visit();
    await pay({ amount: '0.0375' }, { count: 2 });
    expect(row(small)).to.equal(undefined);
    for (const odd of [
      { again: true as const },
      { times: 2 },
      { note: 'references counted as 2 MP' },
    ]) {
      await pay({ amount: '0.09375', ...odd }, large);
      expect(row(small), JSON.stringify(odd)).to.equal(undefined);
    }
  });

  it('is not made out of prices nobody asked for today, of ranges, of play money, or of unknown accounts', async () => {
    const { here, row, pay, store } = visit();
    const twice = async (prices?: PriceList): Promise<void> => {
      await pay({ amount: '0.0375' }, {}, prices);
      await pay({ amount: '0.09375' }, large, prices);
    };
    await twice(catalogue);
    expect(row(small)).to.equal(undefined);
    here.name = undefined;
    await twice();
    here.name = 'Kim';
    expect(row(small)).to.equal(undefined);
    const listed = quote(base, { prices: live });
    const payer = payerHash('puter', 'Kim');
    for (const odd of [
      { simulated: true as const },
      { total: { low: '0.02', high: '0.03' } },
      { total: undefined },
    ]) {
      for (const purchase of ['a', 'b']) {
        learnRate(store, { ...listed, ...odd }, { payer, purchase, charged: '0.0375', at: start });
      }
    }
    expect(store.keys().filter((key) => key.includes('/rate/'))).to.be.empty;
    // Nor is one that is known forgotten for a picture that is free, or priced by nobody.
    await twice();
    for (const odd of [{ total: { low: '0', high: '0' } }, { sources: [] }])
      learnRate(store, { ...listed, ...odd }, { payer, purchase: 'c', charged: '9', at: start });
    expect(row(small)?.detail).to.equal('×1.25');
  });

  it('is not made out of a computed receipt', async () => {
    const { row, pay } = visit();
    for (const more of [{}, large]) await pay({ unit: 'image-units', amount: '1.25' }, more);
    expect(row(small)).to.equal(undefined);
  });

  it('is charged nothing, or more than ten times the list, for another reason', async () => {
    const { row, pay, store } = visit();
    for (const amounts of [
      ['0', '0'],
      ['0.000001', '0.000001'],
      ['0.36', '0.9'],
    ]) {
      for (const [at, amount] of amounts.entries()) await pay({ amount }, at ? large : {});
      expect(row(small)).to.equal(undefined);
      expect(store.keys().filter((key) => key.includes('/rate/'))).to.be.empty;
    }
  });

  it('lets what was charged for exactly this picture decide where that is not what the rate makes of it', async () => {
    const { here, now, pay } = visit();
    await pay({ amount: '0.09' }, large);
    here.at += day;
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.028125' }, small);
    expect(now(large).lines.at(-1)).to.include({ key: 'correction', amount: '0.015' });
    expect(now({ width: 1024, height: 2048 }).lines.at(-1)).to.include({ key: 'account-rate' });
  });

  it('scales what a hint says is saved, and both ends of a range', async () => {
    const { observed, pay, now } = visit();
    const step = { references: [{ width: 1200, height: 1200 }] };
    const saving = quote({ ...base, ...step }, { prices: live }).hints.find(
      (hint) => hint.saving !== undefined,
    );
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    const scaled = now(step).hints.find((hint) => hint.saving !== undefined);
    expect(Number(scaled?.saving)).to.be.closeTo(Number(saving?.saving) * 1.25, 1e-12);
    expect(scaled?.text).not.to.equal(saving?.text);
    const ranged = { ...quote(base, { prices: live }), total: { low: '0.02', high: '0.03' } };
    expect(observed.forAccount?.(ranged)?.total).to.deep.equal({ low: '0.025', high: '0.0375' });
  });

  it('scales both ends of a range whose charge the rate explains, and what Puter must hold for it', async () => {
    const { observed, pay, here, store } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    const total = { low: '0.02', high: '0.03' };
    const ranged = { ...quote(base, { prices: live }), total, holds: '0.024' };
    const payer = payerHash('puter', 'Kim');
    for (const [charged, high] of [
      ['0.0345', '0.0375'],
      ['0.0375', '0.0375'],
      // Nothing at that rate: the charge for exactly this picture decides.
      ['0.04', undefined],
    ] as const) {
      rememberCharge(store, ranged, charged, here.at, payer);
      const made = observed.forAccount?.(ranged);
      expect(made?.total, charged).to.deep.equal(high && { low: '0.025', high });
      expect(made?.holds, charged).to.equal(high && '0.03');
    }
  });

  it('sees the list where what is kept can’t be read', async () => {
    const { now, row, store, pay } = visit();
    await pay({ amount: '0.0375' });
    await pay({ amount: '0.09375' }, large);
    const [key = ''] = store.keys().filter((name) => name.includes('/rate/'));
    const kept = JSON.parse(store.get(key) ?? '') as Record<string, unknown>;
    const parts = [
      { least: '1.3', most: '1.2' },
      { least: '-1' },
      { most: 1.25 },
      { least: 1.25 },
      { on: 5 },
      { on: 'never' },
      { purchases: '2' },
      { purchase: null },
    ];
    for (const damaged of [
      '',
      '{',
      'null',
      '[]',
      ...parts.map((part) => JSON.stringify({ ...kept, ...part })),
    ]) {
      store.set(key, damaged);
      expect(row(small), damaged).to.equal(undefined);
      expect(now(small).total?.high, damaged).to.equal('0.0225');
    }
  });
});
