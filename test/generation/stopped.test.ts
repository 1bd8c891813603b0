import { expect } from 'chai';
import { buy, type Running } from '../../src/generation/buy.js';
import { UserPaysError } from '../../src/base/error.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

function standings(purchasePorts: ReturnType<typeof portsInMemory>): string[] {
  return purchasePorts.journal.entries().map(({ standing, charge }) => `${standing} ${charge}`);
}
function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
}
function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
const free: Outcome = { kind: 'refused', code: 'aborted', charge: 'none' };

/** Resolves once the maker has the order: until then a stop costs nothing. */
async function asked({ orders }: ReturnType<typeof makerOf>): Promise<void> {
  while (orders.length === 0) await later(0);
}

describe('a purchase that the reader stops', () => {
  it('sends nothing more, also when the picture under way comes after all', async () => {
    const purchasePorts = portsInMemory();
    const running: { now?: Running } = {};
    const imageProvider = makerOf(async () => {
      await later(0);
      running.now?.cancel();
      return picture;
    });
    running.now = await buy(
      purchasePorts,
      orderOf(imageProvider, { count: 3 }, { concurrency: 1 }),
    );
    const purchase = await running.now.done;
    expect(imageProvider.orders).to.have.length(1);
    expect(purchase.images).to.have.length(1);
    expect(standings(purchasePorts)).to.deep.equal([
      'settled charged',
      'refused none',
      'refused none',
    ]);
    expect(purchase.receipt).to.include({ charged: '0.03', charge: 'charged' });
  });

  it('is not charged when the maker says, a moment later, that nothing had left', async () => {
    const purchasePorts = portsInMemory();
    const running = await buy(
      purchasePorts,
      orderOf(
        makerOf(async (_order, { signal }) => {
          await stopped(signal);
          await later(50);
          return free;
        }),
      ),
    );
    running.cancel();
    expect(await running.done.catch((error: unknown) => error)).to.include({
      code: 'aborted',
      charge: 'none',
    });
    expect(standings(purchasePorts)).to.deep.equal(['refused none']);
  });

  it('does not wait for a maker that never hears of it', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(() => new Promise(() => undefined));
    const running = await buy(purchasePorts, orderOf(imageProvider));
    await asked(imageProvider);
    running.cancel();
    expect(await running.done.catch((error: unknown) => error)).to.include({
      code: 'aborted',
      charge: 'possible',
      retry: 'ask',
    });
    expect(standings(purchasePorts)).to.deep.equal(['in-doubt possible']);
  });

  it('stays stopped when the provider’s acceptance comes in afterwards, but the job is kept so that it can be asked for', async () => {
    const purchasePorts = portsInMemory();
    let accept: () => Promise<void> = () => Promise.resolve();
    const imageProvider = makerOf((_order, { accepted }) => {
      accept = () => accepted({ id: 'j1' });
      return new Promise(() => undefined);
    });
    const running = await buy(purchasePorts, orderOf(imageProvider));
    await asked(imageProvider);
    running.cancel();
    await running.done.catch(() => undefined);
    await accept();
    expect(running.state.get().pictures.map(({ name }) => name)).to.deep.equal(['failed']);
    expect(purchasePorts.journal.entries()[0]).to.deep.include({
      standing: 'in-doubt',
      job: { id: 'j1' },
    });
  });

  it('before it could be written down leaves no line', async () => {
    const purchasePorts = portsInMemory();
    const stop = AbortSignal.abort();
    const imageProvider = makerOf(() => Promise.resolve(picture));
    expect(
      await buy(purchasePorts, orderOf(imageProvider, {}, { signal: stop })).catch(
        (error: unknown) => error,
      ),
    ).to.include({ code: 'aborted', charge: 'none' });
    expect([imageProvider.orders.length, purchasePorts.journal.entries().length]).to.deep.equal([
      0, 0,
    ]);
  });

  it('whose maker throws is told as stopped, and possibly charged', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(async (_order, { signal }) => {
      await stopped(signal);
      throw new UserPaysError('provider-failed', { stage: 'submit', charge: 'none' });
    });
    const running = await buy(purchasePorts, orderOf(imageProvider));
    await asked(imageProvider);
    running.cancel();
    expect(await running.done.catch((error: unknown) => error)).to.include({
      code: 'aborted',
      charge: 'possible',
    });
  });
});
