import { expect } from 'chai';
import { noAccount } from '../../src/accounts/no-account.js';
import { makeKeyAccount } from '../../src/accounts/key-account.js';
import { keyStore } from '../../src/accounts/key-store.js';
import { systemClock } from '../../src/base/clock.js';
import { memoryStore } from '../../src/base/store.js';
import { readKeyedPrices } from '../../src/generation/keyed-prices.js';
import { putBundledPrices } from '../../src/generation/bundled-prices.js';
import { createPriceBook } from '../../src/generation/price-book.js';
import { quote } from '../../src/pricing/index.js';
import { fal } from '../../src/providers/fal.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { scriptedFetch, type Network, type SentCall } from '../contract/scripted-fetch.js';

const key = 'canary-key-0123456789';
const klein = { provider: 'fal', model: 'flux-2-klein-4b', width: 1024, height: 1024 };
/** The answer as fal's platform file of 2026-08-21 has it. */
function told(unit_price: unknown, currency = 'USD', unit = 'megapixels') {
  return {
    status: 200,
    json: {
      prices: [
        { endpoint_id: 'fal-ai/flux-2/klein/4b', unit_price, unit, currency },
        {
          endpoint_id: 'fal-ai/flux-2/klein/4b/edit',
          unit_price: 0.01,
          unit: 'megapixels',
          currency: 'USD',
        },
        {
          endpoint_id: 'fal-ai/flux-pro/v1.1-ultra',
          unit_price: 0.055,
          unit: 'images',
          currency: 'USD',
        },
        {
          endpoint_id: 'fal-ai/flux-pro/kontext',
          unit_price: 0.04,
          unit: 'images',
          currency: 'USD',
        },
      ],
      next_cursor: null,
      has_more: false,
    },
  };
}

async function visit(network: Network, withKey = true, store = memoryStore()) {
  const account = makeKeyAccount(keyStore(`https://${String(Math.random())}.example`));
  if (withKey) await account.setKey(key, { keep: 'memory' });
  const priceBook = createPriceBook(systemClock, store);
  putBundledPrices(priceBook);
  const { sent, restore } = scriptedFetch(network);
  await readKeyedPrices(
    'fal',
    { account, imageProvider: httpProvider(fal), clock: systemClock, store },
    priceBook,
  );
  restore();
  return { priceBook, sent, store, account };
}
function price(
  priceBook: ReturnType<typeof createPriceBook>,
  more: Partial<typeof klein & { references: { width: number; height: number }[] }> = {},
): readonly unknown[] {
  const { total, sources } = quote({ ...klein, ...more }, { prices: priceBook.get() });
  return [total?.low, total?.high, sources[0]?.kind];
}

describe('what fal asks the reader today', () => {
  it('is asked once with the reader’s key, and decides', async () => {
    const { priceBook, sent, store } = await visit(() => told(0.009));
    expect(sent).to.have.length(1);
    const [{ method, url, headers }] = sent as [SentCall];
    expect([method, headers.get('authorization')]).to.deep.equal(['GET', `Key ${key}`]);
    const asked = new URL(url).searchParams.get('endpoint_id')?.split(',') ?? [];
    expect(new URL(url).origin + new URL(url).pathname).to.equal(
      'https://api.fal.ai/v1/models/pricing',
    );
    expect(asked).to.include.members([
      'fal-ai/flux-2/klein/4b',
      'fal-ai/flux-2/klein/4b/edit',
      'fal-ai/flux-2-pro',
      'fal-ai/flux/schnell',
      'fal-ai/flux-pro/kontext',
    ]);
    expect(asked.length).to.be.within(1, 50);
    expect(new Set(asked).size).to.equal(asked.length);
    expect(price(priceBook)).to.deep.equal(['0.009', '0.009', 'live']);
    expect(price(priceBook, { references: [{ width: 1024, height: 1024 }] })).to.deep.equal([
      '0.02',
      '0.02',
      'live',
    ]);
    for (const model of ['flux-1.1-pro-ultra', 'flux-1.1-pro-raw'])
      expect(
        quote({ ...klein, model }, { prices: priceBook.get() }).sources[0]?.kind,
        model,
      ).to.equal(model.endsWith('raw') ? undefined : 'live');
    expect(
      quote(
        { ...klein, model: 'flux-1-kontext-pro', references: [{ width: 64, height: 64 }] },
        { prices: priceBook.get() },
      ).total?.high,
    ).to.equal('0.04');
    expect(
      store
        .keys()
        .map((name) => store.get(name))
        .join(),
    ).not.to.contain(key);
  });

  it('is not asked without a key, and not where there is nobody to ask', async () => {
    const { sent, priceBook } = await visit(() => told(0.009), false);
    expect(sent).to.be.empty;
    expect(price(priceBook)).to.deep.equal(['0.005', '0.014', 'provider']);
    const { sent: none, restore } = scriptedFetch(() => told(1));
    await readKeyedPrices(
      'sandbox',
      {
        account: noAccount(),
        imageProvider: { id: 'sandbox', run: () => Promise.reject(new Error('no')) },
        clock: systemClock,
        store: memoryStore(),
      },
      priceBook,
    );
    restore();
    expect(none).to.be.empty;
  });

  it('leaves the known prices as they are when it can’t be read, or is in another currency', async () => {
    for (const reply of [
      told(0.5, 'EUR'),
      told('cheap'),
      told(-1),
      told(0),
      { status: 401, json: { error: { type: 'authorization_error' } } },
      { status: 500, text: '<html>' },
      { status: 200, text: '<html>' },
      { status: 200, json: { prices: 'x' } },
      'breaks',
    ] as const) {
      const { priceBook, account } = await visit(() => reply);
      expect(price(priceBook), JSON.stringify(reply)).to.deep.equal(['0.005', '0.014', 'provider']);
      expect(account.key(), 'a price that is refused forgets no key').to.equal(key);
    }
  });

  it('is remembered for the next visit, with the day it was read, while nobody answers', async () => {
    const store = memoryStore();
    await visit(() => told(0.008), true, store);
    const { priceBook } = await visit(() => 'breaks', true, store);
    // Not read in this visit, so it is one source among others that disagree.
    expect(price(priceBook)).to.deep.equal(['0.005', '0.008', 'provider']);
    expect(quote(klein, { prices: priceBook.get() }).sources[0]?.readOn).to.equal(
      new Date().toISOString().slice(0, 10),
    );
    expect(priceBook.problem('fal')).to.be.a('string');
  });

  it('is shown with the name and address of who told it', async () => {
    const { priceBook } = await visit(() => told(0.009));
    expect(quote(klein, { prices: priceBook.get() }).sources[0]).to.include({
      name: 'fal’s live price list',
      url: 'https://api.fal.ai/v1/models/pricing',
    });
  });
});
