import { decimalText } from '../../base/decimal-text.js';
import { times, toText, usd } from '../money.js';
import { object, refuse } from '../read-list.js';

/** A row of Puter's catalogue with its costs in US dollars. */
export interface PuterRow {
  readonly where: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /**
   * A cost in US dollars as decimal text, by the row's own key. `undefined` if the key is missing;
   * a cost of 0 is `'0'`.
   */
  cost(key: string, table?: string): string | undefined;
  readonly keys: readonly string[];
  /** Another table of costs of this row, in US dollars as decimal text. */
  amounts(table: unknown, where: string): ReadonlyMap<string, string>;
  /** The cost of one image by mode, where the row has modes. */
  modes(): readonly (readonly [mode: string, each: string])[];
  /** True if the row lists costs and all of them are 0, so that Puter itself says it is free. */
  readonly free: boolean;
}

/**
 * US dollars per unit. The catalogue uses two units for costs; rows in any other unit get no price.
 */
const dollarsPer: Readonly<Record<string, string>> = {
  'usd-cents': '0.01',
  'usd-microcents': '0.00000001',
};

const tables = ['costs', 'costs_go_fast'];

/**
 * Reads a row. `undefined` if its unit is unknown. Must run inside `wholly`, which turns invalid
 * costs into a refusal.
 */
export function puterRow(value: unknown, where: string): PuterRow | undefined {
  const fields = object(value, where);
  const currency = String(fields.costs_currency);
  const unit = Object.hasOwn(dollarsPer, currency) ? dollarsPer[currency] : undefined;
  if (unit === undefined) return undefined;
  const read = new Map(
    tables.flatMap((name) =>
      fields[name] === undefined
        ? []
        : [[name, costTable(fields[name], unit, `${where}.${name}`)] as const],
    ),
  );
  return {
    where,
    fields,
    keys: [...(read.get('costs')?.keys() ?? [])],
    cost: (key, table = 'costs') => read.get(table)?.get(key),
    amounts: (table, place) => costTable(table, unit, place),
    modes: () => modesOf(fields.costs_by_generation_mode, unit, where),
    free:
      (read.get('costs')?.size ?? 0) > 0 &&
      [...read.values()].every((costs) => [...costs.values()].every((cost) => cost === '0')),
  };
}

function modesOf(table: unknown, unit: string, where: string): (readonly [string, string])[] {
  if (table === undefined) return [];
  const place = `${where}.costs_by_generation_mode`;
  return Object.entries(object(table, place)).flatMap(([mode, costs]) => {
    const each = costTable(costs, unit, `${place}.${mode.slice(0, 40)}`).get('output');
    return each === undefined ? [] : [[mode, each] as const];
  });
}

/**
 * Reads a table of costs. Refuses costs that are not numbers, negative, or absurd (over $10,000 a
 * unit).
 */
function costTable(value: unknown, unit: string, where: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(object(value, where)).map(([key, cost]) => {
      const plain = typeof cost === 'number' ? decimalText(cost) : undefined;
      const amount = plain === undefined ? undefined : toText(times(usd(plain), unit));
      return [
        key,
        amount !== undefined && Number(amount) < 1e4
          ? amount
          : refuse(`${where}.${key.slice(0, 40)} is not a cost`),
      ];
    }),
  );
}
