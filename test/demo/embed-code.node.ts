// What the playground hands out is read by the compilers it is meant for.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { compileTemplate, parse } from 'vue/compiler-sfc';
import { embedCode, frameworks, remarks } from '../../demo/embed-code.js';

type Attributes = [string, string | true][];

/** What one of the languages takes for more than a letter. */
const units = [
  'a',
  'é',
  ' ',
  '1',
  '"',
  "'",
  '<',
  '>',
  '\\',
  ';',
  '=',
  '`',
  '/',
  '\n',
  '&',
  '&amp;',
  '&#10;',
  '{',
  '}',
  '{{',
  '${',
  '</',
];
const word = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
const some: fc.Arbitrary<Attributes> = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('provider', 'prompt', 'max-count', 'options', 'compact', 'required'),
    fc.oneof(word, fc.constant(true as const)),
  ),
  { selector: ([name]) => name },
);

/** What React is handed. */
function reactProps(code: string): Record<string, unknown> {
  const script = transformSync(code.replace(/^import.*/, '').replace('export ', ''), {
    loader: 'jsx',
    jsxFactory: 'make',
  }).code;
  const make = (tag: string, props: object): object => ({ tag, ...props });
  return runInNewContext(`${script}; Picture();`, { make }) as Record<string, unknown>;
}

/** What Vue draws. */
function vueProps(code: string): Record<string, unknown> {
  const { descriptor, errors } = parse(code);
  assert.deepEqual(errors, []);
  const { ast } = compileTemplate({
    source: descriptor.template!.content,
    filename: 'x.vue',
    id: 'x',
    compilerOptions: { isCustomElement: (tag) => tag.startsWith('user-pays-') },
  });
  const element = ast!.children.find((node) => 'tag' in node) as unknown as {
    tag: string;
    props: { name: string; value?: { content: string } }[];
  };
  return Object.fromEntries([
    ['tag', element.tag],
    ...element.props.map(({ name, value }): [string, unknown] => [name, value?.content ?? true]),
  ]);
}

describe('the code of the playground', () => {
  it('has a remark for each way', () => {
    assert.deepEqual(Object.keys(remarks), frameworks);
  });

  it('means the same to React and to Vue, whatever stands in it', () => {
    fc.assert(
      fc.property(some, (attributes) => {
        const meant = { tag: 'user-pays-image', ...Object.fromEntries(attributes) };
        for (const [name, read] of [
          ['React', reactProps],
          ['Vue', vueProps],
        ] as const) {
          const code = embedCode(name, 'user-pays-image', attributes);
          assert.deepEqual(read(code), meant, code);
        }
      }),
    );
  });

  it('keeps Markdown one block', () => {
    const code = embedCode('Markdown', 'user-pays-image', [
      ['prompt', 'one\n\ntwo'],
      ['model', 'a-model-with-a-name-so-long-that-the-tag-is-broken-into-lines'],
      ['provider', 'sandbox'],
    ]);
    assert.doesNotMatch(code, /\n\s*\n/);
    assert.equal(code.trim().split('\n').length, 2);
  });
});
