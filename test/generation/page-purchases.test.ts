import { expect } from 'chai';
import type { Account, AccountState } from '../../src/accounts/account.js';
import type { UserPaysError } from '../../src/base/error.js';
import { memoryStore, observable } from '../../src/base/store.js';
import { chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { payerHash } from '../../src/generation/account-rate.js';
import { createPriceBook } from '../../src/generation/price-book.js';
import { setKeepsPrompts } from '../../src/generation/kept-prompts.js';
import type { WidgetOrder } from '../../src/generation/page-purchases.js';
import type { PictureState } from '../../src/generation/purchase.js';
import { createPurchaseServices } from '../../src/generation/purchase-services.js';
import { pictureLibrary } from '../../src/pictures/picture-library.js';
import { memoryPictureDb } from '../../src/pictures/picture-db.js';
import type { ChargeHistory } from '../../src/pricing/charge-history.js';
import { quote } from '../../src/pricing/index.js';
import type { Quote } from '../../src/pricing/quote-types.js';
import type { ImageProvider, MeterGrowth } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { createJournal } from '../../src/spending/journal.js';
import type { Leases } from '../../src/spending/lease.js';
import { intent, settableClock } from '../spending/simulated-browser.js';
import { readersPermit } from '../support/permit.js';
import { pixel } from '../support/pixel.js';
import { makerOf } from '../support/ports-in-memory.js';
import { until } from '../support/until.js';

const second = 1000;
const minute = 60 * second;
const job = { meter: 'puter', who: 'me', lane: 'replicate pro', month: '2026-11', from: '5' };

/** Nobody else is there to hold anything. */
const alone: Leases = {
  hold: (_, work) => work(),
  tryTakeOver: async (_, work) => ({ result: await work() }),
};

/** One page with an account at Puter, on a clock that waiting moves on. */
function page(
  provided: Partial<ImageProvider> = {},
  status: AccountState['status'] = 'signed-in',
  leases = alone,
) {
  const clock = settableClock();
  const store = memoryStore();
  const journal = createJournal({ store, clock, takeAct: () => true });
  const state = observable<AccountState>({ status, name: 'kim' });
  const balances: unknown[] = [];
  let prepared = 0;
  const account = {
    kind: 'popup',
    state,
    key: () => undefined,
    refused: () => state.set({ status: 'signed-out' }),
    setBalance: (balance: unknown) => void balances.push(balance),
    prepare: () => {
      prepared += 1;
      return Promise.reject(new Error('blocked'));
    },
  } as unknown as Account;
  const imageProvider = makerOf(() => Promise.reject(new Error('a paid request')), provided);
  const recovered = observable<readonly PictureState[]>([]);
  const observed: ChargeHistory = chargeHistoryIn(store);
  const services = createPurchaseServices({
    page: {
      clock,
      store,
      journal,
      hasHistory: () => Promise.resolve(true),
      prices: createPriceBook(clock, store),
      observed,
      recovered,
    },
    pictures: pictureLibrary({ db: memoryPictureDb() }),
    leases,
    account: (provider, { known }) => {
      known?.set(provider, account);
      return account;
    },
    imageProvider: () => Promise.resolve(imageProvider),
  });
  const inDoubt = async (noted: Record<string, string> = job): Promise<string> => {
    const id = journal.newId();
    await journal.reserve(
      [
        {
          id,
          purchase: journal.newId(),
          provider: 'puter',
          model: 'flux-2-pro',
          route: 'replicate',
          size: '1024x1024',
          simulated: false,
          low: '0.03',
          high: '0.03',
          quote: 'q',
          session: journal.session(),
        },
      ],
      {},
    );
    await journal.accept(id, noted);
    await journal.doubt(id, 'lost-reply');
    return id;
  };
  const touch = (relay?: string): void =>
    services.touched({ provider: 'puter', prices: 'bundled', endpoint: undefined, relay });
  return {
    clock,
    store,
    journal,
    observed,
    state,
    balances,
    services,
    recovered,
    inDoubt,
    touch,
    get prepared() {
      return prepared;
    },
  };
}

const bytes = Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0));
const white = new Blob([bytes], { type: 'image/png' });
const picture: Outcome = { kind: 'done', images: [{ blob: white }] };
const notYet: MeterGrowth = { purchases: 0, isFinal: false };

