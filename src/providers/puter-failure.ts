import { defined } from '../base/defined.js';
import type { Charge, ErrorCode } from '../base/error.js';
import { fields, finite, parseJson, text, type Fields } from '../base/json.js';
import { mostRead, puterWords } from './puter-words.js';
import type { RefusalReason } from './outcome.js';
import type { Refused } from './refusal.js';

type Meaning = readonly [ErrorCode, Charge];

/**
 * Puter's error codes, as measured against its backend and SDK 2.6.3. Charge: the checks that end
 * in 401, 402, 403 or 429 run before a supplier is called. Suppliers' failures were not charged
 * when measured, but that is not documented, so they stay `possible` until the usage has been read.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  insufficient_funds: ['insufficient-funds', 'none'],
  subscription_required: ['insufficient-funds', 'none'],
  auth_canceled: ['sign-in-cancelled', 'none'],
  auth_window_closed: ['sign-in-cancelled', 'none'],
  popup_blocked: ['popup-blocked', 'none'],
  not_available_in_app: ['no-session', 'none'],
  unauthorized: ['session-refused', 'none'],
  reauth_required: ['session-refused', 'none'],
  token_auth_failed: ['session-refused', 'none'],
  token_missing: ['session-refused', 'none'],
  email_confirmation_required: ['session-refused', 'none'],
  email_must_be_confirmed: ['session-refused', 'none'],
  account_is_not_verified: ['session-refused', 'none'],
  phone_verification_required: ['session-refused', 'none'],
  card_verification_required: ['session-refused', 'none'],
  account_suspended: ['session-refused', 'none'],
  // Since September 2026 Puter sends these two in `errorCode`, beside the older `bad_request`.
  moderation_flagged: ['content-refused', 'possible'],
  input_too_large: ['invalid-input', 'none'],
  prompt_required: ['invalid-input', 'none'],
  bad_request: ['invalid-input', 'none'],
  // These concern `puter_output_path`, which is checked before anything is spent (read in its
  // source).
  access_denied: ['invalid-input', 'none'],
  cannot_write_to_root: ['invalid-input', 'none'],
  upstream_bad_request: ['invalid-input', 'none'],
  too_many_requests: ['rate-limited', 'none'],
  upstream_rate_limited: ['rate-limited', 'none'],
  upstream_provider_unavailable: ['provider-failed', 'possible'],
  upstream_auth_failed: ['provider-failed', 'possible'],
  upstream_failed: ['provider-failed', 'possible'],
  upstream_timeout: ['timed-out', 'possible'],
  // Puter noticed that the connection broke. It cancels running work and bills finished work.
  client_aborted: ['provider-failed', 'possible'],
  db_unavailable: ['provider-busy', 'possible'],
  invalid_image_response: ['unreadable-reply', 'possible'],
};

/** What Puter wants of the reader first, or what is wrong with the request: see `Refused.reason`. */
const reasons: Readonly<Record<string, RefusalReason>> = {
  email_confirmation_required: 'email',
  email_must_be_confirmed: 'email',
  account_is_not_verified: 'email',
  phone_verification_required: 'phone',
  card_verification_required: 'card',
  account_suspended: 'suspended',
  subscription_required: 'plan',
  input_too_large: 'large-reference',
  prompt_required: 'empty-prompt',
};

/** The same where only the message says it, beside a code that says less. */
const reasonWords: readonly (readonly [ErrorCode, RegExp, RefusalReason])[] = [
  [
    'session-refused',
    /(confirm|verif)\w*\b.{0,30}\be-?mail|\be-?mail\b.{0,30}(confirm|verif)/i,
    'email',
  ],
  [
    'session-refused',
    /(confirm|verif)\w*\b.{0,30}\bphone|\bphone\b.{0,30}(confirm|verif)/i,
    'phone',
  ],
  ['session-refused', /\baccount\b.{0,30}\bsuspended/i, 'suspended'],
  [
    'invalid-input',
    /^missing .?prompt|^.?prompt\b.{0,20}\b(required|missing|empty|non-empty)/i,
    'empty-prompt',
  ],
];

