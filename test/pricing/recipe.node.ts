import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { providerIds } from '../../src/base/provider-id.js';
import { root } from '../config/run/install.mjs';

const rooms = ['src/pricing', 'src/providers'];

describe('The recipes for a price and for a provider', () => {
  it('name only files that are there', () => {
    for (const room of rooms) {
      const recipe = readFileSync(`${root}${room}/README.md`, 'utf8');
      const named = [...recipe.matchAll(/`([\w./-]+\.(?:ts|mjs|json|md))`/g)].map(
        ([, path = '']) => path,
      );
      assert.ok(named.length > 10, room);
      for (const path of named)
        assert.ok(
          [room, 'src/pricing', 'src/providers', '.'].some((from) =>
            existsSync(`${root}${from}/${path}`),
          ),
          `${room}: ${path}`,
        );
    }
  });

  it('find the prices of each provider in a file of its name', () => {
    for (const id of providerIds)
      assert.ok(existsSync(`${root}src/pricing/catalogue/${id}.ts`), id);
  });
});
