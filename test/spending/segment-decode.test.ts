import { expect } from 'chai';
import fc from 'fast-check';
import { encodePacked } from '../../src/spending/segment-encode.js';
import { readPacked, readSegment } from '../../src/spending/segment-decode.js';
import {
  eventsIn,
  eventsInside,
  finished,
  fold,
  meaning,
  picture,
  pictures,
  segment,
  sites,
  sums,
} from './random-pictures.js';

describe('a packed line', () => {
  it('has the same sums as the lines it was made from', () => {
    fc.assert(
      fc.property(pictures, (given) => {
        const before = fold(eventsIn(given));
        const packed = encodePacked(`g:${segment(9000)}`, finished(before));
        const read = readSegment(packed);
        expect(read?.rows()).to.have.length(given.length);
        expect(sums(fold(read ?? []))).to.deep.equal(sums(before));
        expect(sites(fold(read ?? []))).to.deep.equal(sites(before));
        const month = readSegment(
          encodePacked(`a:2026-11:${segment(9000)}`, finished(before), `${given.length}\n1`),
        );
        expect(sites(fold(month ?? []))).to.deep.equal(sites(before));
        const reversed = encodePacked(`g:${segment(9000)}`, finished(before).reverse());
        expect(reversed).to.deep.equal(packed);
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
          const [one, other] = [both.slice(0, first % 13), both.slice(second % 5)].map((rows, at) =>
            readSegment(encodePacked(`g:${segment(9000 + at)}`, rows)),
          );
          const [half, rest] = [eventsIn(loose).slice(0, first), eventsIn(loose).slice(first)];
          const [quick, slow] = [
            fold(half, one ?? [], other ?? [], rest),
            fold(half, eventsInside(one), eventsInside(other), rest),
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
        const packed = encodePacked(`g:${segment(9000)}`, finished(before));
        const kinds = decodeURIComponent(packed[1].split(';')[0] ?? '').split('|');
        for (const kind of kinds.filter((word) => /\n8x8\n/.test(word)))
          expect(kind).to.match(/\n8x8\n[rs]$/);
        expect(sites(fold(readSegment(packed) ?? []))).to.deep.equal(
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
