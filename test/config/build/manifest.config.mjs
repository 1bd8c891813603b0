// Editors and documentation read custom-elements.json; it is made from the elements' own comments.
const tags = new Map();

/**
 * Learns each element's tag from `define('user-pays-…', Class)`, and leaves out what is private.
 */
function registered() {
  return {
    name: 'registered',
    analyzePhase({ ts, node }) {
      if (
        !ts.isCallExpression(node) ||
        node.expression.getText() !== 'define' ||
        node.arguments.length !== 2
      )
        return;
      const [tag, element] = node.arguments;
      if (ts.isStringLiteral(tag)) tags.set(element.getText(), tag.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations) {
          declaration.members = declaration.members?.filter(
            ({ name, privacy }) =>
              !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
          );
          if (!tags.has(declaration.name)) continue;
          const name = tags.get(declaration.name);
          Object.assign(declaration, { tagName: name, customElement: true });
          module.exports.push({
            kind: 'custom-element-definition',
            name,
            declaration: { name: declaration.name, module: module.path },
          });
        }
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
        declarations.some(({ customElement }) => customElement),
      );
    },
  };
}

export default {
  globs: ['src/ui/elements/user-pays-*.ts', 'src/define/*.ts'],
  outdir: '.',
  packagejson: false,
  plugins: [registered()],
};
