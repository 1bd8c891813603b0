// decimal.js hangs every method on one prototype, so no bundler can leave one out: trigonometry and
// logarithms are half of it.
// src/pricing/money.ts is the only file that touches a Decimal (its `Usd` is opaque to all others),
// so what it calls is what is needed.
import { readFileSync } from 'node:fs';
import { root } from '../run/install.mjs';

/** @typedef {any} Node an ESTree node with `start` and `end` */

function walk(
  /** @type {Node} */ node,
  /** @type {(node: Node, parent?: Node) => boolean | void} */ visit,
  /** @type {Node} */ parent,
) {
  if (!node || typeof node.type !== 'string' || visit(node, parent) === false) return;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) walk(child, visit, node);
}

/** The names of `P.a = P.b = function …`, or undefined for any other statement. */
function methodNames(/** @type {Node} */ statement) {
  const names = [];
  let value = statement.expression;
  for (; value?.type === 'AssignmentExpression'; value = value.right) {
    if (value.left.object?.name !== 'P' || value.left.computed) return undefined;
    names.push(value.left.property.name);
  }
  return names.length > 0 && value?.type === 'FunctionExpression' ? names : undefined;
}

/** `Decimal.abs = abs;` inside `clone`: the name, or undefined. */
function staticName(/** @type {Node} */ node) {
  const { type, left, right } = node.type === 'ExpressionStatement' ? node.expression : {};
  return type === 'AssignmentExpression' &&
    left.object?.name === 'Decimal' &&
    right.type === 'Identifier' &&
    right.name === left.property.name
    ? right.name
    : undefined;
}

// Reads hexadecimal, octal, `Infinity`; every text that money.ts passes on has been matched against
// plain decimal digits before.
const refused = 'parseOther';
const refusal = `function ${refused}() { throw Error('not decimal text'); }`;

/**
 * Takes the methods nobody calls out of decimal.js; what is then unreachable the bundler drops.
 * @returns {import('rollup').Plugin}
 */
export function slimDecimal() {
  return {
    name: 'slim-decimal',
    transform(code, id) {
      if (!id.endsWith('/decimal.js/decimal.mjs')) return null;
      /** @type {Node[]} */
      const body = this.parse(code).body;
      const functions = new Map(
        body
          .filter(({ type }) => type === 'FunctionDeclaration')
          .map((node) => [node.id.name, node]),
      );
      const methods = new Map(
        body.flatMap((node) => (methodNames(node) ?? []).map((name) => [name, node])),
      );

      if (methods.size < 80 || !functions.has(refused))
        return this.error('decimal.js is not written as it was: look at slim-decimal.mjs');

      const called = [
        ...readFileSync(`${root}src/pricing/money.ts`, 'utf8').matchAll(/\.([a-zA-Z]+)\b/g),
      ].map(([, name]) => name);
      // The language calls these by itself.
      const names = new Set([...called, 'toString', 'valueOf', 'toJSON']);
      const kept = new Set();
      const statics = [];
      const keep = (/** @type {Node} */ top) => {
        if (!top || kept.has(top)) return;
        kept.add(top);
        walk(top, (node, parent) => {
          if (staticName(node) !== undefined) {
            statics.push(node);
            return names.has(staticName(node)) ? undefined : false;
          }
          if (node.type === 'Identifier') {
            if (node.name === refused) return undefined;
            if (parent?.type !== 'MemberExpression' || parent.property !== node || parent.computed)
              keep(functions.get(node.name));
            else if (parent.object.name !== 'Math') names.add(node.name);
          }
          return undefined;
        });
      };
      for (const node of body)
        if (node.type !== 'FunctionDeclaration' && !methodNames(node)) keep(node);
      // A name met late may ask for a method or a static passed over before.
      for (let size = -1; size !== names.size + kept.size;) {
        size = names.size + kept.size;
        for (const name of [...names]) {
          keep(methods.get(name));
          if (statics.some((node) => staticName(node) === name)) keep(functions.get(name));
        }
      }

      const dropped = [...new Set(methods.values()), ...functions.values()].filter(
        (node) => !kept.has(node),
      );
      const unset = statics.filter((node) => !names.has(staticName(node)));
      let slim = code;
      // Blanks keep every other character where it was, so the source map needs no change.
      for (const { start, end } of [...dropped, ...unset])
        slim =
          slim.slice(0, start) + slim.slice(start, end).replaceAll(/\S/g, ' ') + slim.slice(end);
      return { code: `${slim}\n${refusal}\n`, map: null };
    },
  };
}
