import { expect } from 'chai';
import { account } from '../../src/accounts/index.js';
import { keyAccount, makeKeyAccount } from '../../src/accounts/key-account.js';
import { keyStore } from '../../src/accounts/key-store.js';
import { linksOf } from '../../src/accounts/provider-links.js';
import { recordOf } from '../../src/accounts/provider-records.js';
import { rememberedSession } from '../../src/accounts/remembered-session.js';
import { providerIds } from '../../src/base/provider-id.js';

const key = 'canary-key-0123456789';
let count = 0;
/** A server no other test has a key for. */
function freshOrigin(): string {
  return `https://api-${String((count += 1))}.example`;
}
function kept(): string {
  return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
}

describe('a reader’s own key', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('stays in memory when the reader says nothing else', async () => {
    const mine = makeKeyAccount(keyStore(freshOrigin()));
    expect(mine.state.get()).to.deep.equal({ status: 'signed-out' });
    expect(await mine.setKey(key, { keep: 'memory' })).to.deep.equal({ status: 'signed-in' });
    expect(mine.key()).to.equal(key);
    expect(kept()).not.to.contain(key);
    expect(JSON.stringify(mine.state.get())).not.to.contain(key);
  });

  it('is there again in the same tab, or on this device, when the reader wants that; and only there', async () => {
    for (const [keep, here, there] of [
      ['tab', sessionStorage, localStorage],
      ['device', localStorage, sessionStorage],
    ] as const) {
      const origin = freshOrigin();
      await makeKeyAccount(keyStore(origin)).setKey(key, { keep });
      expect(Object.values(here)).to.deep.equal([key]);
      expect(Object.values(there)).to.deep.equal([]);
      expect(
        makeKeyAccount(keyStore(origin)).key(),
        `after a reload, kept for the ${keep}`,
      ).to.equal(key);
      await makeKeyAccount(keyStore(origin)).setKey(key, { keep: 'memory' });
      expect(kept(), 'and is taken back when they change their mind').not.to.contain(key);
    }
  });

  it('belongs to its server: another one’s adapter finds none', async () => {
    await makeKeyAccount(keyStore('https://api.bfl.ai')).setKey(key, { keep: 'device' });
    for (const origin of [
      'https://api.bfl.ai.evil.example',
      'http://api.bfl.ai',
      'https://api.bfl.ai:8443',
      'https://evil.example',
    ])
      expect(makeKeyAccount(keyStore(origin)).key()).to.equal(undefined);
  });

  it('is forgotten everywhere when the reader signs out, or the provider refuses it', async () => {
    for (const end of ['signOut', 'refused'] as const) {
      const origin = freshOrigin();
      const mine = makeKeyAccount(keyStore(origin));
      await mine.setKey(key, { keep: 'device' });
      sessionStorage.setItem(`user-pays-image/key/${origin}`, key);
      mine[end]();
      expect(mine.key()).to.equal(undefined);
      expect(mine.state.get()).to.deep.equal({ status: 'signed-out' });
      expect(kept()).not.to.contain(key);
    }
  });

  it('is forgotten in the reader’s other tabs, too', async () => {
    const origin = freshOrigin();
    const [here, other] = [makeKeyAccount(keyStore(origin)), makeKeyAccount(keyStore(origin))];
    await other.setKey(key, { keep: 'memory' });
    const gone = new Promise<void>((done) => {
      other.state.subscribe(({ status }) => {
        if (status === 'signed-out') done();
      });
    });
    here.signOut();
    await gone;
    expect(other.key()).to.equal(undefined);
  });

  it('is forgotten in a tab that was duplicated before, once it is used there or looked at', async () => {
    const origin = 'https://api.bfl.ai';
    const name = `user-pays-image/key/${origin}`;
    const here = makeKeyAccount(keyStore(origin));
    for (const round of ['first', 'second']) {
      await here.setKey(`${key}-${round}`, { keep: 'tab' });
      expect(rememberedSession('bfl').status, round).to.equal('signed-in');
      const copy = Object.entries(sessionStorage) as [string, string][];
      here.signOut();
      for (const [item, value] of copy) sessionStorage.setItem(item, value);
      expect(sessionStorage.getItem(name), 'the copy').to.equal(`${key}-${round}`);
      expect(rememberedSession('bfl').status, round).to.equal('signed-out');
      expect(makeKeyAccount(keyStore(origin)).key(), round).to.equal(undefined);
      expect(kept(), 'and the copy is removed').not.to.contain(key);
    }
    await here.setKey(key, { keep: 'tab' });
    expect(makeKeyAccount(keyStore(origin)).key(), 'entered again').to.equal(key);
    localStorage.clear();
    expect(makeKeyAccount(keyStore(origin)).key(), 'nobody removed it').to.equal(key);
  });

  it('is forgotten in a tab that heard nothing of it, and a new one on the device takes its place', async () => {
    const real = globalThis.BroadcastChannel;
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    try {
      for (const keep of ['memory', 'tab', 'device'] as const) {
        const origin = freshOrigin();
        const [here, other] = [makeKeyAccount(keyStore(origin)), makeKeyAccount(keyStore(origin))];
        await other.setKey(key, { keep });
        here.signOut();
        expect(other.key(), keep).to.equal(undefined);
        expect(other.state.get(), keep).to.deep.equal({ status: 'signed-out' });
        await other.setKey(key, { keep });
        expect(other.key(), 'entered again').to.equal(key);
        here.signOut();
        await here.setKey('another-key', { keep: 'device' });
        expect(other.key()).to.equal('another-key');
        expect(makeKeyAccount(keyStore(origin)).key()).to.equal('another-key');
      }
    } finally {
      globalThis.BroadcastChannel = real;
    }
  });

  it('hears of it by the mark alone', async () => {
    const origin = freshOrigin();
    const mine = makeKeyAccount(keyStore(origin));
    await mine.setKey(key, { keep: 'tab' });
    const mark = `user-pays-image/gone/${origin}`;
    localStorage.setItem(mark, 'elsewhere');
    window.dispatchEvent(
      new StorageEvent('storage', { key: mark, newValue: 'elsewhere', storageArea: localStorage }),
    );
    expect(mine.state.get()).to.deep.equal({ status: 'signed-out' });
    expect(kept()).not.to.contain(key);
  });

  it('does not take another key with it when one is refused', async () => {
    const origin = freshOrigin();
    const mine = makeKeyAccount(keyStore(origin));
    await mine.setKey('an-old-key', { keep: 'memory' });
    localStorage.setItem(`user-pays-image/key/${origin}`, key);
    mine.refused();
    expect(makeKeyAccount(keyStore(origin)).key()).to.equal(key);
  });

  it('follows what another tab does to it', () => {
    const origin = freshOrigin();
    const name = `user-pays-image/key/${origin}`;
    const mine = makeKeyAccount(keyStore(origin));
    const tell = (newValue: string | null): boolean =>
      window.dispatchEvent(
        new StorageEvent('storage', { key: name, newValue, storageArea: localStorage }),
      );
    tell(key);
    expect(mine.key()).to.equal(key);
    tell(null);
    expect(mine.key()).to.equal(undefined);
    window.dispatchEvent(
      new StorageEvent('storage', { key: 'other', newValue: key, storageArea: localStorage }),
    );
    expect(mine.key(), 'somebody else’s item').to.equal(undefined);
  });

  it('may be pasted with what stands around it, and is refused unless it is one word, without being repeated', async () => {
    const mine = makeKeyAccount(keyStore(freshOrigin()));
    for (const pasted of [` ${key}\n`, `Bearer ${key}`, `Key ${key}`]) {
      await mine.setKey(pasted, { keep: 'memory' });
      expect(mine.key()).to.equal(key);
    }
    for (const pasted of [
      '',
      '   ',
      `${key} ${key}`,
      `${key}\nx-other: 1`,
      `${key}é`,
      'x'.repeat(5000),
      undefined,
      null,
    ]) {
      const error: unknown = await mine
        .setKey(pasted as string, { keep: 'memory' })
        .catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'invalid-input', stage: 'account', charge: 'none' });
      expect(JSON.stringify(error) + String((error as Error).stack)).not.to.contain(key);
    }
    expect(mine.key(), 'the last good one stays').to.equal(key);
  });

  it('is kept nowhere when it is not said plainly where', async () => {
    const mine = makeKeyAccount(keyStore(freshOrigin()));
    for (const keep of ['nonsense', 'Device', true, {}]) {
      const error: unknown = await mine
        .setKey(key, { keep } as unknown as { keep: 'device' })
        .catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'invalid-input', charge: 'none' });
    }
    expect(kept()).not.to.contain(key);
    expect(mine.key()).to.equal(undefined);
    const nothing = null as unknown as { keep: 'device' };
    expect(await mine.setKey(key, nothing)).to.deep.equal({ status: 'signed-in' });
    expect(kept()).not.to.contain(key);
  });

  it('says so when the browser keeps nothing, and keeps nothing', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage');
    const mine = makeKeyAccount(keyStore(freshOrigin()));
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    try {
      const error: unknown = await mine
        .setKey(key, { keep: 'device' })
        .catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'storage-blocked', stage: 'account' });
      expect(await mine.setKey(key, { keep: 'memory' })).to.deep.equal({ status: 'signed-in' });
    } finally {
      if (real) Object.defineProperty(window, 'localStorage', real);
      else Reflect.deleteProperty(window, 'localStorage');
    }
  });

  it('is kept nowhere on a page anybody on the way could have changed', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, get: () => false });
    try {
      for (const keep of ['tab', 'device'] as const) {
        const error: unknown = await makeKeyAccount(keyStore(freshOrigin()))
          .setKey(key, { keep })
          .catch((reason: unknown) => reason);
        expect(error).to.include({ code: 'storage-blocked' });
      }
      expect(kept()).not.to.contain(key);
    } finally {
      Reflect.deleteProperty(globalThis, 'isSecureContext');
    }
  });

  it('can’t be signed in with before it is there', async () => {
    const mine = makeKeyAccount(keyStore(freshOrigin()));
    const error: unknown = await mine.signIn().catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'no-session', charge: 'none' });
    await mine.setKey(key, { keep: 'memory' });
    expect(await mine.signIn()).to.deep.equal({ status: 'signed-in' });
  });

  it('shows the balance that was read, and none once it is gone', async () => {
    const mine = makeKeyAccount(keyStore(freshOrigin()));
    mine.setBalance({ usd: '4.2' });
    expect(mine.state.get(), 'nobody’s balance').to.deep.equal({ status: 'signed-out' });
    await mine.setKey(key, { keep: 'memory' });
    mine.setBalance({ usd: '4.2', name: 'my key' });
    expect(mine.state.get()).to.deep.equal({ status: 'signed-in', balance: '4.2', name: 'my key' });
    await mine.setKey('another-key', { keep: 'memory' });
    expect(mine.state.get(), 'another key, another balance').to.deep.equal({ status: 'signed-in' });
  });

  it('is one for all widgets of the page', () => {
    const origin = freshOrigin();
    expect(keyAccount('bfl', origin)).to.equal(keyAccount('bfl', origin));
    expect(keyAccount('bfl', origin)).not.to.equal(keyAccount('bfl', freshOrigin()));
  });
});

