import { plain, type Brief } from './merge-events.js';
import { checkedBody, isId, unescape, type Line, type LineEvent } from './line.js';
import { summarize, type SegmentSummary } from './segment-summary.js';
import { LATEST_TIME } from '../base/id.js';
import { amount, cut, MOST_PICTURES, numberIn, parts, tail, timeWriter } from './segment-text.js';

/*
 * A segment: many finished entries in one value, `words;rows;checksum`. Words repeat (a model, an
 * amount, a tab), so rows refer to them by index. Columns of a row are base 36, separated by `.`;
 * empty ones at the end are left out:
 *
 *    0 milliseconds since the row before   1 tab (word)   2 count in the tab
 *    3 purchase: '' as before, `ms_count` (ms before this row's id, same tab) or `=word`
 *    4 kind (word: provider, model, route, size, s or r, site)   5 wall clock minus id clock
 *    6 standing: r refused, p reported, c computed   7 charged (word)   8 pictures ('' = 1)
 *    9 took   10 low   11 high   12 session   13 code   14 note   15 prompt
 *   16 corrections (words)   17 job
 *
 * A row decodes to events that say the same as the lines it was made from, so an entry that is in two
 * segments, or in a segment and in event lines, still counts once.
 */
const shape = /^[\w.~!*'()%|-]*;(?:[\w.=-]+(?:,[\w.=-]+)*)?;$/;
const packedName = /^(?:g|a:\d{4}-\d{2}):([0-9a-z-]+)$/;
const COLUMNS = 18;

const word = '[0-9a-z]{0,4}';
/** A row, column by column, empty ones at the end left out. Columns of later releases may follow. */
const rowShape = new RegExp(
  `^[0-9a-z]{1,9}\\.${word}\\.[0-9a-z]{1,8}` +
    `\\.(?:=${word}|-?[0-9a-z]{1,9}_[0-9a-z]{1,8})?` +
    `\\.${word}\\.-?[0-9a-z]{0,10}\\.[rpc]` +
    `(?:\\.${word}(?:\\.[0-9a-z]{0,2}(?:\\.[0-9a-z]{0,8}(?:\\.${word}){0,8})?)?)?(?:\\.|$)`,
);

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

/**
 * A segment that is known to be sound. Its rows are decoded when somebody asks for them: for the
 * sums its summary will do, where it has one.
 */
export interface Segment {
  readonly id: string;
  readonly summary: SegmentSummary | undefined;
  rows(): readonly PackedRow[];
}

/** Reads a segment; `undefined` when it is damaged. */
export function readSegment([name, value]: Line): Segment | undefined {
  const [, id] = packedName.exec(name) ?? [];
  const body = checkedBody(name, value);
  if (!id || !isId(id) || body === undefined || !shape.test(body)) return undefined;
  const [dictionary = '', list = ''] = body.split(';');
  const words = dictionary.split('|');
  const decoded = (): readonly PackedRow[] | undefined =>
    new RowReader({ segment: id, words: words.map((word) => unescape(word) ?? '') }, list).rows();
  const summary = summarize(words, list);
  let rows = summary ? undefined : decoded();
  const count = summary ? summary.times.length : rows?.length;
  // A month's line starts with its number of entries and their total.
  if (count === undefined || (name.startsWith('a:') && parseInt(words[0] ?? '', 10) !== count))
    return undefined;
  return {
    id,
    summary,
    rows: () => {
      rows ??= decoded() ?? [];
      return rows;
    },
  };
}

/** Decodes the rows of a segment; `undefined` when it is damaged. */
export function readPacked(line: Line): readonly PackedRow[] | undefined {
  return readSegment(line)?.rows();
}

class RowReader {
  readonly #source: Source;
  readonly #list: string;
  readonly #tails: readonly boolean[];
  readonly #amounts: readonly boolean[];
  readonly #plains: readonly boolean[];
  readonly #timeText = timeWriter();
  readonly #kinds = new Map<number, readonly string[]>();
  readonly #starts = new Int32Array(COLUMNS + 1);
  #time = 0;
  #purchase = '';

  constructor(source: Source, list: string) {
    this.#source = source;
    this.#list = list;
    this.#tails = source.words.map((word) => tail.test(word));
    this.#amounts = source.words.map((word) => amount.test(word));
    this.#plains = source.words.map((word) => plain.test(word));
  }

  /** All rows; `undefined` when one is damaged. */
  rows(): PackedRow[] | undefined {
    const found: PackedRow[] = [];
    for (let from = 0; from < this.#list.length;) {
      const end = cut(this.#list, from, this.#starts);
      this.#time += this.#number(0);
      const row = this.#row(this.#list.slice(from, end));
      if (!row) return undefined;
      found.push(row);
      from = end + 1;
    }
    return found;
  }

  #row(text: string): PackedRow | undefined {
    const at = this.#time + this.#number(5);
    const count = this.#text(2);
    if (!rowShape.test(text) || !this.#isSound(at)) return undefined;
    const tail = this.#word(1);
    this.#purchase = this.#purchaseOf(tail);
    const kind = this.#kind();
    const isRefused = this.#list.charAt(this.#starts[6]!) === 'r';
    return {
      id: this.#id(this.#time, tail, count),
      purchase: this.#purchase,
      provider: kind[0] ?? '',
      model: kind[1] ?? '',
      simulated: kind[4] === 's',
      session: this.#word(12),
      at,
      high: undefined,
      standing: isRefused ? 'refused' : 'settled',
      charged: isRefused ? undefined : this.#word(7) || '0',
      pictures: isRefused ? 0 : this.#pictures(),
      plain: this.#isEmpty(16) && (isRefused || this.#isPlain(7)),
      source: this.#source,
      text,
    };
  }

  #isSound(at: number): boolean {
    return (
      this.#time <= LATEST_TIME &&
      at >= 0 &&
      at <= LATEST_TIME &&
      this.#tails[this.#number(1)] === true &&
      this.#pictures() <= MOST_PICTURES &&
      [7, 10, 11].every((column) => this.#isEmpty(column) || this.#amounts[this.#number(column)]) &&
      (this.#isEmpty(16) || areCorrections(parts(this.#word(16))))
    );
  }

  #purchaseOf(tail: string): string {
    const bought = this.#text(3);
    if (!bought) return this.#purchase;
    const split = bought.indexOf('_');
    return split > 0
      ? this.#id(this.#time - numberIn(bought, 0, split), tail, bought.slice(split + 1))
      : (this.#source.words[numberIn(bought, 1, bought.length)] ?? '');
  }

  #pictures(): number {
    return this.#isEmpty(8) ? 1 : this.#number(8);
  }

  #kind(): readonly string[] {
    const place = this.#number(4);
    const kind = this.#kinds.get(place) ?? parts(this.#word(4));
    this.#kinds.set(place, kind);
    return kind;
  }

  #id(time: number, tail: string, count: string): string {
    return `${this.#timeText(time)}-${tail}-${count}`;
  }

  #isPlain(column: number): boolean {
    return this.#isEmpty(column) || this.#plains[this.#number(column)] === true;
  }

  #isEmpty(column: number): boolean {
    return this.#starts[column]! + 1 >= this.#starts[column + 1]!;
  }

  #text(column: number): string {
    return this.#list.slice(this.#starts[column], this.#starts[column + 1]! - 1);
  }

  #number(column: number): number {
    return numberIn(this.#list, this.#starts[column]!, this.#starts[column + 1]! - 1);
  }

  #word(column: number): string {
    return this.#isEmpty(column) ? '' : (this.#source.words[this.#number(column)] ?? '');
  }
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

