import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { root } from '../run/install.mjs';

interface Harmless {
  readonly file: string;
  readonly in: string;
  readonly from: string;
}

describe('mutants-without-effect.json', () => {
  it('names code that stands in the sources as it says', async () => {
    const path = `${root}test/config/checks/mutants-without-effect.json`;
    for (const entry of JSON.parse(await readFile(path, 'utf8')) as Harmless[]) {
      const code = await readFile(root + entry.file, 'utf8');
      const lines = code.split('\n').map((line) => line.trim());
      assert.ok(lines.includes(entry.in), `${entry.file} has no line ${entry.in}`);
      assert.ok(
        code.replaceAll(/\s+/g, ' ').includes(entry.from),
        `${entry.file} has nowhere ${entry.from}`,
      );
    }
  });
});
