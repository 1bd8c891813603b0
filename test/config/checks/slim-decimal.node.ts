import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as whole from '../../../src/pricing/index.js';
import { root } from '../run/install.mjs';

// Built before any test runs. Both files of it are thinned, the source is not.
async function load(file: string): Promise<typeof whole> {
  return import(`${root}dist/${file}`) as Promise<typeof whole>;
}

describe('The decimal arithmetic in dist, thinned out', () => {
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
