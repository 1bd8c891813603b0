import { expect } from 'chai';
import { exportJson } from '../../src/spending/export-json.js';
import type { Caps } from '../../src/spending/journal-port.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import { withChecksum } from '../../src/spending/line.js';
import { buy, intent, NOON, simulatedBrowser, type SimulatedBrowser } from './simulated-browser.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
function idAt(ms: number, count = '1'): string {
  return `${ms.toString(36).padStart(9, '0')}-abcdef-${count}`;
}
const blocked = {
  code: 'storage-blocked',
  stage: 'guard',
  charge: 'none',
  retry: 'never',
} as const;

/** `bought`, or what it was refused with. */
async function outcome(journal: SpendingJournal, caps: Caps = {}, simulated = false) {
  const wanted = intent(journal, { high: '0.01', simulated });
  return journal.reserve([wanted], caps).then(
    (over) => over ?? 'bought',
    (error: unknown) => error,
  );
}

/** A browser with a visit that began a minute ago, and this line in it. */
function holding(name: string, value = 'damaged'): SimulatedBrowser {
  const browser = simulatedBrowser();
  browser.clock.set(NOON - MINUTE);
  browser.tab().session();
  browser.clock.set(NOON);
  browser.store.set(`upi1:${name}`, value);
  return browser;
}

describe('a line that can’t be read', () => {
  const now = idAt(NOON);
  const entries: Readonly<Record<string, string>> = {
    'an intent': `e:${now}:i`,
    'a settlement': `e:${now}:d:${idAt(NOON, '2')}`,
    'a doubt': `e:${now}:u:${idAt(NOON, '2')}`,
    'a correction': `e:${now}:c:${idAt(NOON, '2')}`,
    'an event of a later release': `e:${now}:z:${idAt(NOON, '2')}`,
    'a segment': `g:${now}`,
    'an entry of the future': `e:${idAt(NOON + 400 * DAY)}:i`,
    'an entry under no id of ours': 'e:zzzzzzzzzzz-abcdef-1:i',
    'an entry without an id': 'e:',
  };
  for (const [what, name] of Object.entries(entries)) {
    for (const mirrorDown of [false, true])
      it(`(${what}) stops purchases under a limit, and no other, ${mirrorDown ? 'without' : 'with'} a mirror`, async () => {
        const browser = holding(name);
        browser.mirrorDown = mirrorDown;
        const journal = browser.tab();
        for (const cap of ['session', 'day', 'month'] as const) {
          const error = await outcome(journal, { [cap]: '10' });
          expect(error, cap).to.deep.include(blocked);
          expect(error, cap).to.have.deep.property('facts', { unreadable: '1' });
        }
        expect(journal.entries()).to.deep.equal([]);
        expect(await outcome(journal)).to.equal('bought');
        expect(await outcome(journal, { balance: '10' })).to.equal('bought');
        expect(await outcome(journal, { day: '10' }, true), 'play money').to.equal('bought');
        await journal.setReaderCaps({ month: '5' });
        expect(await outcome(journal), 'the reader’s own limit').to.deep.include(blocked);
        await journal.reset();
        expect(await outcome(browser.tab()), 'after a reset').to.equal('bought');
      });
  }

  it('stops nothing that its entry can’t count against', async () => {
    const old = holding(`e:${idAt(NOON - 2 * DAY)}:d:${idAt(NOON - 2 * DAY, '2')}`).tab();
    expect(await outcome(old, { session: '1', day: '1' })).to.equal('bought');
    expect(await outcome(old, { month: '1' })).to.deep.include(blocked);
    const month = holding(`g:${idAt(NOON - 40 * DAY)}`).tab();
    expect(await outcome(month, { session: '1', day: '1', month: '1' })).to.equal('bought');
    const closed = holding(`a:2026-10:${now}`).tab();
    expect(await outcome(closed, { session: '1', day: '1', month: '1' })).to.equal('bought');
    const visit = holding(`e:${idAt(NOON - 2 * MINUTE)}:i`).tab();
    expect(await outcome(visit, { session: '1' })).to.equal('bought');
    expect(await outcome(visit, { day: '1' })).to.deep.include(blocked);
  });

  it('stops nothing where it holds no entry: a limit, a visit, a lease, another script’s, a newer version’s', async () => {
    for (const name of [`n:${now}`, `v:${now}`, `x:${now}`, `h:${now}`, 'q:later', 't', 'm']) {
      const journal = holding(name).tab();
      expect(await outcome(journal, { session: '1', day: '1' }), name).to.equal('bought');
    }
    const browser = holding('q:later');
    browser.store.set(`upi2:e:${now}:i`, 'of|the|future');
    browser.store.set('theme', 'dark');
    expect(await outcome(browser.tab(), { day: '1' })).to.equal('bought');
  });

  it('stops nothing once the mirror has it whole, or a segment holds its event', async () => {
    const browser = simulatedBrowser();
    const own = browser.tab();
    const id = await buy(own, '0.04');
    const key = `upi1:e:${id}:i`;
    const whole = browser.store.get(key) ?? '';
    browser.store.set(key, 'damaged');
    const journal = browser.tab();
    expect(await outcome(journal, { day: '1' })).to.equal('bought');
    browser.mirrorDown = true;
    expect(await outcome(browser.tab(), { day: '1' })).to.deep.include(blocked);
    browser.store.set(key, whole);
    expect(await outcome(browser.tab(), { day: '1' })).to.equal('bought');
  });

  it('is kept in an export, letter by letter, before a reset lets purchases go on', async () => {
    const browser = holding(`e:${now}:d:${now}`, 'r|0.04|damaged');
    const journal = browser.tab();
    expect(journal.tally().unreadable).to.equal(1);
    const { unreadable } = JSON.parse(exportJson(journal)) as { unreadable: unknown };
    expect(unreadable).to.deep.equal([[`e:${now}:d:${now}`, 'r|0.04|damaged']]);
    expect(JSON.parse(exportJson(simulatedBrowser().tab()))).not.to.have.property('unreadable');
    await journal.reset();
    expect(await outcome(journal, { day: '1' })).to.equal('bought');
    expect(await journal.undoReset()).to.equal(true);
    expect(await outcome(journal, { day: '1' })).to.deep.include(blocked);
  });
});

