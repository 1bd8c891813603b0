import { idTime } from '../base/id.js';
import type { Entry } from './entry.js';
import type { MergedEvents } from './merge-events.js';
import { escape, withChecksum, type Line } from './line.js';

/** A finished entry with all its events. */
export interface Finished {
  readonly entry: Entry;
  readonly held: MergedEvents;
  /** True while its picture may still have to be fetched again: its job is kept. */
  readonly recent?: boolean;
}

/**
 * Encodes many finished entries as one line, a segment, which `readPacked` decodes. With `signOff`
 * it is a closed month's line (`a:2026-10:<id>`): it keeps day, provider, model, site, charge
 * and corrections, and leaves out sizes, routes, sessions, notes, prompts and how long each took.
 */
export function encodePacked(name: string, finished: readonly Finished[], signOff = ''): Line {
  const segment = new SegmentWriter(signOff);
  for (const row of [...finished].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)))
    segment.add(row);
  return withChecksum(name, segment.body());
}

/** A row's columns are listed in `segment-decode.ts`. */
class SegmentWriter {
  readonly #words: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #rows: string[] = [];
  readonly #isBrief: boolean;
  #before = 0;
  #purchase = '';

  constructor(signOff: string) {
    this.#isBrief = signOff !== '';
    this.#word(this.#isBrief ? signOff : 'v1');
  }

  add({ entry, held, recent }: Finished): void {
    const [, tail = '', count = ''] = entry.id.split('-');
    const time = idTime(entry.id);
    const columns = [
      (time - this.#before).toString(36),
      this.#word(tail),
      count,
      this.#purchaseOf(entry, tail, time),
      this.#kindOf(entry),
      signed36(entry.at - time),
      standingOf(entry),
      // Without corrections: those are stored separately under their own ids, so that a second
      // copy of one does not count twice.
      this.#word(held.settled?.data['charged'] ?? ''),
      entry.pictures === 1 ? '' : entry.pictures.toString(36),
      ...(this.#isBrief ? ['', '', '', '', '', '', ''] : this.#detailsOf(entry, held)),
      this.#correctionsOf(held),
      recent && !this.#isBrief ? this.#word(held.accepted?.data['job'] ?? '') : '',
    ];
    this.#before = time;
    this.#purchase = entry.purchase;
    this.#rows.push(columns.join('.').replace(/\.+$/, ''));
  }

  body(): string {
    return `${this.#words.map(escape).join('|')};${this.#rows.join(',')};`;
  }

  /** The text's place among the words, base 36. */
  #word(text: string): string {
    if (text === '') return '';
    const known = this.#places.get(text);
    if (known !== undefined) return known.toString(36);
    const place = this.#words.length;
    this.#words.push(text);
    this.#places.set(text, place);
    return place.toString(36);
  }

  #purchaseOf({ purchase }: Entry, tail: string, time: number): string {
    if (purchase === this.#purchase) return '';
    const [, sameTail, bought] = purchase.split('-');
    const start = idTime(purchase);
    return sameTail === tail && !Number.isNaN(start)
      ? `${(time - start).toString(36)}_${bought}`
      : `=${this.#word(purchase)}`;
  }

  #kindOf({ provider, model, route, size, simulated, site }: Entry): string {
    const isBrief = this.#isBrief;
    return this.#word(
      joined([
        provider,
        model,
        isBrief ? '' : (route ?? ''),
        isBrief ? '' : size,
        simulated ? 's' : 'r',
        ...(site ? [site] : []),
      ]),
    );
  }

  #detailsOf({ low, high, session, code, prompt }: Entry, { settled }: MergedEvents): string[] {
    return [
      settled?.data['took'] ?? '',
      this.#word(low ?? ''),
      this.#word(high ?? ''),
      this.#word(session),
      this.#word(code ?? ''),
      this.#word(settled?.data['note'] ?? ''),
      this.#word(prompt ?? ''),
    ];
  }

  #correctionsOf({ corrections }: MergedEvents): string {
    return this.#word(
      [...(corrections?.values() ?? [])]
        .map(({ event, data }) => joined([event, data['amount'] ?? '0', data['note'] ?? '']))
        .join('\n'),
    );
  }
}

function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[%\n]/g, encodeURIComponent)).join('\n');
}

/** A refused, reported or computed one. */
function standingOf({ standing, basis }: Entry): 'r' | 'p' | 'c' {
  if (standing === 'refused') return 'r';
  return basis === 'reported' ? 'p' : 'c';
}

function signed36(value: number): string {
  return value ? Math.round(value).toString(36) : '';
}
