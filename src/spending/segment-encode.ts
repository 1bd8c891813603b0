import { idTime } from '../base/id.js';
import type { Entry } from './entry.js';
import type { MergedEvents } from './merge-events.js';
import { escape, withChecksum, type Line } from './line.js';

/** A finished line with all that is known of it. */
export interface Finished {
  readonly entry: Entry;
  readonly held: MergedEvents;
  /** True while its picture may still have to be fetched again: its job is kept. */
  readonly recent?: boolean;
}

/**
 * One value for many finished lines, as `decodePacked` reads it. A closed month's line
 * (`a:2026-10:<id>`) keeps who was paid how much
 * and leaves sizes, routes, notes and times out.
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
        // Without its corrections: they stand beside it under their own ids, or a second copy of
        // one would count twice.
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