/** Milliseconds it took, base 36; `''` when unknown. */
export function tookOf({ text }: PackedRow): string {
  return text.split('.', 10)[9] ?? '';
}

/** Decodes all events of a row. */
export function eventsOf(row: PackedRow): LineEvent[] {
  const { id, simulated, source, text } = row;
  const columns = text.split('.');
  const word = (place: number): string =>
    columns[place] ? (source.words[parseInt(columns[place], 36)] ?? '') : '';
  const job = word(17);
  const accepted: LineEvent[] = job
    ? [{ kind: 'a', id, event: source.segment, simulated, data: { job } }]
    : [];
  return [
    intentOf(row, word),
    outcomeOf(row, columns, word),
    ...accepted,
    ...correctionsOf(row, word(16)),
  ];
}

function intentOf(
  { id, purchase, at, simulated, session }: PackedRow,
  word: (place: number) => string,
): LineEvent {
  const [provider = '', model = '', route = '', size = '', , site = ''] = parts(word(4));
  return {
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
      site,
    },
  };
}

function outcomeOf(
  { id, simulated, charged, pictures, source: { segment } }: PackedRow,
  columns: readonly string[],
  word: (place: number) => string,
): LineEvent {
  if (charged === undefined)
    return { kind: 'r', id, event: segment, simulated, data: { code: word(13) } };
  return {
    kind: 'd',
    id,
    event: segment,
    simulated,
    data: {
      charged,
      basis: columns[6] === 'p' ? 'r' : 'c',
      pictures: String(pictures),
      took: columns[9] ?? '',
      note: word(14),
    },
  };
}

function correctionsOf({ id, simulated }: PackedRow, word: string): LineEvent[] {
  const texts = word ? parts(word) : [];
  const events: LineEvent[] = [];
  for (let next = 0; next < texts.length; next += 3) {
    events.push({
      kind: 'c',
      id,
      event: texts[next] ?? '',
      simulated,
      data: { amount: texts[next + 1] ?? '0', note: texts[next + 2] ?? '' },
    });
  }
  return events;
}
