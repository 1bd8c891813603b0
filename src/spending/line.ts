import { idTime, LATEST_TIME } from '../base/id.js';

/**
 * A stored journal line: its name (the key without the namespace) and its value. Written once,
 * never changed.
 */
export type Line = readonly [name: string, value: string];

/** Intent, accepted, settled (done), refused, in doubt (unknown), corrected. */
export type Kind = 'i' | 'a' | 'd' | 'r' | 'u' | 'c';

/**
 * One event of one picture. `event` is the event's own id; for an intent it is the picture's id.
 */
export interface LineEvent {
  readonly kind: Kind;
  readonly id: string;
  readonly event: string;
  readonly simulated: boolean;
  /** Text by field name; a missing field is `''`. */
  readonly data: Readonly<Record<string, string>>;
}

const fieldsOf: Readonly<Record<Kind, readonly string[]>> = {
  i: [
    'at',
    'purchase',
    'provider',
    'model',
    'route',
    'size',
    'low',
    'high',
    'quote',
    'session',
    'prompt',
    'waits',
    'site',
  ],
  a: ['job'],
  d: ['charged', 'basis', 'pictures', 'took', 'note'],
  r: ['code'],
  u: ['code', 'repeated'],
  c: ['amount', 'note'],
};

const amount = /^(\d{1,18}(\.\d{1,24})?)?$/;
const shapes: Readonly<Record<string, RegExp>> = {
  at: /^[0-9a-z]{1,10}$/,
  low: amount,
  high: amount,
  charged: /^\d{1,18}(\.\d{1,24})?$/,
  amount: /^-?\d{1,18}(\.\d{1,24})?$/,
  waits: /^1?$/,
  repeated: /^1?$/,
  basis: /^[rc]$/,
  pictures: /^\d{1,2}$/,
  took: /^[0-9a-z]{0,8}$/,
};

const eventName = /^e:([0-9a-z-]+):(?:(i)|([adruc]):([0-9a-z-]+))$/;

/**
 * Encodes text as ASCII without separators. WebKit stores a value with any non-Latin-1 character at
 * two bytes per character.
 */
export function escape(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Reverses `escape`; `undefined` when the text is damaged. */
export function unescape(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return undefined;
  }
}

/**
 * Appends a checksum over name and body. It covers the name, so that a line copied to another name
 * is detected.
 */
export function withChecksum(name: string, body: string): Line {
  return [name, body + checksum(name, body, body.length)];
}

/**
 * FNV-1a over the name and the first `end` characters of the value, ASCII, as 7 base-36 digits. Any
 * single changed character changes it.
 */
function checksum(name: string, value: string, end: number): string {
  return (hashed(value, end, hashed(name, name.length, 0x811c9dc5)) >>> 0)
    .toString(36)
    .padStart(7, '0');
}

function hashed(text: string, end: number, start: number): number {
  let hash = start;
  for (let at = 0; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The value without its checksum, or `undefined` when the checksum does not match. */
export function checkedBody(name: string, value: string): string | undefined {
  const end = Math.max(0, value.length - 7);
  return checksum(name, value, end) === value.slice(end) ? value.slice(0, end) : undefined;
}

/** A job's fields as one query string, which is already ASCII. */
export function jobText(job: Readonly<Record<string, string>>): string {
  return String(new URLSearchParams(job));
}
export function jobOf(text: string): Readonly<Record<string, string>> {
  return Object.freeze(Object.fromEntries(new URLSearchParams(text)));
}

/** The newest field of these. It is not written while empty: that is how older versions write it. */
const newest: Readonly<Partial<Record<Kind, string>>> = { i: 'site', u: 'repeated' };

/** How many fields at the end the lines of older versions may lack. */
const lacking: Readonly<Partial<Record<Kind, number>>> = { i: 2, u: 1 };

export function encodeEvent({ kind, id, event, simulated, data }: LineEvent): Line {
  const fields = fieldsOf[kind].filter((field) => field !== newest[kind] || data[field]);
  const texts = fields.map((field) =>
    field === 'job' ? (data[field] ?? '') : escape(data[field] ?? ''),
  );
  return withChecksum(
    kind === 'i' ? `e:${id}:i` : `e:${id}:${kind}:${event}`,
    [simulated ? 's' : 'r', ...texts, ''].join('|'),
  );
}

/** Decodes an event line; `undefined` for anything damaged. Never throws. */
export function decodeEvent([name, value]: Line): LineEvent | undefined {
  const named = eventName.exec(name);
  const texts = named && checkedBody(name, value)?.split('|');
  // A matching checksum proves the value is undamaged, not who wrote it, so the fields are
  // validated too.
  if (!texts || !/^[sr]$/.test(texts[0] ?? '')) return undefined;
  const [, id = '', first, later, event = id] = named;
  if (!isId(id) || !isId(event)) return undefined;
  const kind = (first ?? later) as Kind;
  const fields = fieldsOf[kind];
  const missing = fields.length + 2 - texts.length;
  if (missing < 0 || missing > (lacking[kind] ?? 0)) return undefined;
  const data: Record<string, string> = {};
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at]!;
    const raw = texts[at + 1] ?? '';
    const text = field === 'job' ? raw : unescape(raw);
    if (text === undefined || shapes[field]?.test(text) === false) return undefined;
    data[field] = text;
  }
  if (kind === 'i' && parseInt(data['at']!, 36) > LATEST_TIME) return undefined;
  return { kind, id, event, simulated: texts[0] === 's', data };
}

/**
 * True for an id as this library makes them. One with more digits of time is damage: ids that
 * come after it could not be read.
 */
export function isId(text: string): boolean {
  return !Number.isNaN(idTime(text));
}

/** Lines that rank by their ids have ids up to this time, epoch milliseconds. */
const RANKED = LATEST_TIME - 36 ** 6;

/**
 * True for the id of a limit, a reset or a session's start, of which the latest is in force: one that
 * no id can come after would be in force for good.
 */
export function isRankedId(text: string): boolean {
  return idTime(text) < RANKED;
}

export function base36(value: number): string {
  return Math.max(0, Math.round(value)).toString(36);
}
