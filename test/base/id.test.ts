import { expect } from 'chai';
import { idMaker, idTime } from '../../src/base/id.js';
import { isId } from '../../src/spending/line.js';

const NOON = new Date(2026, 10, 21, 12).getTime();

describe('an id', () => {
  for (const after of [
    0,
    NOON,
    36 ** 9 - 2,
    36 ** 9 - 1,
    36 ** 9,
    36 ** 10,
    36 ** 15,
    NaN,
    Infinity,
  ])
    for (const now of [NOON, 0, -NOON, NOON + 0.5, 36 ** 9, 8.64e15, NaN])
      it(`can be read and comes after the ones before, at ${now}, whatever was seen: ${after}`, () => {
        const newId = idMaker({ now: () => now });
        const ids = [0, after, 0, after, after].map((seen) => newId(seen));
        expect(ids.filter((id) => !isId(id))).to.deep.equal([]);
        expect([...ids].sort()).to.deep.equal(ids);
      });

  it('comes after the stored ones it was shown, as long as more can come after it', () => {
    const newId = idMaker({ now: () => NOON });
    const year3000 = Date.UTC(3000, 0);
    expect(idTime(newId(year3000))).to.equal(year3000 + 1);
  });
});
