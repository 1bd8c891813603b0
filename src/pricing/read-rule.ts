import { defined } from '../base/defined.js';
import {
  count,
  dollars,
  entries,
  id,
  object,
  oneOf,
  only,
  optional,
  refuse,
  size,
  yes,
} from './read-list.js';
import { ruleFacts } from './rule-facts.js';
import type { FieldShape } from './rule-kind.js';
import type { Rule } from './rule.js';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a rule by the facts of its kind, which name its fields and how each is written. */
export function readRule(value: unknown, where: string): Rule {
  const fields = object(value, where);
  const kind = oneOf(fields.kind, Object.keys(ruleFacts) as Rule['kind'][], `${where}.kind`);
  const shapes = ruleFacts[kind].fields;
  only(fields, ['kind', ...Object.keys(shapes)], where);
  const read = Object.entries(shapes).map(([name, shape]) => [
    name,
    readers[shape](fields[name], `${where}.${name}`),
  ]);
  const made = defined<Fields & { kind: string }>({
    kind,
    ...(Object.fromEntries(read) as object),
  });
  const { from, each, further, to, side } = made as Readonly<
    Record<string, string | number | undefined>
  >;
  // The low and the high end of a range, in whichever fields the rule has them.
  if (from !== undefined && Number(from) > Number(to ?? each ?? further ?? side))
    refuse(`${where}: a range from ${from} down holds nothing`);
  return made as unknown as Rule;
}

const readers: Readonly<Record<FieldShape, (value: unknown, where: string) => unknown>> = {
  usd: dollars,
  'usd?': (value, where) => optional(value, (one) => dollars(one, where)),
  count: (value, where) => count(value, where),
  counts: (value, where) => count(value, where, 0),
  'id?': (value, where) => optional(value, (one) => id(one, where)),
  'count?': (value, where) => optional(value, (one) => count(one, where)),
  'decimals?': (value, where) => optional(value, (one) => count(one, where, 6, 18)),
  'true?': yes,
  'texts?': (value, where) =>
    optional(value, (one) =>
      entries(one, 20, where).map((text) => {
        const amount = dollars(text, where);
        return Number(amount) > 0 ? amount : refuse(`${where} holds nothing`);
      }),
    ),
  sizes: (value, where) => {
    const keys = Object.keys(object(value, where));
    if (keys.length > 200) refuse(`${where} has more than 200 sizes`);
    return Object.fromEntries(
      keys.map((key) => {
        const [low, high] = entries((value as Fields)[key], 2, where);
        if (key !== '*') size(key, where);
        const least = count(low, where, 0);
        return [key, [least, count(high, where, Math.max(1, least))]];
      }),
    );
  },
};
