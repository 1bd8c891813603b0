import { fields, list, parseJson, text } from '../base/json.js';
import { plain } from './words.js';

/** The most that is shown of anybody's words, UTF-16 units. */
const most = 200;

/** The sentence in a body that was cut off before it ended, so that it is no JSON any more. */
const cutSentence = /"(?:message|detail|error|title|msg)"\s*:\s*"((?:[^"\\]|\\.)*)/;

/**
 * Puter's words as they are shown: no token, no key, no markup, no JSON; at most 200 characters.
 */
export function puterWords(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const bare = plain(
    unwrapped(said)
      .replace(/\b(eyJ[\w-]+\.[\w-]+\.[\w-]*|(sk|r8|hf)[-_]\w{8,})/g, '…')
      .replace(/<[^>]*>/g, ' '),
  );
  return shortened(bare) || undefined;
}

/**
 * The supplier's sentence out of what Puter hands on. It quotes bodies whole, behind an address and
 * a status
 * (`Request to https://… failed with status 422 …: {"error":{"message":…`, measured), and bodies in
 * bodies.
 */
function unwrapped(said: string, depth = 0): string {
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
  if (inner !== undefined) return unwrapped(inner, depth + 1);
  // Nothing in it for a person: what stands before it may be.
  return said.slice(0, start).replace(/[\s:,–-]+$/, '') || said;
}

/** What an error body says, whichever of the suppliers' shapes it has. */
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

/** At most so many characters, cut between two words. */
function shortened(said: string): string {
  if (said.length <= most) return said;
  const room = said.slice(0, most - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > most / 2 ? room.slice(0, end) : room).replace(/[\s\p{P}\p{Cs}]+$/u, '')}…`;
}
