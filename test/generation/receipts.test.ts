import { expect } from 'chai';
import { buy } from '../../src/generation/buy.js';
import type { PurchaseState } from '../../src/generation/purchase.js';
import { purchaseOf } from '../../src/generation/receipt.js';
import type { PurchasePorts } from '../../src/generation/purchase-ports.js';
import { decidingPrices } from '../../src/pricing/catalogue/deciding-prices.js';
import { parseUnitPrices } from '../../src/pricing/live-units.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import type { PriceList } from '../../src/pricing/price-list-types.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import type { Outcome } from '../../src/providers/outcome.js';
import type { PurchaseOrder } from '../../src/generation/purchase-ports.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

/** fal's own price of a unit, as read in this visit. */
function told(amount: string): PriceList {
  const read = parseUnitPrices(
    'fal',
    { name: 'fal’s live price list', url: 'https://api.fal.ai/v1/models/pricing' },
    [{ model: 'flux-2-pro', when: 'text', amount, unit: 'megapixels' }],
    '2026-11-22',
  );
  if ('refused' in read) throw new Error(read.refused);
  return mergePrices(decidingPrices, read.list);
}
const wide = { provider: 'fal', model: 'flux-2-pro', width: 1920, height: 1080 };
const units: Outcome = { ...picture, usage: { unit: 'billable-units', amount: '1.5' } };

async function bought(prices: { atPress: PriceList; atEnd?: PriceList }, outcome = units) {
  let now = prices.atPress;
  const purchasePorts: PurchasePorts & { journal: ReturnType<typeof portsInMemory>['journal'] } = {
    ...portsInMemory(),
    prices: { get: () => now },
  };
  const imageProvider = makerOf(() => {
    now = prices.atEnd ?? now;
    return Promise.resolve(outcome);
  });
  const order: PurchaseOrder = {
    ...orderOf(imageProvider, {}, { quote: quote(wide, { prices: prices.atPress }) }),
    pricing: { prices: prices.atPress },
  };
  const { receipt } = await (await buy(purchasePorts, order)).done;
  return { receipt, line: purchasePorts.journal.entries()[0] };
}

describe('a receipt says what is known', () => {
  it('units at a price from a list are an estimate of ours, on the receipt and in the journal', async () => {
    const { receipt, line } = await bought({ atPress: decidingPrices });
    expect(receipt).to.include({ charged: '0.045', basis: 'computed', estimated: '0.045' });
    expect(line).to.include({ charged: '0.045', basis: 'computed' });
  });

  it('units at a price that the provider told in this visit are its word', async () => {
    const { receipt } = await bought({ atPress: told('0.03') });
    expect(receipt).to.include({ charged: '0.045', basis: 'reported' });
  });

  it('and so they are when it told its price while the picture was made: at that price', async () => {
    const { receipt, line } = await bought({ atPress: decidingPrices, atEnd: told('0.04') });
    expect(receipt).to.include({ estimated: '0.045', charged: '0.06', basis: 'reported' });
    expect(line).to.include({ charged: '0.06', basis: 'reported' });
  });

  it('believes the price that was told at the press before arithmetic of ours at the end', async () => {
    const { receipt } = await bought({ atPress: told('0.04'), atEnd: decidingPrices });
    expect(receipt).to.include({ charged: '0.06', basis: 'reported' });
  });

  it('reports no sum where nothing was charged', () => {
    const { quote: asked } = orderOf(makerOf(() => Promise.resolve(picture)));
    const nothing = { name: 'submitting', id: 'p', quote: asked, pictures: [], simulated: false };
    expect(purchaseOf(nothing as unknown as PurchaseState, 0).receipt).to.include({
      basis: 'computed',
      charge: 'none',
    });
  });

  it('teaches nothing from its own arithmetic', async () => {
    const purchasePorts = portsInMemory();
    const imageProvider = makerOf(() =>
      Promise.resolve({ ...picture, usage: { unit: 'billable-units', amount: '3' } } as Outcome),
    );
    await (
      await buy(purchasePorts, orderOf(imageProvider, {}, { quote: quote(wide) }))
    ).done;
    expect(purchasePorts.journal.entries()[0]).to.include({ charged: '0.09', basis: 'computed' });
    expect(purchasePorts.store.keys().filter((name) => name.includes('charged'))).to.deep.equal([]);
  });

  const seeds = async (request: Partial<ImageRequest>, outcome = picture) => {
    const kept: unknown[] = [];
    const purchasePorts: PurchasePorts = {
      ...portsInMemory(),
      readImage: () => Promise.resolve(undefined),
      keep: (_id, _image, { seed }) => Promise.resolve(void kept.push(seed)),
    };
    const running = await buy(
      purchasePorts,
      orderOf(
        makerOf(() => Promise.resolve(outcome)),
        request,
        { seed: 7 },
      ),
    );
    await running.done;
    return { shown: running.state.get().pictures.map(({ seed }) => seed), kept };
  };

  for (const [provider, model] of [
    ['deepinfra', 'flux-2-dev'],
    ['aigateway', 'flux-2-klein-9b'],
    ['openai-compatible', 'default'],
  ] as const) {
    it(`names no seed where none is sent: ${provider}, also for the second of two`, async () => {
      expect(
        quote({ provider, model, width: 1024, height: 1024 }).traits?.seed,
        'the offer takes none',
      ).to.equal(false);
      const none = [undefined, undefined];
      expect(await seeds({ provider, model, count: 2 })).to.deep.equal({ shown: none, kept: none });
    });
  }

  it('names the seed that was sent, and rather the one the provider tells', async () => {
    expect(await seeds({ count: 2 })).to.deep.equal({ shown: [7, 8], kept: [7, 8] });
    expect(await seeds({}, { ...picture, seed: 99 } as Outcome)).to.deep.equal({
      shown: [99],
      kept: [99],
    });
  });
});
