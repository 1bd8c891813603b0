import { expect } from 'chai';
import '../../src/define/user-pays-tally.js';
import type { SpendingJournal } from '../../src/spending/journal.js';
import type { UserPaysTally } from '../../src/ui/elements/user-pays-tally.js';
import { buy, intent, simulatedBrowser } from '../spending/simulated-browser.js';
import { violations } from '../support/axe.js';
import { pressAsReader } from '../support/press.js';

const placed: Element[] = [];
function words(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

interface Statement {
  readonly element: UserPaysTally;
  readonly status: string;
  part<T extends HTMLElement>(name: string): T;
  has(name: string): boolean;
  /** Words of each cell, row by row. */
  rows(name: string): string[][];
  open(): void;
  press(words: string): Promise<void>;
  /** The same by the reader's own key, not by a script. */
  pressAsReader(words: string): Promise<void>;
  fill(name: string, value: string): void;
  drawn(): Promise<void>;
}

async function drawn(element: UserPaysTally): Promise<void> {
  // A line is written in a few steps, each of which lets the page breathe.
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

const pageJournal = Symbol.for('user-pays-image/journal@1');

async function statement(
  journal: SpendingJournal,
  attributes: Record<string, string> = {},
): Promise<Statement> {
  // The page's journal, as the element finds it.
  Reflect.set(globalThis, pageJournal, journal);
  const element = document.createElement('user-pays-tally');
  for (const [name, value] of Object.entries({ lang: 'en', ...attributes }))
    element.setAttribute(name, value);
  placed.push(element);
  document.body.append(element);
  const root = element.shadowRoot;
  if (!root) throw new Error('no shadow root');
  while (!root.querySelector('[part=panel]')) await drawn(element);
  const part = <T extends HTMLElement>(name: string): T => {
    const found = root.querySelector<T>(`[part=${name}]`);
    if (!found) throw new Error(`no part "${name}"`);
    return found;
  };
  const button = (name: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll('button')].find((one) => words(one) === name);
    if (!found) throw new Error(`no button "${name}"`);
    return found;
  };
  return {
    element,
    part,
    get status() {
      return words(part('status'));
    },
    has: (name) => root.querySelector(`[part=${name}]`) !== null,
    rows: (name) =>
      [...part(name).querySelectorAll('tbody tr')].map((row) => [...row.children].map(words)),
    open: () => {
      for (const details of root.querySelectorAll('details')) details.open = true;
    },
    press: async (name) => {
      button(name).click();
      await drawn(element);
    },
    pressAsReader: async (name) => {
      await pressAsReader(button(name));
      await drawn(element);
    },
    fill: (name, value) => {
      const field = root.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (!field) throw new Error(`no field "${name}"`);
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    drawn: () => drawn(element),
  };
}

async function doubtful(
  journal: SpendingJournal,
  price: 'known' | 'unknown' = 'known',
  repeated = false,
): Promise<string> {
  const line = intent(journal, price === 'known' ? {} : { low: undefined, high: undefined });
  await journal.reserve([line], {});
  await journal.doubt(line.id, 'timed-out', repeated);
  return line.id;
}

describe('a reader looks at what was spent', () => {
  let journal: SpendingJournal;
  let browser: ReturnType<typeof simulatedBrowser>;
  beforeEach(() => {
    browser = simulatedBrowser();
    journal = browser.tab();
  });
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('sees the sums of four stretches of time, each as short as on a button', async () => {
    await buy(journal, '0.04');
    journal.newSession();
    await buy(journal, '0.001');
    const shown = await statement(journal);
    expect(shown.rows('sums')).to.deep.equal([
      ['This visit', '1', '$0.0010'],
      ['Today', '2', '$0.041'],
      ['This month', '2', '$0.041'],
      ['All time', '2', '$0.041'],
    ]);
  });

  it('sees one sum, large, of the stretch of time they choose', async () => {
    await buy(journal, '0.04');
    journal.newSession();
    await buy(journal, '0.001');
    const shown = await statement(journal);
    expect(words(shown.part('sum'))).to.equal('$0.0010 1 picture');
    await shown.press('All time');
    expect(words(shown.part('sum'))).to.equal('$0.041 2 pictures');
    const pressed = shown.element.shadowRoot?.querySelectorAll('[aria-pressed="true"]') ?? [];
    expect([...pressed].map(words)).to.deep.equal(['All time']);
  });

  it('sees what is in doubt beside the sum, never in it, and an unknown price in words, never as nothing', async () => {
    await buy(journal, '0.04');
    await doubtful(journal);
    await doubtful(journal, 'unknown');
    const shown = await statement(journal);
    expect(shown.rows('sums')[3]).to.deep.equal([
      'All time',
      '1',
      '$0.040 + $0.045 not confirmed + 1 of unknown price',
    ]);
    expect(words(shown.part('doubts')))
      .to.contain('2 pictures not confirmed')
      .and.to.contain('up to $0.045')
      .and.to.contain('price unknown')
      .and.not.to.contain('$0.00');
  });

  it('sees at least how much is in doubt where the browser may have sent an order again', async () => {
    await doubtful(journal, 'known', true);
    const shown = await statement(journal);
    expect(shown.rows('sums')[3]).to.deep.equal([
      'All time',
      '0',
      '$0.00 + ≥ $0.045 not confirmed',
    ]);
    expect(words(shown.part('days'))).to.contain('+ ≥ $0.045 not confirmed');
    expect(words(shown.part('doubts')))
      .to.contain('≥ $0.045 The browser itself may have sent the order several times.')
      .and.not.to.contain('up to');
  });

  it('sees how much of it is an estimate: what no provider reported', async () => {
    await buy(journal, '0.04');
    const shown = await statement(journal);
    expect(shown.has('estimated')).to.equal(false);
    for (const amount of ['0.03', '0.015', '0']) {
      const line = intent(journal);
      await journal.reserve([line], {});
      await journal.settle(line.id, { charged: amount, basis: 'computed', pictures: 1 });
    }
    await shown.drawn();
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '4', '$0.085']);
    expect(words(shown.part('estimated'))).to.equal(
      'Of this, $0.045 is estimated from the price list: no charge was reported.',
    );
  });

  it('sees a purchase of another tab arrive', async () => {
    const shown = await statement(journal);
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '0', '$0.00']);
    await buy(browser.tab(), '0.04');
    await shown.drawn();
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.040']);
  });

  it('sees sums by day and by model, what cost most first', async () => {
    await buy(journal, '0.04');
    browser.clock.pass(2 * 24 * 3600_000);
    await buy(journal, '0.07', { model: 'flux-2-max' });
    await buy(journal, '0.07', { model: 'flux-2-max' });
    const shown = await statement(journal);
    expect(
      shown.rows('days').map(([day, n, sum]) => [day?.replace(',', ''), n, sum]),
    ).to.deep.equal([
      ['Nov 23 2026', '2', '$0.140'],
      ['Nov 21 2026', '1', '$0.040'],
    ]);
    expect(shown.rows('models')).to.deep.equal([
      ['FLUX.2 max, Black Forest Labs', '2', '$0.140'],
      ['FLUX.2 pro, Black Forest Labs', '1', '$0.040'],
    ]);
  });

  it('sees sums by site where several sites of the origin share the tally, what cost most first', async () => {
    await buy(browser.tab({ site: 'ada.github.io/blog' }), '0.04');
    const alone = await statement(journal);
    expect(alone.has('sites'), 'one site needs no table').to.equal(false);
    await buy(browser.tab({ site: 'ada.github.io/blog' }), '0.01', { model: 'flux-2-max' });
    await buy(browser.tab({ site: 'ada.github.io/shop' }), '0.07');
    await doubtful(browser.tab({ site: 'ada.github.io/shop' }));
    await buy(journal, '0.001');
    const shown = await statement(journal);
    expect(words(shown.part('sites').querySelector('summary'))).to.equal('By site');
    expect(shown.rows('sites')).to.deep.equal([
      ['ada.github.io/shop', '1', '$0.070 + $0.045 not confirmed'],
      ['ada.github.io/blog', '2', '$0.050'],
      ['not known', '1', '$0.0010'],
    ]);
    expect(shown.rows('sums')[3]?.[2]).to.equal('$0.121 + $0.045 not confirmed');
  });

  it('sees simulated money apart, said to be simulated, and only by choice once there is real money', async () => {
    await buy(journal, '0.03', { provider: 'sandbox', simulated: true });
    const shown = await statement(journal);
    expect(words(shown.part('panel')))
      .to.contain('Your spending, simulated')
      .and.to.contain('no real money moved');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.030']);
    await buy(journal, '0.04');
    await shown.drawn();
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.040']);
    await shown.press('Simulated');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.030']);
  });

  it('sees the money of the widget it stands for', async () => {
    const widget = Object.assign(document.createElement('div'), {
      id: 'till',
      quote: { simulated: true },
    });
    placed.push(widget);
    document.body.append(widget);
    await buy(journal, '0.04');
    const shown = await statement(journal, { for: 'till' });
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '0', '$0.00']);
    widget.quote = { simulated: false };
    widget.dispatchEvent(new CustomEvent('user-pays-quote', { bubbles: true }));
    await shown.drawn();
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.040']);
  });

  it('is told when another script cleared the lines, and how often, and nothing as long as none did', async () => {
    await buy(journal);
    expect((await statement(journal)).has('cleared')).to.equal(false);
    for (const key of browser.store.keys()) browser.store.remove(key);
    const again = browser.tab();
    Object.defineProperty(again, 'cleared', { value: () => 2 });
    const shown = await statement(again);
    expect(words(shown.part('cleared'))).to.equal(
      'Another script of this page deleted these entries 2 times. We wrote them again; nothing is missing.',
    );
  });

  it('is told of lines that could not be read', async () => {
    await buy(journal);
    const key = browser.store.keys().find((name) => name.endsWith(':i')) ?? '';
    expect(key).not.to.equal('');
    browser.store.set(key, 'x');
    browser.mirrorDown = true;
    const shown = await statement(browser.tab());
    expect(words(shown.part('unreadable'))).to.equal('1 entry could not be read. It stays saved.');
  });

  it('passes an accessibility check with everything open, at every width, without anything sticking out', async () => {
    await buy(journal);
    await doubtful(journal);
    await journal.setReaderCaps({ month: '1' });
    const shown = await statement(journal);
    shown.open();
    shown.element.draft = {
      resetting: true,
      raise: { month: '2' },
      said: 'Your limits are set.',
    };
    for (const width of [320, 640, 1200]) {
      shown.element.style.width = `${width}px`;
      await shown.drawn();
      const panel = shown.part('panel');
      expect([width, panel.scrollWidth - panel.clientWidth]).to.deep.equal([width, 0]);
      expect(await violations(shown.element)).to.deep.equal([]);
    }
  });
});

