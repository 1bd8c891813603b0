import { linked, withDeadline } from '../base/abort.js';
import { systemClock, type Clock } from '../base/clock.js';
import { isUserPaysError, UserPaysError } from '../base/error.js';
import { pictureOf } from '../base/picture-of.js';
import { isPolluted } from '../base/polluted.js';
import { deadlines } from './image-provider.js';
import { tunnelOf } from './http.js';
import { isSafePlace } from './key-gate.js';
import { readBytes } from './read-bytes.js';

/** The largest image that is read, bytes. */
const mostImage = 32 << 20;

/** Milliseconds to wait before each retry. */
const pauses = [400, 1200, 3000] as const;

// `no-store`: otherwise the cache could answer a CORS read with a reply stored without CORS.
const init = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

/** The results so far of reading one image. */
interface Tries {
  /** True once a reply was readable: then CORS is not the problem. */
  answered: boolean;
  /** The last error reply, if it may be temporary. */
  said?: UserPaysError;
  /** How often the server replied but CORS hid the reply. */
  hidden: number;
}

/**
 * Reads an image's bytes without a key, through the relay if there is one. Tries up to four times
 * within `ms` milliseconds. Resolves `undefined` if the browser may not read them (no CORS) or no
 * one replied; the URL can still be shown in an `<img>`.
 *
 * @throws UserPaysError `image-lost` if the URL's reply holds no image (expired, HTML) or one over
 * 32 MB (`facts.detail` is then `too large`); `timed-out`
 */
export async function readImage(
  url: string,
  signal: AbortSignal,
  relay?: string,
  ms = deadlines.image,
  clock: Clock = systemClock,
): Promise<Blob | undefined> {
  const isSafe = relay === undefined || relay === 'puter' || isSafePlace(relay);
  if (!/^https?:\/\//i.test(url) || !isSafe || isPolluted()) return undefined;
  return withDeadline(clock, ms, signal, { stage: 'save', charge: 'charged' }, (until) =>
    readPatiently(url, until, relay, clock),
  );
}

/** Retries after a lost connection or a busy server, because the image is already paid for. */
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
    // Once may be chance: the first connection failed, the second did not.
    if (tries.hidden > 1) return undefined;
    if (pause !== undefined && !hidden) await clock.sleep(pause, signal);
  }
  if (tries.said) throw tries.said;
  return undefined;
}

/**
 * Reads once. Throws `image-lost` if the URL's reply will not change; other errors may be
 * temporary.
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
  if (isPassing(response.status)) {
    tries.said = lost(String(response.status));
    throw tries.said;
  }
  if (!response.ok) throw lost(String(response.status));
  const bytes = await readBytes(response, mostImage).catch((error: unknown) => {
    throw error instanceof RangeError ? lost('too large') : error;
  });
  const blob = pictureOf(bytes);
  if (!blob) throw lost('not a picture');
  return blob;
}

/** Statuses that may change soon: the server is busy, or the image is not there yet. */
function isPassing(status: number): boolean {
  return status >= 500 || [408, 425, 429].includes(status);
}

function lost(detail: string): UserPaysError {
  return new UserPaysError('image-lost', { stage: 'save', charge: 'charged', facts: { detail } });
}

/** True if the server replies but CORS hides the reply, false if no one replies. */
async function isHidden(url: string, signal: AbortSignal): Promise<boolean> {
  const link = linked(signal);
  try {
    return (await fetch(url, { ...init, mode: 'no-cors', signal: link.signal })).type === 'opaque';
  } catch {
    return false;
  } finally {
    // The bytes are not needed.
    link.abort(undefined);
    link.release();
  }
}
