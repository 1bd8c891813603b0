import { expect } from 'chai';
import type { Account, AccountState } from '../../src/accounts/account.js';
import { systemClock } from '../../src/base/clock.js';
import { UserPaysError } from '../../src/base/error.js';
import { memoryStore, observable } from '../../src/base/store.js';
import { readBalance } from '../../src/generation/balance.js';
import type { Balance } from '../../src/providers/adapter.js';
import type { ImageProvider, Ports } from '../../src/providers/image-provider.js';

function unused(): never {
  throw new Error('not in this test');
}

/** An account as it stands, and everything it was told. */
function accountOf(status: AccountState['status'], more: Partial<Account> = {}) {
  const told: (Balance | 'refused' | undefined)[] = [];
  const state = observable<AccountState>({ status, balance: '9' });
  const account: Account = {
    kind: 'key',
    state,
    signIn: unused,
    signOut: unused,
    setKey: unused,
    key: () => undefined,
    refused: () => {
      told.push('refused');
    },
    setBalance: (balance: Balance | undefined) => {
      told.push(balance);
    },
    ...more,
  };
  return { account, state, told };
}

async function ask(
  account: Account,
  balance?: ImageProvider['balance'],
  relay?: string,
): Promise<void> {
  return readBalance({
    account,
    imageProvider: { id: 'test', run: unused, ...(balance ? { balance } : {}) },
    clock: systemClock,
    store: memoryStore(),
    ...(relay === undefined ? {} : { relay }),
  });
}

describe('what the account holds', () => {
  it('is told to the account', async () => {
    const { account, told } = accountOf('signed-in');
    await ask(account, () => Promise.resolve({ usd: '4.2', name: 'ann' }));
    expect(told).to.deep.equal([{ usd: '4.2', name: 'ann' }]);
  });

  it('is no longer said where it can’t be read', async () => {
    for (const balance of [
      () => Promise.resolve(undefined),
      () => Promise.reject(new Error('down')),
      () => Promise.reject(new UserPaysError('rate-limited', { stage: 'account' })),
    ]) {
      const { account, told } = accountOf('signed-in');
      await ask(account, balance);
      expect(told).to.deep.equal([undefined]);
    }
  });

  it('ends a session that the provider refuses, and only for that', async () => {
    const { account, told } = accountOf('signed-in');
    await ask(account, () =>
      Promise.reject(new UserPaysError('session-refused', { stage: 'account' })),
    );
    expect(told).to.deep.equal(['refused']);
    const other = accountOf('signed-in');
    await ask(other.account, () =>
      Promise.reject(Object.assign(new Error('x'), { code: 'session-refused' })),
    );
    expect(other.told).to.deep.equal([undefined]);
  });

  it('is asked of nobody who is not signed in, and of no provider that can’t be asked', async () => {
    let asked = 0;
    for (const status of ['signed-out', 'signing-in'] as const) {
      const { account, told } = accountOf(status);
      await ask(account, () => {
        asked += 1;
        return Promise.resolve({ usd: '1' });
      });
      expect(told).to.deep.equal([]);
    }
    expect(asked).to.equal(0);
    const { account, told } = accountOf('signed-in');
    await ask(account);
    expect(told).to.deep.equal([]);
  });

  it('is not told to a reader who signed out while it was asked for', async () => {
    const { account, state, told } = accountOf('signed-in');
    await ask(account, () => {
      state.set({ status: 'signed-out' });
      return Promise.resolve({ usd: '4.2' });
    });
    expect(told).to.deep.equal([]);
  });

  it('is asked for with what the account and the page have, once each is there', async () => {
    const ports: Ports[] = [];
    const balance = (given: Ports): Promise<undefined> => {
      ports.push(given);
      return Promise.resolve(undefined);
    };
    await ask(
      accountOf('signed-in', { key: () => 'k', providerSession: () => Promise.resolve('sdk') })
        .account,
      balance,
      'https://relay.example/',
    );
    await ask(accountOf('signed-in').account, balance);
    const [full, bare] = ports as [Ports, Ports];
    expect(full).to.include({ key: 'k', providerSession: 'sdk', relay: 'https://relay.example/' });
    expect(bare).not.to.have.any.keys('key', 'providerSession', 'relay');
    expect(bare.signal.aborted).to.equal(false);
    expect(await bare.accepted({ id: 'j' })).to.equal(undefined);
  });
});
