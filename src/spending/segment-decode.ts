import { plain, type Brief } from './merge-events.js';
import { checkedBody, unescape, type Line, type LineEvent } from './line.js';

/*
 * A segment: many finished entries in one value, `words;rows;checksum`. Words repeat (a model, an
 * amount, a tab), so rows refer to them by index. Columns of a row are base 36, separated by `.`;
 * empty ones at the end are left out:
 *
 *    0 milliseconds since the row before   1 tab (word)   2 count in the tab
 *    3 purchase: '' as before, `ms_count` (ms before this row's id, same tab) or `=word`
 *    4 kind (word)   5 wall clock minus id clock   6 standing: r refused, p reported, c computed
 *    7 charged (word)   8 pictures ('' = 1)   9 took   10 low   11 high   12 session   13 code
 *   14 note   15 prompt   16 corrections (words)   17 job
 *
 * A row decodes to the same events as the lines it was made from, so an entry that is in two
 * segments, or in a segment and in event lines, still counts once.
 */
const shape = /^[\w.~!*'()%|-]*;(?:[\w.=-]+(?:,[\w.=-]+)*)?;$/;
const packedName = /^(?:g|a:\d{4}-\d{2}):([0-9a-z]+-[0-9a-f]{6}-[0-9a-z]+)$/;
const COLUMNS = 18;
/**
 * Same check as for event lines: the checksum rules out damage, but anyone can make a file to
 * import.
 */
const amount = /^\d{1,18}(\.\d{1,24})?$/;
const LATEST = 36 ** 10;

/** What all rows of one segment share. */
interface Source {
  readonly segment: string;
  readonly words: readonly string[];
}

/**
 * A row, decoded only as far as the sums need: a page load reads thousands. `eventsOf` decodes the
 * rest.
 */
export interface PackedRow extends Brief {
  readonly id: string;
  /** False when the charge must be computed from the row's events. */
  readonly plain: boolean;
  /** The segment. Its id serves as the id of the deciding event of all its rows. */
  readonly source: Source;
  readonly text: string;
}

const FOUR = 36 ** 4;

/** Decodes the rows of a segment; `undefined` when it is damaged. */
export function readPacked([name, value]: Line): PackedRow[] | undefined {
  const [, segment] = packedName.exec(name) ?? [];
  const body = checkedBody(name, value);
  if (!segment || body === undefined || !shape.test(body)) return undefined;
  const [dictionary = '', list = ''] = body.split(';');
  const words = dictionary.split('|').map((word) => unescape(word) ?? '');
  const source = { segment, words };
  const [tails, amounts, plains] = [/^[0-9a-f]{6}$/, amount, plain].map((shape) =>
    words.map((word) => shape.test(word)),
  );
  const timeText = timeWriter();
  const kinds = new Map<number, readonly string[]>();
  const starts = new Int32Array(COLUMNS + 1);
  const found: PackedRow[] = [];
  let time = 0;
  let purchase = '';
  const isEmpty = (column: number): boolean => starts[column]! + 1 >= starts[column + 1]!;
  const number = (column: number): number =>
    numberIn(list, starts[column]!, starts[column + 1]! - 1);
  const word = (column: number): string => (isEmpty(column) ? '' : (words[number(column)] ?? ''));
  for (let from = 0; from < list.length;) {
    const end = cut(list, from, starts);
    time += number(0);
    const count = list.slice(starts[2], starts[3]! - 1);
    const bought = list.slice(starts[3], starts[4]! - 1);
    const tail = word(1);
    const at = time + number(5);
    const isSound =
      time >= 0 &&
      time < LATEST &&
      at >= 0 &&
      at < LATEST &&
      tails?.[number(1)] &&
      /^[0-9a-z]{1,8}$/.test(count) &&
      [7, 10, 11].every((column) => isEmpty(column) || amounts?.[number(column)]) &&
      (isEmpty(16) || areCorrections(parts(word(16))));
    if (!isSound) return undefined;
    const made = (ms: number, last: string): string => `${timeText(ms)}-${tail}-${last}`;
    const split = bought.indexOf('_');
    if (split > 0) purchase = made(time - numberIn(bought, 0, split), bought.slice(split + 1));
    else if (bought) purchase = words[numberIn(bought, 1, bought.length)] ?? '';
    let kind = kinds.get(number(4));
    if (!kind) kinds.set(number(4), (kind = parts(word(4))));
    const isRefused = list.charCodeAt(starts[6]!) === 114;
    found.push({
      id: made(time, count),
      purchase,
      provider: kind[0] ?? '',
      model: kind[1] ?? '',
      simulated: kind[4] === 's',
      session: word(12),
      at,
      high: undefined,
      standing: isRefused ? 'refused' : 'settled',
      charged: isRefused ? undefined : word(7) || '0',
      pictures: isRefused ? 0 : isEmpty(8) ? 1 : number(8),
      plain: isEmpty(16) && (isRefused || isEmpty(7) || plains?.[number(7)] === true),
      source,
      text: list.slice(from, end),
    });
    from = end + 1;
  }
  // A month's line starts with its number of entries and their total.
  return name.startsWith('a:') && parseInt(words[0] ?? '', 10) !== found.length ? undefined : found;
}

/**
 * Returns a function that formats the time part of ids. `toString(36)` is slow for numbers this
 * large, and neighbouring ids differ only in the last four digits, which span 28 minutes.
 */
function timeWriter(): (ms: number) => string {
  let early = NaN;
  let digits = '';
  return (ms) => {
    const high = Math.floor(ms / FOUR);
    if (high !== early) digits = (early = high).toString(36).padStart(5, '0');
    return digits + (ms - high * FOUR + FOUR).toString(36).slice(1);
  };
}

/**
 * Parses the base-36 number between two positions of a text; 0 when empty. `parseInt` would need a
 * substring for every number.
 */
function numberIn(text: string, from: number, to: number): number {
  const isNegative = text.charCodeAt(from) === 45;
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
function cut(list: string, from: number, starts: Int32Array): number {
  let column = 0;
  let at = from;
  starts[0] = from;
  for (; at < list.length; at += 1) {
    const code = list.charCodeAt(at);
    if (code === 44) break;
    if (code === 46) starts[(column += 1)] = at + 1;
  }
  starts.fill(at + 1, column + 1);
  return at;
}

/** Corrections come in threes: id, amount, reason. */
function areCorrections(texts: readonly string[]): boolean {
  return (
    texts.length % 3 === 0 &&
    texts.every(
      (text, at) => at % 3 !== 1 || (amount.test(text.replace('-', '')) && !/.-/.test(text)),
    )
  );
}

function parts(word: string): string[] {
  return word.split('\n').map((part) => unescape(part) ?? '');
}

/** Milliseconds it took, base 36; `''` when unknown. */
export function tookOf({ text }: PackedRow): string {
  return text.split('.', 10)[9] ?? '';
}

/** Decodes all events of a row. */
export function eventsOf({
  id,
  purchase,
  at,
  simulated,
  session,
  charged,
  pictures,
  source: { segment, words },
  text,
}: PackedRow): LineEvent[] {
  const column = text.split('.');
  const word = (place: number): string =>
    column[place] ? (words[parseInt(column[place], 36)] ?? '') : '';
  const [provider = '', model = '', route = '', size = ''] = parts(word(4));
  const events: LineEvent[] = [
    {
      kind: 'i',
      id,
      event: id,
      simulated,
      data: {
        at: at.toString(36),
        purchase,
        provider,
        model,
        route,
        size,
        low: word(10),
        high: word(11),
        quote: '',
        session,
        prompt: word(15),
      },
    },
  ];
  events.push(
    charged === undefined
      ? { kind: 'r', id, event: segment, simulated, data: { code: word(13) } }
      : {
          kind: 'd',
          id,
          event: segment,
          simulated,
          data: {
            charged,
            basis: column[6] === 'p' ? 'r' : 'c',
            pictures: String(pictures),
            took: column[9] ?? '',
            note: word(14),
          },
        },
  );
  if (word(17)) events.push({ kind: 'a', id, event: segment, simulated, data: { job: word(17) } });
  const corrections = word(16) ? parts(word(16)) : [];
  for (let next = 0; next < corrections.length; next += 3) {
    events.push({
      kind: 'c',
      id,
      event: corrections[next] ?? '',
      simulated,
      data: { amount: corrections[next + 1] ?? '0', note: corrections[next + 2] ?? '' },
    });
  }
  return events;
}