describe('a reader says what came of a purchase in doubt', () => {
  let journal: SpendingJournal;
  beforeEach(() => {
    journal = simulatedBrowser().tab();
  });
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('not charged: nothing is left in doubt, nothing is added, and the focus is not lost', async () => {
    const id = await doubtful(journal);
    const shown = await statement(journal);
    await shown.pressAsReader('I was not');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '0', '$0.00']);
    expect(shown.has('doubts')).to.equal(false);
    expect(journal.entry(id)).to.include({
      standing: 'settled',
      charged: '0',
      charge: 'none',
      note: 'checked by the reader',
    });
    expect(shown.status).to.contain('not charged, as you told us');
    expect(shown.element.shadowRoot?.activeElement).to.equal(shown.part('status'));
  });

  it('charged, with the amount they found', async () => {
    const id = await doubtful(journal);
    const shown = await statement(journal);
    shown.fill('amount', '0,03');
    await shown.press('I was charged');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '0', '$0.030']);
    expect(journal.entry(id)).to.include({ charged: '0.03', charge: 'charged' });
  });

  it('and an amount typed for one purchase is never taken for another', async () => {
    await doubtful(journal);
    const second = await doubtful(journal, 'unknown');
    const third = await doubtful(journal, 'unknown');
    const shown = await statement(journal);
    const amounts = (): string[] =>
      [...shown.part('doubts').querySelectorAll('input')].map(({ value }) => value);
    expect(amounts()).to.deep.equal(['0.045', '', '']);
    const [, field] = shown.part('doubts').querySelectorAll('input');
    if (field) field.value = '0.07';
    await shown.pressAsReader('I was not');
    expect(amounts()).to.deep.equal(['0.07', '']);
    await shown.press('I was charged');
    expect(amounts()).to.deep.equal(['']);
    expect(journal.entry(second)).to.include({ charged: '0.07' });
    expect(journal.entry(third)).to.include({ charge: 'possible' });
  });

  for (const bad of ['', 'three', '-1', '1e3', 'NaN']) {
    it(`and nothing is written down for an amount of "${bad}"`, async () => {
      const id = await doubtful(journal, 'unknown');
      const shown = await statement(journal);
      shown.fill('amount', bad);
      await shown.press('I was charged');
      expect(journal.entry(id)).to.include({ standing: 'in-doubt', charge: 'possible' });
    });
  }
});

