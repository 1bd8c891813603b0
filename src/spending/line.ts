import { idTime } from '../base/id.js';

/**
 * A journal line as stored: its name (the key without the namespace) and its value. Written once,
 * never changed.
 */
export type Line = readonly [name: string, value: string];

/** intent, accepted, settled (done), refused, in doubt (unknown), corrected. */
export type Kind = 'i' | 'a' | 'd' | 'r' | 'u' | 'c';

/** One thing that happened to one picture. `event` is its own id; an intent's is the picture's. */
export interface LineEvent {
  readonly kind: Kind;
  readonly id: string;
  readonly event: string;
  readonly simulated: boolean;
  /** Texts by field name; a missing field is `''`. */
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
  ],
  a: ['job'],
  d: ['charged', 'basis', 'pictures', 'took', 'note'],
  r: ['code'],
  u: ['code'],
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
  basis: /^[rc]$/,
  pictures: /^\d{1,4}$/,
  took: /^[0-9a-z]{0,8}$/,
};

const id = '[0-9a-z]{9,10}-[0-9a-f]{6}-[0-9a-z]{1,8}';
const eventName = new RegExp(`^e:(${id}):(?:(i)|([adruc]):(${id}))$`);

/**
 * ASCII without separators; WebKit counts two bytes for every character of a value that is not
 * Latin-1.
 */
export function escape(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** The text again, or `undefined` when it was damaged. */
export function unescape(text: string): string | undefined {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return undefined;
  }
}

/**
 * Signs a value together with the name it stands under, so that a line copied to another name is
 * noticed.
 */
export function withChecksum(name: string, body: string): Line {
  return [name, body + checksum(name, body, body.length)];
}

/**
 * FNV-1a over a name and the beginning of what stands under it, ASCII, 7 base-36 digits: any single
 * changed character changes it.
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

/** The value without its checksum, or `undefined` when it does not fit. */
export function checkedBody(name: string, value: string): string | undefined {
  const end = Math.max(0, value.length - 7);
  return checksum(name, value, end) === value.slice(end) ? value.slice(0, end) : undefined;
}

/** A job's fields travel as one query string, already ASCII. */
export function jobText(job: Readonly<Record<string, string>>): string {
  return String(new URLSearchParams(job));
}
export function jobOf(text: string): Readonly<Record<string, string>> {
  return Object.freeze(Object.fromEntries(new URLSearchParams(text)));
}

export function encodeEvent({ kind, id, event, simulated, data }: LineEvent): Line {
  const texts = fieldsOf[kind].map((field) =>
    field === 'job' ? (data[field] ?? '') : escape(data[field] ?? ''),
  );
  return withChecksum(
    kind === 'i' ? `e:${id}:i` : `e:${id}:${kind}:${event}`,
    [simulated ? 's' : 'r', ...texts, ''].join('|'),
  );
}

/** Reads an event line; `undefined` for anything damaged, never an exception. */
export function decodeEvent([name, value]: Line): LineEvent | undefined {
  const named = eventName.exec(name);
  const texts = named && checkedBody(name, value)?.split('|');
  // Signed, so it is as it was written: whoever wrote it.
  if (!texts || !/^[sr]$/.test(texts[0] ?? '')) return undefined;
  const [, id = '', first, later, event = id] = named;
  const kind = (first ?? later) as Kind;
  const fields = fieldsOf[kind];
  // Intents written before the last field was thought of lack it.
  if (texts.length !== fields.length + 2 && !(kind === 'i' && texts.length === fields.length + 1))
    return undefined;
  const data: Record<string, string> = {};
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at]!;
    const raw = texts[at + 1]!;
    const text = field === 'job' ? raw : unescape(raw);
    if (text === undefined || shapes[field]?.test(text) === false) return undefined;
    data[field] = text;
  }
  return { kind, id, event, simulated: texts[0] === 's', data };
}

/**
 * An intent's high end above its low one, and other sense, is the caller's; an id must be one of
 * ours.
 */
export function isId(text: string): boolean {
  return !Number.isNaN(idTime(text));
}

export function base36(value: number): string {
  return Math.max(0, Math.round(value)).toString(36);
}
