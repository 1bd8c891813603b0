import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as whole from '../../../src/pricing/index.js';
import * as wholeMoney from '../../../src/pricing/money.js';
import { root } from '../run/install.mjs';

// Built before any test runs. Both files of it are thinned, the source is not.
async function load(file: string): Promise<typeof whole> {
  return import(`${root}dist/${file}`) as Promise<typeof whole>;
}

type Money = typeof wholeMoney;

/** Generates digits of all lengths in which carries, borrows and halves are frequent. */
function digits(most: number): fc.Arbitrary<string> {
  const digit = fc.constantFrom(...Array.from('01234567890004559999'));
  return fc.oneof(
    fc.array(digit, { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
    fc.array(digit, { minLength: 1, maxLength: most }).map((all) => all.join('')),
  );
}

const amount = fc
  .tuple(fc.constantFrom('', '', '-'), digits(40), fc.option(digits(38), { nil: undefined }))
  .map(([sign, before, after]) => `${sign}${before}${after === undefined ? '' : `.${after}`}`);

/** Calls every function of `money.ts` with two amounts and a whole number. */
function results(money: Money, a: string, b: string, n: number): unknown {
  const { usd, toText } = money;
  const [x, y] = [usd(a), usd(b)];
  const isDivisor = money.compareUsd(y, money.zero) !== 0;
  return {
    read: [toText(x), money.plainAmount(`+${b.replace('-', '')}`), money.plainAmount(`${a}e-7`)],
    sum: [toText(money.sum([x, y])), toText(money.sum([x, y, x]))],
    minus: [toText(money.minus(x, y)), toText(money.minus(y, x)), toText(money.minus(x, x))],
    times: [toText(money.times(x, b)), toText(money.times(x, n)), toText(money.product(a, n))],
    order: [money.compareUsd(x, y), toText(money.most(x, y)), toText(money.least(x, y))],
    divided: isDivisor && [
      toText(money.divideUp(x, b)),
      toText(money.divideUp(x, n + 1)),
      String(money.timesIn(x, y)),
      money.evenly(x, y),
      money.evenly(money.times(x, b), y),
    ],
    rounded: [0, 2, 3, 8, 12].map((decimals) => [
      toText(money.roundTo(x, decimals)),
      toText(money.whole(x, false, decimals)),
      toText(money.whole(x, true, decimals)),
    ]),
    short: [toText(money.short(x)), toText(money.short(x, true)), money.isTiny(x)],
    decimals: money.decimalsOf(x),
  };
}

describe('The decimal arithmetic in dist, thinned out', () => {
  it('adds, multiplies, divides, compares and rounds as the whole of decimal.js does', async () => {
    const thin = (await import(`${root}dist/modules/pricing/money.js`)) as Money;
    const number = fc.oneof(
      fc.nat(20),
      fc.nat(2 ** 31 - 2),
      fc.maxSafeNat().map((n) => n - 1),
    );
    fc.assert(
      fc.property(amount, amount, number, (a, b, n) => {
        assert.deepEqual(results(thin, a, b, n), results(wholeMoney, a, b, n));
      }),
      { numRuns: 10_000 },
    );
  });

  it('prices every request as the whole of decimal.js does', async () => {
    const thin = await load('pricing.js');
    const offers = whole.catalogue.offers.map(({ provider, model }) => ({ provider, model }));
    assert.ok(offers.length > 20);
    const side = fc.integer({ min: 4, max: 40 }).map((steps) => steps * 64);
    const request = fc.record({
      offer: fc.constantFrom(...offers),
      width: side,
      height: side,
      count: fc.integer({ min: 1, max: 9 }),
      references: fc.array(fc.record({ width: side, height: side }), { maxLength: 3 }),
      steps: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    });
    const at = Date.UTC(2026, 10, 21);
    let known = 0;
    fc.assert(
      fc.property(request, ({ offer, steps, ...rest }) => {
        const asked = { ...offer, ...rest, ...(steps === undefined ? {} : { steps }) };
        const { total, lines, exactness, conflicts, hints } = thin.quote(asked, { at });
        const expected = whole.quote(asked, { at });
        if (total) known += 1;
        assert.deepEqual(
          { total, lines, exactness, conflicts, hints },
          {
            total: expected.total,
            lines: expected.lines,
            exactness: expected.exactness,
            conflicts: expected.conflicts,
            hints: expected.hints,
          },
        );
      }),
      { numRuns: 2000 },
    );
    assert.ok(known > 400, `only ${known} of them had a price`);
  });

  it('compares alike, with a hostile amount refused by both', async () => {
    const thin = await load('modules/pricing/index.js');
    const at = Date.UTC(2026, 10, 21);
    assert.deepEqual(
      thin.compare({ width: 1536, height: 1024 }, { at }),
      whole.compare({ width: 1536, height: 1024 }, { at }),
    );
    for (const text of ['0x10', 'Infinity', '1_000', 'NaN', '1e5', '']) {
      const say = ({ formatUsd }: Pick<typeof whole, 'formatUsd'>): string => {
        try {
          return formatUsd(text);
        } catch (error) {
          return String((error as { code?: string }).code);
        }
      };
      assert.equal(say(thin), say(whole), text);
    }
  });
});
