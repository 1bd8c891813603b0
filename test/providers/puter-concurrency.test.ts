import { expect } from 'chai';
import { takeSlot } from '../../src/providers/puter-concurrency.js';

const never = new AbortController().signal;
/** Resolves once everything already under way has moved on. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

describe('Puter’s places in the queue', () => {
  it('lets two requests go at a time, and the others in the order they came', async () => {
    const entered: number[] = [];
    const leaves: ((() => void) | undefined)[] = [];
    for (let i = 0; i < 5; i += 1)
      void takeSlot(never).then((leave) => {
        entered.push(i);
        leaves.push(leave);
      });
    await settled();
    expect(entered).to.deep.equal([0, 1]);
    for (let i = 0; i < 5; i += 1) {
      leaves[i]?.();
      leaves[i]?.();
      await settled();
      expect(entered.length).to.equal(Math.min(5, 3 + i));
    }
    expect(entered).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('gives the place of one that stopped waiting to nobody twice', async () => {
    const held = await Promise.all([takeSlot(never), takeSlot(never)]);
    const stop = new AbortController();
    const third = takeSlot(never);
    const gone = takeSlot(stop.signal);
    const fourth = takeSlot(never);
    stop.abort();
    expect(await gone).to.equal(undefined);
    let entered = 0;
    for (const one of [third, fourth]) void one.then(() => (entered += 1));
    await settled();
    expect(entered, 'both places are still taken').to.equal(0);
    held[0]?.();
    await settled();
    expect(entered).to.equal(1);
    held[1]?.();
    await settled();
    expect(entered).to.equal(2);
    (await third)?.();
    (await fourth)?.();
  });

  it('forgets who stopped waiting, whenever they stopped', async () => {
    const held = await Promise.all([takeSlot(never), takeSlot(never)]);
    const [early, late] = [new AbortController(), new AbortController()];
    const gone = takeSlot(early.signal);
    const handed = takeSlot(late.signal);
    const last = takeSlot(never);
    early.abort();
    expect(await gone).to.equal(undefined);
    // Handed over and given up in one go.
    late.abort();
    held[0]?.();
    (await handed)?.();
    const lastLeaves = await last;
    expect(lastLeaves).to.be.a('function');
    held[1]?.();
    lastLeaves?.();
    const again = await Promise.all([takeSlot(never), takeSlot(never)]);
    again.forEach((leave) => leave?.());
    const aborted = new AbortController();
    aborted.abort();
    expect(await takeSlot(aborted.signal)).to.equal(undefined);
  });
});
