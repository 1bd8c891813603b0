import { expect } from 'chai';
import { memoryStore, type TextStore } from '../../src/base/store.js';
import { systemClock } from '../../src/base/clock.js';
import { deadlines } from '../../src/providers/image-provider.js';
import { bank } from '../../src/providers/sandbox-bank.js';
import { sandbox } from '../../src/providers/sandbox.js';

function blocked(): TextStore {
  const no = (): never => {
    throw new DOMException('', 'SecurityError');
  };
  return { get: no, set: no, remove: no, keys: no };
}

describe('The sandbox’s bank', () => {
  it('counts a charge once however often it is written', () => {
    const account = bank(memoryStore());
    account.charge('a', 14n, 'flux-2-klein-4b', 1);
    account.charge('a', 14n, 'flux-2-klein-4b', 2);
    account.charge('b', 1n, 'flux-2-klein-4b', 3);
    expect(account.billed()).to.equal('0.015');
    expect(account.charges()).to.deep.equal([
      { id: 'a', usd: '0.014', model: 'flux-2-klein-4b', at: 1 },
      { id: 'b', usd: '0.001', model: 'flux-2-klein-4b', at: 3 },
    ]);
  });

  it('lists charges as they came, and those of one moment by their ids', () => {
    const account = bank(memoryStore());
    for (const [id, at] of [
      ['c', 5],
      ['b', 20],
      ['d', 5],
      ['a', 100],
    ] as const)
      account.charge(id, 1n, 'm', at);
    expect(account.charges().map(({ id }) => id)).to.deep.equal(['c', 'd', 'b', 'a']);
  });

  it('shows two tabs each other’s charges', () => {
    const store = memoryStore();
    const [one, other] = [bank(store), bank(store)];
    one.charge('a', 100n, 'm', 1);
    other.charge('b', 200n, 'm', 2);
    expect([one.balance(), other.balance()]).to.deep.equal(['99.7', '99.7']);
  });

  it('leaves what others keep in the same store alone', () => {
    const store = memoryStore();
    store.set('host', '1');
    store.set('user-pays-sandbox1:torn', '14 flux');
    const account = bank(store);
    account.charge('a', 5n, 'm', 1);
    expect(account.billed()).to.equal('0.005');
    account.reset();
    expect(account.billed()).to.equal('0');
    expect(store.keys()).to.deep.equal(['host']);
  });

  it('refuses the picture the balance no longer covers, and charges nothing for it', async () => {
    const store = memoryStore();
    bank(store).charge('before', 99_986n, 'm', 1);
    const buy = (): Promise<string> =>
      sandbox()
        .run({ model: 'flux-2-klein-4b', prompt: 'x', width: 64, height: 64, references: [] }, {
          store,
          deadlines,
          clock: systemClock,
          signal: new AbortController().signal,
          sandbox: { latency: 0 },
          accepted: () => Promise.resolve(),
          progress: () => undefined,
        } as Parameters<ReturnType<typeof sandbox>['run']>[1])
        .then((outcome) =>
          outcome.kind === 'refused' ? `${outcome.code} ${outcome.charge}` : outcome.kind,
        );
    expect(await buy()).to.equal('done');
    expect(bank(store).balance()).to.equal('0');
    expect(await buy()).to.equal('insufficient-funds none');
    expect(bank(store).billed()).to.equal('100');
  });

  it('works in this page’s memory where the browser keeps nothing', () => {
    const account = bank(blocked());
    account.reset();
    account.charge('a', 30n, 'm', 1);
    expect(bank(blocked()).billed()).to.equal('0.03');
    account.reset();
    expect(account.billed()).to.equal('0');
  });
});