const byStatus: Readonly<Record<number, Meaning>> = {
  400: ['provider-failed', 'possible'],
  401: ['session-refused', 'none'],
  402: ['insufficient-funds', 'none'],
  403: ['session-refused', 'none'],
  404: ['invalid-input', 'none'],
  413: ['invalid-input', 'none'],
  422: ['invalid-input', 'none'],
  429: ['rate-limited', 'none'],
  503: ['provider-busy', 'possible'],
};

/**
 * Codes that mean the token is no longer valid. After other session refusals the token works again
 * once the reader has resolved the problem at Puter.
 */
const endings: ReadonlySet<string> = new Set([
  'unauthorized',
  'reauth_required',
  'token_auth_failed',
  'token_missing',
]);

/** Suppliers refuse content only in the message; OpenAI and BytePlus add a code. */
const unwanted =
  /nsfw|content.?(policy|safety)|usage polic|moderat|safety (system|filter|checker)|flagged|sensitive ?(content|information)|sensitive words|responsible ai|(filtered out|blocked|rejected|refused)\b.{0,40}\b(safety|polic(y|ies))\b|inappropriate|prohibited|unsafe|\bE005\b/i;
/** Google's names for its filters, which are written like this and nowhere in a sentence. */
const unwantedByGoogle =
  /\b(IMAGE_)?(SAFETY|PROHIBITED_CONTENT|RECITATION)\b|\b(BLOCKLIST|SPII)\b|HARM_CATEGORY_/;
/** A message that names a parameter first, whose value is not offered; sent before anything is spent. */
const wrongValue = /^[a-z]\w* (must (not )?be|is outside|accepts at most) /i;
/**
 * Models and suppliers that Puter does not have, or no longer. Checked before anything is spent
 * (measured), and worded by Puter itself.
 */
const notHosted =
  /^model not found|^image provider not available|excluded by data policy|no longer available through/i;
/**
 * The supplier replied without an image: Puter has already counted it (read in its source).
 */
const counted = /did not include|failed to extract/i;

/**
 * Cloudflare's 429s, which Puter passes on as a 400 with only the message: out of capacity (3040),
 * daily allocation used (3036), as listed in developers.cloudflare.com/workers-ai/platform/errors,
 * and the messages of its gateway.
 */
const crowded =
  /\b(429|3036|3040)\b|too many requests|rate.?limit|capacity temporarily exceeded|no more data centers|daily free allocation/i;

/**
 * Converts a failed purchase to a refusal. `httpStatus` is used if the error itself names no
 * status. Anything not understood counts as a lost reply: it may have been charged.
 */
export function puterFailure(thrown: unknown, httpStatus?: number): Refused {
  const told = read(thrown);
  const { said, status = httpStatus } = told;
  // Inside of a failure of Puter's own stands what led to it, which ends nothing.
  const name = (status !== undefined && status >= 500 ? told.outer : told.code) ?? '';
  const [code, charge] = meaningOf({ ...told, code: name, ...defined({ status }) });
  const reason = reasonOf(code, told);
  const isOver = code === 'session-refused' && (status === 401 || endings.has(name));
  return {
    kind: 'refused',
    code,
    charge,
    ...defined({ detail: puterWords(said), ended: isOver ? true : undefined, reason }),
  };
}

function reasonOf(
  code: ErrorCode,
  { code: name = '', errorCode = '', said = '' }: Told,
): RefusalReason | undefined {
  if (code === 'not-hosted') return 'retired';
  const named = [errorCode, name].find((one) => Object.hasOwn(reasons, one));
  return named === undefined
    ? reasonWords.find(([about, words]) => about === code && words.test(said))?.[2]
    : reasons[named];
}

/**
 * True for an error of Puter's own, whose order has ended: its body has a code, or says that the
 * call had no success. Anything else comes from a gateway in front, while a supplier may still be
 * working; so may a 5xx in an envelope that gateways use, too.
 */
export function isPutersOwn(body: unknown, status: number): boolean {
  const { code = '', isNoSuccess } = read(body);
  if (text(fields(body).code) !== undefined || Object.hasOwn(meanings, code)) return true;
  // A gateway that gave up waiting says so with these.
  if (status === 408 || status === 499) return false;
  return (
    status < 500 && (isNoSuccess === true || text(fields(fields(body).error).code) !== undefined)
  );
}