describe('a reader sets their own limit', () => {
  let journal: SpendingJournal;
  beforeEach(() => {
    journal = simulatedBrowser().tab();
  });
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  it('at once when it is lower, and sees what is left of it', async () => {
    await buy(journal, '0.04');
    const shown = await statement(journal);
    shown.open();
    shown.fill('month', '1');
    await shown.press('Set limits');
    expect(journal.readerCaps()).to.deep.equal({ month: '1' });
    expect(words(shown.part('limits'))).to.contain('$0.960 left of $1.00');
    await buy(journal, '0.0001384');
    await shown.drawn();
    expect(words(shown.part('limits')), 'never more than is left').to.contain(
      '$0.959 left of $1.00',
    );
    shown.fill('month', '0.50');
    await shown.press('Set limits');
    expect(journal.readerCaps()).to.deep.equal({ month: '0.50' });
  });

  it('only after one explicit step when it is higher or dropped, and keeps the old one otherwise', async () => {
    await journal.setReaderCaps({ session: '0.10', month: '1' });
    const shown = await statement(journal);
    shown.open();
    shown.fill('month', '2');
    shown.fill('session', '');
    await shown.press('Set limits');
    expect(journal.readerCaps()).to.deep.equal({ session: '0.10', month: '1' });
    expect(words(shown.part('raise')))
      .to.contain('Per month: $1.00 → $2.00')
      .and.to.contain('Per visit: $0.10 → no limit');
    await shown.press('No');
    expect(journal.readerCaps()).to.deep.equal({ session: '0.10', month: '1' });
    expect(shown.has('raise')).to.equal(false);
    shown.fill('month', '2');
    shown.fill('session', '0.10');
    await shown.press('Set limits');
    await shown.pressAsReader('Raise it');
    expect(journal.readerCaps()).to.deep.equal({ session: '0.10', month: '2' });
  });

  it('and nothing changes for words or a negative amount', async () => {
    await journal.setReaderCaps({ month: '1' });
    const shown = await statement(journal);
    shown.open();
    for (const bad of ['lots', '-1', '1e9']) {
      shown.fill('month', bad);
      await shown.press('Set limits');
      expect(journal.readerCaps()).to.deep.equal({ month: '1' });
    }
  });
});