describe('who pays', () => {
  it('is known for every provider', () => {
    for (const name of providerIds)
      expect(account(name, { endpoint: 'http://localhost:1234/v1' }).kind, name).to.equal(
        name === 'puter' ? 'popup' : recordOf(name).keyOrigin ? 'key' : 'none',
      );
    for (const name of ['nobody', 'constructor', '__proto__'])
      expect(account(name).kind, name).to.equal('none');
  });

  it('is nobody at one’s own server, until it asks for a key', async () => {
    const own = account('openai-compatible', { endpoint: 'https://ai.example/v1' });
    expect([own.kind, own.state.get().status, own.key()]).to.deep.equal([
      'none',
      'signed-in',
      undefined,
    ]);
    own.refused();
    expect([own.kind, own.state.get().status]).to.deep.equal(['key', 'signed-out']);
    await own.setKey(key, { keep: 'memory' });
    expect([own.kind, own.state.get().status, own.key()]).to.deep.equal(['key', 'signed-in', key]);
    expect(
      account('openai-compatible', { endpoint: 'https://other.example/v1' }).key(),
      'another server, another key',
    ).to.equal(undefined);
  });

  it('is found only by way of the relay it was entered for', async () => {
    await account('together', { relay: 'https://relay.example/x' }).setKey(key, { keep: 'memory' });
    expect(account('together', { relay: 'https://relay.example/x' }).key()).to.equal(key);
    for (const settings of [
      {},
      { relay: 'https://relay.example/y' },
      { relay: 'https://other.example/x' },
      { relay: 'puter' },
    ])
      expect(account('together', settings).key(), JSON.stringify(settings)).to.equal(undefined);
    await account('deepinfra').setKey(key, { keep: 'memory' });
    expect(
      account('deepinfra', { relay: 'puter' }).key(),
      'Puter’s network sees nothing of it',
    ).to.equal(key);
  });

  it('finds its pages for keys and top-ups over https', () => {
    for (const provider of providerIds) {
      const { keyOrigin: origin } = recordOf(provider);
      if (origin === undefined) continue;
      const { keys, topUp } = linksOf(provider) ?? expect.fail(provider);
      for (const url of [origin, keys ?? expect.fail(provider), topUp])
        expect(new URL(url).protocol).to.equal('https:');
      expect(new URL(origin).origin).to.equal(origin);
    }
  });
});
