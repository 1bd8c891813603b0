import { fields, finite, list, text } from '../base/json.js';
import type { Charge, ErrorCode } from '../base/error.js';
import type { Outcome, Reply } from './adapter.js';

export type Refused = Extract<Outcome, { kind: 'refused' }>;

const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-input', 401: 'session-refused', 402: 'insufficient-funds', 403: 'session-refused', 404: 'invalid-input',
  409: 'provider-busy', 411: 'provider-busy', 422: 'invalid-input', 425: 'provider-busy', 429: 'rate-limited', 503: 'provider-busy', 529: 'provider-busy',
};

/** The provider's own words in an error body, whichever of the usual shapes it has; at most 200 characters. */
export const words = (body: unknown): string | undefined => {
  const { detail, error, message, title } = fields(body);
  const found = text(detail) ?? text(fields(list(detail)[0]).msg) ?? text(fields(detail).message)
    ?? text(fields(error).message) ?? text(error) ?? text(message) ?? text(title);
  return found?.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 200) || undefined;
};

/** Milliseconds a reply asks us to wait, from `retry-after-ms`, `retry-after` (seconds or a date) or the body; at most a day. */
export const retryAfter = ({ headers, body }: Reply, now = Date.now()): number | undefined => {
  const header = headers['retry-after']?.trim() ?? String(finite(fields(body).retry_after) ?? '');
  const ms = /^\d{1,9}$/.test(headers['retry-after-ms'] ?? '') ? Number(headers['retry-after-ms'])
    : /^\d{1,9}(\.\d+)?$/.test(header) ? Number(header) * 1000
      : /[a-z]{3}/i.test(header) ? Date.parse(header) - now : NaN;
  return ms >= 0 ? Math.min(Math.round(ms), 86_400_000) : undefined;
};

/**
 * What a reply without success means; `undefined` for a 2xx with JSON or a picture in it.
 * Charge `none` where the request was turned down before any work: 4xx but 408 and 499, which gateways also say after work was
 * begun. A 5xx is `possible` unless the provider says that it never bills those.
 */
export const refusal = (reply: Reply, freeServerErrors = false): Refused | undefined => {
  const { status, body } = reply;
  if (status >= 200 && status < 300) return typeof body === 'object' && body !== null || reply.blob ? undefined : unreadable();
  const inFront = status >= 400 && status < 500 && status !== 408 && status !== 499;
  const charge: Charge = inFront || (freeServerErrors && status >= 500) ? 'none' : 'possible';
  const code = codes[status] ?? (inFront ? 'invalid-input' : 'provider-failed');
  const detail = words(body);
  const retryAfterMs = retryAfter(reply);
  return { kind: 'refused', code, charge, ...(detail ? { detail } : {}), ...(retryAfterMs === undefined ? {} : { retryAfterMs }), ...(status === 401 ? { ended: true } : {}) };
};

/** An answer that doesn't say what it should: whatever it was for may have been bought. While polling it means: ask again. */
export const unreadable = (detail?: string): Refused => ({ kind: 'refused', code: 'unreadable-reply', charge: 'possible', ...(detail ? { detail } : {}) });

/**
 * The same for a reply to a poll, where the job was accepted before: nothing that goes wrong makes it uncharged. Trouble on the way
 * (5xx, 408, 409, 425, 429, no JSON) is `unreadable-reply`, a job nobody knows `image-lost`.
 */
export const pollRefusal = (reply: Reply): Refused | undefined => {
  const found = refusal(reply);
  if (!found) return undefined;
  const { status } = reply;
  const passing = status < 400 || status >= 500 || [408, 409, 425, 429].includes(status);
  const code = passing ? 'unreadable-reply' : status === 404 || status === 410 ? 'image-lost' : found.code;
  return { ...found, code, charge: 'possible' };
};
