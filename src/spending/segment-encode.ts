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
 * it is a closed month's line (`a:2026-10:<id>`): it keeps provider, model and charge, and leaves
 * out sizes, routes, notes and times.
 */
export function encodePacked(name: string, finished: readonly Finished[], signOff = ''): Line {
  const words: string[] = [];
  const places = new Map<string, number>();
  const word = (text: string): string => {
    if (text === '') return '';
    const place = places.get(text) ?? words.push(text) - 1;
    places.set(text, place);
    return place.toString(36);
  };
  const brief = signOff !== '';
  word(brief ? signOff : 'v1');
  let before = 0;
  let purchase = '';
  const rows = [...finished]
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry, held, recent }) => {
      const [, tail = '', count = ''] = entry.id.split('-');
      const time = idTime(entry.id);
      const [, sameTail, bought] = entry.purchase.split('-');
      const near = sameTail === tail && !Number.isNaN(idTime(entry.purchase));
      const columns = [
        (time - before).toString(36),
        word(tail),
        count,
        entry.purchase === purchase
          ? ''
          : near
            ? `${(time - idTime(entry.purchase)).toString(36)}_${bought}`
            : `=${word(entry.purchase)}`,
        word(
          joined([
            entry.provider,
            entry.model,
            brief ? '' : (entry.route ?? ''),
            brief ? '' : entry.size,
            entry.simulated ? 's' : 'r',
          ]),
        ),
        signed36(entry.at - time),
        entry.standing === 'refused' ? 'r' : entry.basis === 'reported' ? 'p' : 'c',
        // Without corrections: those are stored separately under their own ids, so that a second
        // copy of one does not count twice.
        word(held.settled?.data['charged'] ?? ''),
        entry.pictures === 1 ? '' : entry.pictures.toString(36),
        ...(brief
          ? ['', '', '', '', '', '', '']
          : [
              held.settled?.data['took'] ?? '',
              word(entry.low ?? ''),
              word(entry.high ?? ''),
              word(entry.session),
              word(entry.code ?? ''),
              word(held.settled?.data['note'] ?? ''),
              word(entry.prompt ?? ''),
            ]),
        word(
          [...(held.corrections?.values() ?? [])]
            .map(({ event, data }) => joined([event, data['amount'] ?? '0', data['note'] ?? '']))
            .join('\n'),
        ),
        recent && !brief ? word(held.accepted?.data['job'] ?? '') : '',
      ];
      before = time;
      purchase = entry.purchase;
      return columns.join('.').replace(/\.+$/, '');
    });
  return withChecksum(name, `${words.map(escape).join('|')};${rows.join(',')};`);
}

function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[%\n]/g, encodeURIComponent)).join('\n');
}
function signed36(value: number): string {
  return value ? Math.round(value).toString(36) : '';
}
