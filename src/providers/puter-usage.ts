import { fields, finite } from '../base/json.js';

/** One line of the usage report: how often, and what it cost in ten-thousandths of a microcent (whole numbers, so that differences are exact). */
interface MeterLine { readonly count: number; readonly cost: bigint; readonly units: number }

/** The app's usage of one calendar month (UTC, `YYYY-MM`), as read at one moment. */
export interface UsageReading {
  readonly month: string;
  readonly lines: ReadonlyMap<string, MeterLine>;
}

/** Display credits per dollar where the server reports those. The server does not tell it; 2,000 is what Puter's own pull request #3569 names. */
export const creditsPerDollar = 2000;

const scale = 10_000;
const inMicrocents = (cost: number, credits: boolean): bigint => BigInt(Math.round(cost * (credits ? 1e8 / creditsPerDollar : 1) * scale));

/** Microcents as decimal text. */
export const microcents = (cost: bigint): string => {
  const tail = (cost % BigInt(scale)).toString().padStart(4, '0').replace(/0+$/, '');
  return `${cost / BigInt(scale)}${tail === '' ? '' : `.${tail}`}`;
};

/** An amount of the usage report in US dollars as decimal text; negative and unreadable ones are `undefined`. */
export const puterDollars = (amount: unknown, unit: unknown): string | undefined => {
  const value = finite(amount);
  if (value === undefined || value < 0) return undefined;
  const digits = inMicrocents(value, unit === 'credits').toString().padStart(13, '0');
  const tail = digits.slice(-12).replace(/0+$/, '');
  return `${digits.slice(0, -12)}${tail === '' ? '' : `.${tail}`}`;
};

/** Reads the body of `GET /metering/usage/:app`; `undefined` unless it is one. Its `unit` is `credits` on servers that show those. */
export const usageReading = (body: unknown, now: number): UsageReading | undefined => {
  const report = fields(body);
  if (finite(report.total) === undefined || 'error' in report) return undefined;
  const lines = new Map<string, MeterLine>();
  for (const [key, value] of Object.entries(report)) {
    const line = fields(value);
    const [count, cost] = [finite(line.count), finite(line.cost)];
    if (count !== undefined && cost !== undefined) lines.set(key, { count, cost: inMicrocents(cost, report.unit === 'credits'), units: finite(line.units) ?? 0 });
  }
  return { month: new Date(now).toISOString().slice(0, 7), lines };
};

/** What was added to the lines of one model between two readings. */
export interface Growth {
  readonly purchases: number;
  readonly cost: bigint;
  /** Reference megapixels Puter billed. */
  readonly references: number;
  /** False where the lines grew by different counts: different purchases, or one that is shown in part. */
  readonly even: boolean;
}

/**
 * Counted by each line's `count`, never by totals: reads go backwards now and then (measured), and other things land in totals.
 * `undefined` when the later reading lacks something the earlier had. A new month starts from nothing.
 */
export const growth = (before: UsageReading, after: UsageReading, isMeter: (key: string) => boolean): Growth | undefined => {
  const old = before.month === after.month ? before.lines : new Map<string, MeterLine>();
  for (const [key, line] of old) if ((after.lines.get(key)?.count ?? 0) < line.count) return undefined;
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
  return { purchases: Math.max(0, ...counts), cost, references, even: new Set(counts).size < 2 && cost >= 0n };
};
