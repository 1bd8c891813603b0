import { fields, list, parseJson, text } from '../base/json.js';

const most = 200;

/**
 * At most 200 characters, ended between two words, or between two letters a reader sees as such
 * where there is no other place.
 */
export function shortened(said: string): string {
  if (said.length <= most) return said;
  const head = said.slice(0, most - 1);
  const space = /\s/.test(said.charAt(most - 1)) ? head.length : head.lastIndexOf(' ');
  if (space > most / 2) return `${head.slice(0, space).trimEnd()}…`;
  return `${said.slice(0, lettersWithin(said, most - 1))}…`;
}

/**
 * How much of a text is whole letters, at most `room` code units; whole code points where the
 * engine knows no letters.
 */
function lettersWithin(said: string, room: number): number {
  const { Segmenter }: { Segmenter?: typeof Intl.Segmenter } = Intl;
  // Megabytes of words are not taken apart.
  const near = said.slice(0, room * 2);
  const letters = Segmenter
    ? Array.from(new Segmenter().segment(near), ({ segment }) => segment)
    : Array.from(near);
  let end = 0;
  for (const letter of letters) {
    if (end + letter.length > room) break;
    end += letter.length;
  }
  return end;
}

/**
 * One line of plain text: no tags, no control characters, nothing that turns the direction of what
 * follows.
 */
export function plain(raw: string): string {
  return raw
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * The provider's own words in an error body, whichever of the usual shapes it has (`detail` as
 * text, list or object, `error`, `errors`,
 * `message`, JSON inside of text): one line, at most 200 characters, never JSON. A sentence goes
 * before a bare name like `not_found`.
 */
export function words(body: unknown): string | undefined {
  const found = (typeof body === 'string' ? [] : sentences(body))
    .map(plain)
    .filter((one) => one !== '');
  const best = found.find((one) => one.includes(' ')) ?? found[0];
  return best === undefined ? undefined : shortened(best);
}

/**
 * Everything in an error body that may be words, best first: what lies deeper was said by whoever
 * knows more.
 */
function sentences(body: unknown, deep = 8): readonly string[] {
  if (deep < 0) return [];
  if (typeof body === 'string') return unwrapped(body, deep);
  if (Array.isArray(body))
    return list(body)
      .slice(0, 5)
      .flatMap((one) => sentences(one, deep - 1));
  const { detail, error, errors, message, msg, title } = fields(body);
  return [detail, error, errors, message, msg, title].flatMap((part) =>
    part ? sentences(part, deep - 1) : [],
  );
}

/**
 * Text that is or holds JSON, as gateways pass on what another service told them: the words in it,
 * or those before it.
 */
function unwrapped(raw: string, deep: number): readonly string[] {
  const start = raw.search(/[[{]\s*["{[]/);
  if (start < 0) return [raw];
  const body = parseJson(raw.slice(start).trim());
  const inner = body === undefined ? [] : sentences(body, deep - 1);
  const before = plain(raw.slice(0, start)).replace(/[\s:–-]+$/, '');
  return [...inner, ...(/[a-z]{3}/i.test(before) ? [before] : [])];
}

/** Words that came as plain text instead of JSON. */
export function plainWords(raw: string): string | undefined {
  const said = text(plain(raw));
  return said === undefined || /^\s*[<[{]/.test(raw) ? undefined : shortened(said);
}
