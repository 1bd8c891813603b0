import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sourceAges } from './old-prices.js';

function check(...day: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('prices-check.mjs', import.meta.url)), ...day],
    { encoding: 'utf8' },
  );
  return { status, out: stdout + stderr };
}

await describe('npm run prices:check', async () => {
  const last =
    sourceAges(0)
      .map(({ readOn }) => readOn)
      .sort()
      .at(-1) ?? '';

  await it('lists every source that decides a price, with its days and its limit, the longest overdue first', () => {
    const ages = sourceAges(Date.parse(last));
    assert.ok(ages.length > 15);
    assert.deepEqual(
      [...new Set(ages.map(({ provider }) => provider))].filter((one) =>
        ['sandbox', 'openai-compatible'].includes(one),
      ),
      [],
    );
    const over = ages.map(({ days, limit }) => days - limit);
    assert.deepEqual(
      over,
      [...over].sort((a, b) => b - a),
    );
    const puter = ages.filter(({ provider }) => provider === 'puter');
    assert.deepEqual(puter.map(({ readOn, limit }) => [readOn, limit]).sort(), [
      ['2026-09-16', 14],
    ]);
  });

  await it('ends with 1 when a source is past its limit, 0 when none is, 2 when the day is none', () => {
    const late = check('2027-06-01');
    assert.equal(late.status, 1);
    assert.match(
      late.out,
      /PAST {2}puter: Puter’s price list, 10 prices, read on 2026-09-16: 258 days of 14, 244 days past its limit\n {6}https:\/\/github\.com\/HeyPuter/,
    );
    assert.match(late.out, /undated, from 2025-11-25 at the earliest/);
    assert.equal(check('2024-01-01').status, 0);
    assert.equal(check('tomorrow').status, 2);
  });
});
