// The elements as React, Preact, Solid, Vue and Svelte type-check them, from custom-elements.json.
// A file for each framework: one that names a framework a project does not have would not compile.
import { mkdirSync, writeFileSync } from 'node:fs';

/** How a framework spells what listens to an event, which names of its types are used, and where. */
const frameworks = {
  react: {
    listener: (event) => `on${event}`,
    imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    tag: (element, own) => `DetailedHTMLProps<HTMLAttributes<${element}>, ${element}> & ${own}`,
    declare: (tags) => inJsx('react', tags),
  },
  preact: {
    listener: (event) => `on${event}`,
    imports: "import type { HTMLAttributes } from 'preact';",
    tag: (element, own) => `HTMLAttributes<${element}> & ${own}`,
    declare: (tags) => inJsx('preact', tags),
  },
  solid: {
    listener: (event) => `on:${event}`,
    imports: "import type { JSX } from 'solid-js';",
    tag: (element, own) => `JSX.HTMLAttributes<${element}> & ${own}`,
    declare: (tags) => inJsx('solid-js', tags),
  },
  vue: {
    listener: (event) => camel(`on-${event}`),
    imports: "import type { HTMLAttributes, PublicProps } from 'vue';",
    tag: (element, own) =>
      `new () => ${element} & { $props: HTMLAttributes & PublicProps & ${own} }`,
    declare: (tags) => inModule('vue', `interface GlobalComponents {\n${tags}\n}`),
  },
  svelte: {
    listener: (event) => `on${event}`,
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    tag: (element, own) => `HTMLAttributes<${element}> & ${own}`,
    declare: (tags) => inModule('svelte/elements', `interface SvelteHTMLElements {\n${tags}\n}`),
  },
};

/** Writes `elements.d.ts`, and beside it a file for each framework, into a folder. */
export function writeFrameworkTypes(manifest, folder) {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  mkdirSync(folder, { recursive: true });
  const write = (name, text) => writeFileSync(`${folder}/${name}`, text);
  const files = { elements: settingsOf(elements) };
  for (const [name, framework] of Object.entries(frameworks))
    files[name] = typesFor(elements, framework);
  for (const [name, text] of Object.entries(files)) {
    write(`${name}.d.ts`, text);
    // So that it may be imported as it stands, and not as a type only.
    write(`${name}.js`, 'export {};\n');
  }
}

function settingsOf(elements) {
  const names = elements.map(({ name }) => name).join(', ');
  return `import type { ${names} } from '../modules/index.js';\n\n${elements.map(interfaceOf).join('\n')}`;
}

/** What can be set of an element: attributes as they are spelled in HTML, and properties. */
function interfaceOf({ name, tagName, attributes, members }) {
  const spelled = attributes.map(({ name: attribute, type, fieldName, description }) => ({
    description,
    key: attribute,
    type: union(
      written(type.text),
      attribute === fieldName && differs(type, fieldName, members, name),
    ),
  }));
  const known = new Set(spelled.map(({ key }) => key));
  const fields = members
    .filter((member) => member.kind === 'field' && !member.readonly && !known.has(member.name))
    .map((member) => ({
      description: member.description,
      key: member.name,
      type: `${name}['${member.name}'] | undefined`,
    }));
  return `/** What can be set on \`<${tagName}>\`. */
export interface ${name}Settings {
${[...spelled, ...fields].map(lineOf).join('\n')}
}
`;
}

function lineOf({ description, key, type }) {
  const name = /^\w+$/.test(key) ? key : `'${key}'`;
  return `  /** ${description.replaceAll(/\s+/g, ' ')} */\n  ${name}?: ${type};`;
}

/** An attribute is text: \`count="2"\` is as right as \`count={2}\`, and \`count="two"\` is not. */
function written(type) {
  if (type === 'number') return 'number | `${number}`';
  return type;
}

/** A property of the same name may take more than the attribute, such as an object. */
function differs({ text }, fieldName, members, name) {
  const { type } = members.find((member) => member.name === fieldName);
  const isSame = text.startsWith("'") || type.text.startsWith(text);
  return isSame ? undefined : `${name}['${fieldName}']`;
}

function union(...types) {
  return [...types.filter(Boolean), 'undefined'].join(' | ');
}

function typesFor(elements, { listener, imports, tag, declare }) {
  const classes = elements.map(({ name }) => name).join(', ');
  const settings = elements.map(({ name }) => `${name}Settings`).join(', ');
  const listeners = elements.map(({ name, events = [] }) => {
    // Native ones, such as `change`, are in each framework's own types.
    const own = events.filter((event) => event.name.startsWith('user-pays-'));
    const lines = own.map(
      (event) =>
        `  /** ${event.description} */\n  '${listener(event.name)}'?: ((event: UserPaysEventMap['${event.name}']) => void) | undefined;`,
    );
    return `export interface ${name}Props extends ${name}Settings {\n${lines.join('\n')}\n}`;
  });
  const tags = elements.map(
    ({ name, tagName, description }) =>
      `/** ${description.replaceAll(/\s+/g, ' ')} */\n'${tagName}': ${tag(name, `${name}Props`)};`,
  );
  return `${imports}
import type { ${classes}, UserPaysEventMap } from '../modules/index.js';
import type { ${settings} } from './elements.js';

${listeners.join('\n\n')}

${declare(tags.join('\n'))}`;
}

function inJsx(module, tags) {
  return inModule(module, `namespace JSX {\ninterface IntrinsicElements {\n${tags}\n}\n}`);
}

function inModule(module, text) {
  return `declare module '${module}' {\n${text}\n}\n`;
}

function camel(name) {
  return name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
