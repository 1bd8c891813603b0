import { expect } from 'chai';
import fc from 'fast-check';
import type { EntryProjection } from '../../src/spending/entry-projection.js';
import { withChecksum, type Line, type LineEvent } from '../../src/spending/line.js';
import { encodePacked } from '../../src/spending/segment-encode.js';
import { readSegment, type Segment } from '../../src/spending/segment-decode.js';
import {
  eventsIn,
  eventsInside,
  finished,
  fold,
  meaning,
  pictures,
  type Picture,
  segment,
  sums,
} from './random-pictures.js';

function packed(at: number, events: readonly LineEvent[]): Line {
  return encodePacked(`g:${segment(9000 + at)}`, finished(fold(events)));
}

/** Its summary says, while nobody asked for its rows, what its rows say. */
function expectSame(read: Segment): void {
  const quick = fold(read);
  const slow = fold({ ...read, summary: undefined });
  expect(sums(quick)).to.deep.equal(sums(slow));
  expect(meaning(quick)).to.deep.equal(meaning(slow));
  expect(sums(quick), 'after its rows were asked for').to.deep.equal(sums(slow));
}

describe('the summary of a segment', () => {
  it('is there for what is usually bought, and says what the rows say', () => {
    let summarized = 0;
    fc.assert(
      fc.property(pictures, (given) => {
        const usual = given.map(inTurn);
        const read = readSegment(packed(0, eventsIn(usual)))!;
        expect(read.rows()).to.have.length(given.length);
        if (read.summary) summarized += 1;
        expectSame(read);
      }),
      { numRuns: 300 },
    );
    expect(summarized).to.be.above(30);
  });

  it('says what the rows say of a batch that is bought at once, and of batches in two tabs', () => {
    const run = (gap: number): Segment => {
      const each = fc.sample(pictures, { numRuns: 1, seed: 3 })[0]![0]!;
      const batch = { ...each, isRefused: false, corrections: [], charged: '0.03', late: 0 };
      const events = eventsIn(
        [1, 1, 1, 2, 2].map((name, at) => ({ ...batch, batch: name, minutes: at * gap })),
      );
      return readSegment(packed(0, events))!;
    };
    expect(run(0).summary?.purchases).to.have.length(2);
    expect(run(600).summary, 'a purchase of two days').to.equal(undefined);
    for (const gap of [0, 1, 600]) expectSame(run(gap));
  });

  it('is not there where a row comes twice, or two purchases may be one', () => {
    const [each] = fc.sample(pictures, { numRuns: 9, seed: 5 }).flat();
    const given = [0, 1, 2].map((minutes) => ({
      ...inTurn({ ...each!, late: 0 }, 0),
      isRefused: false,
      minutes,
    }));
    const [name, value] = packed(0, eventsIn(given));
    const [words = '', list = ''] = value.split(';');
    const read = (rows: string): Segment =>
      readSegment(withChecksum(name, `${words};${rows};`)) ?? expect.fail();
    const [first = '', second = '', third = ''] = list.split(',');
    const again = third.replace(/^[^.]+/, '0');
    expect(read(list).summary).to.be.an('object');
    for (const rows of [
      [first, second, third, again],
      [second.replace(/^[^.]+/, first.split('.')[0]!), third],
    ]) {
      expect(read(rows.join()).summary).to.equal(undefined);
      expectSame(read(rows.join()));
    }
  });

  it('is what the rows say, or is not there, whatever a segment with a right checksum holds', () => {
    let summarized = 0;
    fc.assert(
      fc.property(
        pictures,
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.constantFrom('0', '1', '9', 'a', 'r', 'z', '.', ',', '-', '_', '=', ';'),
          ),
          { maxLength: 3 },
        ),
        (given, changes) => {
          const usual = given.map(inTurn);
          const [name, value] = packed(0, eventsIn(usual));
          let body = value.slice(0, -7);
          for (const [place, letter] of changes) {
            const at = place % body.length;
            body = body.slice(0, at) + letter + body.slice(at + 1);
          }
          const read = readSegment(withChecksum(name, body));
          if (!read?.summary) return;
          summarized += 1;
          expect(read.rows()).to.have.length(read.summary.times.length);
          expectSame(read);
        },
      ),
      { numRuns: 2000 },
    );
    expect(summarized).to.be.above(100);
  });
});

