import { expect } from 'chai';
import fc from 'fast-check';
import { meetThroughPuter, type Met, type PuterKv } from '../../src/accounts/puter-kv.js';

/** Puter's limits as its SDK states them; every call may be made to fail. */
function store() {
  const values = new Map<string, string>();
  let until = Infinity;
  const call = <T>(work: () => T): Promise<T> => {
    until -= 1;
    return until < 0 ? Promise.reject(new Error('offline')) : Promise.resolve(work());
  };
  const kv: PuterKv = {
    get: (key) => call(() => values.get(key) ?? null),
    set: (key, value) => {
      if (
        new TextEncoder().encode(key).length > 1024 ||
        new TextEncoder().encode(value).length > 399 * 1024
      )
        return Promise.reject(new Error('value_too_large'));
      return call(() => void values.set(key, value));
    },
    del: (key) => call(() => void values.delete(key)),
    list: (pattern) =>
      call(() => [...values.keys()].filter((key) => key.startsWith(pattern.replace(/\*$/, '')))),
  };
  return {
    kv,
    values,
    failAfter: (calls: number): void => {
      until = calls;
    },
  };
}

/** A browser that knows lines, and merges by union. */
function browser(kv: PuterKv, device: string) {
  const lines = new Set<string>();
  const meet = (): Promise<Met> =>
    meetThroughPuter({
      kv,
      device,
      mine: JSON.stringify([...lines].sort()),
      take: (theirs) => {
        for (const line of JSON.parse(theirs) as string[]) lines.add(line);
        return Promise.resolve(true);
      },
    });
  return { lines, meet };
}

describe('one tally on two devices, through the reader’s Puter storage', () => {
  it('brings each what the other bought, once', async () => {
    const { kv } = store();
    const [phone, desk] = [browser(kv, 'phone'), browser(kv, 'desk')];
    phone.lines.add('a €0,03 Füchslein');
    desk.lines.add('b');
    expect(await phone.meet()).to.deep.equal({ merged: 0, skipped: 0, left: 'left' });
    expect(await desk.meet()).to.deep.equal({ merged: 1, skipped: 0, left: 'left' });
    // What it learnt from others stands in their copies already.
    expect(await phone.meet()).to.deep.equal({ merged: 1, skipped: 0, left: 'unchanged' });
    expect([...phone.lines].sort()).to.deep.equal(['a €0,03 Füchslein', 'b']);
    expect([...desk.lines].sort()).to.deep.equal([...phone.lines].sort());
  });

  it('ends with the same lines everywhere, whoever was offline when and for how long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.nat(2),
            line: fc.option(fc.string(), { nil: undefined }),
            fails: fc.option(fc.nat(8), { nil: undefined }),
          }),
          { maxLength: 25 },
        ),
        async (steps) => {
          const { kv, failAfter } = store();
          const all = [0, 1, 2].map((name) => browser(kv, `d${name}`));
          const known = new Set<string>();
          for (const { who, line, fails } of steps) {
            const mine = all[who];
            if (!mine) continue;
            if (line !== undefined) {
              mine.lines.add(line);
              known.add(line);
            }
            failAfter(fails ?? Infinity);
            await mine.meet();
          }
          failAfter(Infinity);
          for (let round = 0; round < 2; round += 1) for (const one of all) await one.meet();
          for (const { lines } of all) expect([...lines].sort()).to.deep.equal([...known].sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stays within Puter’s sizes, in several parts where it must, and leaves no old parts behind', async () => {
    const { kv, values } = store();
    const [phone, desk] = [browser(kv, 'phone'), browser(kv, 'desk')];
    for (let line = 0; line < 9000; line += 1) phone.lines.add(`${String(line)} ${'é'.repeat(20)}`);
    await phone.meet();
    expect(values.size).to.be.greaterThan(3);
    const keys = values.size;
    phone.lines.add('one more');
    await phone.meet();
    expect(values.size).to.equal(keys);
    await desk.meet();
    expect(desk.lines.size).to.equal(9001);
  });

  it('says so when there is too much to leave', async () => {
    const { kv } = store();
    const met = await meetThroughPuter({
      kv,
      device: 'phone',
      mine: 'x'.repeat(7_000_000),
      take: () => Promise.resolve(true),
    });
    expect(met.left).to.equal('too-large');
  });

  it('passes over a copy that is half written or not ours, and never rejects', async () => {
    const { kv, values, failAfter } = store();
    const desk = browser(kv, 'desk');
    values.set('user-pays-tally1:torn', '{"sum":"zzz","parts":2}');
    values.set('user-pays-tally1:torn:zzz:0', '["x"]');
    values.set('user-pays-tally1:odd', 'null');
    values.set('user-pays-tally1:big', '{"sum":"zzz","parts":100000000}');
    expect(await desk.meet()).to.deep.equal({ merged: 0, skipped: 3, left: 'left' });
    failAfter(0);
    expect((await desk.meet()).left).to.equal('unreachable');
  });
});