/** Puter's own, more specific code comes first, then its words, its code and the status. */
function meaningOf({
  code = '',
  errorCode = '',
  upstream = '',
  said = '',
  status = 0,
  isNoSuccess = false,
}: Told): Meaning {
  // These two say only that something was wrong with the request.
  const named = /bad_request$/.test(errorCode) ? undefined : meaningNamed(errorCode);
  if (named) return named;
  const known = meaningNamed(code);
  // Puter's own refusals, regardless of their message.
  if (known?.[1] === 'none' && known[0] !== 'invalid-input') return known;
  if (code === 'bad_request' && notHosted.test(said)) return ['not-hosted', 'none'];
  const words = code === 'bad_request' && wrongValue.test(said) ? said.replace(/^\w+/, '') : said;
  if ([upstream, words].some((one) => unwanted.test(one) || unwantedByGoogle.test(one)))
    return ['content-refused', status === 403 ? 'none' : 'possible'];
  if (counted.test(said)) return ['provider-failed', 'possible'];
  if (code === 'unknown_error' && crowded.test(said)) return ['rate-limited', 'possible'];
  if (code === 'forbidden' && /block|policy|prompt/i.test(said)) return ['content-refused', 'none'];
  return (
    known ??
    byStatus[status] ??
    (status >= 400 || isNoSuccess
      ? ['provider-failed', 'possible']
      : ['unreadable-reply', 'possible'])
  );
}

function meaningNamed(code: string): Meaning | undefined {
  return Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}

/** The parts that we read of an error from Puter or its SDK. */
interface Told {
  readonly code?: string;
  /** The code of the outermost layer that has one. */
  readonly outer?: string;
  /** Puter's own more specific code, since September 2026. */
  readonly errorCode?: string;
  /** The supplier's code. */
  readonly upstream?: string;
  readonly said?: string;
  readonly status?: number;
  /** True where the envelope itself says that the call failed: `success: false`. */
  readonly isNoSuccess?: boolean;
}

/**
 * Code, message and status of whatever Puter or its SDK rejected with: text, nested objects, JSON as
 * text, a raw XMLHttpRequest or an Error. The outermost layer that has a part decides, except that a
 * code we know comes before one we don't.
 */
function read(thrown: unknown): Told {
  // A gateway's page says nothing to a reader.
  if (typeof thrown === 'string' && thrown.trim().startsWith('<')) return {};
  const all = layersOf(thrown);
  const [outer = {}] = all;
  const bare = typeof thrown === 'string' && all.length === 0 ? thrown : undefined;
  const codes = all.flatMap((layer) => codeIn(layer) ?? []);
  const code = codes.find((one) => Object.hasOwn(meanings, one)) ?? codes[0];
  const short = all.flatMap(({ error }) => text(error) ?? []).at(-1);
  const message =
    bare ?? all.flatMap((layer) => text(layer.message) ?? []).at(-1) ?? text(outer.msg) ?? short;
  const first = <T>(part: (layer: Fields) => T | undefined): T | undefined =>
    all.flatMap((layer) => part(layer) ?? [])[0];
  return defined({
    code,
    outer: codes[0],
    errorCode: first(({ errorCode }) => text(errorCode)),
    upstream: first(({ upstreamCode }) => text(upstreamCode)),
    said: message?.slice(0, mostRead) || undefined,
    // A request without an answer has the status 0.
    status: first(({ status }) => finite(status) || undefined),
    isNoSuccess: outer.success === false ? true : undefined,
  });
}

/** An error and what it wraps, outermost first: `error`, and the body an XMLHttpRequest received. */
function layersOf(thrown: unknown, deep = 3): readonly Fields[] {
  const value = typeof thrown === 'string' && /^\s*\{/.test(thrown) ? parseJson(thrown) : thrown;
  if (deep < 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { error, response } = fields(value);
  return [fields(value), ...[error, response].flatMap((part) => layersOf(part, deep - 1))];
}

/** Older releases put the code itself where others have the message: `{error: 'popup_blocked'}`. */
function codeIn({ code, error }: Fields): string | undefined {
  const short = text(error);
  return text(code) ?? (short !== undefined && /^[a-z_]+$/.test(short) ? short : undefined);
}
