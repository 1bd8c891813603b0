import { unescape } from './line.js';

/* How the text of a segment is read, without a substring for each number. */

/** Character codes of what stands between rows, between columns, and before negative numbers. */
export const COMMA = 44;
export const DOT = 46;
export const MINUS = 45;

const FOUR = 36 ** 4;
/**
 * Same check as for event lines: the checksum rules out damage, but anyone can make a file to
 * import.
 */
export const amount = /^\d{1,18}(\.\d{1,24})?$/;
/** An entry is one picture. Larger counts than this are damage. */
export const MOST_PICTURES = 99;
/** What ids of one tab have in common. */
export const tail = /^[0-9a-f]{6}$/;

/** The parts of a word that was joined from several. */
export function parts(word: string): string[] {
  return word.split('\n').map((part) => unescape(part) ?? '');
}

/**
 * Returns a function that formats the time part of ids. `toString(36)` is slow for numbers this
 * large, and neighbouring ids differ only in the last four digits, which span 28 minutes.
 */
export function timeWriter(): (ms: number) => string {
  let early = NaN;
  let digits = '';
  return (ms) => {
    const high = Math.floor(ms / FOUR);
    if (high !== early) {
      early = high;
      digits = high.toString(36).padStart(5, '0');
    }
    return digits + (ms - high * FOUR + FOUR).toString(36).slice(1);
  };
}

/**
 * Parses the base-36 number between two positions of a text; 0 when empty. `parseInt` would need a
 * substring for every number.
 */
export function numberIn(text: string, from: number, to: number): number {
  const isNegative = text.charCodeAt(from) === MINUS;
  let number = 0;
  for (let at = isNegative ? from + 1 : from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    number = number * 36 + (code < 58 ? code - 48 : code - 87);
  }
  return isNegative ? -number : number;
}

/**
 * Writes the start of each column of the row at `from` into `starts` and returns the end of the
 * row. Missing columns start after the end.
 */
export function cut(list: string, from: number, starts: Int32Array): number {
  let column = 0;
  let at = from;
  starts[0] = from;
  for (; at < list.length; at += 1) {
    const code = list.charCodeAt(at);
    if (code === COMMA) break;
    if (code === DOT) {
      column += 1;
      starts[column] = at + 1;
    }
  }
  starts.fill(at + 1, column + 1);
  return at;
}
