import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import type { Offer, PriceList } from '../../src/pricing/price-list-types.js';
import { quoteFromList as quote } from '../../src/pricing/quote-from-list.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { snapSize } from '../../src/pricing/snap-size.js';
import { root } from '../config/run/install.mjs';

const { resolve } = createRequire(`${root}package.json`);

function shipped(entry: string): unknown {
  return JSON.parse(readFileSync(resolve(`user-pays-image/${entry}`), 'utf8'));
}

const prices = shipped('prices.json') as PriceList;

/** A megapixel, or the nearest size the row has; of a picture where it takes nothing else. */
function usual({ provider, model, route, sizes, needsReference }: Offer): ImageRequest {
  return {
    provider,
    model,
    ...(route !== undefined && { route }),
    ...snapSize(sizes, 1024, 1024),
    ...(needsReference && { references: [{ width: 1024, height: 1024 }] }),
    unitPrice: '0.0123',
  };
}

await describe('dist/prices.json', async () => {
  await it('is a list in the published format', () => {
    const valid = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      formats: { date: true },
    }).compile(shipped('price-list.schema.json') as object);
    assert.ok(valid(prices), JSON.stringify(valid.errors?.[0]));
  });

  await it('has every provider of the bundled list, and nothing but that list', () => {
    assert.deepEqual(prices, JSON.parse(JSON.stringify(catalogue)));
  });

  await it('prices the usual request of each row as the bundled list does', () => {
    let known = 0;
    for (const offer of catalogue.offers)
      for (const options of [{}, { at: Date.parse('2026-11-24') }]) {
        const bundled = quote(usual(offer), options);
        assert.deepEqual(quote(usual(offer), { ...options, prices }), bundled);
        if (bundled.total) known += 1;
      }
    assert.ok(known > 300, `${known} of them had a price`);
  });

  await it('is as small as its format allows', () => {
    const text = readFileSync(resolve('user-pays-image/prices.json'), 'utf8');
    assert.equal(text, JSON.stringify(prices));
  });
});
