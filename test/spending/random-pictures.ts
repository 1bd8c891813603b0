import fc from 'fast-check';
import {
  createEntryProjection,
  type EntryProjection,
} from '../../src/spending/entry-projection.js';
import type { LineEvent } from '../../src/spending/line.js';
import type { Finished } from '../../src/spending/segment-encode.js';
import { eventsOf, type Segment } from '../../src/spending/segment-decode.js';
import { NOON } from './simulated-browser.js';

/* Pictures as they may have been bought, and what a journal makes of them. */

const DAY = 86_400_000;
function idOf(ms: number, count: number): string {
  return `${(NOON + ms).toString(36).padStart(9, '0')}-0000a${String(count % 3)}-${count.toString(36)}`;
}

/**
 * A picture as it happened: bought in a batch or alone, settled or refused, perhaps corrected,
 * perhaps in doubt before.
 */
export const picture = fc.record({
  minutes: fc.integer({ min: -100_000, max: 4000 }),
  batch: fc.nat(5),
  kind: fc.nat(2),
  simulated: fc.boolean(),
  session: fc.constantFrom('', 's0', 's1'),
  charged: fc.constantFrom('0', '0.03', '0.045', '1.50', '007.1', '0.000000000000000001'),
  basis: fc.constantFrom('r', 'c'),
  pictures: fc.nat(2),
  isRefused: fc.boolean(),
  corrections: fc.array(fc.constantFrom('-0.01', '0.5', '-0.000001'), { maxLength: 2 }),
  prompt: fc.constantFrom('', 'a fox, 100%;|.\n'),
  late: fc.integer({ min: -DAY, max: DAY }),
  site: fc.constantFrom('', 'ada.github.io/blog', 'ada.github.io/shop', 'a|b;c/100%\n,.'),
});

type Sample = typeof picture extends fc.Arbitrary<infer P> ? P : never;
export type Picture = Omit<Sample, 'charged'> & { charged: string; purchase?: string };

export function eventsIn(given: readonly Picture[]): LineEvent[] {
  return given.flatMap((each, at): LineEvent[] => {
    const { simulated } = each;
    const id = idOf(each.minutes * 60_000 + at, at);
    const purchase =
      each.purchase ??
      (each.batch
        ? idOf(-9_000_000_000 + each.batch, each.batch)
        : idOf(each.minutes * 60_000 - 5, at));
    const later = (step: number): string =>
      idOf(each.minutes * 60_000 + 60_000 + step, at + 100 * step);
    const intent: LineEvent = {
      kind: 'i',
      id,
      event: id,
      simulated,
      data: {
        at: (NOON + each.minutes * 60_000 + each.late).toString(36),
        purchase,
        provider: ['bfl', 'fal', 'x|y'][each.kind] ?? '',
        model: `model\n${String(each.kind)}`,
        route: '',
        size: '8x8',
        low: '0.03',
        high: '0.05',
        quote: 'q',
        session: each.session,
        prompt: each.prompt,
        site: each.site,
      },
    };
    const end: LineEvent = each.isRefused
      ? { kind: 'r', id, event: later(1), simulated, data: { code: 'rate-limited' } }
      : {
          kind: 'd',
          id,
          event: later(1),
          simulated,
          data: {
            charged: each.charged,
            basis: each.basis,
            pictures: String(each.pictures),
            took: '8x',
            note: '',
          },
        };
    return [
      intent,
      end,
      ...each.corrections.map((amount, step): LineEvent => ({
        kind: 'c',
        id,
        event: later(2 + step),
        simulated,
        data: { amount, note: 'price fell' },
      })),
    ];
  });
}

export function fold(...batches: readonly (readonly LineEvent[] | Segment)[]): EntryProjection {
  const made = createEntryProjection();
  for (const batch of batches) 'rows' in batch ? made.addSegments([batch]) : made.add(batch);
  return made;
}

const windows = [
  { now: NOON, sessions: ['s0'] },
  { now: NOON - 30 * DAY, sessions: ['s0', 's1'] },
  { now: NOON, sessions: [] },
];
export function sums(given: EntryProjection): unknown {
  return windows.flatMap((window) =>
    [false, true].map((simulated) => given.sums(simulated, window)),
  );
}
export function meaning(given: EntryProjection): unknown {
  return [
    sums(given),
    given.entries(),
    given
      .hidden()
      .map(({ id }) => id)
      .sort(),
    given.open(),
    given.times('bfl', 'model\n0'),
    given.entries(NOON - DAY).map(({ id }) => id),
  ];
}
export function eventsInside(given: Segment | undefined): readonly LineEvent[] {
  return (given?.rows() ?? []).flatMap(eventsOf);
}
export function sites(given: EntryProjection): unknown {
  return given.entries().map(({ id, site }) => [id, site]);
}

export function finished(given: EntryProjection): Finished[] {
  return given.entries().map((entry) => ({ entry, held: given.held(entry.id) ?? {} }));
}
export function segment(minutes: number): string {
  return idOf(minutes * 60_000, 9999);
}

export const pictures = fc.array(picture, { maxLength: 12 });
