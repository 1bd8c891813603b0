import { expect } from 'chai';
import fc from 'fast-check';
import {
  createEntryProjection,
  type EntryProjection,
} from '../../src/spending/entry-projection.js';
import type { LineEvent } from '../../src/spending/line.js';
import { encodePacked, type Finished } from '../../src/spending/segment-encode.js';
import { eventsOf, readPacked, type PackedRow } from '../../src/spending/segment-decode.js';
import { NOON } from './simulated-browser.js';

const DAY = 86_400_000;
function idOf(ms: number, count: number): string {
  return `${(NOON + ms).toString(36).padStart(9, '0')}-0000a${String(count % 3)}-${count.toString(36)}`;
}

/**
 * A picture as it happened: bought in a batch or alone, settled or refused, perhaps corrected,
 * perhaps in doubt before.
 */
const picture = fc.record({
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

function eventsIn(
  given: readonly (typeof picture extends fc.Arbitrary<infer P> ? P : never)[],
): LineEvent[] {
  return given.flatMap((each, at): LineEvent[] => {
    const { simulated } = each;
    const id = idOf(each.minutes * 60_000 + at, at);
    const purchase = each.batch
      ? idOf(-9_000_000_000, each.batch)
      : idOf(each.minutes * 60_000 - 5, at);
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

function fold(
  ...batches: readonly (readonly LineEvent[] | { rows: readonly PackedRow[] })[]
): EntryProjection {
  const made = createEntryProjection();
  for (const batch of batches) 'rows' in batch ? made.addPacked(batch.rows) : made.add(batch);
  return made;
}

const windows = [
  { now: NOON, sessions: ['s0'] },
  { now: NOON - 30 * DAY, sessions: ['s0', 's1'] },
  { now: NOON, sessions: [] },
];
function sums(given: EntryProjection): unknown {
  return windows.flatMap((window) =>
    [false, true].map((simulated) => given.sums(simulated, window)),
  );
}
function meaning(given: EntryProjection): unknown {
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
function sites(given: EntryProjection): unknown {
  return given.entries().map(({ id, site }) => [id, site]);
}
function finished(given: EntryProjection): Finished[] {
  return given.entries().map((entry) => ({ entry, held: given.held(entry.id) ?? {} }));
}
function segment(minutes: number): string {
  return idOf(minutes * 60_000, 9999);
}

const pictures = fc.array(picture, { maxLength: 12 });

describe('a packed line', () => {
  it('has the same sums as the lines it was made from', () => {
    fc.assert(
      fc.property(pictures, (given) => {
        const before = fold(eventsIn(given));
        const rows = readPacked(encodePacked(`g:${segment(9000)}`, finished(before)));
        expect(rows).to.have.length(given.length);
        expect(sums(fold({ rows: rows ?? [] }))).to.deep.equal(sums(before));
        expect(sites(fold({ rows: rows ?? [] }))).to.deep.equal(sites(before));
        const month = readPacked(
          encodePacked(`a:2026-11:${segment(9000)}`, finished(before), `${given.length}\n1`),
        );
        expect(sites(fold({ rows: month ?? [] }))).to.deep.equal(sites(before));
        const reversed = encodePacked(`g:${segment(9000)}`, finished(before).reverse());
        expect(readPacked(reversed)).to.deep.equal(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('means what its events mean, whatever is known already or comes later, and with whatever a reset hides', () => {
    fc.assert(
      fc.property(
        pictures,
        pictures,
        fc.nat(99),
        fc.nat(99),
        fc.option(fc.integer({ min: -5000, max: 12_000 }), { nil: undefined }),
        (packed, loose, first, second, reset) => {
          const both = finished(fold(eventsIn(packed)));
          // Two segments that overlap, as two tabs that fold at once write them.
          const [one, other] = [both.slice(0, first % 13), both.slice(second % 5)].map(
            (rows, at) => readPacked(encodePacked(`g:${segment(9000 + at)}`, rows)) ?? [],
          );
          const [half, rest] = [eventsIn(loose).slice(0, first), eventsIn(loose).slice(first)];
          const [quick, slow] = [
            fold(half, { rows: one ?? [] }, { rows: other ?? [] }, rest),
            fold(half, (one ?? []).flatMap(eventsOf), (other ?? []).flatMap(eventsOf), rest),
          ];
          if (reset !== undefined) for (const each of [quick, slow]) each.hide(segment(reset));
          expect(sums(quick)).to.deep.equal(sums(slow));
          expect(meaning(quick)).to.deep.equal(meaning(slow));
          for (const each of [quick, slow]) each.hide('');
          expect(meaning(quick)).to.deep.equal(meaning(slow));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of an older version has no sites, and is written as before where none is known', () => {
    fc.assert(
      fc.property(pictures, (given) => {
        const before = fold(eventsIn(given.map((each) => ({ ...each, site: '' }))));
        const [name, value] = encodePacked(`g:${segment(9000)}`, finished(before));
        const kinds = decodeURIComponent(value.split(';')[0] ?? '').split('|');
        for (const kind of kinds.filter((word) => /\n8x8\n/.test(word)))
          expect(kind).to.match(/\n8x8\n[rs]$/);
        expect(sites(fold({ rows: readPacked([name, value]) ?? [] }))).to.deep.equal(
          before.entries().map(({ id }) => [id, undefined]),
        );
      }),
    );
  });

  it('with any one character changed is refused, never half read', () => {
    const [name, value] = encodePacked(
      `g:${segment(9000)}`,
      finished(fold(eventsIn(fc.sample(picture, { numRuns: 5, seed: 7 })))),
    );
    fc.assert(
      fc.property(
        fc.nat(value.length - 1),
        fc.constantFrom('0', 'z', '.', ',', ';', '|', '%', '-', 'é'),
        (at, letter) => {
          fc.pre(value[at] !== letter);
          expect(readPacked([name, value.slice(0, at) + letter + value.slice(at + 1)])).to.equal(
            undefined,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
