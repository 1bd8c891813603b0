import { expect } from 'chai';
import { expectedMs } from '../../src/generation/expected.js';
import { unfinished } from '../../src/generation/unfinished.js';
import type { Entry } from '../../src/spending/entry.js';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 21);
function what(entry: Partial<Entry>, age = 0): string | undefined {
  return unfinished({ pictures: 0, ...entry, at: now - age } as Entry, now);
}
const job = { id: 'j1' };

describe('what is left to do for a line', () => {
  it('is to find out how it ended, however old it is, with a job or without', () => {
    for (const standing of ['intent', 'accepted'] as const) {
      expect([
        what({ standing }),
        what({ standing, job }),
        what({ standing, job }, 900 * HOUR),
      ]).to.deep.equal(['open', 'open', 'open']);
    }
  });

  it('is to ask again about a doubt, or for a picture, while the provider may still know, and no longer', () => {
    const told = (age: number): unknown => [
      what({ standing: 'in-doubt', job }, age),
      what({ standing: 'settled', job, pictures: 1 }, age),
    ];
    expect(told(0)).to.deep.equal(['in-doubt', 'perhaps-not-kept']);
    expect(told(HOUR)).to.deep.equal(['in-doubt', 'perhaps-not-kept']);
    expect(told(HOUR + 1)).to.deep.equal([undefined, undefined]);
    // Bought by a clock that was ahead by more than that.
    expect(told(-HOUR - 1)).to.deep.equal([undefined, undefined]);
  });

  it('is to look at the provider’s meter as long as that may tell, and no picture is to be had from it', () => {
    const noted = { meter: 'puter' };
    const told = (age: number): unknown => [
      what({ standing: 'in-doubt', job: noted }, age),
      what({ standing: 'settled', job: noted, pictures: 1 }, age),
    ];
    expect(told(HOUR + 1)).to.deep.equal(['in-doubt', undefined]);
    expect(told(33 * 24 * HOUR)).to.deep.equal([undefined, undefined]);
    expect(what({ standing: 'accepted', job: noted }, 900 * HOUR)).to.equal('open');
  });

  it('is nothing when it was refused, brought nothing, or nobody can be asked', () => {
    expect([
      what({ standing: 'refused', job }),
      what({ standing: 'settled', job, pictures: 0 }),
      what({ standing: 'settled', pictures: 1 }),
      what({ standing: 'in-doubt' }),
    ]).to.deep.equal([undefined, undefined, undefined, undefined]);
  });
});

describe('how long a picture is expected to take', () => {
  it('is not said before there were three', () => {
    expect([expectedMs([]), expectedMs([4000, 5000])]).to.deep.equal([undefined, undefined]);
    expect(expectedMs([9000, 1000, 4000])).to.equal(4000);
  });

  it('follows the last twenty', () => {
    const slow = Array<number>(30).fill(60_000);
    expect(expectedMs([...slow, ...Array<number>(20).fill(2000)])).to.equal(2000);
    expect(expectedMs([...Array<number>(20).fill(2000), ...slow])).to.equal(60_000);
  });
});
