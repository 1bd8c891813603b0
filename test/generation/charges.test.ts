import { expect } from 'chai';
import { buy } from '../../src/generation/buy.js';
import type { UserPaysError } from '../../src/base/error.js';
import type { Outcome } from '../../src/providers/outcome.js';
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

  it('a range that nobody closes stays in doubt at its high end, picture or not', async () => {
    const { purchasePorts, error, receipts } = await endOf(picture, ranged);
    const [entry] = purchasePorts.journal.entries();
    expect(error).to.equal(undefined);
    expect(entry).to.include({ standing: 'in-doubt', charge: 'possible', code: 'no-price' });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: entry?.high });
    expect(receipts).to.deep.equal(['charged ?']);
    expect(purchasePorts.kept).to.have.length(1);
  });

  it('a job that the provider never ended may have been charged', async () => {
    const { purchasePorts, error } = await endOf({ kind: 'pending', job: { id: 'j1' } });
    expect(error).to.include({ code: 'timed-out', charge: 'possible', retry: 'ask' });
    expect(purchasePorts.journal.tally().all).to.include({ settled: '0', inDoubt: '0.03' });
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
