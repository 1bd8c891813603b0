import { expect } from 'chai';
import { UserPaysError } from '../../src/base/error.js';
import type { PictureState } from '../../src/generation/purchase.js';
import { recover, type Recovery } from '../../src/generation/recover.js';
import type { ImageProvider } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { Intent } from '../../src/spending/entry.js';
import { intent, simulatedBrowser } from '../spending/simulated-browser.js';
import { makerOf, picture, portsInMemory } from '../support/ports-in-memory.js';

const job = { host: 'api.bfl.ai', path: '/v1/get_result?id=1' };

/** What a page that died left in the journal, and somebody who takes it up. */
function scene(
  resume: NonNullable<ImageProvider['resume']> = () => Promise.resolve(picture),
  rest: Partial<Recovery> = {},
) {
  const purchasePorts = portsInMemory();
  const imageProvider = makerOf(() => Promise.reject(new Error('a paid request')), { resume });
  const news: PictureState[] = [];
  const line = async (more: Partial<Intent> = {}): Promise<string> => {
    const id = purchasePorts.journal.newId();
    await purchasePorts.journal.reserve(
      [
        {
          id,
          purchase: purchasePorts.journal.newId(),
          provider: 'bfl',
          model: 'flux-2-pro',
          size: '1024x1024',
          simulated: false,
          low: '0.03',
          high: '0.03',
          quote: 'q',
          session: purchasePorts.journal.session(),
          ...more,
        },
      ],
      {},
    );
    return id;
  };
  const recovery: Recovery = {
    purchasePorts,
    takeOver: (_, work) => work(),
    credentials: () => Promise.resolve({ imageProvider }),
    wasKept: (id) => Promise.resolve(purchasePorts.kept.includes(id)),
    changed: (state) => news.push(state),
    ...rest,
  };
  return { purchasePorts, imageProvider, news, line, recover: () => recover(recovery) };
}
function told({ purchasePorts }: ReturnType<typeof scene>, id: string): string {
  const entry = purchasePorts.journal.entry(id);
  return `${entry?.standing ?? '?'} ${entry?.charge ?? '?'} ${entry?.charged ?? ''}`.trim();
}