describe('a page that follows its orders', () => {
  it('asks the meter again after one, two, four seconds and so on, at last each minute, for forty minutes', async () => {
    const asked: number[] = [];
    const here = page({
      check: () => {
        asked.push(here.clock.now());
        return Promise.resolve(notYet);
      },
    });
    const began = here.clock.now();
    await here.inDoubt();
    here.touch();
    await until(() => here.clock.now() - began >= 40 * minute);
    const after = asked.map((at) => (at - began) / second);
    expect(after.slice(0, 9)).to.deep.equal([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    expect(after.every((at) => at <= 41 * 60)).to.equal(true);
    const times = asked.length;
    await here.services.recover();
    expect(asked.length, 'the reader who comes back asks once more').to.equal(times + 1);
  });

  it('stops as soon as the meter told it, and shows what came of it', async () => {
    let asked = 0;
    const here = page({
      check: () => {
        asked += 1;
        return Promise.resolve({ purchases: 0, isFinal: asked > 2 });
      },
    });
    const began = here.clock.now();
    const id = await here.inDoubt();
    here.touch();
    await until(() => here.recovered.get().length > 0);
    await here.services.recover();
    expect([asked, here.clock.now() - began]).to.deep.equal([3, 3 * second]);
    expect(here.recovered.get().map((one) => [one.id, one.name])).to.deep.equal([[id, 'failed']]);
  });

  it('follows again after a failure in between, which is nobody’s unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    window.addEventListener('unhandledrejection', hear);
    let asked = 0;
    const here = page({
      check: () => {
        asked += 1;
        return Promise.resolve({ purchases: 0, isFinal: asked > 2 });
      },
    });
    const { sleep } = here.clock;
    let failed = 0;
    const failing = (): Promise<void> => {
      failed += 1;
      return Promise.reject(new Error('no clock'));
    };
    Object.assign(here.clock, { sleep: failing });
    await here.inDoubt();
    here.touch();
    await until(() => failed > 0);
    await new Promise((done) => setTimeout(done, 50));
    Object.assign(here.clock, { sleep });
    here.clock.pass(2 * second);
    here.touch();
    await until(() => asked > 2);
    window.removeEventListener('unhandledrejection', hear);
    expect(unhandled).to.deep.equal([]);
  });

  it('follows nothing that no meter can tell, and nothing that has ended', async () => {
    const here = page({ check: () => Promise.resolve(notYet) });
    const began = here.clock.now();
    const [other, ended] = [await here.inDoubt({ host: 'a.example' }), await here.inDoubt()];
    await here.journal.settle(ended, { charged: '0.03', basis: 'reported', pictures: 1 });
    here.touch();
    await here.services.recover();
    await until(() => here.balances.length > 0 || here.prepared > 0);
    expect(here.clock.now()).to.equal(began);
    expect(here.journal.entry(other)?.standing).to.equal('in-doubt');
  });

  it('takes what moves over it within a second for one touch', async () => {
    let asked = 0;
    const here = page({
      check: () => {
        asked += 1;
        return Promise.resolve({ purchases: 0, isFinal: false });
      },
    });
    await here.inDoubt();
    here.clock.set(here.clock.now() + 50 * minute);
    const touched = async (): Promise<number> => {
      const before = asked;
      here.touch();
      // What the touch began is done when one that began later is done twice.
      await here.services.recover();
      await here.services.recover();
      return asked - before - 2;
    };
    expect(await touched()).to.equal(1);
    here.clock.pass(second);
    expect(await touched()).to.equal(0);
    here.clock.pass(1);
    expect(await touched()).to.equal(1);
  });

  it('makes the account ready and reads its balance, again once the reader has signed in', async () => {
    const here = page({ balance: () => Promise.resolve({ usd: '5' }) }, 'signed-out');
    here.touch();
    await here.services.recover();
    expect([here.prepared, here.balances.length]).to.deep.equal([1, 0]);
    here.state.set({ status: 'signed-in', name: 'kim' });
    await until(() => here.balances.length === 1);
    expect(here.balances).to.deep.equal([{ usd: '5' }]);
    here.state.set({ status: 'signed-in', name: 'kim', balance: '5' });
    here.touch('puter');
    await until(() => here.balances.length === 2);
    expect(here.prepared, 'the account, and Puter, by which the order goes').to.equal(3);
  });

  it('follows what is left in doubt later as it did the first time', async () => {
    let asked = 0;
    const here = page({
      check: () => {
        asked += 1;
        return Promise.resolve({ purchases: 0, isFinal: asked % 3 === 0 });
      },
    });
    for (const times of [3, 6]) {
      const id = await here.inDoubt();
      here.clock.pass(2 * second);
      here.touch();
      await until(() => here.journal.entry(id)?.charge === 'none');
      await until(() => here.recovered.get().some((one) => one.id === id));
      expect(asked).to.equal(times);
    }
  });

  it('waits once for what another tab looks after, and takes it up when that tab is gone', async () => {
    const waiting: (() => void)[] = [];
    let relay: string | undefined;
    const here = page(
      {
        resume: (_job, ports) => {
          relay = ports.relay;
          return Promise.resolve(picture);
        },
      },
      'signed-in',
      {
        hold: (_, work) => work(),
        tryTakeOver: (_id, work, wait) =>
          wait
            ? new Promise((resolve, reject) => {
                waiting.push(() => void work().then((result) => resolve({ result }), reject));
              })
            : Promise.resolve(undefined),
      },
    );
    const { journal } = here;
    const left = async (): Promise<string> => {
      const line = intent(journal, { provider: 'puter', purchase, low: '0.03', high: '0.03' });
      await journal.reserve([line], {});
      await journal.accept(line.id, { host: 'a.example' });
      return line.id;
    };
    const purchase = journal.newId();
    const line = await left();
    const widget = { provider: 'puter', relay: 'https://relay.example/' };
    await here.services.recover(widget);
    await here.services.recover({ provider: 'puter', relay: undefined });
    expect([waiting.length, journal.entry(line)?.standing]).to.deep.equal([1, 'accepted']);
    waiting.shift()?.();
    await until(() => journal.entry(line)?.standing === 'settled');
    expect(relay, 'by the way the widget named').to.equal(widget.relay);
    await left();
    await until(async () => {
      await here.services.recover();
      return waiting.length > 0;
    });
  });
});

describe('what a page orders', () => {
  const pro = { provider: 'puter', model: 'flux-2-pro', route: 'replicate' };
  const priced = quote({ ...pro, width: 1024, height: 1024 });
  const first = { width: 1, height: 1, mediaType: 'image/png', base64: pixel };
  const plain: WidgetOrder = {
    quote: priced,
    prompt: 'a fox',
    references: [],
    seed: undefined,
    relay: undefined,
    endpoint: undefined,
    prices: 'bundled',
    deadlines: {},
    budget: undefined,
    balance: undefined,
    permit: undefined,
  };
  const shop = () => {
    const here = page({ run: (order) => Promise.resolve(orders.push(order)).then(() => picture) });
    const orders: Parameters<ImageProvider['run']>[0][] = [];
    const bought = async (asked: Partial<WidgetOrder>, more: Partial<Quote> = {}) => {
      const running = await here.services.buy({
        ...plain,
        quote: { ...priced, ...more },
        permit: readersPermit((asked.quote ?? priced).id, here.clock),
        ...asked,
      });
      await running.done;
    };
    const codeOf = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'bought',
        (error: unknown) => {
          const { code, facts } = error as UserPaysError;
          return facts['detail'] ?? code;
        },
      );
    return { ...here, orders, bought, codeOf };
  };

  it('carries a mask where the model takes one and there is a picture it belongs to, and is not sent without one that it needs', async () => {
    const { orders, bought, codeOf } = shop();
    const takes = { traits: { ...priced.traits!, mask: 'white' } } as const;
    const needs = { traits: { ...takes.traits, needsMask: true } } as const;
    const noPicture = new Blob(['x'], { type: 'image/png' });
    const references = [first];
    const ends = [
      await codeOf(bought({ references, mask: white }, takes)),
      await codeOf(bought({ references, mask: white }, needs)),
      await codeOf(bought({ references }, takes)),
      await codeOf(bought({ references, mask: white })),
      await codeOf(bought({ mask: white }, takes)),
      await codeOf(bought({ references }, needs)),
      await codeOf(bought({ references, mask: noPicture }, takes)),
    ];
    expect(ends).to.deep.equal([
      ...Array<string>(5).fill('bought'),
      'a mask is needed',
      'the mask is no picture',
    ]);
    expect(
      orders.map(({ mask }) => mask && [mask.width, mask.height, mask.mediaType]),
    ).to.deep.equal([[1, 1, 'image/png'], [1, 1, 'image/png'], undefined, undefined, undefined]);
  });

  it('goes out although it may cost more than the balance, where the provider holds no more back than that', async () => {
    const { bought, codeOf } = shop();
    const ends = [];
    for (const [balance, holds] of [
      ['0.01', '0.01'],
      ['0.01', '0.009'],
      ['0.01', '0.011'],
      ['0.01', undefined],
    ] as const)
      ends.push(await codeOf(bought({ balance }, holds === undefined ? {} : { holds })));
    expect(ends).to.deep.equal(['bought', 'bought', 'over-budget', 'over-budget']);
  });

  it('is bought however long prices and credentials take to load, and once for a permit', async () => {
    const { services, clock, orders, codeOf } = shop();
    const permit = readersPermit(priced.id, clock);
    const order = { ...plain, quote: priced, permit };
    const both = [services.buy(order), services.buy(order)];
    clock.pass(60_000);
    const ends = await Promise.all(both.map((one) => codeOf(one.then(({ done }) => done))));
    expect(ends).to.deep.equal(['bought', 'no-gesture']);
    expect(orders).to.have.length(1);
  });

  it('is reserved at the page’s own price, whatever quote a script made', async () => {
    const forged: readonly Partial<Quote>[] = [
      { total: { low: '0.0001', high: '0.0001' } },
      { total: { low: '0', high: '0' }, free: true },
      { total: undefined, exactness: 'unknown' },
      { total: { low: '-1', high: '-1' } },
      { total: { low: 'x', high: 'x' } },
      { simulated: true },
    ];
    for (const more of forged) {
      const { bought, codeOf, journal, orders } = shop();
      const title = JSON.stringify(more);
      expect(await codeOf(bought({ budget: '0.029' }, more)), title).to.equal('over-budget');
      expect(orders, title).to.have.length(0);
      expect(await codeOf(bought({ budget: '0.03' }, more)), title).to.equal('bought');
      expect(journal.entries()[0], title).to.include({ high: '0.03', charged: '0.03' });
      expect(journal.entries()[0], title).to.include({ simulated: false });
    }
  });

  it('is reserved at what the reader agreed to, where the list says less by now', async () => {
    const { bought, codeOf, journal } = shop();
    const more = { total: { low: '0.05', high: '0.05' } };
    expect(await codeOf(bought({ budget: '0.049' }, more))).to.equal('over-budget');
    expect(await codeOf(bought({ budget: '0.05' }, more))).to.equal('bought');
    expect(journal.entries()[0]).to.include({ low: '0.03', high: '0.05', charged: '0.03' });
    const three = { request: { ...priced.request, count: 3 }, total: { low: '0', high: '0.12' } };
    expect(await codeOf(bought({ budget: '0.149' }, three))).to.equal('over-budget');
  });

  it('sends what the price is for, and no parameters of a script', async () => {
    const { bought, orders } = shop();
    await bought({}, { sends: { model: 'replicate:dear/model', output_megapixels: '16' } });
    await bought({}, { free: true, sources: [{ ...priced.sources[0]!, kind: 'live' }] });
    expect(orders.map(({ sends, isFree }) => [sends, isFree])).to.deep.equal([
      [priced.sends, undefined],
      [priced.sends, undefined],
    ]);
  });

  it('is not sent for what no checkout would sell', async () => {
    const { bought, codeOf, orders } = shop();
    for (const more of [
      { model: 'dear/unlisted' },
      { provider: 'nobody' },
      { width: 1e6 },
      { count: 0 },
    ]) {
      const asked = { request: { ...priced.request, ...more } };
      expect(await codeOf(bought({}, asked)), JSON.stringify(more)).not.to.equal('bought');
    }
    expect(orders).to.have.length(0);
  });

  it('is read once: a quote that says something else each time buys what was priced', async () => {
    const { bought, journal, orders } = shop();
    let reads = 0;
    const request = {
      ...priced.request,
      get width() {
        reads += 1;
        return reads > 1 ? 2048 : 1024;
      },
    };
    await bought({}, { request });
    const [line] = journal.entries();
    expect([line?.size, line?.high, orders[0]?.width]).to.deep.equal(['1024x1024', '0.03', 1024]);
  });

  it('is priced with the pictures that are sent, be there more than the quote says', async () => {
    const { bought, journal } = shop();
    const asked = { provider: 'puter', model: 'flux-2-pro', width: 1024, height: 1024 };
    const from = [{ width: 1024, height: 1024 }];
    const dear = quote({ ...asked, route: 'replicate', references: from });
    expect(dear.total?.high).not.to.equal('0.03');
    await bought({ references: [{ ...first, width: 1024, height: 1024 }] });
    expect(journal.entries()[0]?.high).to.equal(dear.total?.high);
  });

  it('is followed when it ends in doubt, and the account’s balance is read anew', async () => {
    let checked = 0;
    const here = page({
      run: async (_order, ports) => {
        await ports.note?.(job);
        return { kind: 'refused', code: 'unreadable-reply', charge: 'possible' };
      },
      check: () => {
        checked += 1;
        return Promise.resolve({ purchases: 0, isFinal: true });
      },
      balance: () => Promise.resolve({ usd: '5' }),
    });
    const running = await here.services.buy({
      ...plain,
      permit: readersPermit(plain.quote.id, here.clock),
    });
    await running.done.catch(() => undefined);
    const [{ id } = { id: '' }] = here.journal.entries();
    await until(() => here.journal.entry(id)?.charge === 'none');
    await until(() => here.balances.length === 1);
    expect(checked).to.equal(1);
  });

  it('is priced at the rate of the account that is signed in', () => {
    const { clock, observed, services, store } = shop();
    const on = new Date(clock.now()).toISOString().slice(0, 10);
    store.set(
      `user-pays-image/rate/${payerHash('puter', 'kim')}/puter/replicate/flux-2-pro`,
      JSON.stringify({ least: '1.25', most: '1.25', on, purchases: 2, purchase: 'p' }),
    );
    expect(observed.forAccount?.(priced), 'nobody is known yet').to.equal(undefined);
    services.account('puter');
    expect(observed.forAccount?.(priced)?.total?.high).to.equal('0.0375');
  });

  it('is kept with its words only where the reader wants that', async () => {
    const { bought, services, store } = shop();
    await bought({});
    setKeepsPrompts(store, true);
    await bought({});
    const kept = await services.pictures.list();
    expect(kept.map(({ prompt }) => prompt)).to.have.members([undefined, 'a fox']);
    expect(store.get('user-pays-image/persist-asked'), 'and is to stay').to.equal('1');
  });
});
