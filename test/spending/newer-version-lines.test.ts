import { expect } from 'chai';
import { buy, simulatedBrowser } from './simulated-browser.js';

describe('lines of a newer version', () => {
  it('are kept to the letter, counted, and never rewritten', async () => {
    const browser = simulatedBrowser();
    const newer = new Map([
      ['upi2:e:0zzzzzzzz-aaaaaa-1:i', 'something|new'],
      ['upi12:z', '{"a":1}'],
      ['upi1:q:unknown', 'kind'],
    ]);
    for (const [key, value] of newer) browser.store.set(key, value);
    const journal = browser.tab();
    await buy(journal);
    await journal.schedule.relieve();
    await journal.reset();
    expect(journal.tally().unreadable).to.equal(3);
    expect(browser.tab().tally().unreadable).to.equal(3);
    for (const [key, value] of newer) expect(browser.store.get(key)).to.equal(value);
  });

  it('are not confused with somebody else’s keys', () => {
    const browser = simulatedBrowser();
    for (const key of ['theme', 'upix1:e', 'upi:1', 'supi1:e:x:i', 'puter.auth.token'])
      browser.store.set(key, '{}');
    expect(browser.tab().tally().unreadable).to.equal(0);
  });
});