describe('a reservation', () => {
  it('that could not be read back is refused, and written nowhere', async () => {
    for (const odd of [
      { high: '-0.03' },
      { low: '-1', high: '0.03' },
      { high: '1234567890123456789' },
      { high: `0.${'1'.repeat(25)}` },
    ]) {
      const browser = simulatedBrowser();
      const journal = browser.tab();
      const error = await journal.reserve([intent(journal), intent(journal, odd)], {}).then(
        () => 'bought',
        (reason: unknown) => reason,
      );
      expect(error, JSON.stringify(odd)).to.include({ code: 'internal', charge: 'none' });
      expect(journal.entries()).to.deep.equal([]);
      const names = [...browser.rows.keys(), ...browser.store.keys()];
      expect(names.filter((name) => /(^|:)e:/.test(name))).to.deep.equal([]);
    }
  });

  it('by a clock that no id can name is refused', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    browser.clock.set(8.64e15);
    expect(await outcome(journal)).to.include({ code: 'internal', charge: 'none' });
  });

  it('is refused where a limit is no amount', async () => {
    for (const limit of ['abc', '', 'NaN', 'Infinity', '1e3', 1, null])
      for (const caps of [{ day: limit }, { session: '1', month: limit }, { balance: limit }]) {
        const journal = simulatedBrowser().tab();
        const result = await outcome(journal, caps as Caps);
        if (limit === null) expect(result).to.equal('bought');
        else expect(result, String(limit)).to.include({ charge: 'none', code: 'invalid-input' });
        expect(journal.entries()).to.have.length(limit === null ? 1 : 0);
      }
  });

  it('that localStorage takes and does not keep is refused as storage that is blocked', async () => {
    const browser = simulatedBrowser();
    browser.mirrorDown = true;
    const { set } = browser.store;
    browser.store.set = (key, value) => {
      if (!key.includes(':e:')) set(key, value);
    };
    const journal = browser.tab();
    expect(await outcome(journal)).to.include({ code: 'storage-blocked', charge: 'none' });
    expect(await outcome(journal, {}, true), 'play money').to.equal('bought');
  });

  it('that something already hides is refused', async () => {
    const browser = simulatedBrowser();
    const journal = browser.tab();
    const wanted = intent(journal);
    const [name, value] = withChecksum(`e:${wanted.id}:r:${wanted.id}`, 'r|aborted|');
    browser.store.set(`upi1:${name}`, value);
    browser.hint(`upi1:${name}`, value);
    const error = await journal.reserve([wanted], {}).catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'internal', charge: 'none' });
  });
});
