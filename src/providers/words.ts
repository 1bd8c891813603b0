import { fields, list, parseJson } from '../base/json.js';

const most = 200;

/** How much of a message is looked at, UTF-16 units. What it means is at its beginning. */
const looked = 4000;

/** How many possible messages of an error body are looked at. */
const mostSentences = 40;

/** The name of an HTTP status, which says less than a sentence beside it. */
const statusName =
  /^(bad request|payment required|not found|method not allowed|unprocessable (entity|content)|too many requests|internal server error|bad gateway|service unavailable|gateway time-?out)\.?$/i;

/**
 * At most 200 characters, cut at a space, or between two graphemes if there is no suitable space.
 */
export function shortened(said: string): string {
  if (said.length <= most) return said;
  const head = said.slice(0, most - 1);
  const space = /\s/.test(said.charAt(most - 1)) ? head.length : head.lastIndexOf(' ');
  if (space > most / 2) return `${head.slice(0, space).trimEnd()}…`;
  return `${said.slice(0, lettersWithin(said, most - 1))}…`;
}

/**
 * The length of the whole graphemes that fit in `room` code units; whole code points if the browser
 * has no `Intl.Segmenter`.
 */
function lettersWithin(said: string, room: number): number {
  const { Segmenter }: { Segmenter?: typeof Intl.Segmenter } = Intl;
  // Limits the work for very long texts.
  const near = said.slice(0, room * 2);
  const letters = Segmenter
    ? [...new Segmenter().segment(near)].map(({ segment }) => segment)
    : (near.match(/./gsu) ?? []);
  let end = 0;
  for (const letter of letters) {
    if (end + letter.length > room) break;
    end += letter.length;
  }
  return end;
}

/**
 * One line of plain text: no tags, no control characters, no characters that change the text
 * direction. Only the first 4000 characters are read, because others write the text. Each pattern
 * takes time in proportion to its length.
 */
export function plain(raw: string): string {
  return raw
    .slice(0, looked)
    .replace(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The text without these characters at its end. A pattern would try each run of them anew. */
export function withoutTail(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * The provider's message in an error body, in any of the usual formats (`detail` as text, list or
 * object, `error`, `errors`, `message`, JSON inside text): one line, at most 200 characters, never
 * JSON. A sentence is preferred to a bare name such as `not_found`.
 */
export function words(body: unknown): string | undefined {
  const told = wholeWords(body);
  return told === undefined ? undefined : shortened(told);
}

/** The same at its full length, to find out what it means. */
export function wholeWords(body: unknown): string | undefined {
  const found: string[] = [];
  if (typeof body !== 'string')
    for (const sentence of sentences(body)) {
      const one = plain(sentence);
      if (one !== '' && found.push(one) === mostSentences) break;
    }
  const whole = found.filter((one) => one.includes(' '));
  return whole.find((one) => !statusName.test(one)) ?? whole[0] ?? found[0];
}

/**
 * All possible messages in an error body, best first: the most deeply nested one comes from the
 * service that knows most.
 */
function* sentences(body: unknown, deep = 8): Generator<string> {
  if (deep < 0) return;
  if (typeof body === 'string') {
    yield* messagesWithin(body, deep);
    return;
  }
  if (Array.isArray(body)) {
    for (const one of list(body).slice(0, 5)) yield* sentences(one, deep - 1);
    return;
  }
  const {
    detail,
    error,
    error_description: why,
    errors,
    metadata,
    message,
    msg,
    title,
  } = fields(body);
  for (const part of [quoted(metadata), detail, why, error, errors, message, msg, title])
    if (part) yield* sentences(part, deep - 1);
}

/** The supplier's own error that OpenRouter quotes, unless it is a web page. */
function quoted(metadata: unknown): unknown {
  const { raw } = fields(metadata);
  return typeof raw === 'string' && raw.trim().startsWith('<') ? undefined : raw;
}

/**
 * Text that is or contains JSON, because gateways quote another service's error: the messages in
 * it, then the text before it. Python's notation of an object counts as JSON.
 */
function* messagesWithin(raw: string, deep: number): Generator<string> {
  const start = raw.search(/\{\s*["'{[}]|\[\s*["{[\]]/);
  if (start < 0) {
    yield raw;
    return;
  }
  const json = raw.slice(start);
  const body = parseJson(json.slice(0, Math.max(json.lastIndexOf('}'), json.lastIndexOf(']')) + 1));
  if (body !== undefined) yield* sentences(body, deep - 1);
  const before = withoutTail(plain(raw.slice(0, start)), ' :–-');
  if (/[a-z]{3}/i.test(before)) yield before;
}

/**
 * The message in a reply that is only text, at its full length; `undefined` if it looks like HTML,
 * or like JSON without a message.
 */
export function plainWords(raw: string): string | undefined {
  return raw.trim().startsWith('<') ? undefined : wholeWords({ message: raw });
}
