import { expect } from 'chai';
import { LazyPart } from '../../src/ui/elements/shared/lazy-part.js';

describe('a part that is loaded when it is first needed', () => {
  it('is loaded and arrives once, also where what it arrives at fails', async () => {
    const failure = new Error('no styles');
    let [loads, arrivals, misses] = [0, 0, 0];
    const lazy = new LazyPart(
      () => Promise.resolve({ nth: (loads += 1) }),
      () => {
        arrivals += 1;
        throw failure;
      },
      () => (misses += 1),
    );
    for (let times = 0; times < 2; times += 1)
      expect(await lazy.load().catch((error: unknown) => error)).to.equal(failure);
    expect([loads, arrivals, misses]).to.deep.equal([1, 1, 0]);
    expect([lazy.part, lazy.isSettled]).to.deep.equal([{ nth: 1 }, true]);
  });

  it('is asked for again after it could not be had, and missed once', async () => {
    let [loads, arrivals, misses] = [0, 0, 0];
    const lazy = new LazyPart(
      () => {
        loads += 1;
        return loads < 3 ? Promise.reject(new Error('offline')) : Promise.resolve({});
      },
      () => (arrivals += 1),
      () => (misses += 1),
    );
    const settled: boolean[] = [];
    for (let times = 0; times < 4; times += 1) {
      await lazy.load();
      settled.push(lazy.isSettled);
    }
    expect([loads, arrivals, misses]).to.deep.equal([3, 1, 1]);
    expect(settled).to.deep.equal([true, true, true, true]);
  });
});
