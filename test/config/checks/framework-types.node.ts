import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root } from '../run/install.mjs';

/** What every framework's file says of one widget; the last lines are wrong on purpose. */
const uses: Readonly<Record<string, string>> = {
  'react.tsx': `/** @jsxImportSource react */
import { useRef } from 'react';
import 'user-pays-image/types/react';
import type { Purchase, UserPaysImage } from 'user-pays-image';
export function Page({ bought, from }: { bought(purchase: Purchase): void; from: Blob[] }) {
  const widget = useRef<UserPaysImage>(null);
  return <main onClick={() => widget.current?.cancel()}>
    <user-pays-image ref={widget} provider="bfl" model="flux-2-pro" count={2} max-count="4" confirmOver="0.20"
      confirm-over="0.20" compact references={from} options="quality=high" className="wide" id="one"
      onuser-pays-before-charge={(event) => { if (event.detail.request.width > 512) event.preventDefault(); }}
      onuser-pays-done={({ detail }) => bought(detail.purchase)}><h2 slot="header">Draw</h2></user-pays-image>
    <user-pays-price options="quality=high" for="form" onuser-pays-quote={({ detail }) => detail.quote.total?.high} />
    <user-pays-tally for="one" sync="puter" />
    <user-pays-calculator users={10} budget="5" />
    {/* @ts-expect-error Two is no number. */}
    <user-pays-image count="two" />
    {/* @ts-expect-error Nobody of this name makes pictures. */}
    <user-pays-image provider="fluxx" />
    {/* @ts-expect-error It carries one purchase. */}
    <user-pays-image onuser-pays-done={({ detail }) => bought(detail.purchases)} />
    {/* @ts-expect-error Read, never set. */}
    <user-pays-image quote={undefined} />
    {/* @ts-expect-error No such attribute. */}
    <user-pays-tally since="today" />
  </main>;
}`,
  'preact.tsx': `/** @jsxImportSource preact */
import { createRef } from 'preact';
import 'user-pays-image/types/preact';
import type { Purchase, UserPaysImage } from 'user-pays-image';
export function Page({ bought, from }: { bought(purchase: Purchase): void; from: Blob[] }) {
  const widget = createRef<UserPaysImage>();
  return <main onClick={() => widget.current?.cancel()}>
    <user-pays-image ref={widget} provider="bfl" count={2} max-count="4" compact references={from} class="wide"
      onuser-pays-done={({ detail }) => bought(detail.purchase)}><h2 slot="header">Draw</h2></user-pays-image>
    <user-pays-price for="form" /><user-pays-tally for="one" /><user-pays-calculator users={10} />
    {/* @ts-expect-error Two is no number. */}
    <user-pays-image count="two" />
    {/* @ts-expect-error It carries one purchase. */}
    <user-pays-image onuser-pays-done={({ detail }) => bought(detail.purchases)} />
    {/* @ts-expect-error No such attribute. */}
    <user-pays-tally since="today" />
  </main>;
}`,
  'solid.tsx': `/** @jsxImportSource solid-js */
import 'user-pays-image/types/solid';
import type { Purchase, UserPaysImage } from 'user-pays-image';
export function Page(props: { bought(purchase: Purchase): void; from: Blob[] }) {
  let widget: UserPaysImage | undefined;
  return <main onClick={() => widget?.cancel()}>
    <user-pays-image ref={(element) => { widget = element; }} provider="bfl" count={2} max-count="4" compact references={props.from}
      class="wide" on:user-pays-done={({ detail }) => props.bought(detail.purchase)}><h2 slot="header">Draw</h2></user-pays-image>
    <user-pays-price for="form" /><user-pays-tally for="one" /><user-pays-calculator users={10} />
    {/* @ts-expect-error Two is no number. */}
    <user-pays-image count="two" />
    {/* @ts-expect-error It carries one purchase. */}
    <user-pays-image on:user-pays-done={({ detail }) => props.bought(detail.purchases)} />
    {/* @ts-expect-error No such attribute. */}
    <user-pays-tally since="today" />
  </main>;
}`,
  // What vue-tsc and svelte-check look up for a tag in a template.
  'vue.ts': `import type { GlobalComponents } from 'vue';
import 'user-pays-image/types/vue';
import type { Purchase } from 'user-pays-image';
type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];
declare function bought(purchase: Purchase): void;
export const right: Props<'user-pays-image'> = { provider: 'bfl', count: '2', maxCount: 4, class: 'wide',
  references: [], onUserPaysDone: ({ detail }) => bought(detail.purchase) };
export const others: [Props<'user-pays-price'>, Props<'user-pays-tally'>, Props<'user-pays-calculator'>] =
  [{ for: 'form' }, { for: 'one', sync: 'puter' }, { users: 10 }];
// @ts-expect-error Two is no number.
export const two: Props<'user-pays-image'> = { count: 'two' };
// @ts-expect-error It carries one purchase.
export const many: Props<'user-pays-image'> = { onUserPaysDone: ({ detail }) => bought(detail.purchases) };
// @ts-expect-error Read, never set.
export const read: Props<'user-pays-tally'> = { tally: undefined };
`,
  'svelte.ts': `import type { SvelteHTMLElements } from 'svelte/elements';
import 'user-pays-image/types/svelte';
import type { Purchase } from 'user-pays-image';
type Props<Tag extends keyof SvelteHTMLElements> = SvelteHTMLElements[Tag];
declare function bought(purchase: Purchase): void;
export const right: Props<'user-pays-image'> = { provider: 'bfl', count: '2', 'max-count': 4, class: 'wide',
  references: [], 'onuser-pays-done': ({ detail }) => bought(detail.purchase) };
export const others: [Props<'user-pays-price'>, Props<'user-pays-tally'>, Props<'user-pays-calculator'>] =
  [{ for: 'form' }, { for: 'one', sync: 'puter' }, { users: 10 }];
// @ts-expect-error Two is no number.
export const two: Props<'user-pays-image'> = { count: 'two' };
// @ts-expect-error It carries one purchase.
export const many: Props<'user-pays-image'> = { 'onuser-pays-done': ({ detail }) => bought(detail.purchases) };
// @ts-expect-error No such attribute.
export const read: Props<'user-pays-tally'> = { since: 'today' };
`,
};

