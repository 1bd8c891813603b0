import { ESLint } from 'eslint';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { root } from '../run/install.mjs';
import { globals, mayImport } from './rooms.mjs';

let eslint: ESLint;

/** The rules that a text would break if it stood in place of a file of ours. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: root + file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

function someFile(room: string): string {
  const [file] = readdirSync(`${root}src/${room}`, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'))
    .sort();
  return file ?? '';
}

function pathTo(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length)}${to.replace(/\.ts$/, '.js')}`;
}

describe('The walls between the rooms', () => {
  before(() => {
    eslint = new ESLint({
      cwd: root,
      overrideConfigFile: `${root}test/config/checks/eslint.config.mjs`,
      ruleFilter: ({ ruleId }) => /^(import-x\/)?no-restricted-/.test(ruleId),
    });
  });

  for (const [room, allowed] of Object.entries(mayImport)) {
    it(`${room} imports ${allowed.join(', ') || 'nothing of ours'} and no other room`, async () => {
      const here = someFile(room);
      for (const other of Object.keys(mayImport)) {
        if (other === room) continue;
        const target = `${other}/${someFile(other)}`;
        const rules = await broken(
          `src/${room}/${here}`,
          `import * as other from '${pathTo(here, target)}';\nexport const it = other;\n`,
        );
        assert.equal(
          rules.includes('import-x/no-restricted-paths'),
          !allowed.includes(other),
          `${room} → ${other}`,
        );
      }
    });
  }

  it('each room goes without the globals that are not its business', async () => {
    for (const [room, { never }] of Object.entries(globals)) {
      const file = `src/${room}/${someFile(room)}`;
      const text = never
        .map(
          (name, index) =>
            `export const a${index}: unknown = ${name};\nexport const b${index}: unknown = globalThis.${name};\n`,
        )
        .join('');
      const rules = await broken(file, text);
      assert.equal(
        rules.filter((rule) => rule === 'no-restricted-globals').length,
        never.length,
        room,
      );
      assert.equal(
        rules.filter((rule) => rule === 'no-restricted-properties').length,
        never.length,
        room,
      );
    }
  });

  it('no text from elsewhere becomes markup, and no page needs a lax policy', async () => {
    const file = `src/ui/${someFile('ui')}`;
    const bad = [
      `export const f = (e: Element): void => { e.innerHTML = 'x'; };`,
      `export const f = (e: Element): void => { e.setAttribute('style', 'x'); };`,
      `import { html, type TemplateResult } from 'lit';\nexport const f = (): TemplateResult => html\`<p style="color:red"></p>\`;`,
      `import { html, type TemplateResult } from 'lit';\nexport const f = (): TemplateResult => html\`<p onclick="x"></p>\`;`,
      `export enum Kind { A }`,
    ];
    for (const text of bad)
      assert.ok((await broken(file, text)).includes('no-restricted-syntax'), text);
    for (const name of ['unsafe-html', 'style-map']) {
      assert.ok(
        (
          await broken(
            file,
            `import * as x from 'lit/directives/${name}.js';\nexport const it = x;\n`,
          )
        ).includes('no-restricted-imports'),
        name,
      );
    }
    assert.ok(
      (
        await broken(
          `src/pricing/${someFile('pricing')}`,
          'export const now = (): number => Date.now();\n',
        )
      ).includes('no-restricted-syntax'),
    );
    assert.ok(
      (
        await broken(file, `import { Decimal } from 'decimal.js';\nexport const it = Decimal;\n`)
      ).includes('no-restricted-imports'),
    );
  });
});
