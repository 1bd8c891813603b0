// Editors and documentation read custom-elements.json; it is made from the elements' own comments.

/** @type {Map<string, { tag: string, path: string }>} Where each class gets its tag. */
const definitions = new Map();
/** @type {Map<string, string>} Lists of names, as types. */
const unions = new Map();
/** @type {Set<string>} Properties that an element writes back to their attribute. */
const reflecting = new Set();

/**
 * Learns each element's tag from `define('user-pays-…', Class)`, and says of it what a page can use:
 * no statics, nothing private, nothing that browser or Lit call.
 */
function elements() {
  return {
    name: 'elements',
    analyzePhase({ ts, node, moduleDoc }) {
      if (ts.isVariableDeclaration(node) && node.name.getText() === 'providerIds')
        unions.set('ProviderId', namesIn(ts, node.initializer).join(' | '));
      if (ts.isPropertyAssignment(node) && reflects(node.initializer.getText()))
        reflecting.add(node.name.getText());
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, element] = node.arguments;
      if (element && ts.isStringLiteral(tag))
        definitions.set(element.getText(), { tag: tag.text, path: moduleDoc.path });
    },
    packageLinkPhase({ customElementsManifest }) {
      const found = customElementsManifest.modules.flatMap(({ path, declarations }) =>
        declarations
          .filter(({ name }) => definitions.has(name))
          .map((declaration) => ({ path: shipped(path), declaration })),
      );
      customElementsManifest.modules = found.flatMap(({ path, declaration }) =>
        modulesOf(path, declaration),
      );
    },
  };
}

/** As a Lit property is declared: `{ type: Boolean, reflect: true }`, or by our name for that. */
function reflects(declared) {
  return ['shownFlag', 'nativeText'].includes(declared) || /^\{.*\breflect: true\b/s.test(declared);
}

/** The names of `['one', 'two'] as const`, with their quotes. */
function namesIn(ts, list) {
  const array = ts.isAsExpression(list) ? list.expression : list;
  return array.elements.map((name) => name.getText());
}

/** A source file's place in the package. */
function shipped(path) {
  return path.replace(/^src\/(.*)\.ts$/, 'dist/modules/$1.js');
}

/** The class stands in one module, and another one registers it. */
function modulesOf(path, declaration) {
  const { name } = declaration;
  const { tag, path: definedIn } = definitions.get(name);
  const reference = { name, module: path };
  const module = { kind: 'javascript-module', declarations: [], exports: [] };
  return [
    {
      ...module,
      path,
      declarations: [described(declaration, tag)],
      exports: [{ kind: 'js', name, declaration: reference }],
    },
    {
      ...module,
      path: shipped(definedIn),
      exports: [{ kind: 'custom-element-definition', name: tag, declaration: reference }],
    },
  ];
}

function described(declaration, tagName) {
  const fields = (declaration.members ?? []).filter(isPublic);
  const attributes = declaration.attributes.map((attribute) => ({
    ...attribute,
    type: { text: unions.get(attribute.type.text) ?? attribute.type.text },
    fieldName: fieldOf(attribute.name, fields),
  }));
  const members = fields.map((member) => {
    const {
      name,
      default: usual,
      description,
    } = attributes.find(({ fieldName }) => fieldName === member.name) ?? {};
    const { default: _, ...rest } = member;
    return name
      ? {
          description,
          ...rest,
          attribute: name,
          ...(usual && { default: usual }),
          ...(reflecting.has(member.name) && { reflects: true }),
        }
      : rest;
  });
  // How a custom property is typed is called its syntax.
  const cssProperties = declaration.cssProperties?.map(({ type, ...property }) => ({
    ...property,
    ...(type && { syntax: type.text }),
  }));
  return { ...declaration, attributes, members, cssProperties, tagName, customElement: true };
}

function isPublic({ name, privacy, static: isStatic }) {
  return !isStatic && (privacy ?? 'public') === 'public' && !/^#|Callback$/.test(name);
}

/** `max-count` is `maxCount`, and `for`, a word of the language, `htmlFor`. */
function fieldOf(attribute, fields) {
  const name = attribute.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return [name, `html${name[0].toUpperCase()}${name.slice(1)}`].find((each) =>
    fields.some((field) => field.name === each),
  );
}

export default {
  globs: ['src/ui/elements/user-pays-*.ts', 'src/define/*.ts', 'src/base/provider-id.ts'],
  outdir: '.',
  packagejson: false,
  plugins: [elements()],
};
