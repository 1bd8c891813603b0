import { expect } from 'chai';
import fc from 'fast-check';
import { createPurchaseCount } from '../../src/spending/purchase-count.js';

/** A line stands on one of three days (0 to 2) and with one of two models (3, 4). */
const line = fc.record({
  purchase: fc.constantFrom('p', 'q', 'r'),
  places: fc.tuple(fc.nat(2), fc.integer({ min: 3, max: 4 })),
});

describe('the count of purchases', () => {
  it('is the count of different ones in each place, and in places together, as lines come and go', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, fc.option(fc.nat(9), { nil: undefined })), { maxLength: 30 }),
        (steps) => {
          const places = Array.from({ length: 5 }, (_, name) => ({ name, purchases: 0 }));
          const counted = createPurchaseCount<(typeof places)[number]>();
          const here: (typeof steps)[number][0][] = [];
          const at = ({ places: names }: (typeof here)[number]): typeof places =>
            names.flatMap((name) => places[name] ?? []);
          for (const [added, gone] of steps) {
            here.push(added);
            counted.add(added.purchase, at(added));
            const [taken] = gone === undefined ? [] : here.splice(gone, 1);
            if (taken) counted.take(taken.purchase, at(taken));
            const different = (...names: number[]): number =>
              new Set(
                here
                  .filter((each) => each.places.some((name) => names.includes(name)))
                  .map(({ purchase }) => purchase),
              ).size;
            expect(places.map(({ purchases }) => purchases)).to.deep.equal(
              [0, 1, 2, 3, 4].map((name) => different(name)),
            );
            expect(counted.across(places.slice(0, 1))).to.equal(different(0));
            expect(counted.across(places.slice(0, 3))).to.equal(different(0, 1, 2));
            expect(counted.across(places.slice(3))).to.equal(different(3, 4));
            expect(counted.across([])).to.equal(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
