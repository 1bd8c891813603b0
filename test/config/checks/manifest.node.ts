import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../run/install.mjs';

interface Declaration {
  name: string;
  tagName?: string;
  attributes?: { name: string; description?: string }[];
  events?: { name: string }[];
  cssStates?: { name: string; description?: string }[];
}
interface Manifest {
  modules: { declarations: Declaration[] }[];
}
type Elements = Record<string, { observedAttributes?: string[] }>;

const { modules } = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8')) as Manifest;
const documented = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

describe('What an editor is told about the elements', () => {
  it('names every element that can be registered', () => {
    const registered = readdirSync(`${root}src/define`)
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((name) => name.startsWith('user-pays-'));
    assert.deepEqual(documented.map(({ tagName }) => tagName).sort(), registered.sort());
  });

  it('names every state that a style sheet can ask for', async () => {
    const { stateNames } = (await import(
      `${root}dist/modules/ui/elements/widget/states.js`
    )) as typeof import('../../../src/ui/elements/widget/states.js');
    const { cssStates = [] } = documented.find(({ name }) => name === 'UserPaysImage') ?? {};
    assert.deepEqual(
      cssStates.map(({ name }) => name),
      [...stateNames],
    );
    for (const { name, description } of cssStates) assert.ok(description, name);
  });

  for (const { tagName, name, attributes = [] } of documented) {
    it(`lists each attribute of <${tagName}> and says what it means`, async () => {
      const elements = (await import(`${root}dist/modules/index.js`)) as Elements;
      // Every element of a page has a language.
      assert.deepEqual(
        attributes.map((attribute) => attribute.name).sort(),
        (elements[name]?.observedAttributes ?? [])
          .filter((attribute) => attribute !== 'lang')
          .sort(),
      );
      for (const attribute of attributes) assert.ok(attribute.description, attribute.name);
    });
  }
});
