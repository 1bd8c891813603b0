// decimal.js hangs all its methods on one prototype, which no tree-shaker can thin out. This leaves out of our bundles what
// src/pricing/money.ts, the only file that uses it, cannot reach: logarithms, trigonometry, random numbers, other bases.
import { readFileSync } from 'node:fs';
import { root } from './install.mjs';

/** @param {any} node @param {(node: any) => void} visit */
const walk = (node, visit) => {
  if (Array.isArray(node)) node.forEach((one) => walk(one, visit));
  else if (node && typeof node.type === 'string') {
    visit(node);
    for (const [name, child] of Object.entries(node)) {
      // The `b` of `a.b` is no variable.
      if (child && typeof child === 'object' && !(name === 'property' && !node.computed)) walk(child, visit);
    }
  }
};

/** @param {any} statement @param {string} object @returns {string[]} `a`, `b` of `object.a = object.b = …` */
const assigned = ({ type, expression }, object) => {
  const names = [];
  for (let next = expression; type === 'ExpressionStatement' && next?.type === 'AssignmentExpression'; next = next.right) {
    if (next.left.type !== 'MemberExpression' || next.left.object.name !== object || next.left.computed) return [];
    names.push(next.left.property.name);
  }
  return names;
};

/** @returns {import('rollup').Plugin} */
export const leanDecimal = () => ({
  name: 'lean-decimal',
  transform(code, id) {
    if (!id.endsWith('/decimal.js/decimal.mjs')) return null;
    const { body } = /** @type {any} */ (this.parse(code));
    const functions = new Map(body.filter(({ type }) => type === 'FunctionDeclaration').map((one) => [one.id.name, one]));
    // Reads hexadecimal and the like: money.ts hands in plain decimal text only.
    const unread = functions.get('parseOther');
    functions.delete('parseOther');
    const methods = body.filter((one) => assigned(one, 'P').length);
    const statics = functions.get('clone')?.body.body.filter((one) => assigned(one, 'Decimal').length && functions.has(one.expression.right.name)) ?? [];
    if (methods.length < 40 || statics.length < 30) this.error('decimal.js is not built as it was: look at lean-decimal.mjs');

    // Every name after a dot counts as a call, on whatever object: more is kept than is used, never less.
    const named = new Set([...readFileSync(`${root}src/pricing/money.ts`, 'utf8').matchAll(/\.(\w+)/g)].map(([, name]) => name));
    const left = new Set([...methods, ...statics]);
    const seen = new Set();
    const reach = (statement) => walk(statement, (node) => {
      if (node.type === 'MemberExpression' && !node.computed && node.object.name !== 'Math') named.add(node.property.name);
      const used = node.type === 'Identifier' && functions.get(node.name);
      if (used && !seen.has(used)) {
        seen.add(used);
        reach(node.name === 'clone' ? { ...used, body: { ...used.body, body: used.body.body.filter((one) => !statics.includes(one)) } } : used);
      }
    });
    reach(body.filter((one) => !methods.includes(one) && one.type !== 'FunctionDeclaration'));
    for (let found = true; found;) {
      found = false;
      for (const one of left) {
        if (![...assigned(one, 'P'), ...assigned(one, 'Decimal')].some((name) => named.has(name))) continue;
        left.delete(one);
        found = true;
        reach(one.expression.right);
      }
    }

    if (unread) left.add(unread.body);
    const cuts = [...left].sort((a, b) => b.start - a.start);
    const without = (rest, { start, end, type }) => rest.slice(0, start) + (type === 'BlockStatement' ? '{ throw Error("DecimalError") }' : '') + rest.slice(end);
    return { code: cuts.reduce(without, code), map: null };
  },
});
