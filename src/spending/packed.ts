import { isId, signed, unescape, type Line, type LineEvent } from './line.js';

/*
 * Many finished lines in one value: `words;rows;checksum`. Words repeat (a model, an amount, a tab), so rows name them by number.
 * Columns of a row, base 36, separated by `.`, empty ones at the end left out:
 *   0 milliseconds since the row before   1 tab (word)   2 count in the tab   3 purchase: '' as before, `ms_count` before this line by the
 *   same tab, `=word`   4 kind (word)   5 wall clock minus id clock   6 standing: r refused, p reported, c computed   7 charged (word)
 *   8 pictures ('' = 1)   9 took   10 low   11 high   12 session   13 code   14 note   15 prompt   16 corrections (words)   17 job
 * A row gives back the same events as the lines it was made from, so a line that is in two segments, or loose as well, still counts once.
 */
const shape = /^[\w.~!*'()%|-]*;(?:[\w.=-]+(?:,[\w.=-]+)*)?;$/;
const packedName = /^(?:g|a:\d{4}-\d{2}):([0-9a-z]+-[0-9a-f]{6}-[0-9a-z]+)$/;

/** The events of a packed line, or `undefined` when it is damaged. */
export const decodePacked = ([name, value]: Line): LineEvent[] | undefined => {
  const [, segment] = packedName.exec(name) ?? [];
  const body = signed(name, value);
  if (!segment || body === undefined || !shape.test(body)) return undefined;
  const [dictionary = '', rows = ''] = body.split(';');
  const words = dictionary.split('|').map((word) => unescape(word) ?? '');
  // A month's line says first how many lines it stands for, and what they came to.
  if (name.startsWith('a:') && parseInt(words[0] ?? '', 10) !== (rows ? rows.split(',').length : 0)) return undefined;
  const events: LineEvent[] = [];
  const kinds = new Map<string | undefined, string[]>();
  let time = 0;
  let purchase = '';
  for (const row of rows ? rows.split(',') : []) {
    const column = row.split('.');
    const number = (at: number): number => parseInt(column[at] || '0', 36);
    const word = (at: number): string => (column[at] ? words[number(at)] ?? '' : '');
    time += number(0);
    const parts = (at: number): string[] => word(at).split('\n').map((part) => unescape(part) ?? '');
    const made = (ms: number, count: string): string => `${ms.toString(36).padStart(9, '0')}-${word(1)}-${count}`;
    const id = made(time, column[2] ?? '');
    const [back, count] = column[3]?.split('_') ?? [];
    if (count !== undefined) purchase = made(time - parseInt(back ?? '', 36), count);
    else if (column[3]) purchase = words[parseInt(column[3].slice(1), 36)] ?? '';
    const [provider = '', model = '', route = '', size = '', kind] = kinds.get(column[4]) ?? parts(4);
    if (!kinds.has(column[4])) kinds.set(column[4], parts(4));
    const simulated = kind === 's';
    if (!isId(id)) return undefined;
    events.push({ kind: 'i', id, event: id, simulated, data: {
      at: (time + number(5)).toString(36), purchase, provider, model, route, size, low: word(10), high: word(11), quote: '', session: word(12), prompt: word(15),
    } });
    events.push(column[6] === 'r'
      ? { kind: 'r', id, event: segment, simulated, data: { code: word(13) } }
      : { kind: 'd', id, event: segment, simulated, data: {
        charged: word(7) || '0', basis: column[6] === 'p' ? 'r' : 'c', pictures: String(column[8] ? number(8) : 1), took: column[9] ?? '', note: word(14) } });
    if (word(17)) events.push({ kind: 'a', id, event: segment, simulated, data: { job: word(17) } });
    const corrections = word(16) ? parts(16) : [];
    for (let at = 0; at < corrections.length; at += 3) {
      events.push({ kind: 'c', id, event: corrections[at] ?? '', simulated, data: { amount: corrections[at + 1] ?? '0', note: corrections[at + 2] ?? '' } });
    }
  }
  return events;
};