describe('what a page that died left behind', () => {
  it('a job that was accepted is asked for again, settled at what was agreed, and its picture kept; nothing paid is sent', async () => {
    const left = scene();
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    await left.recover();
    expect(told(left, id)).to.equal('settled charged 0.03');
    expect(left.purchasePorts.kept).to.deep.equal([id]);
    expect(left.news.at(-1)).to.include({ id, name: 'done' });
    expect(left.imageProvider.orders).to.deep.equal([]);
  });

  it('an intent is in doubt: nobody knows whether it was sent. Somebody who checked can say so', async () => {
    const left = scene();
    const [charged, free] = [await left.line(), await left.line()];
    await left.recover();
    expect([told(left, charged), told(left, free)]).to.deep.equal([
      'in-doubt possible',
      'in-doubt possible',
    ]);
    expect(left.purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0.06' });
    await left.purchasePorts.journal.settle(charged, {
      charged: '0.03',
      basis: 'reported',
      pictures: 0,
      note: 'checked',
    });
    await left.purchasePorts.journal.refuse(free, 'checked');
    expect(left.purchasePorts.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
    await left.recover();
    expect([told(left, charged), told(left, free)]).to.deep.equal([
      'settled charged 0.03',
      'settled none 0',
    ]);
  });

  it('an intent whose order never left is over, and nothing was charged; one whose order was leaving is in doubt', async () => {
    const browser = simulatedBrowser();
    const died = browser.tab();
    const purchase = died.newId();
    const [waiting, left] = [1, 2].map(() => intent(died, { purchase }));
    await died.reserve([waiting!, left!], {});
    await died.leave(left!.id);
    const purchasePorts = { ...portsInMemory(), journal: browser.tab() };
    const news: PictureState[] = [];
    await recover({
      purchasePorts,
      takeOver: (_, work) => work(),
      credentials: () => Promise.resolve(undefined),
      wasKept: () => Promise.resolve(false),
      changed: (state) => news.push(state),
    });
    expect(
      [waiting!, left!].map(({ id }) => purchasePorts.journal.entry(id)?.standing),
    ).to.deep.equal(['refused', 'in-doubt']);
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0.045' });
    expect(news).to.deep.equal([]);
  });

  it('a picture that is paid for and was never kept is fetched again, once', async () => {
    let asked = 0;
    const left = scene(() => {
      asked += 1;
      return Promise.resolve(picture);
    });
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    await left.purchasePorts.journal.settle(id, {
      charged: '0.03',
      basis: 'computed',
      pictures: 1,
    });
    await left.recover();
    await left.recover();
    expect(asked).to.equal(1);
    expect(left.purchasePorts.kept).to.deep.equal([id]);
    expect(left.purchasePorts.journal.tally().all).to.include({ settled: '0.03', pictures: 1 });
  });

  it('a picture that can no longer be had is said to be lost, and stays on the bill', async () => {
    const lost: Outcome = {
      kind: 'refused',
      code: 'image-lost',
      charge: 'charged',
      usage: { unit: 'credits', amount: '3' },
    };
    const left = scene(() => Promise.resolve(lost));
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    await left.recover();
    expect(told(left, id)).to.equal('settled charged 0.03');
    expect(left.news.at(-1)?.error).to.include({ code: 'image-lost', charge: 'charged' });
  });

  it('a job whose purchase somebody looks after is left alone', async () => {
    const left = scene(undefined, { takeOver: () => Promise.resolve() });
    const [open, accepted] = [await left.line(), await left.line()];
    await left.purchasePorts.journal.accept(accepted, job);
    await left.recover();
    expect([told(left, open), told(left, accepted)]).to.deep.equal([
      'intent possible',
      'accepted possible',
    ]);
    expect(left.news).to.deep.equal([]);
  });

  it('a job that somebody else ended while we waited for it is not asked for again', async () => {
    let asked = 0;
    let late: Promise<void> = Promise.resolve();
    const left = scene(
      () => {
        asked += 1;
        return Promise.resolve(picture);
      },
      {
        takeOver: (_, work) => {
          late = Promise.resolve().then(async () => {
            await left.purchasePorts.journal.doubt(id, 'aborted');
            await work({ isLate: true });
          });
          return Promise.resolve();
        },
      },
    );
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    await left.recover();
    await late;
    expect(asked).to.equal(0);
    expect(told(left, id)).to.equal('in-doubt possible');
  });

  it('a job of a reader who is not signed in waits', async () => {
    const left = scene(undefined, { credentials: () => Promise.resolve(undefined) });
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    await left.recover();
    expect(told(left, id)).to.equal('accepted possible');
  });

  it('one line’s trouble is not another’s', async () => {
    const left = scene((each) =>
      each['path'] === 'bad'
        ? Promise.reject(new UserPaysError('internal', { stage: 'poll' }))
        : Promise.resolve(picture),
    );
    const purchase = left.purchasePorts.journal.newId();
    const [bad, good] = [await left.line({ purchase }), await left.line({ purchase })];
    await left.purchasePorts.journal.accept(bad, { path: 'bad' });
    await left.purchasePorts.journal.accept(good, job);
    await left.recover();
    expect([told(left, bad), told(left, good)]).to.deep.equal([
      'in-doubt possible',
      'settled charged 0.03',
    ]);
  });

  it('goes to the relay of the page, with the reader’s key', async () => {
    const seen: (string | undefined)[] = [];
    const left = scene(
      (_, { relay, key }) => {
        seen.push(relay, key);
        return Promise.resolve(picture);
      },
      {
        credentials: () =>
          Promise.resolve({
            imageProvider: left.imageProvider,
            relay: 'https://relay.example/',
            key: 'k',
          }),
      },
    );
    await left.purchasePorts.journal.accept(await left.line(), job);
    await left.recover();
    expect(seen).to.deep.equal(['https://relay.example/', 'k']);
  });

  it('is looked for when the mirror has told what localStorage forgot, not before', async () => {
    const left = scene();
    let tell: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const journal = new Proxy(left.purchasePorts.journal, {
      get: (target, name): unknown => (name === 'ready' ? ready : Reflect.get(target, name)),
    });
    const recovering = recover({
      purchasePorts: { ...left.purchasePorts, journal },
      takeOver: (_, work) => work(),
      credentials: () => Promise.resolve({ imageProvider: left.imageProvider }),
      wasKept: () => Promise.resolve(false),
      changed: () => undefined,
    });
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    tell();
    await recovering;
    expect(told(left, id)).to.equal('settled charged 0.03');
  });

  it('is held until the last line of a purchase was dealt with, whatever became of the others', async () => {
    let end: (outcome: Outcome) => void = () => undefined;
    const slow = new Promise<Outcome>((resolve) => {
      end = resolve;
    });
    const held: string[] = [];
    const left = scene(() => slow, {
      takeOver: async (purchase, work) => {
        await work();
        held.push(purchase);
      },
      credentials: (entry) =>
        entry.id === bad
          ? Promise.reject(new Error('no maker'))
          : Promise.resolve({ imageProvider: left.imageProvider }),
    });
    const purchase = left.purchasePorts.journal.newId();
    const [bad, good] = [await left.line({ purchase }), await left.line({ purchase })];
    for (const id of [bad, good]) await left.purchasePorts.journal.accept(id, job);
    const recovering = left.recover();
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    expect(held).to.deep.equal([]);
    end(picture);
    await recovering;
    expect(held).to.deep.equal([purchase]);
    expect([told(left, bad), told(left, good)]).to.deep.equal([
      'accepted possible',
      'settled charged 0.03',
    ]);
  });

  it('a range that was recovered was charged, and so was a price that nobody knew: the amounts stay open', async () => {
    const left = scene();
    const [range, unknown] = [
      await left.line({ low: '0.03', high: '0.05' }),
      await left.line({ low: undefined, high: undefined }),
    ];
    for (const id of [range, unknown]) await left.purchasePorts.journal.accept(id, job);
    await left.recover();
    expect([told(left, range), told(left, unknown)]).to.deep.equal([
      'in-doubt charged',
      'in-doubt charged',
    ]);
    expect(left.purchasePorts.journal.tally().all).to.include({
      settled: '0',
      inDoubt: '0.05',
      unpriced: 1,
      pictures: 2,
    });
  });

  it('a line that another tab refused meanwhile is not put in doubt', async () => {
    const left = scene(undefined, {
      takeOver: async (_, work) => {
        await left.purchasePorts.journal.refuse(id, 'aborted');
        await work();
      },
    });
    const id = await left.line();
    await left.recover();
    expect(told(left, id)).to.equal('refused none');
    expect(left.purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0' });
  });

  it('a picture that another tab kept meanwhile is not fetched again', async () => {
    let asked = 0;
    const left = scene(
      () => {
        asked += 1;
        return Promise.resolve(picture);
      },
      {
        takeOver: async (_, work) => {
          left.purchasePorts.kept.push(id);
          await work();
        },
      },
    );
    const id = await left.line();
    await left.purchasePorts.journal.accept(id, job);
    await left.purchasePorts.journal.settle(id, {
      charged: '0.03',
      basis: 'computed',
      pictures: 1,
    });
    await left.recover();
    expect(asked).to.equal(0);
  });
});
