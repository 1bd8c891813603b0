import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { buy } from '../../src/generation/buy.js';
import type { UserPaysError } from '../../src/base/error.js';
import type { Outcome, Usage } from '../../src/providers/outcome.js';
import type { Intent } from '../../src/spending/entry.js';
import { createJournal } from '../../src/spending/journal.js';
import { intent, settableClock } from '../spending/simulated-browser.js';
import { readersPermit } from '../support/permit.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

/** A route whose price is a range. */
const ranged = { provider: 'fal', model: 'flux-2-klein-4b' };

async function endOf(
  outcome: Outcome,
  request = {},
): Promise<{
  purchasePorts: ReturnType<typeof portsInMemory>;
  error: UserPaysError | undefined;
  receipts: readonly (string | undefined)[];
}> {
  const purchasePorts = portsInMemory();
  const running = await buy(
    purchasePorts,
    orderOf(
      makerOf(() => Promise.resolve(outcome)),
      request,
    ),
  );
  const error = await running.done.then(
    () => undefined,
    (reason: unknown) => reason as UserPaysError,
  );
  return {
    purchasePorts,
    error,
    receipts: running.state
      .get()
      .pictures.map(({ receipt }) => receipt && `${receipt.charge} ${receipt.charged ?? '?'}`),
  };
}

describe('what a picture is written down with', () => {
  it('reserves the high end of a range, and shows both', async () => {
    const purchasePorts = portsInMemory();
    const order = orderOf(
      makerOf(() => Promise.resolve(picture)),
      ranged,
    );
    const { low, high } = order.quote.total ?? { low: '', high: '' };
    expect(Number(low)).to.be.above(0).and.below(Number(high));
    await (
      await buy(purchasePorts, order)
    ).done;
    expect(purchasePorts.journal.entries().map((entry) => [entry.low, entry.high])).to.deep.equal([
      [low, high],
    ]);
  });

  it('a range that nobody closes was charged, its picture counts, and up to its high end is open', async () => {
    const { purchasePorts, error, receipts } = await endOf(picture, ranged);
    const [entry] = purchasePorts.journal.entries();
    expect(error).to.equal(undefined);
    expect(entry).to.include({ standing: 'in-doubt', charge: 'charged', pictures: 1 });
    const { all } = purchasePorts.journal.tally();
    expect(all).to.include({ settled: '0', inDoubt: entry?.high, pictures: 1 });
    expect(receipts).to.deep.equal(['charged ?']);
    expect(purchasePorts.kept).to.have.length(1);
  });

  it('a job that the provider never ended may have been charged', async () => {
    const { purchasePorts, error } = await endOf({ kind: 'pending', job: { id: 'j1' } });
    expect(error).to.include({
      code: 'timed-out',
      charge: 'possible',
      retry: 'ask',
      stage: 'submit',
    });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0.03' });
  });

  it('may have been charged more than once where the browser may have repeated the order', async () => {
    for (const charge of ['possible', 'none', 'charged'] as const) {
      const { error } = await endOf({ kind: 'refused', code: 'timed-out', charge, repeated: true });
      expect(error?.facts['repeated'], charge).to.equal(charge === 'possible' ? '1' : undefined);
    }
  });

  it('an answer without a picture is paid for, and no picture', async () => {
    const { purchasePorts, error, receipts } = await endOf({ kind: 'done', images: [] });
    expect(error).to.include({ code: 'image-lost', charge: 'charged', stage: 'save' });
    expect(receipts).to.deep.equal(['charged 0.03']);
    expect(purchasePorts.journal.tally().all).to.include({
      settled: '0.03',
      inDoubt: '0',
      pictures: 0,
      purchases: 1,
    });
    expect(purchasePorts.kept).to.deep.equal([]);
  });

  it('the gravest of a batch’s troubles is the one the reader is told, whichever came first', async () => {
    const purchasePorts = portsInMemory();
    const ends: Outcome[] = [
      { kind: 'refused', code: 'content-refused', charge: 'none' },
      { kind: 'refused', code: 'content-refused', charge: 'charged' },
      { kind: 'refused', code: 'unreadable-reply', charge: 'possible' },
    ];
    const { done } = await buy(
      purchasePorts,
      orderOf(
        makerOf((_order, _ports, index) => Promise.resolve(ends[index] ?? picture)),
        { count: 3 },
        { concurrency: 1 },
      ),
    );
    expect(await done.catch((error: unknown) => error)).to.include({
      code: 'unreadable-reply',
      charge: 'possible',
    });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0.03' });
  });

  it('a receipt over pictures of which one is in doubt names no sum', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf((_order, _ports, index): Promise<Outcome> =>
      Promise.resolve(
        index === 0
          ? { ...picture, usage: { unit: 'usd', amount: '0.03' } }
          : { kind: 'refused', code: 'timed-out', charge: 'possible' },
      ),
    );
    const { receipt } = await (
      await buy(purchasePorts, orderOf(imageProvider, { count: 2 }, { concurrency: 1 }))
    ).done;
    expect(receipt).to.include({ charge: 'possible', basis: 'computed', estimated: '0.06' });
    expect(receipt).not.to.have.property('charged');
  });

  it('repeats at most 200 characters of a provider’s own words', async () => {
    const { error } = await endOf({
      kind: 'refused',
      code: 'invalid-input',
      charge: 'none',
      detail: 'x'.repeat(900),
    });
    expect(error?.facts['detail']).to.equal(`${'x'.repeat(199)}…`);
    expect(error).to.include({ retry: 'never' });
  });

  it('tells how long the provider wants to be left alone', async () => {
    const { error, purchasePorts } = await endOf({
      kind: 'refused',
      code: 'rate-limited',
      charge: 'none',
      retryAfterMs: 7000,
    });
    expect(error).to.include({ code: 'rate-limited', charge: 'none', retry: 'safe' });
    expect(error?.facts).to.include({ retryAfterMs: '7000' });
    expect(purchasePorts.journal.tally().all).to.include({
      settled: '0',
      inDoubt: '0',
      purchases: 0,
    });
  });
});