/** Every entry of the package. */
const entries = ['', '/pricing', '/checkout', '/testing', '/providers', '/define']
  .concat(['', '.js'].map((ending) => `/define/user-pays-image${ending}`))
  .concat(['price', 'tally', 'calculator'].map((name) => `/define/user-pays-${name}`))
  .concat(['user-pays-image', 'user-pays-price', 'pricing'].map((file) => `/dist/${file}.js`))
  .map((path, index) => `export * as e${index} from 'user-pays-image${path}';\n`)
  .join('');

/** The list as data, wherever a list is taken. */
const prices = `import prices from 'user-pays-image/prices.json' with { type: 'json' };
import { compare, models, parsePriceList, quote, type PriceList } from 'user-pays-image/pricing';
import { renderPrice } from 'user-pays-image/server';
const request = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 };
export const taken = [quote(request, { prices }), compare(request, { prices }), models('bfl', prices),
  parsePriceList(prices), renderPrice(request, { prices })];
export const list: PriceList = prices;
// @ts-expect-error A text as each is written.
export const sizes: number = prices.offers[0]?.prices[0]?.says;
`;

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  resolveJsonModule: true,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/** What a compiler has against these files, and against ours that they lead to. */
function complaints(files: Readonly<Record<string, string>>): string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${root}${name}`, text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  const program = ts.createProgram([...texts.keys()], options, host);
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => texts.has(fileName) || fileName.startsWith(`${root}dist/`));
  assert.ok(ours.length > texts.size + 20);
  return ours
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      const path = file?.fileName.replace(root, '') ?? '';
      return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}

describe('The types of the package', () => {
  it('compile, each entry and each framework’s, and a wrong attribute does not', () => {
    assert.deepEqual(complaints({ ...uses, 'entries.ts': entries }), []);
  });

  it('take prices.json for the price list that it is', () => {
    assert.deepEqual(complaints({ 'prices.ts': prices }), []);
  });

  it('spell bytes as compilers before 5.7 can read them', () => {
    const folder = `${root}dist/modules/`;
    const types = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.d.ts'),
    );
    assert.ok(types.length > 100);
    const generic = types.filter((path) =>
      /\bUint8Array</.test(readFileSync(folder + path, 'utf8')),
    );
    assert.deepEqual(generic, []);
  });
});
