import { fields, list, parseJson, text } from '../base/json.js';
import { plain, withoutTail } from './words.js';

/** The most characters shown of a message, UTF-16 units. */
const most = 200;

/** The most characters read of a message: a supplier's whole error body fits. */
export const mostRead = 8000;

/** The message in an error body that was cut off, so that it can't be parsed as JSON. */
const cutSentence = /"(?:message|detail|error|title|msg)"\s*:\s*"((?:[^"\\]|\\.)*)/;

/** Puter's message as it is shown: no token, key, markup or JSON; at most 200 characters. */
export function puterWords(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const bare = plain(
    supplierMessage(said.slice(0, mostRead))
      .replace(/\b(eyJ[\w-]+\.[\w-]+\.[\w-]*|(sk|r8|hf)[-_]\w{8,})/g, '…')
      .replace(/<[^<>]*>/g, ' '),
  );
  return cutAtSpace(bare) || undefined;
}

/**
 * Extracts the supplier's message from Puter's. Puter quotes whole error bodies, after a URL and a
 * status (`Request to https://… failed with status 422 …: {"error":{"message":…`, measured), and
 * bodies may be nested.
 */
function supplierMessage(said: string, depth = 0): string {
  const start = said.search(/[[{]\s*["{]/);
  if (start < 0 || depth > 4) return said;
  const json = said.slice(start);
  const body =
    parseJson(json) ??
    parseJson(json.slice(0, Math.max(json.lastIndexOf('}'), json.lastIndexOf(']')) + 1));
  const inner =
    body === undefined
      ? cutSentence.exec(json)?.[1]?.replace(/\\+(.)/g, '$1')
      : sentenceIn(Array.isArray(body) ? body[0] : body);
  if (inner !== undefined) return supplierMessage(inner, depth + 1);
  // No readable message inside; use the text before it. A body alone says nothing.
  const before = withoutTail(said.slice(0, start), ' \t\r\n:,–-');
  return before !== '' || isOnlyJson(json) ? before : said;
}

/** Parsed or cut off: there is nothing but JSON. Words may well begin with a list in brackets. */
function isOnlyJson(json: string): boolean {
  return /^\{/.test(json) || parseJson(json) !== undefined;
}

/** The message in an error body, in any of the suppliers' formats. */
function sentenceIn(body: unknown): string | undefined {
  const { error, detail, message, title, errors } = fields(body);
  const [first] = [...list(detail), ...list(errors)];
  const found = [
    fields(error).message,
    message,
    error,
    detail,
    fields(first).msg,
    fields(first).message,
    title,
  ];
  return found.map(text).find((one) => one !== undefined && one.trim() !== '');
}

/**
 * Cuts at a space, to at most `most` characters. Unlike `shortened` in `words.ts` it leaves no
 * punctuation before the ellipsis, and splits graphemes where there is no space.
 */
function cutAtSpace(said: string): string {
  if (said.length <= most) return said;
  const room = said.slice(0, most - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > most / 2 ? room.slice(0, end) : room).replace(/[\s\p{P}\p{Cs}]+$/u, '')}…`;
}
