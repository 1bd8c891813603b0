import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const root = new URL('../../src/', import.meta.url);

/** Every file of `src` that a page loads, parsed. */
function sources(): ts.SourceFile[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts') && !/^(cli|server)\b/.test(path))
    .map((path) =>
      ts.createSourceFile(
        path,
        readFileSync(new URL(path, root), 'utf8'),
        ts.ScriptTarget.ES2022,
        true,
      ),
    );
}

function everyNode(file: ts.SourceFile, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    // Types are gone at run time.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return;
    visit(node);
    ts.forEachChild(node, walk);
  };
  walk(file);
}

/** The expression without what only the compiler sees: `(globalThis as unknown as Page)`. */
function bare(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node)
    ? bare(node.expression)
    : node;
}

/** Names read from an object, with a dot, a string in brackets or a pattern. */
function readFrom(file: ts.SourceFile, isObject: (holder: string) => boolean): Set<string> {
  const found = new Set<string>();
  const isIt = (node: ts.Expression | undefined): boolean =>
    node !== undefined && isObject(bare(node).getText(file));
  everyNode(file, (node) => {
    if (ts.isPropertyAccessExpression(node) && isIt(node.expression)) found.add(node.name.text);
    else if (
      ts.isElementAccessExpression(node) &&
      ts.isStringLiteral(node.argumentExpression) &&
      isIt(node.expression)
    )
      found.add(node.argumentExpression.text);
    else if (
      ts.isVariableDeclaration(node) &&
      ts.isObjectBindingPattern(node.name) &&
      isIt(node.initializer)
    )
      for (const { propertyName, name } of node.name.elements)
        found.add((propertyName ?? name).getText(file));
  });
  return found;
}

/** Texts of a file that could be names, for what is read by a name in a variable. */
function textsOf(file: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  everyNode(file, (node) => {
    if (ts.isStringLiteral(node) && /^\w+$/.test(node.text)) found.add(node.text);
  });
  return found;
}

/** Names that a file uses and does not declare. */
function freeNames(file: ts.SourceFile): Set<string> {
  const [used, declared] = [new Set<string>(), new Set<string>()];
  everyNode(file, (node) => {
    if (!ts.isIdentifier(node)) return;
    const { parent } = node;
    const isDeclared =
      (ts.isVariableDeclaration(parent) ||
        ts.isParameter(parent) ||
        ts.isFunctionDeclaration(parent) ||
        ts.isClassDeclaration(parent) ||
        ts.isBindingElement(parent) ||
        ts.isImportSpecifier(parent) ||
        ts.isNamespaceImport(parent) ||
        ts.isImportClause(parent)) &&
      parent.name === node;
    const isMember =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      (ts.isBindingElement(parent) && parent.propertyName === node) ||
      (ts.isImportSpecifier(parent) && parent.propertyName === node) ||
      ts.isExportSpecifier(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isAccessor(parent) ||
      ts.isMetaProperty(parent);
    if (isDeclared) declared.add(node.text);
    else if (!isMember) used.add(node.text);
  });
  return new Set([...used].filter((name) => !declared.has(name)));
}

/** Names of the window that the code reads: markup could put an element in the place of each. */
export function windowNames(): string[] {
  const found = sources().flatMap((file) => {
    const aliases = new Set(['globalThis', 'window', 'self']);
    everyNode(file, (node) => {
      if (
        ts.isVariableDeclaration(node) &&
        node.initializer &&
        ts.isIdentifier(node.name) &&
        bare(node.initializer).getText(file) === 'globalThis'
      )
        aliases.add(node.name.text);
    });
    const isLooseReader = /\bpageValue\b|\bpageText\b|in globalThis/.test(file.text);
    return [
      ...freeNames(file),
      ...readFrom(file, (holder) => aliases.has(holder)),
      ...(isLooseReader ? textsOf(file) : []),
    ];
  });
  return [...new Set(found)].sort();
}

/** The same of the document. */
export function documentNames(): string[] {
  const found = sources().flatMap((file) => [
    ...readFrom(file, (holder) => /(^|\.)document$/.test(holder)),
    ...(file.text.includes('documentValue') ? textsOf(file) : []),
  ]);
  return [...new Set(found)].sort();
}

/** Every property that the code reads from any object. */
export function propertyNames(): string[] {
  const found = sources().flatMap((file) => {
    const names = readFrom(file, () => true);
    everyNode(file, (node) => {
      // Also patterns of parameters and of what is in another pattern.
      if (!ts.isObjectBindingPattern(node)) return;
      for (const { propertyName, name, dotDotDotToken } of node.elements)
        if (!dotDotDotToken) names.add((propertyName ?? name).getText(file));
    });
    return [...names];
  });
  return [...new Set(found)].sort();
}
