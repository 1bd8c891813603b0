import { expect } from 'chai';
import { buy, type Running } from '../../src/generation/buy.js';
import type { UserPaysError } from '../../src/base/error.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

function reasonOf(promise: Promise<unknown>): Promise<UserPaysError> {
  return promise.then(
    () => {
      throw new Error('it resolved');
    },
    (error: unknown) => error as UserPaysError,
  );
}

function refusal(
  code: Extract<Outcome, { kind: 'refused' }>['code'],
  charge: 'none' | 'possible' | 'charged',
): Outcome {
  return { kind: 'refused', code, charge };
}

function polling(running: Running): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (running.state.get().pictures[0]?.name === 'polling') resolve();
    };
    running.state.subscribe(look);
    look();
  });
}

describe('a purchase', () => {
  it('is written down before the provider hears of it', async () => {
    const purchasePorts = portsInMemory();
    let standing = '';
    const imageProvider = makerOf(() => {
      standing = purchasePorts.journal
        .entries()
        .map((entry) => `${entry.standing} ${entry.high ?? '?'}`)
        .join();
      return Promise.resolve(picture);
    });
    await (
      await buy(purchasePorts, orderOf(imageProvider))
    ).done;
    expect(standing).to.equal('intent 0.03');
    expect(purchasePorts.journal.entries()[0]).to.include({
      standing: 'settled',
      charged: '0.03',
      basis: 'computed',
      pictures: 1,
    });
    expect(purchasePorts.kept).to.have.length(1);
  });

  it('of four pictures is four lines under one purchase, each asked for once with a seed of its own', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(() => Promise.resolve(picture));
    const running = await buy(purchasePorts, orderOf(imageProvider, { count: 4 }, { seed: 7 }));
    const purchase = await running.done;
    expect(imageProvider.orders.map(({ seed }) => seed)).to.deep.equal([7, 8, 9, 10]);
    expect(running.state.get().pictures.map(({ seed }) => seed)).to.deep.equal([7, 8, 9, 10]);
    expect(purchase.images).to.have.length(4);
    expect(purchase.receipt).to.include({ estimated: '0.12', charged: '0.12', charge: 'charged' });
    expect(purchasePorts.journal.tally().all).to.deep.equal({
      settled: '0.12',
      inDoubt: '0',
      pictures: 4,
      purchases: 1,
    });
  });

  it('shows what the provider says it cost, not what was estimated', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(() =>
      Promise.resolve({
        ...picture,
        usage: { unit: 'credits', amount: '4.5', note: 'reference counted as 2 MP' },
      } as Outcome),
    );
    const { receipt } = await (await buy(purchasePorts, orderOf(imageProvider))).done;
    expect(receipt).to.include({
      estimated: '0.03',
      charged: '0.045',
      basis: 'reported',
      note: 'reference counted as 2 MP',
    });
    expect(purchasePorts.journal.tally().all.settled).to.equal('0.045');
  });

  it('closes its receipt later where the cost is read back after the picture', async () => {
    const purchasePorts = portsInMemory();
    let tell: (usage: { unit: 'usd'; amount: string }) => void = () => undefined;
    const later = new Promise<{ unit: 'usd'; amount: string }>((resolve) => {
      tell = resolve;
    });
    const running = await buy(
      purchasePorts,
      orderOf(makerOf(() => Promise.resolve({ ...picture, later } as Outcome))),
    );
    await running.done;
    expect(running.state.get().pictures[0]).to.include({ checking: true });
    expect(purchasePorts.journal.tally().all.settled).to.equal('0.03');
    const closed = new Promise<void>((resolve) =>
      running.state.subscribe((state) => {
        if (state.pictures[0]?.checking === false) resolve();
      }),
    );
    tell({ unit: 'usd', amount: '0.031' });
    await closed;
    expect(running.state.get().pictures[0]?.receipt).to.include({
      charged: '0.031',
      basis: 'reported',
    });
    expect(purchasePorts.journal.tally().all.settled).to.equal('0.031');
  });

  it('that was lost on the way is in doubt, and never settled or forgotten', async () => {
    const purchasePorts = portsInMemory();
    const error = await reasonOf(
      (
        await buy(
          purchasePorts,
          orderOf(makerOf(() => Promise.resolve(refusal('unreadable-reply', 'possible')))),
        )
      ).done,
    );
    expect(error).to.include({ code: 'unreadable-reply', charge: 'possible', retry: 'ask' });
    expect(error.facts).to.include({ amount: '0.03' });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0.03' });
  });

  it('that was refused without a charge leaves nothing behind in the sums', async () => {
    const purchasePorts = portsInMemory();
    const error = await reasonOf(
      (
        await buy(
          purchasePorts,
          orderOf(makerOf(() => Promise.resolve(refusal('insufficient-funds', 'none')))),
        )
      ).done,
    );
    expect(error).to.include({ code: 'insufficient-funds', charge: 'none' });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0' });
  });

  it('counts a charge without a picture as spent', async () => {
    const purchasePorts = portsInMemory();
    const error = await reasonOf(
      (
        await buy(
          purchasePorts,
          orderOf(makerOf(() => Promise.resolve(refusal('image-lost', 'charged')))),
        )
      ).done,
    );
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
    expect(purchasePorts.journal.tally().all).to.include({
      settled: '0.03',
      pictures: 0,
      inDoubt: '0',
    });
  });

  it('treats a maker that throws as possibly charged', async () => {
    const purchasePorts = portsInMemory();
    const error = await reasonOf(
      (await buy(purchasePorts, orderOf(makerOf(() => Promise.reject(new TypeError('x')))))).done,
    );
    expect(error).to.include({ code: 'internal', charge: 'possible' });
    expect(purchasePorts.journal.tally().all.inDoubt).to.equal('0.03');
  });

  it('treats a maker that throws before it promises anything the same', async () => {
    const purchasePorts = portsInMemory();
    const error = await reasonOf(
      (
        await buy(
          purchasePorts,
          orderOf(
            makerOf(() => {
              throw new TypeError('x');
            }),
          ),
        )
      ).done,
    );
    expect(error).to.include({ code: 'internal', charge: 'possible' });
    expect(purchasePorts.journal.entries()[0]).to.include({ standing: 'in-doubt' });
  });

  it('stops sending the rest of a batch once the cost of one is unknown', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf((_order, _ports, index) =>
      Promise.resolve(index === 1 ? refusal('timed-out', 'possible') : picture),
    );
    const purchase = await (
      await buy(purchasePorts, orderOf(imageProvider, { count: 4 }, { concurrency: 1 }))
    ).done;
    expect(imageProvider.orders).to.have.length(2);
    expect(purchase.images).to.have.length(1);
    expect(purchase.receipt.charge).to.equal('possible');
    expect(purchasePorts.journal.tally().all).to.include({
      settled: '0.03',
      inDoubt: '0.03',
      pictures: 1,
    });
  });

  for (const [charges, charge, amount] of [
    [['possible', 'possible'], 'possible', '0.06'],
    [['charged', 'charged', 'charged'], 'charged', '0.09'],
    [['charged', 'none', 'possible'], 'possible', '0.06'],
    [['none', 'charged', 'none'], 'charged', '0.03'],
  ] as const) {
    it(`without a picture fails with all that it cost or may have cost: ${charges.join(', ')}`, async () => {
      const imageProvider = makerOf((_order, _ports, index) =>
        Promise.resolve(refusal('content-refused', charges[index] ?? 'none')),
      );
      const count = charges.length;
      const running = await buy(
        portsInMemory(),
        orderOf(imageProvider, { count }, { concurrency: 1 }),
      );
      expect(await reasonOf(running.done)).to.deep.include({ code: 'content-refused', charge });
      expect((await reasonOf(running.done)).facts).to.include({ amount });
    });
  }

  it('without a picture names no sum where the price of one is unknown', async () => {
    const imageProvider = makerOf(() => Promise.resolve(refusal('timed-out', 'possible')));
    const order = orderOf(imageProvider, { provider: 'fal', model: 'flux-2-dev', count: 2 });
    const running = await buy(portsInMemory(), { ...order, concurrency: 2 });
    const { charge, facts } = await reasonOf(running.done);
    expect([charge, facts['amount']]).to.deep.equal(['possible', undefined]);
  });

  it('goes on with the batch when one picture was refused for its content', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf((_order, _ports, index) =>
      Promise.resolve(index === 0 ? refusal('content-refused', 'possible') : picture),
    );
    const running = await buy(
      purchasePorts,
      orderOf(imageProvider, { count: 3 }, { concurrency: 1 }),
    );
    expect((await running.done).images).to.have.length(2);
    expect(running.state.get().pictures.map(({ name }) => name)).to.deep.equal([
      'failed',
      'done',
      'done',
    ]);
  });

  it('stopped by the reader sends nothing more, and says that what was sent may be charged', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf((_order, { signal, accepted }) =>
      accepted({ id: 'j1' }).then(
        () =>
          new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ),
    );
    const running = await buy(
      purchasePorts,
      orderOf(imageProvider, { count: 3 }, { concurrency: 1 }),
    );
    await polling(running);
    running.cancel();
    expect(await reasonOf(running.done)).to.include({ code: 'aborted', charge: 'possible' });
    expect(imageProvider.orders).to.have.length(1);
    expect(purchasePorts.journal.entries().map(({ standing }) => standing)).to.deep.equal([
      'in-doubt',
      'refused',
      'refused',
    ]);
  });

  it('stopped by the reader is not charged where the provider says so', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(
      (_order, { signal, accepted }) =>
        accepted({ id: 'j1' }).then(
          () =>
            new Promise((_, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason)),
            ),
        ),
      { cancel: () => Promise.resolve(refusal('aborted', 'none')) },
    );
    const running = await buy(purchasePorts, orderOf(imageProvider));
    await polling(running);
    running.cancel();
    expect(await reasonOf(running.done)).to.include({ code: 'aborted', charge: 'none' });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0' });
  });

  it('over the cap is not sent and not written', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(() => Promise.resolve(picture));
    const error = await reasonOf(
      buy(purchasePorts, orderOf(imageProvider, { count: 4 }, { caps: { session: '0.10' } })),
    );
    expect(error).to.include({ code: 'over-budget', charge: 'none' });
    expect(error.facts).to.include({ cap: 'session', limit: '0.10', spent: '0', asked: '0.12' });
    expect(imageProvider.orders).to.deep.equal([]);
    expect(purchasePorts.journal.entries()).to.deep.equal([]);
  });

  it('of real money is not sent when this browser keeps nothing', async () => {
    const purchasePorts = portsInMemory({
      get: () => null,
      keys: () => [],
      remove: () => undefined,
      set: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    const imageProvider = makerOf(() => Promise.resolve(picture));
    expect(await reasonOf(buy(purchasePorts, orderOf(imageProvider)))).to.include({
      code: 'storage-blocked',
      charge: 'none',
    });
    expect(imageProvider.orders).to.deep.equal([]);
  });

  it('is one purchase, under the name that its lines carry', async () => {
    for (const count of [1, 3]) {
      const purchasePorts = portsInMemory();
      const running = await buy(
        purchasePorts,
        orderOf(
          makerOf(() => Promise.resolve(picture)),
          { count },
        ),
      );
      const { id } = await running.done;
      expect(purchasePorts.journal.entries().map(({ purchase }) => purchase)).to.deep.equal(
        Array(count).fill(running.id),
      );
      expect([id, running.state.get().id]).to.deep.equal([running.id, running.id]);
    }
  });

  it('is looked after by this tab until its last picture was dealt with, also when one goes wrong', async () => {
    for (const end of [picture, refusal('provider-failed', 'none')]) {
      const purchasePorts = portsInMemory();
      const held: string[] = [];
      let whenFree: () => void = () => undefined;
      const isFree = new Promise<void>((resolve) => {
        whenFree = resolve;
      });
      const lease: typeof purchasePorts.lease = async (id, work) => {
        held.push(id);
        const result = await work();
        held.pop();
        whenFree();
        return result;
      };
      const seen: string[][] = [];
      const imageProvider = makerOf(async () => {
        seen.push([...held]);
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
        seen.push([...held]);
        return end;
      });
      const running = await buy({ ...purchasePorts, lease }, orderOf(imageProvider));
      await running.done.catch(() => undefined);
      await isFree;
      expect(seen).to.deep.equal([[running.id], [running.id]]);
      expect(held).to.deep.equal([]);
    }
  });

  it('is over only when what became of each picture is written', async () => {
    for (const end of [
      picture,
      refusal('provider-failed', 'none'),
      refusal('timed-out', 'possible'),
      refusal('image-lost', 'charged'),
    ]) {
      const purchasePorts = portsInMemory();
      let writing = 0;
      const slow = new Set(['settle', 'refuse', 'doubt', 'accept']);
      const journal = new Proxy(purchasePorts.journal, {
        get: (target, name): unknown => {
          const own: unknown = Reflect.get(target, name);
          if (!slow.has(String(name))) return own;
          return async (...given: unknown[]) => {
            writing += 1;
            await new Promise((resolve) => {
              setTimeout(resolve, 5);
            });
            await (own as (...args: unknown[]) => Promise<void>)(...given);
            writing -= 1;
          };
        },
      });
      const imageProvider = makerOf(async (_order, { accepted }) => {
        await accepted({ id: 'j1' });
        expect(writing).to.equal(0);
        return end;
      });
      const running = await buy(
        { ...purchasePorts, journal },
        orderOf(imageProvider, { count: 2 }, { concurrency: 1 }),
      );
      const open: string[] = [];
      running.state.subscribe(({ pictures }) => {
        for (const { id, name } of pictures)
          if (
            ['done', 'failed'].includes(name) &&
            ['intent', 'accepted'].includes(purchasePorts.journal.entry(id)?.standing ?? '')
          )
            open.push(id);
      });
      await running.done.catch(() => undefined);
      expect(writing).to.equal(0);
      expect(open, 'shown as over before it was written').to.deep.equal([]);
      for (const { standing } of purchasePorts.journal.entries())
        expect(standing).not.to.be.oneOf(['intent', 'accepted']);
    }
  });

  it('shows how far its picture is, as its provider tells', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(async (_order, { accepted, progress }) => {
      await accepted({ id: 'j1' });
      progress({ fraction: 0.5 });
      await Promise.resolve();
      return picture;
    });
    const running = await buy(purchasePorts, orderOf(imageProvider));
    const seen: unknown[] = [];
    running.state.subscribe(({ pictures: [first] }) => seen.push(first?.progress));
    await running.done;
    expect(seen).to.deep.include({ fraction: 0.5 });
  });
});
