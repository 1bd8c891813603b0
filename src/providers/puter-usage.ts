import { fields, finite } from '../base/json.js';

/**
 * One line of the usage report: how often, and what it cost in ticks (whole numbers, so that
 * differences are exact).
 */
export interface MeterLine {
  readonly count: number;
  readonly cost: bigint;
  readonly units: number;
}

/**
 * Display credits per dollar; `undefined` while nobody has said. A server may show those instead of
 * microcents.
 */
export type Rate = bigint | undefined;
export type Unit = 'microcents' | 'credits';

/** The app's usage of one calendar month (UTC, `YYYY-MM`), as read at one moment. */
export interface UsageReading {
  readonly month: string;
  readonly unit: Unit;
  readonly rate: Rate;
  readonly lines: ReadonlyMap<string, MeterLine>;
}

/** What was added to the lines of one model between two readings. */
export interface Growth {
  readonly purchases: number;
  /** In ticks of the later reading. */
  readonly cost: bigint;
  /** Reference megapixels Puter billed. */
  readonly references: number;
  /**
   * False where the lines grew by different counts: different purchases, or one that is shown in
   * part.
   */
  readonly even: boolean;
}

/** Ticks as microcents, decimal text; `undefined` for credits nobody knows the worth of. */
export function microcents(
  cost: bigint,
  unit: Unit = 'microcents',
  rate?: Rate,
): string | undefined {
  const amount = inTenThousandths(cost, unit, rate);
  return amount === undefined ? undefined : decimal(amount, 4);
}

function inTenThousandths(cost: bigint, unit: Unit, rate: Rate): bigint | undefined {
  return unit === 'microcents' ? cost : rate && (cost * 1000n + rate / 2n) / rate;
}

function decimal(amount: bigint, places: number): string {
  const digits = amount.toString().padStart(places + 1, '0');
  const tail = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${tail === '' ? '' : `.${tail}`}`;
}

/**
 * How many credits a server shows for a dollar, which it does not say. Its egress line does: a
 * gibibyte is $0.12 in Puter's backend, whatever the
 * unit (measured at 1000 and 2000 credits). `undefined` where that line is missing or makes no
 * round number.
 */
export function creditRate(lines: unknown): Rate {
  const { cost, units } = fields(fields(lines)['egress:bytes']);
  const seen = (((finite(cost) ?? 0) / (finite(units) ?? 0)) * 2 ** 30) / 0.12;
  const round = Math.round(seen / 100) * 100;
  return round > 0 && Math.abs(seen - round) < round / 1000 ? BigInt(round) : undefined;
}

/**
 * An amount of a usage report in US dollars as decimal text; negative and unreadable ones are
 * `undefined`, and so are credits while nobody
 * knows how many make a dollar: a guess was once shown as half of what an account held. `unit` is
 * the report's own word.
 */
export function puterDollars(amount: unknown, unit: unknown, rate?: Rate): string | undefined {
  const value = finite(amount);
  if (value === undefined || value < 0) return undefined;
  const dollars = inTenThousandths(ticks(value, unitOf(unit)), unitOf(unit), rate);
  return dollars === undefined ? undefined : decimal(dollars, 12);
}

/** A tick is a ten-thousandth of a microcent, or a thousand-millionth of a credit. */
function ticks(cost: number, unit: Unit): bigint {
  return BigInt(Math.round(cost * (unit === 'microcents' ? 1e4 : 1e9)));
}

/** What a report's own word says its amounts are. */
function unitOf(word: unknown): Unit {
  return word === 'credits' ? 'credits' : 'microcents';
}

/**
 * Reads the body of `GET /metering/usage/:app`; `undefined` unless it is one. Its `unit` is
 * `credits` on servers that show those; `known` is what is known of them.
 */
export function usageReading(body: unknown, now: number, known?: Rate): UsageReading | undefined {
  const report = fields(body);
  if (finite(report.total) === undefined || 'error' in report) return undefined;
  const unit = unitOf(report.unit);
  const rate = unit === 'credits' ? known : undefined;
  const lines = new Map<string, MeterLine>();
  for (const [key, value] of Object.entries(report)) {
    const line = fields(value);
    const [count, cost] = [finite(line.count), finite(line.cost)];
    if (count !== undefined && cost !== undefined)
      lines.set(key, { count, cost: ticks(cost, unit), units: finite(line.units) ?? 0 });
  }
  return { month: new Date(now).toISOString().slice(0, 7), unit, rate, lines };
}

/**
 * Counted by each line's `count`, never by totals: reads go backwards now and then (measured), and
 * other things land in totals.
 * `undefined` when the later reading lacks something the earlier had, or is in another unit. A new
 * month starts from nothing.
 */
export function growth(
  before: UsageReading,
  after: UsageReading,
  isMeter: (key: string) => boolean,
): Growth | undefined {
  const old = before.month === after.month ? before.lines : new Map<string, MeterLine>();
  if (old.size > 0 && before.unit !== after.unit) return undefined;
  for (const [key, line] of old)
    if ((after.lines.get(key)?.count ?? 0) < line.count) return undefined;
  let cost = 0n;
  let references = 0;
  const counts: number[] = [];
  for (const [key, line] of after.lines) {
    const was = old.get(key) ?? { count: 0, cost: 0n, units: 0 };
    if (!isMeter(key) || line.count === was.count) continue;
    counts.push(line.count - was.count);
    cost += line.cost - was.cost;
    if (key.endsWith(':input_mp')) references += line.units - was.units;
  }
  return {
    purchases: Math.max(0, ...counts),
    cost,
    references,
    even: new Set(counts).size < 2 && cost >= 0n,
  };
}
