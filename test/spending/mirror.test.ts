import { expect } from 'chai';
import type { Line } from '../../src/spending/line.js';
import { idbMirror } from '../../src/spending/mirror.js';
import { ownNamespace } from './real-ports.js';

describe('the mirror', () => {
  const name = ownNamespace();
  const mirror = idbMirror(name);
  const read = async (): Promise<readonly Line[]> => {
    let seen: readonly Line[] = [];
    mirror.rewind();
    expect(await mirror.transact((fresh) => (seen = fresh, []), 5000)).to.equal(true);
    return seen;
  };
  after(() => {
    mirror.close();
    indexedDB.deleteDatabase(name);
  });

  it('keeps what was decided, once, and tells each line to everybody once', async () => {
    const other = idbMirror(name);
    await mirror.transact(() => [['a', '1'], ['b', '2']], 5000);
    const heard: (readonly Line[])[] = [];
    for (let times = 0; times < 2; times += 1) await other.transact((fresh) => (heard.push(fresh), [['b', 'another'], ['c', '3']]), 5000);
    other.close();
    expect(heard).to.deep.equal([[['a', '1'], ['b', '2']], []]);
    expect(await read()).to.deep.equal([['a', '1'], ['b', '2'], ['c', '3']]);
  });

  it('adds nothing when the deciding fails, tells its caller and nobody else, and goes on', async () => {
    const before = await read();
    const failure = await mirror.transact(() => { throw new Error('no amount'); }, 5000).then(() => undefined, (error: unknown) => error);
    expect(failure).to.include({ message: 'no amount' });
    expect(await read()).to.deep.equal(before);
    expect(await mirror.transact(() => [['d', '4']], 5000)).to.equal(true);
    expect(await read()).to.deep.equal([...before, ['d', '4']]);
  });
});
