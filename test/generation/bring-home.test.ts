import { expect } from 'chai';
import { UserPaysError } from '../../src/base/error.js';
import { buy } from '../../src/generation/buy.js';
import type { Purchase } from '../../src/generation/purchase.js';
import type { Shop } from '../../src/generation/shop.js';
import type { Maker, Outcome } from '../../src/providers/adapter.js';
import { makerOf, orderOf, shopInMemory } from '../support/shop.js';

const at = (url: string): Outcome => ({ kind: 'done', images: [{ url }] });
const lost = (): UserPaysError => new UserPaysError('image-lost', { stage: 'save', charge: 'charged' });
const bytes = new Blob(['x'], { type: 'image/png' });

interface Ended { readonly purchase: Purchase | undefined; readonly error: UserPaysError | undefined; readonly asked: string[]; readonly resumed: number; readonly shop: ReturnType<typeof shopInMemory> }

/** Buys from a maker that accepts a job and hands over `first`; `resume` is what it says when asked again. */
const bring = async (first: Outcome, readImage: (url: string) => Promise<Blob | undefined>, resume?: Outcome, more: Partial<Pick<Shop, 'measure'>> = {}): Promise<Ended> => {
  const asked: string[] = [];
  let resumed = 0;
  const shop = { ...shopInMemory(), ...more, readImage: (url: string) => (asked.push(url), readImage(url)) };
  const rest: Partial<Maker> = resume ? { resume: () => { resumed += 1; return Promise.resolve(resume); } } : {};
  const maker = makerOf(async (_order, { accepted }) => { await accepted({ id: 'j1' }); return first; }, rest);
  const { done } = await buy(shop, orderOf(maker));
  return done.then((purchase) => ({ purchase, error: undefined, asked, resumed, shop }), (error: unknown) => ({ purchase: undefined, error: error as UserPaysError, asked, resumed, shop }));
};

describe('a picture that is paid for', () => {
  it('whose address has expired is asked for once more, and comes from the new one', async () => {
    const { purchase, asked, resumed, shop } = await bring(at('https://x/old'), (url) => (url.endsWith('old') ? Promise.reject(lost()) : Promise.resolve(bytes)), at('https://x/new'));
    expect(purchase?.images.map(({ blob }) => blob)).to.deep.equal([bytes]);
    expect([asked, resumed]).to.deep.equal([['https://x/old', 'https://x/new'], 1]);
    expect(shop.journal.tally().all).to.include({ settled: '0.03', pictures: 1 });
  });

  it('that is gone at the new address, too, is said to be lost, stays on the bill, and nothing is asked a third time', async () => {
    const { error, asked, resumed, shop } = await bring(at('https://x/old'), () => Promise.reject(lost()), at('https://x/new'));
    expect(error).to.include({ code: 'image-lost', charge: 'charged', stage: 'save' });
    expect([asked.length, resumed]).to.deep.equal([2, 1]);
    expect(shop.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
  });

  it('that the provider no longer knows of is said to be lost', async () => {
    const { error } = await bring(at('https://x/old'), () => Promise.reject(lost()), { kind: 'refused', code: 'image-lost', charge: 'charged' });
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
  });

  it('whose bytes no page may read is shown from its address, in the size that was asked for', async () => {
    const { purchase, shop } = await bring(at('https://x/far'), () => Promise.resolve(undefined));
    expect(purchase?.images).to.deep.equal([{ url: 'https://x/far', alt: 'a fox', width: 1024, height: 1024 }]);
    expect(shop.journal.tally().all).to.include({ settled: '0.03', pictures: 1 });
  });

  it('whose bytes are no picture is lost, and never shown', async () => {
    const { error } = await bring(at('https://x/html'), () => Promise.resolve(new Blob(['<html>'])), undefined, { measure: () => Promise.resolve(undefined) });
    expect(error).to.include({ code: 'image-lost', charge: 'charged' });
  });

  it('while its bytes are on their way, and the reader stops, is shown from its address', async () => {
    const shop = shopInMemory();
    const reading: { stop?: () => void } = {};
    const running = await buy({ ...shop, readImage: (_url, signal) => new Promise((_, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason as Error));
      reading.stop?.();
    }) }, orderOf(makerOf(() => new Promise((resolve) => { setTimeout(() => resolve(at('https://x/slow'))); }))));
    reading.stop = () => setTimeout(running.cancel);
    expect((await running.done).images).to.deep.equal([{ url: 'https://x/slow', alt: 'a fox', width: 1024, height: 1024 }]);
    expect(shop.journal.tally().all).to.include({ settled: '0.03', inDoubt: '0' });
  });
});
