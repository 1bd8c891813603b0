import { dayMs } from '../base/clock.js';
import { fields, list, parseJson, text } from '../base/json.js';
import type { Reply } from './adapter.js';
import { plainWords, wholeWords } from './words.js';

/** Statuses whose words may name a time to wait: what is temporary, by its own account. */
const passing: ReadonlySet<number> = new Set([425, 429, 503, 529]);

/** Milliseconds in units of time, by how their names begin. */
const units: readonly (readonly [name: RegExp, ms: number])[] = [
  [/^(ms|milli)/i, 1],
  [/^(s|秒)/i, 1000],
  [/^(m|分)/i, 60_000],
  [/^(h|小)/i, 3_600_000],
  [/^d/i, dayMs],
];

const unit =
  '(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)(?![a-z])';
const time = `\\d{1,9}(?:\\.\\d+)?\\s{0,2}${unit}`;
const duration = `${time}(?:,?\\s{0,2}(?:and\\s)?${time}){0,3}`;

/** `try again in 1m26.4s`, `reset after 3s`, `wait 30 seconds`, `请在 5 秒后重试`. */
const inWords = [
  new RegExp(`(?:try|retry|wait|resets?|available|again)\\b[^\\d]{0,30}?(${duration})`, 'i'),
  /(\d{1,9}(?:\.\d+)?\s{0,2}(?:秒|分钟|分鐘|分|小时|小時))\s{0,2}(?:之?[后後]|以[后後])/,
];

/**
 * Milliseconds a reply asks to wait, from `retry-after-ms`, `retry-after` (seconds or a date), the
 * body's fields or its words; at most a day. `undefined` if it names none.
 */
export function retryAfter(reply: Reply, now = Date.now()): number | undefined {
  const { headers } = reply;
  const exact = decimal(headers['retry-after-ms']?.trim() ?? '');
  const header = headers['retry-after'];
  const ms =
    exact ?? (header === undefined ? inBody(reply, now) : latest(header.slice(0, 200), now));
  return ms !== undefined && ms >= 0 ? Math.min(Math.round(ms), dayMs) : undefined;
}

/**
 * The longest wait in a header, which proxies may have joined from several (`5, 5`): seconds, dates
 * or durations.
 */
function latest(header: string, now: number): number | undefined {
  const parts = header.match(/[a-z]{3,9}, [^,]+|[^,]+/gi) ?? [];
  const waits = parts.flatMap((part) => untilMs(part.trim(), now) ?? []);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** Milliseconds until what is said: seconds, a duration or a date. */
function untilMs(said: string, now: number): number | undefined {
  const seconds = decimal(said);
  if (seconds !== undefined) return seconds * 1000;
  if (new RegExp(`^${duration}$`, 'i').test(said)) return sumOf(said);
  const date = /[a-z]{3}|^\d{4}-\d\d-\d\dT/i.test(said) ? Date.parse(said) : NaN;
  return Number.isNaN(date) ? undefined : date - now;
}

function decimal(said: string): number | undefined {
  return /^\d{1,9}(\.\d+)?$/.test(said) ? Number(said) : undefined;
}

function inBody(reply: Reply, now: number): number | undefined {
  const { status, body } = reply;
  for (const layer of layers(body)) {
    const ms = decimal(spelled(layer['retry_after_ms'] ?? layer['retryAfterMs']));
    if (ms !== undefined) return ms;
    const told =
      layer['retry_after'] ??
      layer['retry_after_seconds'] ??
      layer['retryAfter'] ??
      layer['estimated_time'] ??
      // Google's `RetryInfo`.
      layer['retryDelay'] ??
      layer['retry_delay'];
    const wait = told === undefined ? undefined : untilMs(spelled(told), now);
    if (wait !== undefined) return wait;
  }
  if (!passing.has(status)) return undefined;
  const said = wholeWords(body) ?? plainWords(typeof body === 'string' ? body : reply.text) ?? '';
  const found = inWords.map((pattern) => pattern.exec(said)?.[1]).find(Boolean);
  return found === undefined ? undefined : sumOf(found);
}

/** A wait as text; Google's may also be an object with seconds. */
function spelled(told: unknown): string {
  const { seconds = told } = fields(told);
  return typeof seconds === 'number' ? String(seconds) : (text(seconds) ?? '').trim();
}

/** `1m26.4s` in milliseconds. */
function sumOf(said: string): number {
  const parts = said.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|[^\d\s.,]+)/gi);
  return [...parts].reduce(
    (sum, [, amount, name = '']) =>
      sum + Number(amount) * (units.find(([begins]) => begins.test(name))?.[1] ?? 0),
    0,
  );
}

/**
 * An error body and all nested objects that may describe the error, outermost first. OpenRouter
 * quotes a supplier's own error body as `metadata.raw`.
 */
export function layers(body: unknown, deep = 4): readonly ReturnType<typeof fields>[] {
  if (deep < 0 || typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body))
    return list(body)
      .slice(0, 5)
      .flatMap((one) => layers(one, deep - 1));
  const { detail, details, error, errors, metadata, raw } = fields(body);
  const quoted = typeof raw === 'string' ? parseJson(raw) : raw;
  return [
    fields(body),
    ...[detail, error, errors, metadata, details, quoted].flatMap((part) => layers(part, deep - 1)),
  ];
}