describe('a script that presses the reader’s buttons', () => {
  let browser: ReturnType<typeof simulatedBrowser>;
  let journal: SpendingJournal;
  let shown: Statement;
  const spending = (): object => ({
    tally: shown.element.tally,
    caps: journal.readerCaps(),
    session: journal.session(),
  });
  beforeEach(async () => {
    browser = simulatedBrowser();
    journal = browser.tab();
    await buy(journal, '0.04');
    await doubtful(journal);
    await journal.setReaderCaps({ month: '1' });
    shown = await statement(journal);
    shown.element.draft = { raise: { month: '2' }, resetting: true };
    shown.open();
    await shown.drawn();
  });
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  for (const name of ['Raise it', 'I was not', 'Start a new visit', 'Reset']) {
    it(`changes nothing by "${name}", and the reader’s own press does`, async () => {
      const before = spending();
      await shown.press(name);
      expect(spending()).to.deep.equal(before);
      await shown.pressAsReader(name);
      expect(spending()).not.to.deep.equal(before);
    });

    it(`changes nothing by "${name}" either where the reader’s act was used up`, async () => {
      const before = spending();
      browser.acts = false;
      await shown.pressAsReader(name);
      expect(spending()).to.deep.equal(before);
      expect(shown.status).to.equal('');
    });
  }

  it('changes nothing by sending a form that settles a doubt', async () => {
    const before = spending();
    browser.acts = false;
    shown.fill('amount', '0');
    await shown.press('I was charged');
    expect(spending()).to.deep.equal(before);
  });
});

