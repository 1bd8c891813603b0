import { linked, withDeadline } from '../base/abort.js';
import { systemClock, type Clock } from '../base/clock.js';
import { isUserPaysError, UserPaysError } from '../base/error.js';
import { pictureOf } from '../base/image-header.js';
import { deadlines } from './adapter.js';
import { tunnelOf } from './http.js';
import { isSafePlace } from './key-gate.js';
import { readBytes } from './read-bytes.js';

/** Bytes of a finished picture that are read at most. */
const mostImage = 32 << 20;

/** Milliseconds before a read is repeated, once for each. */
const pauses = [400, 1200, 3000] as const;

// An answer cached without CORS would be handed to a read with it.
const init = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

/** What one page's reads of a picture came to so far. */
interface Tries {
  /** True once somebody let us read an answer: then it is no matter of CORS. */
  answered: boolean;
  /** What it said last, where that may pass. */
  said?: UserPaysError;
  /** How often somebody was there whom only scripts may not read. */
  hidden: number;
}

/**
 * Reads a picture's bytes, without any key, through the relay where there is one; up to four times
 * within `ms` milliseconds.
 * `undefined` when the browser may not read them (no CORS), or nobody answered: the address can
 * still be shown.
 *
 * @throws UserPaysError `image-lost` when the address answers but holds no picture (expired, HTML),
 * or one over 32 MB
 * (`facts.detail` is then `too large`); `timed-out`.
 */
export async function readImage(
  url: string,
  signal: AbortSignal,
  relay?: string,
  ms = deadlines.image,
  clock: Clock = systemClock,
): Promise<Blob | undefined> {
  const isSafe = relay === undefined || relay === 'puter' || isSafePlace(relay);
  if (!/^https?:\/\//i.test(url) || !isSafe) return undefined;
  return withDeadline(clock, ms, signal, { stage: 'save', charge: 'charged' }, (until) =>
    readPatiently(url, until, relay, clock),
  );
}

/**
 * A connection lost in between, or a server too busy, costs nobody a picture: the read is repeated.
 */
async function readPatiently(
  url: string,
  signal: AbortSignal,
  relay: string | undefined,
  clock: Clock,
): Promise<Blob | undefined> {
  const tries: Tries = { answered: false, hidden: 0 };
  for (const pause of [...pauses, undefined]) {
    try {
      return await readOnce(url, signal, relay, tries);
    } catch (error) {
      signal.throwIfAborted();
      const isFinal = isUserPaysError(error) && error.code === 'image-lost' && error !== tries.said;
      if (isFinal) throw error;
    }
    const hidden = !tries.answered && relay === undefined && (await isHidden(url, signal));
    if (hidden) tries.hidden += 1;
    // Once may be chance: the connection was lost before, and not now.
    if (tries.hidden > 1) return undefined;
    if (pause !== undefined && !hidden) await clock.sleep(pause, signal);
  }
  if (tries.said) throw tries.said;
  return undefined;
}

/**
 * Reads once. Throws `image-lost` where the answer will stay what it is; what else it throws may
 * pass.
 */
async function readOnce(
  url: string,
  signal: AbortSignal,
  relay: string | undefined,
  tries: Tries,
): Promise<Blob> {
  const tunnel = await tunnelOf(relay);
  const call = { ...init, signal, mode: 'cors' } as const;
  const response = await (tunnel
    ? tunnel(url, call)
    : fetch(
        relay ?? url,
        relay === undefined
          ? call
          : { ...call, redirect: 'error', headers: { 'x-target-url': url } },
      ));
  tries.answered = true;
  delete tries.said;
  if (isPassing(response.status)) throw (tries.said = lost(String(response.status)));
  if (!response.ok) throw lost(String(response.status));
  const bytes = await readBytes(response, mostImage).catch((error: unknown) => {
    throw error instanceof RangeError ? lost('too large') : error;
  });
  const blob = pictureOf(bytes);
  if (!blob) throw lost('not a picture');
  return blob;
}

/** Answers that may be another one in a moment: too busy, or not there yet. */
function isPassing(status: number): boolean {
  return status >= 500 || [408, 425, 429].includes(status);
}

function lost(detail: string): UserPaysError {
  return new UserPaysError('image-lost', { stage: 'save', charge: 'charged', facts: { detail } });
}

/** True when somebody answers whom a page may not read (no CORS), false when nobody does. */
async function isHidden(url: string, signal: AbortSignal): Promise<boolean> {
  const link = linked(signal);
  try {
    return (await fetch(url, { ...init, mode: 'no-cors', signal: link.signal })).type === 'opaque';
  } catch {
    return false;
  } finally {
    // Its bytes are of no use.
    link.abort(undefined);
    link.release();
  }
}
