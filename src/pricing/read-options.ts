import { defined } from '../base/defined.js';
import type { OptionSpec } from './price-list-types.js';
import { count, entries, id, object, oneOf, optional, refuse, words } from './read-list.js';

const types = ['choice', 'number', 'switch', 'text', 'list'] as const;

const fieldsOfSpec = [
  'type',
  'values',
  'also',
  'names',
  'usual',
  'needed',
  'min',
  'max',
  'whole',
  'clamps',
  'most',
  'resizes',
  'hidden',
];

/** The options of an offer in a published price list. */
export function optionSpecs(value: unknown, where: string): Record<string, OptionSpec> {
  const specs = Object.entries(object(value, where));
  if (specs.length > 100) refuse(`${where} has more than 100 options`);
  return Object.fromEntries(
    specs.map(([name, spec]) => [id(name, where), optionSpec(spec, `${where}.${name}`)]),
  );
}

/** Names and texts, at most 100. */
export function texts(value: unknown, where: string): Record<string, string> {
  const all = Object.entries(object(value, where));
  if (all.length > 100) refuse(`${where} has more than 100 entries`);
  return Object.fromEntries(
    all.map(([name, text]) => [words(name, where, 100), text === '' ? text : words(text, where)]),
  );
}

function optionSpec(value: unknown, where: string): OptionSpec {
  const fields = object(value, where);
  const other = Object.keys(fields).find((name) => !fieldsOfSpec.includes(name));
  if (other !== undefined) refuse(`${where} has an unknown field ${JSON.stringify(other)}`);
  const {
    type,
    values,
    also,
    names,
    usual,
    needed,
    min,
    max,
    whole,
    clamps,
    most,
    resizes,
    hidden,
  } = fields;
  return defined({
    type: oneOf(type, types, `${where}.type`),
    values: optional(values, (all) =>
      entries(all, 200, where).map((one) => words(one, `${where}.values`)),
    ),
    also: optional(also, (one) => texts(one, `${where}.also`)),
    names: optional(names, (all) => entries(all, 10, where).map((one) => id(one, where))),
    usual: optional(usual, (one) => words(one, `${where}.usual`)),
    needed: yes(needed, `${where}.needed`),
    min: optional(min, (one) => number(one, `${where}.min`)),
    max: optional(max, (one) => number(one, `${where}.max`)),
    whole: yes(whole, `${where}.whole`),
    clamps: yes(clamps, `${where}.clamps`),
    most: optional(most, (one) => count(one, `${where}.most`)),
    resizes: yes(resizes, `${where}.resizes`),
    hidden: yes(hidden, `${where}.hidden`),
  });
}

function number(value: unknown, where: string): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : refuse(`${where} is not a number`);
}

function yes(value: unknown, where: string): true | undefined {
  return value === undefined || value === true ? value : refuse(`${where} is not true`);
}
