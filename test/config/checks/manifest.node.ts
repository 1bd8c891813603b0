import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../run/install.mjs';

interface Told {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}
interface Declaration extends Told {
  readonly tagName?: string;
  readonly attributes?: readonly (Told & { readonly fieldName?: string })[];
  readonly members?: readonly (Told & { readonly kind: string; readonly reflects?: boolean })[];
  readonly events?: readonly Told[];
  readonly slots?: readonly Told[];
  readonly cssParts?: readonly Told[];
  readonly cssProperties?: readonly Told[];
  readonly cssStates?: readonly Told[];
}
interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly Declaration[];
  }[];
}
type Element = Readonly<Record<string, string | number | boolean | object | undefined>>;
interface ElementClass {
  new (): Element;
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<
    string,
    {
      readonly attribute?: string | false;
      readonly type?: unknown;
      readonly state?: boolean;
      readonly reflect?: boolean;
    }
  >;
}

const { modules } = JSON.parse(readFileSync(`${root}custom-elements.json`, 'utf8')) as Manifest;
const documented = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);
const elements = (await import(`${root}dist/modules/index.js`)) as Record<string, ElementClass>;
const { providerIds } = (await import(`${root}dist/modules/base/provider-id.js`)) as {
  providerIds: readonly string[];
};

/** How the paths of an element's templates begin, and where its styles stand. */
const sources: Readonly<Record<string, readonly [views: string, ...styles: string[]]>> = {
  'user-pays-image': ['widget/', 'tokens', 'widget/base', 'widget/media'],
  'user-pays-price': ['user-pays-price', 'tokens', 'price', 'receipt-popover'],
  'user-pays-tally': ['user-pays-tally', 'tokens', 'panel-base', 'tally'],
  'user-pays-calculator': ['user-pays-calculator', 'tokens', 'panel-base', 'calculator'],
};

function names(list: readonly Told[] = []): string[] {
  return list.map(({ name }) => name).sort();
}

function viewsOf(tagName = ''): string {
  const [views = ''] = sources[tagName] ?? [];
  const folder = `${root}src/ui/elements/`;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.startsWith(views) && path.endsWith('.ts'))
    .map((path) => read(folder + path))
    .join('\n');
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

