import { defined } from '../base/defined.js';
import { fields, finite } from '../base/json.js';
import { times } from '../base/times.js';

/**
 * One entry of the usage report: how often it was used, and its cost in ticks (integers, so that
 * differences are exact).
 */
export interface MeterLine {
  readonly count: number;
  readonly cost: bigint;
  readonly units: number;
}

/**
 * Display credits per US dollar; `undefined` while unknown. A server may report credits instead of
 * microcents.
 */
export type Rate = bigint | undefined;
export type Unit = 'microcents' | 'credits';

/** The app's usage of one calendar month (UTC, `YYYY-MM`), read at one moment. */
export interface UsageReading {
  readonly month: string;
  readonly unit: Unit;
  readonly rate: Rate;
  readonly lines: ReadonlyMap<string, MeterLine>;
}

/** What was added to the entries of one model between two reports. */
export interface Growth {
  readonly purchases: number;
  /** In ticks of the later report's unit. */
  readonly cost: bigint;
  /** Reference megapixels that Puter billed. */
  readonly references: number;
  /**
   * False if the entries' counts grew differently (different purchases, or one that shows only in
   * part), or if the cost went down.
   */
  readonly even: boolean;
}

/** Converts ticks to microcents, decimal text; `undefined` for credits of unknown value. */
export function microcents(
  cost: bigint,
  unit: Unit = 'microcents',
  rate?: Rate,
): string | undefined {
  const amount = inTenThousandths(cost, unit, rate);
  return amount === undefined ? undefined : decimal(amount, 4);
}

/**
 * Divides ticks into so many parts that differ by at most 1e-4 microcents and add up to the whole;
 * each in microcents, decimal text. `undefined` for credits of unknown value.
 */
export function inParts(
  cost: bigint,
  count: number,
  unit: Unit,
  rate: Rate,
): readonly string[] | undefined {
  const all = inTenThousandths(cost, unit, rate);
  if (all === undefined) return undefined;
  const [each, rest] = [all / BigInt(count), Number(all % BigInt(count))];
  return times(count, (at) => decimal(at < rest ? each + 1n : each, 4));
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
 * How many credits a server shows per US dollar. The server does not say so, but its egress entry
 * shows it: a gibibyte costs $0.12 in Puter's backend, whatever the unit (measured at 1000 and 2000
 * credits). `undefined` if that entry is missing or gives no round number.
 */
export function creditRate(lines: unknown): Rate {
  const { cost, units } = fields(fields(lines)['egress:bytes']);
  const seen = (((finite(cost) ?? 0) / (finite(units) ?? 0)) * 2 ** 30) / 0.12;
  const round = Math.round(seen / 100) * 100;
  return round > 0 && Math.abs(seen - round) < round / 1000 ? BigInt(round) : undefined;
}

/**
 * Converts an amount of a usage report to US dollars, decimal text. `undefined` for a negative or
 * unreadable amount, and for credits while their value is unknown: a guess once showed half of an
 * account's balance. `unit` is the report's own `unit`.
 */
export function puterDollars(amount: unknown, unit: unknown, rate?: Rate): string | undefined {
  const value = finite(amount);
  if (value === undefined || value < 0) return undefined;
  const cost = ticks(value, unitOf(unit));
  const dollars = cost === undefined ? undefined : inTenThousandths(cost, unitOf(unit), rate);
  return dollars === undefined ? undefined : decimal(dollars, 12);
}

/**
 * What a report's `allowanceInfo` says is left. `remaining` is the month's allowance and bought
 * credits together; a month uses the allowance first (read in Puter's source). `undefined` if it
 * says nothing.
 */
export function puterBalance(
  allowanceInfo: unknown,
  rate?: Rate,
): { usd?: string; bought?: string; credits?: string } | undefined {
  const { remaining, unit, addons } = fields(allowanceInfo);
  const reported = finite(remaining);
  if (reported === undefined) return undefined;
  // An account in debt has nothing left.
  const left = Math.max(0, reported);
  const usd = puterDollars(left, unit, rate);
  const { purchasedCredits, consumedPurchaseCredits } = fields(addons);
  const unspent = (finite(purchasedCredits) ?? 0) - (finite(consumedPurchaseCredits) ?? 0);
  const bought = unspent > 0 ? puterDollars(Math.min(unspent, left), unit, rate) : undefined;
  const credits = unitOf(unit) === 'credits' ? String(Math.floor(left)) : undefined;
  return usd === undefined && credits === undefined ? undefined : defined({ usd, bought, credits });
}

/** A tick is 1e-4 microcents or 1e-9 credits. `undefined` for an amount without end. */
function ticks(cost: number, unit: Unit): bigint | undefined {
  const amount = Math.round(cost * (unit === 'microcents' ? 1e4 : 1e9));
  return Number.isFinite(amount) ? BigInt(amount) : undefined;
}

function unitOf(word: unknown): Unit {
  return word === 'credits' ? 'credits' : 'microcents';
}

/**
 * Reads the body of `GET /metering/usage/:app`; `undefined` if it is not a usage report. `known` is
 * the server's credit rate, for reports in credits.
 */
export function usageReading(body: unknown, now: number, known?: Rate): UsageReading | undefined {
  const report = fields(body);
  if (finite(report.total) === undefined || 'error' in report) return undefined;
  const unit = unitOf(report.unit);
  const rate = unit === 'credits' ? known : undefined;
  const lines = new Map<string, MeterLine>();
  for (const [key, value] of Object.entries(report)) {
    const line = fields(value);
    const amount = finite(line.cost);
    const cost = amount === undefined ? undefined : ticks(amount, unit);
    if (Number.isSafeInteger(line.count) && cost !== undefined)
      lines.set(key, { count: line.count as number, cost, units: finite(line.units) ?? 0 });
  }
  return { month: new Date(now).toISOString().slice(0, 7), unit, rate, lines };
}

/**
 * The difference between two reports. It uses each entry's `count`, never the totals: some reports
 * are incomplete (measured), and totals contain other usage. `undefined` if the later report lacks
 * something the earlier one had, or is in another unit. A new month starts from zero.
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
    purchases: counts.reduce((most, count) => Math.max(most, count), 0),
    cost,
    references,
    even: new Set(counts).size < 2 && cost >= 0n,
  };
}
