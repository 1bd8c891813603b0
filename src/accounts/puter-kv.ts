import { fields, finite, list, parseJson, text } from '../base/json.js';
import { times } from '../base/times.js';

/**
 * Puter's key-value store, one per reader and website (`puter.kv`, SDK 2.6.3): values up to 399
 * KiB, keys up to 1 KiB. Each call costs the reader a tiny amount.
 */
export interface PuterKv {
  get(key: string): Promise<unknown>;
  set(key: string, value: string): Promise<unknown>;
  del(key: string): Promise<unknown>;
  list(pattern: string): Promise<unknown>;
}

export interface Meeting {
  readonly kv: PuterKv;
  /** This browser's name: letters, digits and dashes. No other browser writes under it. */
  readonly device: string;
  /** This browser's journal export: JSON text that can be merged by union. */
  readonly mine: string;
  /** Merges another browser's copy; false when it was refused. */
  take(theirs: string): Promise<boolean>;
}

export interface Met {
  /** Number of other browsers whose copies were merged. */
  readonly merged: number;
  /** Number of copies that were unreadable or half written. They are tried again next time. */
  readonly skipped: number;
  /** Whether this browser's copy is now stored for the others. */
  readonly left: 'left' | 'unchanged' | 'too-large' | 'unreachable';
}

const prefix = 'user-pays-tally1:';
const mostPart = 300_000;
const mostParts = 20;

interface Head {
  readonly sum: string;
  readonly parts: number;
}

/**
 * Synchronises a reader's browsers through the reader's own Puter storage: each stores a full copy
 * of its journal under its own name and merges the others' copies. No browser writes another's
 * keys, and merging is a union, so in any order nothing is lost or counted twice. Never rejects:
 * what can't be reached now is tried next time. Call it only when the reader asked for it and is
 * signed in (the SDK opens a sign-in window otherwise).
 */
export async function meetThroughPuter(meeting: Meeting): Promise<Met> {
  const { kv, device, take } = meeting;
  let [merged, skipped] = [0, 0];
  try {
    const names = list(await kv.list(`${prefix}*`)).flatMap((key) =>
      typeof key === 'string' && key.startsWith(prefix) ? key.slice(prefix.length) : [],
    );
    for (const other of names.filter((name) => !name.includes(':') && name !== device)) {
      const copy = await readCopy(kv, other).catch(() => undefined);
      const taken = copy !== undefined && (await take(copy).catch(() => false));
      if (taken) merged += 1;
      else skipped += 1;
    }
    return { merged, skipped, left: await leaveCopy(meeting) };
  } catch {
    return { merged, skipped, left: 'unreachable' };
  }
}

async function readCopy(kv: PuterKv, device: string): Promise<string | undefined> {
  const head = headOf(await kv.get(headKey(device)));
  if (!head) return undefined;
  const parts = await Promise.all(
    times(head.parts, (part) => kv.get(partKey(device, head.sum, part))),
  );
  const whole = parts.every((part) => typeof part === 'string') ? parts.join('') : '';
  return checksum(whole) === head.sum ? whole : undefined;
}

function headOf(value: unknown): Head | undefined {
  const { sum, parts } = fields(typeof value === 'string' ? parseJson(value) : value);
  const [name, count] = [text(sum), finite(parts)];
  return name !== undefined &&
    /^[0-9a-z]{1,8}$/.test(name) &&
    count !== undefined &&
    Number.isInteger(count) &&
    count > 0 &&
    count <= mostParts
    ? { sum: name, parts: count }
    : undefined;
}

function headKey(device: string): string {
  return `${prefix}${device}`;
}
function partKey(device: string, sum: string, part: number): string {
  return `${prefix}${device}:${sum}:${part}`;
}

/** FNV-1a, base 36: detects a half-written copy. */
function checksum(value: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1)
    hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * Writes the parts first and the head last: until the head is there, others read the previous copy.
 * Then deletes the old parts.
 */
async function leaveCopy({ kv, device, mine }: Meeting): Promise<Met['left']> {
  const copy = ascii(mine);
  const sum = checksum(copy);
  const parts = Math.ceil(copy.length / mostPart);
  if (parts > mostParts) return 'too-large';
  const before = headOf(await kv.get(headKey(device)));
  if (before?.sum === sum) return 'unchanged';
  for (let part = 0; part < parts; part += 1)
    await kv.set(partKey(device, sum, part), copy.slice(part * mostPart, (part + 1) * mostPart));
  await kv.set(headKey(device), JSON.stringify({ sum, parts } satisfies Head));
  for (let part = 0; before && part < before.parts; part += 1)
    await kv.del(partKey(device, before.sum, part)).catch(() => undefined);
  return 'left';
}

/**
 * Escapes JSON to ASCII: Puter counts bytes and JavaScript counts characters, and in ASCII they
 * agree.
 */
function ascii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
