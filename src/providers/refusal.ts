import { defined } from '../base/defined.js';
import { fields, finite, text } from '../base/json.js';
import type { Charge, ErrorCode } from '../base/error.js';
import type { RefusalRule, Reply } from './adapter.js';
import type { Outcome, Usage } from './outcome.js';
import { layers, retryAfter } from './retry-after.js';
import { plainWords, shortened, wholeWords } from './words.js';

export { retryAfter } from './retry-after.js';

export type Refused = Extract<Outcome, { kind: 'refused' }>;

const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-input',
  401: 'session-refused',
  402: 'insufficient-funds',
  403: 'session-refused',
  404: 'invalid-input',
  409: 'provider-busy',
  411: 'provider-busy',
  422: 'invalid-input',
  425: 'provider-busy',
  429: 'rate-limited',
  503: 'provider-busy',
  529: 'provider-busy',
};

/** Words of pages that look for robots. */
const challenge =
  /just a moment|attention required|cf[-_]chl|challenge-platform|checking your browser|captcha|_incapsula_|ddos/i;

/**
 * Interprets a reply that is not a success; `undefined` for a 2xx with JSON or an image.
 *
 * The charge is `none` if the request was refused before any work: a 4xx, except 408 and 499, which
 * gateways also send after work has begun. A 5xx is `possible` unless the provider documents that
 * it never bills those (`freeServerErrors`). The first matching rule in `rules` overrides code and
 * charge.
 */
export function refusal(
  reply: Reply,
  freeServerErrors = false,
  rules: readonly RefusalRule[] = [],
): Refused | undefined {
  const { status, body } = reply;
  if (status >= 200 && status < 300)
    return (typeof body === 'object' && body !== null) || reply.blob ? undefined : unreadable();
  const said = wholeWords(body) ?? plainWords(typeof body === 'string' ? body : reply.text) ?? '';
  const rule = rules.find(matches(reply, said));
  const inFront = status >= 400 && status < 500 && status !== 408 && status !== 499;
  const charge: Charge =
    rule?.charge ?? (inFront || (freeServerErrors && status >= 500) ? 'none' : 'possible');
  const isChecked = !rule && isChallenge(reply);
  const isGated = isChecked || (!rule && status === 403 && isPage(reply));
  const code =
    rule?.code ??
    (isChecked ? 'provider-failed' : codes[status]) ??
    (inFront ? 'invalid-input' : 'provider-failed');
  const retryAfterMs = retryAfter(reply);
  const ended = rule?.ended ?? (status === 401 && code === 'session-refused');
  return {
    kind: 'refused',
    code,
    charge,
    ...defined({
      detail: shortened(said) || undefined,
      retryAfterMs,
      ended: ended || undefined,
      gated: isGated || undefined,
    }),
  };
}

/** True for a check for robots in front of the provider (Cloudflare's "Just a moment…"). */
function isChallenge(reply: Reply): boolean {
  if (reply.headers['cf-mitigated'] !== undefined) return true;
  const isStopped = [401, 403, 429, 503].includes(reply.status);
  return isStopped && isPage(reply) && challenge.test(reply.text);
}

/** True for a page instead of the provider's JSON: it says nothing of the key or the account. */
function isPage({ body, text }: Reply): boolean {
  return body === undefined && /^\s*<(!doctype html|html|head|body|!--)/i.test(text);
}

function matches(reply: Reply, said: string): (rule: RefusalRule) => boolean {
  const [names, all] = [namesIn(reply), layers(reply.body)];
  return ({ status, named, says, holds }) =>
    (status === undefined || status.includes(reply.status)) &&
    (named === undefined || names.some((name) => named.test(name))) &&
    (says === undefined || says.test(said)) &&
    (holds === undefined || holds.some((field) => all.some((layer) => isPresent(layer[field]))));
}

/**
 * The machine-readable error names in a reply, e.g. `content_policy_violation`,
 * `insufficient_quota`.
 */
function namesIn({ headers, body }: Reply): readonly string[] {
  return [
    ...Object.entries(headers).flatMap(([name, value]) =>
      /error-(type|code)$/.test(name) ? [text(value)] : [],
    ),
    ...layers(body).flatMap(({ code, type, errorCode, error_code, error_type, limit_source }) =>
      [code, type, errorCode, error_code, error_type, limit_source].map(text),
    ),
  ].flatMap((name) => name?.slice(0, 200) ?? []);
}

function isPresent(value: unknown): boolean {
  return (
    value !== undefined &&
    value !== null &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0)
  );
}

/**
 * A reply that can't be understood: whatever it replied to may have been bought. After a poll it
 * means: poll again.
 */
export function unreadable(detail?: string): Refused {
  return {
    kind: 'refused',
    code: 'unreadable-reply',
    charge: 'possible',
    ...defined({ detail: detail || undefined }),
  };
}

/**
 * Interprets a success without an image. Some services report errors with a 200 because work had
 * begun, so the charge stays `possible`. A number in `error.code` is read as the status.
 */
export function failedInside(reply: Reply, rules: readonly RefusalRule[] = []): Refused {
  const { error, errors, detail } = fields(reply.body);
  if (![error, errors, detail].some(isPresent)) return unreadable();
  const status =
    layers(reply.body)
      .flatMap(({ code }) => finite(code) ?? [])
      .find((code) => code >= 400 && code < 600) ?? 500;
  const found = refusal({ ...reply, status }, false, rules);
  return found ? { ...found, charge: 'possible' } : unreadable();
}

/**
 * The same for a reply to a poll. The job was accepted before, so the charge is always `possible`.
 * Temporary problems (5xx, 408, 409, 425, 429, no JSON) become `unreadable-reply`, an unknown job
 * (404, 410) becomes `image-lost`.
 */
export function pollRefusal(reply: Reply, rules: readonly RefusalRule[] = []): Refused | undefined {
  const found = refusal(reply, false, rules);
  if (!found) return undefined;
  const { status } = reply;
  const passing = status < 400 || status >= 500 || [408, 409, 425, 429].includes(status);
  const code = passing
    ? 'unreadable-reply'
    : status === 404 || status === 410
      ? 'image-lost'
      : found.code;
  return { ...found, code, charge: 'possible' };
}

/**
 * Adds a cost that the provider reported, whatever the status says. A reported 0 may only mean that
 * nobody counted yet.
 */
export function spent(refused: Refused, used: { usage?: Usage }): Refused {
  return Number(used.usage?.amount ?? 0) > 0 ? { ...refused, charge: 'charged', ...used } : refused;
}

/** A refusal of our own. */
export function refused(code: ErrorCode, charge: Refused['charge'], detail?: string): Refused {
  return {
    kind: 'refused',
    code,
    charge,
    ...defined({ detail: detail || undefined }),
  };
}