describe('What an editor is told about the elements', () => {
  it('names every element that can be registered', () => {
    const registered = readdirSync(`${root}src/define`)
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((name) => name.startsWith('user-pays-'));
    assert.deepEqual(documented.map(({ tagName }) => tagName).sort(), registered.sort());
  });

  it('names files that are shipped', () => {
    assert.equal(modules.length, 2 * documented.length);
    for (const { path } of modules) assert.match(read(root + path), /export|define\(/, path);
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
  });

  it('has a word about each thing it names', () => {
    for (const { tagName, attributes, members, events, slots, ...look } of documented) {
      const { cssParts, cssProperties, cssStates } = look;
      const all = [attributes, members, events, slots, cssParts, cssProperties, cssStates];
      for (const list of all) {
        for (const { name, description } of list ?? [])
          assert.ok(description, `${tagName}: ${name}`);
        assert.equal(new Set(names(list)).size, list?.length ?? 0, `${tagName}: named twice`);
      }
    }
  });

  for (const { tagName, name, ...told } of documented) {
    const Class = elements[name] as ElementClass;

    it(`lists each attribute of <${tagName}> with its type, property and default`, () => {
      // Every element of a page has a language.
      const observed = Class.observedAttributes.filter((attribute) => attribute !== 'lang');
      assert.deepEqual(names(told.attributes), observed.sort());
      const element = new Class();
      for (const attribute of told.attributes ?? []) {
        const [field, { type }] =
          [...Class.elementProperties].find(
            ([property, { attribute: spelling = property }]) => spelling === attribute.name,
          ) ?? assert.fail(attribute.name);
        assert.equal(attribute.fieldName, field);
        const text = attribute.type?.text ?? '';
        const kind = text.startsWith("'") ? 'string' : text;
        assert.equal(kind, (type as { name: string }).name.toLowerCase(), attribute.name);
        const usual = element[field];
        const isNone = typeof usual === 'object' || usual === '' || usual === undefined;
        assert.equal(attribute.default, isNone ? undefined : String(usual), field);
      }
    });

    it(`lists the properties and methods of <${tagName}> that a page may use, and no others`, () => {
      const element = new Class();
      for (const { name, kind } of told.members ?? []) {
        assert.ok(name in element, name);
        if (kind === 'method') assert.equal(typeof element[name], 'function', name);
      }
      const settable = [...Class.elementProperties].flatMap(([property, { state }]) =>
        state || property === 'lang' ? [] : [property],
      );
      const own = Object.getOwnPropertyNames(Class.prototype).filter(
        (member) => !(member in Object.getPrototypeOf(Class.prototype)),
      );
      // What the browser calls of a field in a form.
      const callbacks = /^(constructor|lang)$|Callback$/;
      const usable = [...new Set([...settable, ...own])].filter((key) => !callbacks.test(key));
      const states = [...Class.elementProperties].flatMap(([key, { state }]) =>
        state ? [key] : [],
      );
      assert.deepEqual(names(told.members), usable.filter((key) => !states.includes(key)).sort());
    });

    it(`lists each part that <${tagName}> draws, and none that it does not`, () => {
      const text = viewsOf(tagName);
      const listed = names(told.cssParts);
      assert.deepEqual(
        found(text, /part="([\w-]+)"/g).filter((part) => !listed.includes(part)),
        [],
      );
      for (const part of listed)
        assert.ok(text.includes(`part="${part}"`) || text.includes(`'${part}'`), part);
    });

    it(`says which properties <${tagName}> writes back to their attribute`, () => {
      const reflected = [...Class.elementProperties].filter(
        ([name, { reflect }]) => reflect && name !== 'lang',
      );
      assert.deepEqual(
        names(told.members?.filter(({ reflects }) => reflects)),
        reflected.map(([name]) => name).sort(),
      );
    });

    it(`lists each slot of <${tagName}>`, () => {
      const slots = found(viewsOf(tagName), /<slot name="([\w-]+)"/g);
      assert.deepEqual(
        names(told.slots).filter((slot) => slot !== 'tools-1'),
        slots,
      );
    });

    it(`lists each custom property of <${tagName}> with its default`, () => {
      const [, ...styles] = sources[tagName ?? ''] ?? [];
      const css = styles.map((file) => read(`${root}src/ui/styles/${file}.ts`)).join('\n');
      assert.deepEqual(names(told.cssProperties), found(css, /var\((--user-pays-[\w-]+)/g));
      for (const { name, default: usual } of told.cssProperties ?? [])
        assert.ok(css.includes(`var(${name}, ${usual})`), `${name}: ${usual}`);
    });

    it(`lists each event that <${tagName}> fires`, () => {
      const text = viewsOf(tagName);
      // Listened to, but not fired.
      const fired = found(
        text,
        /(?:emit\([^;]*?|new (?:Custom)?Event\(|fire\w*\([^;]*?)'(user-pays-[\w-]+|change)'/g,
      );
      assert.deepEqual(names(told.events), fired);
      for (const { name, type } of told.events ?? [])
        assert.match(type?.text ?? '', name === 'change' ? /^Event$/ : /^CustomEvent<\{/);
    });
  }

  it('knows the providers by name', () => {
    const union = providerIds.map((id) => `'${id}'`).join(' | ');
    const typed = documented.flatMap(({ attributes = [] }) =>
      attributes.filter(({ name }) => name === 'provider'),
    );
    assert.deepEqual(
      typed.map(({ type }) => type?.text),
      [union, union],
    );
  });
});

interface HtmlData {
  readonly tags: readonly {
    readonly name: string;
    readonly attributes: readonly (Told & { readonly values: readonly Told[] })[];
  }[];
}
interface CssData {
  readonly properties: readonly Told[];
  readonly pseudoElements: readonly Told[];
}
interface WebTypes {
  readonly name: string;
  readonly version: string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Declaration & { readonly js: { events: readonly Told[] } })[];
    };
    readonly css: Readonly<Record<'properties' | 'pseudo-elements', readonly Told[]>>;
  };
}

function made<T>(file: string): T {
  return JSON.parse(read(`${root}dist/${file}`)) as T;
}

/** Names of all elements, each once. */
function allNames(list: 'cssParts' | 'cssProperties'): string[] {
  return [...new Set(documented.flatMap((element) => names(element[list])))].sort();
}

describe('What is made of it for editors', () => {
  const parts = allNames('cssParts').map((part) => `::part(${part})`);

  it('has every tag and attribute for VS Code, and the providers to choose from', () => {
    const { tags } = made<HtmlData>('vscode.html-custom-data.json');
    assert.deepEqual(
      tags.map(({ name, attributes }) => [name, names(attributes)]),
      documented.map(({ tagName, attributes }) => [tagName, names(attributes)]),
    );
    const provider = tags
      .find(({ name }) => name === 'user-pays-image')
      ?.attributes.find(({ name }) => name === 'provider');
    assert.deepEqual(names(provider?.values), [...providerIds].sort());
  });

  it('has each custom property and part once, for style sheets in VS Code', () => {
    const { properties, pseudoElements } = made<CssData>('vscode.css-custom-data.json');
    assert.deepEqual(names(properties), allNames('cssProperties'));
    assert.deepEqual(names(pseudoElements), parts.sort());
  });

  it('has tags, attributes, events, parts and this release for JetBrains', () => {
    const { name, version } = JSON.parse(read(`${root}package.json`)) as WebTypes;
    const types = made<WebTypes>('web-types.json');
    assert.deepEqual([types.name, types.version], [name, version]);
    const { html, css } = types.contributions;
    assert.deepEqual(
      html.elements.map(({ name, attributes, js }) => [name, names(attributes), names(js.events)]),
      documented.map(({ tagName, attributes, events }) => [
        tagName,
        names(attributes),
        names(events),
      ]),
    );
    assert.deepEqual(
      names(css['pseudo-elements']).map((name) => `::${name}`),
      parts.sort(),
    );
    assert.deepEqual(names(css.properties), allNames('cssProperties'));
  });
});