describe('what a meter counted', () => {
  const minute = 60_000;
  const puter = { provider: 'puter', model: 'flux-2-pro', route: 'replicate' };
  /** Counted twice for one request: the browser sent it again. */
  const twice: Usage = { unit: 'microcents', amount: '6000000', times: 2 };

  /** One order made beside another of the same browser, which ended so long before it, or never. */
  async function beside(
    usage: Usage,
    other?: Partial<Intent> & { ago?: number; took?: number; end?: 'refused' },
    isLost = false,
  ) {
    const clock = settableClock();
    const store = memoryStore();
    const journal = createJournal({ store, clock, takeAct: () => true });
    const purchasePorts = { ...portsInMemory(store), clock, journal };
    if (other) {
      const { ago = 0, took, end, ...given } = other;
      const line = intent(journal, { ...puter, ...given });
      await journal.reserve([line], {});
      clock.pass(took ?? 0);
      if (took !== undefined)
        await journal.settle(line.id, { charged: '0.03', basis: 'reported', pictures: 1 });
      else if (end === 'refused') await journal.refuse(line.id, 'content-refused');
      else await journal.doubt(line.id, 'timed-out');
      // The permit of a press is good for ten minutes of the other clock.
      clock.set(clock.now() + ago);
    }
    const told: Outcome = isLost
      ? { kind: 'refused', code: 'image-lost', charge: 'charged', usage }
      : { ...picture, usage };
    const maker = makerOf(() => {
      clock.pass(minute);
      return Promise.resolve(told);
    });
    const order = orderOf(maker, puter);
    const permit = readersPermit(order.quote.id, clock);
    const running = await buy(purchasePorts, { ...order, permit });
    const error = await running.done.then(
      () => undefined,
      (reason: unknown) => reason as UserPaysError,
    );
    const [shown] = running.state.get().pictures;
    const { standing, charged, code, note } = journal.entry(shown?.id ?? '') ?? {};
    return {
      line: [standing, charged ?? code, note],
      receipt: [shown?.receipt?.charge, shown?.receipt?.charged, shown?.receipt?.times],
      error,
    };
  }
  const mine = {
    line: ['settled', '0.06', 'charged 2 times'],
    receipt: ['charged', '0.06', 2],
    error: undefined,
  };
  const agreed = {
    line: ['settled', '0.03', undefined],
    receipt: ['charged', '0.03', undefined],
    error: undefined,
  };

  it('twice is this picture’s where no other purchase can have ordered the same meanwhile', async () => {
    expect(await beside(twice)).to.deep.equal(mine);
    for (const other of [
      { model: 'flux-2-max' },
      { route: 'together' },
      { provider: 'bfl' },
      { simulated: true },
      { end: 'refused' },
      // It ended longer before this one than its meter may lag behind.
      { took: 2 * minute, ago: 10_001 },
      { ago: 60 * minute + 10_001 },
    ] as const)
      expect(await beside(twice, other), JSON.stringify(other)).to.deep.equal(mine);
  });

  it('is nobody’s where another purchase may have been counted: the picture is settled as agreed', async () => {
    for (const other of [
      {},
      { ago: 59 * minute },
      { took: 2 * minute },
      { took: 2 * minute, ago: 10_000 },
    ])
      expect(await beside(twice, other), JSON.stringify(other)).to.deep.equal(agreed);
    // Once for one picture is this picture’s, whoever else is there.
    const once = { unit: 'microcents', amount: '2900000' } as const;
    expect((await beside(once, {})).line).to.deep.equal(['settled', '0.029', undefined]);
  });

  it('for an order without a picture stays in doubt where another purchase may have been counted', async () => {
    const once = { unit: 'microcents', amount: '3000000' } as const;
    const { line, receipt, error } = await beside(once, {}, true);
    expect([line, receipt]).to.deep.equal([
      ['in-doubt', 'unreadable-reply', undefined],
      ['possible', undefined, undefined],
    ]);
    expect(error).to.include({ charge: 'possible' });
    const alone = await beside(once, undefined, true);
    expect(alone.line).to.deep.equal(['settled', '0.03', undefined]);
    expect(alone.error).to.include({ code: 'image-lost', charge: 'charged' });
  });
});