/** What is done with a journal, one thing after the other. */
const steps = fc.array(
  fc.oneof(
    fc.record({ add: fc.constant('events' as const), which: fc.nat(9), count: fc.nat(9) }),
    fc.record({ add: fc.constant('segment' as const), which: fc.nat(9), count: fc.nat(12) }),
    fc.record({ hide: fc.integer({ min: 8990, max: 9012 }) }),
    fc.record({ ask: fc.constantFrom('entry', 'held', 'entries', 'since', 'hidden', 'times') }),
  ),
  { maxLength: 10 },
);

/** As most is bought: one after the other, three at once, alike, and never corrected. */
function inTurn(each: Picture, at: number): Picture {
  const batch = Math.floor(at / 3) + 1;
  const { minutes, charged } = each;
  return {
    ...each,
    minutes: at * 100 + (Math.abs(minutes) % 100),
    batch,
    corrections: [],
    kind: batch % 4 && 1,
    session: batch % 3 ? 's0' : '',
    simulated: false,
    charged: charged.startsWith('0') ? '0.03' : '0.045',
    late: batch % 2 ? 0 : each.late,
    ...(batch % 5 === 4 && { purchase: 'basket' }),
  };
}

describe('a journal that knows segments by their summaries', () => {
  it('means at each moment what one that knows every event means', () => {
    let closed = 0;
    fc.assert(
      fc.property(pictures, pictures, steps, fc.boolean(), (some, others, done, isUsual) => {
        const usual = [...some, ...others].map(isUsual ? inTurn : (each) => each);
        const events = eventsIn(usual);
        const [quick, slow] = [fold(), fold()];
        for (const [at, step] of done.entries()) {
          if ('hide' in step) {
            for (const each of [quick, slow]) each.hide(step.hide < 8995 ? '' : segment(step.hide));
          } else if ('ask' in step) {
            expect(ask(quick, step.ask, events[at])).to.deep.equal(ask(slow, step.ask, events[at]));
          } else if (step.add === 'events') {
            const from = step.which * 5;
            const given = events.slice(from, from + step.count);
            expect(quick.add(given)).to.equal(slow.add(given));
          } else {
            const from = step.which * 2;
            const read = readSegment(packed(at, eventsIn(usual).filter(within(usual, from, step))));
            if (read?.summary) closed += 1;
            const isNews = slow.add(eventsInside(read));
            expect(quick.addSegments(read ? [read] : [])).to.equal(isNews);
          }
          expect(sums(quick)).to.deep.equal(sums(slow));
        }
        expect(meaning(quick)).to.deep.equal(meaning(slow));
      }),
      { numRuns: 1500 },
    );
    expect(closed).to.be.above(200);
  });
});

describe('segments that share a purchase', () => {
  it('count it once, whichever is read first and however they are read', () => {
    const [each] = fc.sample(pictures, { numRuns: 9, seed: 5 }).flat();
    const usual = { ...inTurn({ ...each!, late: 0 }, 0), isRefused: false };
    const events = eventsIn([0, 1, 2].map((minutes) => ({ ...usual, minutes })));
    const [one, other] = [events.slice(0, 4), events.slice(4)].map(
      (some, at) => readSegment(packed(at, some)) ?? expect.fail(),
    );
    expect([one, other].map((read) => read?.summary?.purchases.length)).to.deep.equal([1, 1]);
    const slow = fold(events);
    for (const given of [
      [one!, other!],
      [other!, one!],
      [{ ...one!, summary: undefined }, other!],
      [one!, { ...other!, summary: undefined }],
    ]) {
      const atOnce = fold();
      atOnce.addSegments(given);
      for (const quick of [fold(...given), atOnce]) {
        expect(sums(quick)).to.deep.equal(sums(slow));
        expect(sums(quick)).to.not.deep.equal(sums(fold()));
      }
    }
  });
});

/** The events of some of the pictures: each has as many as it has corrections, and two. */
function within(
  all: readonly { corrections: readonly string[] }[],
  from: number,
  { count }: { count: number },
): (event: LineEvent, at: number) => boolean {
  const owners = all.flatMap(({ corrections }, owner) =>
    Array.from({ length: corrections.length + 2 }, () => owner),
  );
  return (_, at) => owners[at]! >= from && owners[at]! < from + count;
}

function ask(given: EntryProjection, what: string, event: LineEvent | undefined): unknown {
  switch (what) {
    case 'entry':
      return given.entry(event?.id ?? '');
    case 'held':
      return given.held(event?.id ?? '');
    case 'since':
      return given.entries(0).length;
    case 'hidden':
      return given.hidden().length;
    case 'times':
      return given.times('bfl', 'model\n0');
    default:
      return given.entries();
  }
}
