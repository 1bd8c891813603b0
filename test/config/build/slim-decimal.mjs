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

/** `Decimal.abs = abs;` or `Decimal.ROUND_UP = 0;` inside `clone`: the name, or undefined. */
function staticName(/** @type {Node} */ node) {
  const { type, left, right } = node.type === 'ExpressionStatement' ? node.expression : {};
  if (type !== 'AssignmentExpression' || left.object?.name !== 'Decimal') return undefined;
  const { name } = left.property;
  return right.type === 'Literal' || right.name === name ? name : undefined;
}

/** `LN10 = new Decimal(LN10);`: the name of a constant of a thousand digits, or undefined. */
function constantName(/** @type {Node} */ { type, expression }) {
  const { left, right } = type === 'ExpressionStatement' ? expression : {};
  return right?.type === 'NewExpression' &&
    right.callee.name === 'Decimal' &&
    right.arguments[0].name === left.name
    ? left.name
    : undefined;
}

/** What is shorter for our one caller. @type {Record<string, string>} */
const replaced = {
  // Reads hexadecimal, octal, `Infinity`; every text that money.ts passes on has been matched
  // against plain decimal digits before.
  parseOther: `function parseOther() { throw Error('not decimal text'); }`,
  // Checks settings; those of money.ts are constants, and complete with the defaults.
  config: 'function config(obj) { return Object.assign(this, DEFAULTS, obj); }',
};

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

      const constants = body.filter((node) => constantName(node) !== undefined);
      const isKnown =
        constants.length === 2 && Object.keys(replaced).every((f) => functions.has(f));
      if (methods.size < 80 || !isKnown)
        return this.error('decimal.js is not written as it was: look at slim-decimal.mjs');

      const called = [
        ...readFileSync(`${root}src/pricing/money.ts`, 'utf8').matchAll(/(\w+)?\.([a-zA-Z_]+)\b/g),
      ];
      // The language calls these by itself.
      const names = new Set([...called.map(([, , name]) => name), 'toString', 'valueOf', 'toJSON']);
      const ofClass = new Set(
        called.flatMap(([, of, name]) => (of === 'Decimal' || of === 'Exact' ? name : [])),
      );
      const kept = new Set();
      const mentioned = new Set();
      const statics = [];
      const keep = (/** @type {Node} */ top) => {
        if (!top || kept.has(top)) return;
        kept.add(top);
        walk(top, (node, parent) => {
          if (staticName(node) !== undefined) {
            statics.push(node);
            return ofClass.has(staticName(node)) ? undefined : false;
          }
          if (node.type === 'Identifier') {
            if (Object.hasOwn(replaced, node.name)) return undefined;
            if (top.type !== 'VariableDeclaration') mentioned.add(node.name);
            if (parent?.type !== 'MemberExpression' || parent.property !== node || parent.computed)
              keep(functions.get(node.name));
            else if (/^(Ctor|Decimal)$/.test(parent.object.name)) ofClass.add(node.name);
            else if (parent.object.name !== 'Math') names.add(node.name);
          }
          return undefined;
        });
      };
      for (const node of body)
        if (node.type !== 'FunctionDeclaration' && !methodNames(node) && !constants.includes(node))
          keep(node);
      // A name met late may ask for a method or a static passed over before.
      const reached = () => names.size + ofClass.size + kept.size;
      for (let size = -1; size !== reached();) {
        size = reached();
        for (const name of [...names]) keep(methods.get(name));
        for (const name of [...ofClass])
          if (statics.some((node) => staticName(node) === name)) keep(functions.get(name));
        for (const node of constants) if (mentioned.has(constantName(node))) keep(node);
      }

      const dropped = [...new Set(methods.values()), ...functions.values(), ...constants].filter(
        (node) => !kept.has(node),
      );
      const unset = statics.filter((node) => !ofClass.has(staticName(node)));
      let slim = code;
      // Blanks keep every other character where it was, so the source map needs no change.
      for (const { start, end } of [...dropped, ...unset])
        slim =
          slim.slice(0, start) + slim.slice(start, end).replaceAll(/\S/g, ' ') + slim.slice(end);
      return { code: [slim, ...Object.values(replaced)].join('\n'), map: null };
    },
  };
}
