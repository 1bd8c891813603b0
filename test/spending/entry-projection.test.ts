import { expect } from 'chai';
import fc from 'fast-check';
import {
  createEntryProjection,
  type EntryProjection,
} from '../../src/spending/entry-projection.js';
import type { Kind, LineEvent } from '../../src/spending/line.js';
import { NOON } from './simulated-browser.js';

function idOf(minute: number, tab: number): string {
  return `${(NOON + minute * 60_000).toString(36).padStart(9, '0')}-${String(tab).padStart(6, '0')}-1`;
}
const amounts = ['0', '0.03', '0.045', '0.1', '1.000000000000000001', '12345.6789'];

const event = fc
  .record({
    kind: fc.constantFrom<Kind>('i', 'a', 'd', 'r', 'u', 'c'),
    line: fc.nat(5),
    when: fc.nat(9),
    tab: fc.nat(2),
    amount: fc.constantFrom(...amounts),
    other: fc.constantFrom(...amounts, ''),
    basis: fc.constantFrom('r', 'c'),
    pictures: fc.nat(2),
  })
  .map(({ kind, line, when, tab, amount, other, basis, pictures }): LineEvent => {
    const id = idOf(line * 700, line % 3);
    // A line has one intent; everything else may come twice and disagree.
    const datas: Readonly<Record<Kind, Record<string, string>>> = {
      i: {
        at: (NOON + line * 700 * 60_000).toString(36),
        purchase: idOf(line - (line % 2), 0),
        provider: ['bfl', 'fal'][line % 2] ?? '',
        model: 'flux',
        route: '',
        size: '8x8',
        low: '',
        high: ['0.05', ''][(line % 4) % 2] ?? '',
        quote: 'q',
        session: `s${String(line % 2)}`,
        prompt: '',
      },
      a: { job: `job=${String(when)}` },
      d: { charged: amount, basis, pictures: String(pictures), took: '', note: '' },
      r: { code: 'refused' },
      u: { code: 'timed-out' },
      c: { amount: (when % 2 ? '-' : '') + (other || '0'), note: `refund ${String(when)}` },
    };
    // An event's id names one event: what it says follows from it.
    const own = `${idOf(line * 700 + when, tab).slice(0, -1)}${kind}${amounts.indexOf(amount).toString()}${basis}${String(pictures)}${String(amounts.indexOf(other) + 1)}`;
    return { kind, id, event: kind === 'i' ? id : own, simulated: line === 5, data: datas[kind] };
  });

const windows = [
  { now: NOON, sessions: ['s0'] },
  { now: NOON + 2 * 86_400_000, sessions: ['s0', 's1'] },
  { now: NOON + 40 * 86_400_000, sessions: [] },
];
function meaning(fold: EntryProjection): unknown {
  return [
    fold.entries(),
    fold
      .open()
      .map(({ id }) => id)
      .sort(),
    ...windows.flatMap((window) => [false, true].map((simulated) => fold.sums(simulated, window))),
  ];
}

function folded(...batches: readonly (readonly LineEvent[])[]): EntryProjection {
  const fold = createEntryProjection();
  for (const batch of batches) fold.add(batch);
  return fold;
}

describe('the sums', () => {
  it('are the same line by line as all at once, in any order, heard once or often', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.func(fc.integer()), (events, shuffle) => {
        const shuffled = [...events, ...events.slice(0, 9)]
          .map((each, at) => [each, shuffle(at)] as const)
          .sort(([, a], [, b]) => a - b)
          .map(([each]) => each);
        const whole = meaning(folded(events));
        expect(meaning(folded(...events.map((each) => [each])))).to.deep.equal(whole);
        expect(meaning(folded(...shuffled.map((each) => [each])))).to.deep.equal(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same whichever of two tabs’ halves comes first', () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (one, other) => {
        expect(meaning(folded(one, other))).to.deep.equal(meaning(folded(other, one)));
      }),
      { numRuns: 300 },
    );
  });

  it('come back exactly when a reset is undone', () => {
    fc.assert(
      fc.property(fc.array(event), fc.nat(9), (events, when) => {
        const fold = folded(events);
        const before = meaning(fold);
        fold.hide(idOf(when * 500, 0));
        fold.hide('');
        expect(meaning(fold)).to.deep.equal(before);
      }),
      { numRuns: 200 },
    );
  });

  it('of 500 lines at a ten-thousandth of a dollar are exact', () => {
    const fold = createEntryProjection();
    for (let line = 0; line < 500; line += 1) {
      const id = idOf(line, 1);
      fold.add([
        {
          kind: 'd',
          id,
          event: id,
          simulated: false,
          data: { charged: '0.0001', basis: 'r', pictures: '1', took: '', note: '' },
        },
      ]);
    }
    expect(fold.sums(false, { now: NOON, sessions: [] }).all).to.deep.equal({
      settled: '0.05',
      inDoubt: '0',
      pictures: 500,
      purchases: 500,
    });
  });
});

describe('what is said of one picture more than once', () => {
  const id = idOf(0, 1);
  const said = (kind: Kind, when: number, data: Record<string, string>): LineEvent => ({
    kind,
    id,
    event: kind === 'i' ? id : idOf(when, 1),
    simulated: false,
    data,
  });
  /** The entry, whichever came first. */
  const entryOf = (...events: readonly LineEvent[]) => {
    const [one, other] = [events, [...events].reverse()].map((order) =>
      folded(...order.map((each) => [each])).entry(id),
    );
    expect(one).to.deep.equal(other);
    return one;
  };
  const intent = { at: '1', purchase: id, provider: 'bfl', model: 'flux' };
  const settled = { charged: '0.04', basis: 'c', pictures: '1', took: '', note: '' };

  it('keeps of its intent the copy that says most', () => {
    const [whole, packed, brief] = [
      said('i', 0, { ...intent, quote: 'q', size: '8x8' }),
      said('i', 0, { ...intent, quote: '', size: '8x8' }),
      said('i', 0, { ...intent, quote: '', size: '' }),
    ] as const;
    expect(entryOf(whole, packed)).to.include({ quote: 'q', size: '8x8' });
    expect(entryOf(whole, brief)).to.include({ quote: 'q', size: '8x8' });
    expect(entryOf(packed, brief)).to.include({ quote: '', size: '8x8' });
  });

  it('costs what was reported, then the most, then what brought a picture', () => {
    const cost = (...ends: readonly (readonly [number, Partial<typeof settled>])[]) => {
      const { charged, basis, pictures, note } =
        entryOf(...ends.map(([when, end]) => said('d', when, { ...settled, ...end }))) ?? {};
      return [charged, basis, pictures, note];
    };
    expect(cost([1, { basis: 'r' }], [2, { charged: '0.09' }])).to.deep.equal([
      '0.04',
      'reported',
      1,
      undefined,
    ]);
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const dear = { charged: '0.10', pictures: '0' };
      expect(cost([first, { charged: '0.09' }], [second, dear])[0]).to.equal('0.1');
      expect(cost([first, { pictures: '0' }], [second, {}])[2]).to.equal(1);
    }
    expect(cost([1, { note: 'first' }], [2, { note: 'second' }])[3]).to.equal('second');
  });

  it('has the reason of its latest correction, and all of them count', () => {
    const corrections = [1, 2, 3].map((when) =>
      said('c', when, { amount: '-0.01', note: `reason ${when}` }),
    );
    expect(entryOf(said('d', 0, settled), ...corrections)).to.include({
      charged: '0.01',
      note: 'reason 3',
    });
  });
});
