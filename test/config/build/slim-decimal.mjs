// decimal.js hangs every method on one prototype, so no bundler can leave one out: trigonometry and
// logarithms are half of it.
// src/pricing/money.ts is the only file that touches a Decimal (its `Usd` is opaque to all others),
// so what it calls is what is needed. `short-decimal.mjs` has the longest of these functions, shorter.
import { readFileSync } from 'node:fs';
import { root } from '../run/install.mjs';

/** @typedef {any} Node an ESTree node with `start` and `end` */

function walk(
  /** @type {Node} */ node,
  /** @type {(node: Node, parent?: Node) => void} */ visit,
  /** @type {Node | undefined} */ parent = undefined,
) {
  if (!node || typeof node.type !== 'string') return;
  visit(node, parent);
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

/** `LN10 = new Decimal(LN10);`: the name of a constant of a thousand digits, or undefined. */
function constantName(/** @type {Node} */ { type, expression }) {
  const { left, right } = type === 'ExpressionStatement' ? expression : {};
  return right?.type === 'NewExpression' &&
    right.callee.name === 'Decimal' &&
    right.arguments[0].name === left.name
    ? left.name
    : undefined;
}

/** True for `P[Symbol.toStringTag] = …`, which only consoles read. */
function isForConsoles(/** @type {Node} */ { type, expression }) {
  return (
    type === 'ExpressionStatement' &&
    expression.left?.object?.name === 'P' &&
    expression.left.computed
  );
}

/** The code with blanks in the place of these nodes, so that all others stay where they are. */
function blank(/** @type {string} */ code, /** @type {Node[]} */ nodes) {
  return nodes.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/\S/g, ' ') + text.slice(end),
    code,
  );
}

/** Reads the functions of `short-decimal.mjs`; helpers are not exported. */
function ours(/** @type {(code: string) => Node} */ parse) {
  const code = readFileSync(new URL('short-decimal.mjs', import.meta.url), 'utf8');
  return parse(code).body.map((/** @type {Node} */ node) => {
    const { id, start, end } = node.declaration ?? node;
    return { name: id.name, text: code.slice(start, end), isExported: node.declaration != null };
  });
}

/** Functions by name, `var divide = (function () { … })();` among them, and methods by name. */
function madeBy(/** @type {Node[]} */ body) {
  /** @type {Map<string, Node>} */
  const functions = new Map();
  /** @type {Map<string, Node>} */
  const methods = new Map();
  for (const node of body) {
    if (node.type === 'FunctionDeclaration') functions.set(node.id.name, node);
    const [variable, another] = node.declarations ?? [];
    if (variable?.init?.type === 'CallExpression' && !another)
      functions.set(variable.id.name, node);
    for (const name of methodNames(node) ?? []) methods.set(name, node);
  }
  return { functions, methods };
}

/**
 * Where decimal.js makes its prototype. Ours inherits nothing: a page may freeze `Object.prototype`,
 * and then `toString` and `constructor` can't be assigned to what inherits them.
 */
const prototype = 'P = { toStringTag: tag }';

/** Puts our functions in the place of decimal.js's own; `undefined` if it lacks one of them. */
function shortened(/** @type {string} */ code, /** @type {(code: string) => Node} */ parse) {
  /** @type {Node[]} */
  const body = parse(code).body;
  const { functions, methods } = madeBy(body);
  const constants = body.filter((node) => constantName(node) !== undefined);
  const short = ours(parse);
  const replaced = short.flatMap(({ name, isExported }) =>
    isExported ? [functions.get(name) ?? methods.get(name)] : [],
  );
  if (methods.size < 80 || constants.length !== 2 || replaced.includes(undefined)) return undefined;
  const texts = short.map(({ name, text }) => (methods.has(name) ? `P.${name} = ${text};` : text));
  const kept = blank(code, [...replaced, ...constants, ...body.filter(isForConsoles)]);
  if (!kept.includes(prototype)) return undefined;
  return [kept.replace(prototype, 'P = { __proto__: null }'), ...texts].join('\n');
}

/** Collects the statements that `called` methods need, directly or through others. */
function reached(/** @type {Node[]} */ body, /** @type {string[]} */ called) {
  const { functions, methods } = madeBy(body);
  const seen = new Set();
  const keep = (/** @type {Node | undefined} */ top) => {
    if (!top || seen.has(top)) return;
    seen.add(top);
    walk(top, (node, parent) => {
      if (node.type !== 'Identifier') return;
      const isProperty = parent?.type === 'MemberExpression' && parent.property === node;
      if (!isProperty || parent.computed) keep(functions.get(node.name));
      else if (!/^(Ctor|Decimal|Math|Number)$/.test(parent.object.name))
        keep(methods.get(node.name));
    });
  };
  const made = new Set([...functions.values(), ...methods.values()]);
  for (const node of body) if (!made.has(node)) keep(node);
  // The language calls these by itself.
  for (const name of [...called, 'toString', 'valueOf']) keep(methods.get(name));
  return seen;
}

/**
 * Takes the methods nobody calls out of decimal.js and puts shorter ones in; what is then
 * unreachable the bundler drops.
 * @returns {import('rollup').Plugin}
 */
export function slimDecimal() {
  return {
    name: 'slim-decimal',
    transform(whole, id) {
      if (!id.endsWith('/decimal.js/decimal.mjs')) return null;
      const money = readFileSync(`${root}src/pricing/money.ts`, 'utf8');
      const named = [...money.matchAll(/(\w+)?\.([a-zA-Z_]+)\b/g)];
      const ofClass = named.flatMap(([, of, name]) => (of === 'Decimal' ? [name] : []));
      const code = shortened(whole, (text) => this.parse(text));
      if (!code || !ofClass.every((name) => new RegExp(`\\b${name}\\b`).test(code)))
        return this.error('decimal.js is not written as it was: look at slim-decimal.mjs');
      /** @type {Node[]} */
      const body = this.parse(code).body;
      const kept = reached(
        body,
        named.map(([, , name]) => name),
      );
      return {
        code: blank(
          code,
          body.filter((node) => !kept.has(node)),
        ),
        map: null,
      };
    },
  };
}
