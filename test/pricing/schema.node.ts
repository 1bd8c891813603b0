import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { ruleFacts } from '../../src/pricing/rule-facts.js';
import { sampleList } from './sample-list.js';

type Loose = Record<string, unknown>;
const schema = JSON.parse(
  readFileSync(new URL('../../src/pricing/price-list.schema.json', import.meta.url), 'utf8'),
) as { $defs: { rule: { oneOf: { properties: Loose & { kind: { const: string } } }[] } } };
const valid = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } }).compile(
  schema,
);
function json(value: unknown): Loose {
  return JSON.parse(JSON.stringify(value)) as Loose;
}

function paths(value: unknown, path: readonly string[] = []): string[][] {
  return [
    ...(path.length ? [[...path]] : []),
    ...(typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))
      : []),
  ];
}

function changed(path: readonly string[], value: unknown): Loose {
  const whole = json(sampleList());
  const place = path.slice(0, -1).reduce<Loose>((at, step) => at[step] as Loose, whole);
  if (value === undefined) Reflect.deleteProperty(place, path.at(-1) ?? '');
  else place[path.at(-1) ?? ''] = value;
  return whole;
}

await describe('the published JSON schema', async () => {
  await it('takes the catalogue, the sample and a merged list', () => {
    for (const list of [catalogue, sampleList(), mergePrices(catalogue, sampleList())])
      assert.equal(valid(json(list)), true, JSON.stringify(valid.errors?.[0]));
  });

  await it('knows every rule by the fields its file names', () => {
    const named = Object.fromEntries(
      schema.$defs.rule.oneOf.map(({ properties: { kind, ...fields } }) => [
        kind.const,
        Object.keys(fields).sort(),
      ]),
    );
    assert.deepEqual(
      named,
      Object.fromEntries(
        Object.entries(ruleFacts).map(([kind, { fields }]) => [kind, Object.keys(fields).sort()]),
      ),
    );
  });

  await it('agrees with the reader about every place of a list, broken in every way', () => {
    let asked = 0;
    for (const path of paths(sampleList())) {
      for (const odd of [
        undefined,
        null,
        5,
        -1,
        0.5,
        '',
        'x y',
        '1',
        '0.01',
        true,
        false,
        [],
        {},
        '2026-11-21',
        'https://a.example/',
        { evil: 1 },
      ]) {
        const list = changed(path, odd);
        const read = parsePriceList(json(list));
        // What only the reader can see: a source that isn't listed, two of one offer, sizes that
        // fall, tokens that fall, nothing declared, a day that isn't.
        const reason = 'refused' in read ? read.refused : '';
        if (/cites no source|twice|sizes\.max|from \d+ to|holds nothing|date|sandbox/.test(reason))
          continue;
        asked += 1;
        assert.equal(
          valid(list),
          reason === '',
          `${path.join('.')} = ${JSON.stringify(odd)}: ${reason || JSON.stringify(valid.errors?.[0])}`,
        );
      }
    }
    assert.ok(asked > 1500, String(asked));
  });
});
