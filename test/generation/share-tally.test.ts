import { expect } from 'chai';
import '../support/fresh-origin.js';
import { meetThroughPuter, type PuterKv } from '../../src/accounts/puter-kv.js';
import type { Account, AccountState } from '../../src/accounts/account.js';
import { observable } from '../../src/base/store.js';
import { shareTally } from '../../src/generation/share-tally.js';
import { purchaseServices } from '../../src/generation/purchase-services.js';
import { exportJson } from '../../src/spending/export-json.js';
import { buy, simulatedBrowser } from '../spending/simulated-browser.js';

const deviceKey = 'user-pays-image/device';

/** The reader's own storage at Puter, in memory. */
function storage(): PuterKv & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: (key) => Promise.resolve(values.get(key) ?? null),
    set: (key, value) => Promise.resolve(void values.set(key, value)),
    del: (key) => Promise.resolve(void values.delete(key)),
    list: (pattern) =>
      Promise.resolve([...values.keys()].filter((key) => key.startsWith(pattern.replace('*', '')))),
  };
}

describe('the tally shared through the reader’s storage', () => {
  const page = purchaseServices() as unknown as { account: (provider: string) => Account };
  const own = page.account;
  const sdk = globalThis as { puter?: unknown };
  let asked = 0;
  const payer = (
    status: AccountState['status'],
    kv: PuterKv | undefined,
    answer: () => Promise<AccountState> = () => Promise.resolve({ status: 'signed-in' }),
  ): void => {
    asked = 0;
    const account = {
      state: observable<AccountState>({ status }),
      signIn: () => {
        asked += 1;
        return answer();
      },
      ready: () => Promise.resolve(),
    };
    sdk.puter = { auth: { signIn: () => undefined }, kv };
    page.account = (provider) =>
      provider === 'puter' ? (account as unknown as Account) : own(provider);
  };
  afterEach(() => {
    page.account = own;
    delete sdk.puter;
  });

  it('brings what another browser of the reader bought, once, and leaves what is known here', async () => {
    const kv = storage();
    payer('signed-in', kv);
    const elsewhere = simulatedBrowser().tab();
    const id = await buy(elsewhere, '0.04');
    await meetThroughPuter({
      kv,
      device: 'another',
      mine: exportJson(elsewhere),
      take: () => Promise.resolve(true),
    });
    expect(await shareTally()).to.deep.equal({ merged: 1, skipped: 0, left: 'left' });
    expect(purchaseServices().journal.entry(id)).to.include({
      charged: '0.04',
      standing: 'settled',
    });
    const settled = purchaseServices().journal.tally().all.settled;
    expect(await shareTally()).to.include({ merged: 1, skipped: 0 });
    expect(purchaseServices().journal.tally().all.settled, 'nothing is counted twice').to.equal(
      settled,
    );
    expect(asked, 'a reader who is signed in is not asked to').to.equal(0);
    // What is known did not change: nothing is written again, however much later.
    const before = [...kv.values];
    expect(await shareTally()).to.include({ left: 'unchanged' });
    expect([...kv.values]).to.deep.equal(before);
  });

  it('skips what is no tally', async () => {
    const kv = storage();
    payer('signed-in', kv);
    await meetThroughPuter({
      kv,
      device: 'another',
      mine: '{"format":"recipes"}',
      take: () => Promise.resolve(true),
    });
    expect(await shareTally()).to.include({ merged: 0, skipped: 1 });
  });

  it('keeps one name for this browser, and makes a new one where it was damaged', async () => {
    payer('signed-in', storage());
    await shareTally();
    const name = purchaseServices().store.get(deviceKey);
    expect(name).to.match(/^[0-9a-f]{16}$/);
    await shareTally();
    expect(purchaseServices().store.get(deviceKey)).to.equal(name);
    for (const odd of ['', 'a:b', `${name ?? ''}0`, '../x']) {
      purchaseServices().store.set(deviceKey, odd);
      await shareTally();
      expect(purchaseServices().store.get(deviceKey), odd).to.match(/^[0-9a-f]{16}$/);
    }
  });

  it('asks the reader to sign in first, and does nothing where they do not', async () => {
    const kv = storage();
    payer('signed-out', kv);
    expect(await shareTally()).to.include({ left: 'left' });
    expect(asked).to.equal(1);
    const untouched = storage();
    payer('signed-out', untouched, () => Promise.resolve({ status: 'signed-out' }));
    expect(await shareTally().catch((error: unknown) => error)).to.include({
      code: 'no-session',
      charge: 'none',
    });
    payer('signed-out', untouched, () => Promise.reject(new Error('closed')));
    expect(await shareTally().catch((error: unknown) => error)).to.include({ message: 'closed' });
    expect([...untouched.values]).to.deep.equal([]);
  });

  it('says so where the storage can’t be reached', async () => {
    for (const kv of [
      undefined,
      { ...storage(), list: () => Promise.reject(new Error('offline')) },
    ]) {
      payer('signed-in', kv);
      expect(await shareTally()).to.deep.equal({ merged: 0, skipped: 0, left: 'unreachable' });
    }
  });
});