describe('a reader takes the lines along', () => {
  let journal: SpendingJournal;
  beforeEach(() => {
    journal = simulatedBrowser().tab();
  });
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  const download = async (
    shown: Statement,
    button: string,
  ): Promise<{ name: string; text: string }> => {
    const { click } = HTMLAnchorElement.prototype;
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
        resolve(this);
      };
    });
    try {
      await shown.press(button);
      const link = await saved;
      return { name: link.download, text: await (await fetch(link.href)).text() };
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  };

  const hand = async (shown: Statement, text: string): Promise<void> => {
    const field = shown.part('files').querySelector<HTMLInputElement>('input[type=file]');
    const given = new DataTransfer();
    given.items.add(new File([text], 'tally.json', { type: 'application/json' }));
    if (field) field.files = given.files;
    field?.dispatchEvent(new Event('change', { bubbles: true }));
    while (!shown.status) await shown.drawn();
  };

  it('as CSV with exact amounts, and as JSON that another browser takes in once', async () => {
    await buy(journal, '0.0001384');
    const shown = await statement(journal);
    const csv = await download(shown, 'Export CSV');
    expect(csv.name).to.match(/\.csv$/);
    expect(csv.text).to.contain('0.0001384');
    const { text } = await download(shown, 'Export JSON');
    const other = await statement(simulatedBrowser().tab());
    await hand(other, text);
    expect(other.status).to.equal('1 added, 0 already here.');
    expect(other.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.0002']);
    other.element.draft = { ...other.element.draft, said: '' };
    await other.drawn();
    await hand(other, text);
    expect(other.status).to.equal('0 added, 1 already here.');
    expect(other.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.0002']);
  });

  it('and is told when a file is no tally, of which nothing is taken in', async () => {
    const shown = await statement(journal);
    await hand(shown, '{"format":"something else"}');
    expect(shown.status).to.equal(
      'This file is not an export of your spending. Nothing was imported.',
    );
  });

  it('starts from nothing only after being asked, and can take it back', async () => {
    await buy(journal, '0.04');
    const shown = await statement(journal);
    shown.open();
    await shown.press('Reset …');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.040']);
    expect(words(shown.element.shadowRoot?.activeElement)).to.equal('Reset');
    await shown.pressAsReader('Reset');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '0', '$0.00']);
    await shown.press('Undo');
    expect(shown.rows('sums')[3]).to.deep.equal(['All time', '1', '$0.040']);
  });
});
