import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { root } from '../run/install.mjs';
import { bundledSizes, loadSizes } from '../build/sizes.mjs';

// Thousands of bytes after gzip, everything that loads before the reader touches anything.
const limits = {
  'user-pays-image.js': 46,
  'user-pays-image.iife.js': 46,
  'user-pays-price.js': 27,
};

describe('What a reader downloads before doing anything', () => {
  for (const [file, limit] of Object.entries(limits)) {
    it(`is at most ${limit} kB for ${file}`, () => {
      const { gzip } = loadSizes(`${root}dist/${file}`);
      assert.ok(gzip <= limit * 1000, `${file} is ${gzip} bytes after gzip`);
    });
  }

  it('is at most 30 kB for a page that bundles only the checkout', async () => {
    const { gzip } = await bundledSizes(`${root}dist/modules/checkout/index.js`);
    assert.ok(gzip <= 30_000, `user-pays-image/checkout is ${gzip} bytes after gzip`);
    assert.ok(gzip > 10_000, 'all of it was measured');
  });
});
