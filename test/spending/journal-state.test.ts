import { expect } from 'chai';
import { idMaker } from '../../src/base/id.js';
import { createJournalState } from '../../src/spending/journal-state.js';
import { encodeEvent, type Line } from '../../src/spending/line.js';
import { resetLine } from '../../src/spending/resets.js';
import { buy, intent, NOON, settableClock, simulatedBrowser } from './simulated-browser.js';

function idAt(ms: number): string {
  return idMaker(settableClock(ms))();
}
function intentAt(id: string, purchase = idAt(NOON)): Line {
  return encodeEvent({
    kind: 'i',
    id,
    event: id,
    simulated: false,
    data: {
      at: NOON.toString(36),
      purchase,
      provider: 'bfl',
      model: 'flux-2-pro',
      size: '1x1',
      low: '0.03',
      high: '0.03',
      quote: 'q',
      session: 's',
    },
  });
}

describe('the time that new ids come after', () => {
  it('is the highest seen, in whatever order lines are read', () => {
    const [early, noon, late] = [idAt(NOON - 60_000), idAt(NOON), idAt(NOON + 60_000)];
    for (const order of [
      [early, noon, late],
      [late, noon, early],
      [noon, late, early],
    ]) {
      const journalState = createJournalState();
      for (const id of order) journalState.absorb([intentAt(id)]);
      expect(journalState.latest()).to.equal(NOON + 60_000);
      const whole = createJournalState();
      whole.absorb(order.map((id) => intentAt(id)));
      expect(whole.latest()).to.equal(NOON + 60_000);
    }
  });

  it('is that of any event of a line, and of a reset', () => {
    const journalState = createJournalState();
    expect(journalState.latest()).to.equal(0);
    const [id, later, reset] = [idAt(NOON), idAt(NOON + 5000), idAt(NOON + 9000)];
    journalState.absorb([
      intentAt(id),
      encodeEvent({ kind: 'u', id, event: later, simulated: false, data: { code: 'aborted' } }),
    ]);
    expect(journalState.latest()).to.equal(NOON + 5000);
    journalState.absorb([resetLine(reset)]);
    expect(journalState.latest()).to.equal(NOON + 9000);
  });

  it('is not that of a line that can’t be read', () => {
    const journalState = createJournalState();
    const [name, value] = intentAt(idAt(NOON + 60_000));
    journalState.absorb([[name, `${value}x`], intentAt(idAt(NOON))]);
    expect(journalState.latest()).to.equal(NOON);
    expect(journalState.unreadable()).to.equal(1);
  });

  it('lets a line that is written after a clock was set back sort last', async () => {
    const browser = simulatedBrowser();
    const [ahead, behind] = [browser.tab(), browser.tab({ deaf: true })];
    browser.clock.set(NOON + 3_600_000);
    const first = await buy(ahead);
    browser.clock.set(NOON);
    const second = intent(behind);
    await behind.reserve([second], {});
    const third = await buy(browser.tab());
    expect([first, second.id, third].sort()).to.have.ordered.members(
      [second.id, first, third].sort(),
    );
    expect(third > first).to.equal(true);
    expect(browser.tab().entries().at(-1)?.id).to.equal(third);
  });
});

describe('the size of the book', () => {
  it('is that of all its lines, and less again without them', () => {
    const journalState = createJournalState();
    const lines = [intentAt(idAt(NOON)), intentAt(idAt(NOON + 1))];
    const length = ([name, value]: Line): number => name.length + value.length;
    expect(journalState.absorb(lines)).to.equal(true);
    expect(journalState.absorb(lines), 'known already').to.equal(false);
    expect(journalState.size()).to.equal(length(lines[0]!) + length(lines[1]!));
    journalState.drop([lines[0]![0], 'e:never']);
    expect(journalState.size()).to.equal(length(lines[1]!));
    expect([...journalState.lines.keys()]).to.deep.equal([lines[1]![0]]);
  });
});
