import { expect } from 'chai';
import { buy } from '../../src/generation/buy.js';
import type { PurchaseOrder } from '../../src/generation/purchase-ports.js';
import type { Ports } from '../../src/providers/image-provider.js';
import type { PictureOrder } from '../../src/providers/picture-order.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

/** What the provider was asked for, and with what. */
async function asked(request: Partial<ImageRequest>, rest: Partial<PurchaseOrder> = {}) {
  const purchasePorts = portsInMemory();
  const ports: Ports[] = [];
  const imageProvider = makerOf((_order, given) => {
    ports.push(given);
    return Promise.resolve(picture);
  });
  const running = await buy(purchasePorts, orderOf(imageProvider, request, rest));
  await running.done;
  return {
    orders: imageProvider.orders,
    ports,
    lines: purchasePorts.journal.entries(),
    state: running.state.get(),
    purchasePorts,
  };
}
async function first(
  request: Partial<ImageRequest>,
  rest: Partial<PurchaseOrder> = {},
): Promise<PictureOrder> {
  return (await asked(request, rest)).orders[0]!;
}

describe('what a provider is asked for', () => {
  it('are the steps that were priced, or none', async () => {
    expect(await first({ provider: 'deepinfra', model: 'flux-1-dev', steps: 7 })).to.include({
      steps: 7,
    });
    expect(await first({})).not.to.have.property('steps');
  });

  it('is the way that was priced, or none', async () => {
    const routed = await asked({ provider: 'puter', route: 'together' });
    expect(routed.orders[0]).to.include({
      route: 'together',
      model: 'flux-2-pro',
      width: 1024,
      height: 1024,
      prompt: 'a fox',
    });
    expect(routed.lines[0]).to.include({ route: 'together' });
    const plain = await asked({});
    expect(plain.orders[0]).not.to.have.property('route');
    expect(plain.lines[0]).not.to.have.property('route');
  });

  it('is a seed only where the reader has one', async () => {
    expect(await first({}, { seed: 0 })).to.include({ seed: 0 });
    const none = await asked({});
    expect(none.orders[0]).not.to.have.property('seed');
    expect(none.state.pictures[0]).not.to.have.property('seed');
  });

  it('is the size that the price is of, where that is another than the one asked for', async () => {
    const { orders } = await asked({ provider: 'replicate', width: 1920, height: 1080 });
    expect(orders[0]?.sends).to.deep.equal({ output_megapixels: '2' });
    expect(await first({})).not.to.have.property('sends');
  });

  it('is never to be kept in the reader’s storage there, unless the reader said so; then each picture has a name of its own', async () => {
    for (const { keepAs } of (await asked({ count: 2 })).orders) expect(keepAs).to.equal(undefined);
    for (const { keepAs } of (await asked({ count: 2 }, { keepsThere: false })).orders)
      expect(keepAs).to.equal(undefined);
    const { orders, lines } = await asked({ count: 2 }, { keepsThere: true });
    expect(orders.map(({ keepAs }) => keepAs)).to.have.members(lines.map(({ id }) => `${id}.png`));
  });

  it('comes with what the account and the page hand over, and nothing where there is nothing', async () => {
    const {
      ports: [bare],
    } = await asked({});
    expect(bare).not.to.have.any.keys('key', 'providerSession', 'relay', 'sandbox');
    const {
      ports: [full],
      purchasePorts,
    } = await asked(
      {},
      { key: 'k', providerSession: 1, relay: 'https://relay.example/', sandbox: { latency: 3 } },
    );
    expect(full).to.include({
      key: 'k',
      providerSession: 1,
      relay: 'https://relay.example/',
      clock: purchasePorts.clock,
      store: purchasePorts.store,
    });
    expect((full as Ports & { sandbox: unknown }).sandbox).to.deep.equal({ latency: 3 });
  });

  it('is at most two pictures at a time, or as many as the account allows', async () => {
    for (const [concurrency, most] of [
      [undefined, 2],
      [1, 1],
      [3, 3],
    ] as const) {
      let [now, seen] = [0, 0];
      const imageProvider = makerOf(async () => {
        now += 1;
        seen = Math.max(seen, now);
        await new Promise((resolve) => {
          setTimeout(resolve);
        });
        now -= 1;
        return picture;
      });
      await (
        await buy(
          portsInMemory(),
          orderOf(imageProvider, { count: 4 }, concurrency ? { concurrency } : {}),
        )
      ).done;
      expect(seen).to.equal(most);
    }
  });
});
