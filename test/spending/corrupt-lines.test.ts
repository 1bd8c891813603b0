import { expect } from 'chai';
import fc from 'fast-check';
import { buy, simulatedBrowser } from './simulated-browser.js';

describe('damaged lines', () => {
  it('by the ten thousand are counted, kept and never thrown on, and good lines between them still count', async function () {
    this.timeout(120_000);
    const browser = simulatedBrowser();
    await buy(browser.tab(), '0.04');
    browser.mirrorDown = true;
    const good = browser.store.keys().filter((key) => key.includes(':e:'));
    const samples = good.map((key) => [key, browser.store.get(key) ?? ''] as const);
    const odd = fc.sample(fc.string({ unit: 'binary', maxLength: 80 }), 2500);
    for (let at = 0; at < 10_000; at += 1) {
      const [key, value] = samples[at % samples.length] ?? ['', ''];
      const id = `${(1e11 + at).toString(36).padStart(9, '0')}-00000a-${at.toString(36)}`;
      const kind = ['i', 'd', 'g', 'a', 'n', 'x', 'v'][at % 7] ?? '';
      const cut = at % value.length;
      const damaged =
        [
          value.slice(0, cut),
          value.slice(0, cut) + '?' + value.slice(cut + 1),
          odd[at % 2500] ?? '',
          `__proto__|${value}`,
        ][at % 4] ?? '';
      browser.store.set(
        kind === 'i'
          ? `upi1:e:${id}:i`
          : kind === 'd'
            ? key.replace(/e:[^:]+/, `e:${id}`)
            : `upi1:${kind}:${id}`,
        damaged,
      );
    }
    const before = browser.store.keys().map((key) => [key, browser.store.get(key)]);
    const journal = browser.tab();
    expect(journal.tally().all).to.deep.equal({
      settled: '0.04',
      inDoubt: '0',
      pictures: 1,
      purchases: 1,
    });
    expect(journal.tally().unreadable).to.equal(10_000);
    await journal.schedule.relieve();
    for (const [key, value] of before)
      if (!samples.some(([name]) => name === key))
        expect(browser.store.get(key ?? '')).to.equal(value);
    expect(({} as Record<string, unknown>)['charged']).to.equal(undefined);
  });

  it('are read from the mirror when it has them whole', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab(), '0.04');
    const key = browser.store.keys().find((name) => name.includes(':d:')) ?? '';
    browser.store.set(key, (browser.store.get(key) ?? '').replace('0.04', '0.01'));
    const journal = browser.tab();
    expect(journal.tally()).to.deep.include({ unreadable: 1 });
    await journal.ready;
    expect(journal.tally().all.settled).to.equal('0.04');
    expect(journal.tally().unreadable).to.equal(0);
  });

  it('leave what was charged in the sum even when nobody can say for what', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab(), '0.04');
    browser.mirrorDown = true;
    const key = browser.store.keys().find((name) => name.endsWith(':i')) ?? '';
    browser.store.set(key, 'x');
    const tally = browser.tab().tally();
    expect([tally.all.settled, tally.all.pictures, tally.unreadable]).to.deep.equal(['0.04', 1, 1]);
    expect(tally.byModel).to.deep.equal([
      { provider: '', model: '', settled: '0.04', inDoubt: '0', pictures: 1, purchases: 1 },
    ]);
  });

  it('are noticed at any single changed character', async () => {
    const browser = simulatedBrowser();
    await buy(browser.tab(), '0.04');
    browser.mirrorDown = true;
    const lines = browser.store
      .keys()
      .filter((key) => key.includes(':e:'))
      .map((key) => [key, browser.store.get(key) ?? ''] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.nat(),
        fc.constantFrom(...Array.from('0123456789abcxyz|.%&=-')),
        (line, at, character) => {
          const [key, value] = line;
          const place = at % value.length;
          fc.pre(value[place] !== character);
          browser.store.set(key, value.slice(0, place) + character + value.slice(place + 1));
          const { unreadable } = browser.tab().tally();
          browser.store.set(key, value);
          return unreadable === 1;
        },
      ),
      { numRuns: 1000 },
    );
  });
});
