import { expect } from 'chai';
import type { Network } from '../contract/scripted-fetch.js';
import { ended, payingPage, pictureReply, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import { pressAsReader } from '../support/press.js';
import type { WidgetDriver } from '../support/widget.js';
import { exportCsv } from '../../src/spending/export-csv.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { folded, scene, type Scene } from './widget-scene.js';

describe('what is not settled', () => {
  let page: PayingPage;
  let reply: Network;
  beforeEach(() => {
    page = payingPage((...asked) => reply(...asked));
  });
  afterEach(() => page.close());

  /** A widget that no earlier purchase of this page is counted in. */
  const fresh = async (): Promise<WidgetDriver> => {
    const shown = await page.widget();
    insideOf(shown.element).checkout.page.journal.newSession();
    return shown;
  };
  const lost = async (): Promise<WidgetDriver> => {
    reply = () => 'breaks';
    const shown = await fresh();
    await ended(shown.element.generate());
    await until(() => shown.part('was-not') !== null);
    return shown;
  };
  const lineOf = ({ element }: WidgetDriver): object =>
    insideOf(element).checkout.page.journal.entries().at(-1) ?? {};

  it('is in progress while the picture is made, and nothing once it is here', async () => {
    reply = () => 'hangs';
    const shown = await fresh();
    const bought = ended(shown.element.generate());
    await until(() => page.posts.length === 1 && shown.part('in-progress') !== null);
    expect(shown.text('tally')).to.contain('+ $0.030 in progress');
    expect(shown.text('not-confirmed')).to.equal('');
    shown.element.cancel();
    await bought;
    await until(() => shown.text('not-confirmed') === '+ $0.030 not confirmed');
    expect(shown.text('in-progress')).to.equal('');
    reply = () => pictureReply;
    insideOf(shown.element).checkout.page.journal.newSession();
    await shown.element.generate();
    await until(() => /^This visit \$0\.030 1 picture(?! \+)/.test(shown.text('tally')));
    expect(shown.text('in-progress')).to.equal('');
  });

  it('is not confirmed after a lost reply, and its button leads to what the reader can say', async () => {
    const shown = await lost();
    expect(shown.text('not-confirmed')).to.equal('+ ≥ $0.030 not confirmed');
    expect(shown.text('error')).to.contain('Generating again would be a new purchase.');
    shown.part<HTMLButtonElement>('not-confirmed')?.click();
    const { activeElement } = shown.element.shadowRoot ?? {};
    expect(activeElement?.getAttribute('part')).to.equal('was-charged');
  });

  it('is at least so much in the words about a batch, and in those after its picture, too', async () => {
    reply = (_call, index) => (index === 0 ? pictureReply : 'breaks');
    const shown = await page.widget({ count: '2' });
    await shown.element.generate();
    await until(() => shown.part('doubt') !== null);
    expect(shown.text('images')).to.contain('You may have been charged ≥ $0.030.');
    expect(shown.text('doubt')).to.contain('You may have been charged ≥ $0.030.');
    expect(shown.text('result')).to.contain('≥ $0.030 not confirmed');
  });

  for (const [part, said, settled, charge] of [
    ['was-charged', 'You told us you were charged $0.030.', '0.03', 'charged'],
    ['was-not', 'You told us you were not charged.', '0', 'none'],
  ] as const) {
    it(`ends by the word of a reader who looked (${part}), kept as such in the journal and its export`, async () => {
      const shown = await lost();
      shown.part<HTMLButtonElement>(part)?.click();
      expect(lineOf(shown), 'by a script').to.include({ standing: 'in-doubt' });
      await pressAsReader(shown.part<HTMLButtonElement>(part));
      await until(() => shown.part('not-confirmed') === null);
      await until(() => shown.text('error').startsWith(said));
      const entry = lineOf(shown);
      expect(entry).to.include({
        standing: 'settled',
        charged: settled,
        charge,
        note: 'checked by the reader',
      });
      expect(exportCsv([entry as Parameters<typeof exportCsv>[0][number]])).to.contain(
        'checked by the reader',
      );
      expect(shown.text('error')).not.to.contain('I was');
      expect(page.posts).to.have.length(1);
    });
  }
});

describe('a failure that cost money, or a limit in the way', () => {
  let shown: Scene;
  afterEach(() => shown.element.remove());

  for (const name of ['sending', 'queued', 'working', 'partial-batch', 'recovering'] as const) {
    it(`${name}: is on its way, which is no doubt`, async () => {
      shown = await scene(name);
      expect(shown.text('in-progress')).to.equal('+ $0.030 in progress');
      expect(shown.all('not-confirmed')).to.deep.equal([]);
    });
  }

  for (const [name, where] of [
    ['in-doubt', 'https://dashboard.bfl.ai/'],
    ['stopped', 'https://dashboard.bfl.ai/'],
    ['from-before', 'https://dashboard.bfl.ai/'],
  ] as const) {
    it(`${name}: has the way to the account, and what the reader can say`, async () => {
      shown = await scene(name);
      expect(shown.text('not-confirmed')).to.equal('+ $0.030 not confirmed');
      expect(shown.text('answers')).to.equal('Open Black Forest Labs I was charged I was not');
      expect(shown.one<HTMLAnchorElement>('open-provider').href).to.equal(where);
    });
  }

  it('copies what support needs by one press, without the prompt', async () => {
    shown = await scene('charged');
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (text: string) => {
          copied = text;
          return Promise.resolve();
        },
      },
    });
    await shown.press('Copy details for support');
    await shown.until(() => folded(shown.one('copy-details').nextElementSibling) === 'Copied');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.match(/^Provider: Black Forest Labs\nModel: flux-2-pro\nSize: 1024 × 1024\n/);
    expect(copied).to.contain('What happened: image-lost');
    expect(copied).to.contain('Purchase: purchase');
    expect(copied).not.to.contain('lighthouse');
  });

  it('shows them to be read where the browser does not copy', async () => {
    shown = await scene('charged');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await shown.press('Copy details for support');
    await shown.until(() => shown.all('details-text').length > 0);
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(shown.text('details-text')).to.contain('Charged, USD: 0.03');
  });

  it('puts the reader of declined words back into them', async () => {
    shown = await scene('moderated');
    const { activeElement } = shown.element.shadowRoot ?? {};
    expect(activeElement?.getAttribute('part')).to.equal('prompt');
  });

  for (const name of ['over-budget', 'over-balance', 'no-funds'] as const) {
    it(`${name}: looks blocked, and the first way out is the filled button`, async () => {
      shown = await scene(name);
      const colour = (one: Element): string => getComputedStyle(one).backgroundColor;
      const [first, ...others] = shown.all('way-out');
      if (!first) throw new Error('there is no way out');
      const main = shown.one('generate');
      expect(main.dataset).to.have.property('blocked');
      // It stays the way to buy: a press is answered by the guard.
      expect(main.getAttribute('aria-disabled')).to.equal('false');
      expect(folded(first)).to.match(/· ~?\$0\.\d+$/);
      const filled = colour(first);
      for (const other of [main, ...others]) expect(colour(other)).not.to.equal(filled);
      first.click();
      await shown.until(() => !('blocked' in main.dataset));
      expect(colour(main)).to.equal(filled);
    });
  }

  for (const name of ['over-balance', 'no-funds'] as const)
    it(`${name}: topping up is the last way out, after those that cost less`, async () => {
      shown = await scene(name);
      for (const way of shown.all('way-out'))
        expect(way.compareDocumentPosition(shown.one('top-up'))).to.equal(
          Node.DOCUMENT_POSITION_FOLLOWING,
        );
    });

  for (const name of ['offline', 'storage-blocked', 'storage-full'] as const)
    it(`does not look like one press away while nothing can be bought: ${name}`, async () => {
      shown = await scene(name);
      const main = shown.one('generate');
      const paint = (): string => getComputedStyle(main).backgroundColor;
      const still = paint();
      expect(main.dataset).to.have.property('blocked');
      // Offline a press could only fail.
      expect(main.getAttribute('aria-disabled')).to.equal(String(name === 'offline'));
      // What is only simulated is neither sent nor lost.
      Object.assign(shown.element, { provider: 'sandbox' });
      await shown.until(() => !('blocked' in main.dataset));
      expect(paint()).not.to.equal(still);
    });

  it('leads from an unknown price to one that is known, and still asks whoever presses on', async () => {
    shown = await scene('unknown-price');
    const main = shown.one<HTMLButtonElement>('generate');
    expect(main.dataset).to.have.property('blocked');
    expect(main.getAttribute('aria-disabled')).to.equal('false');
    const [way] = shown.all('way-out');
    expect(folded(way)).to.match(/\$0\.0/);
    expect(getComputedStyle(main).backgroundColor).not.to.equal(
      way && getComputedStyle(way).backgroundColor,
    );
  });

  it('says what can be done about an earlier purchase that is not confirmed', async () => {
    shown = await scene('from-before');
    expect(shown.text('doubt')).to.match(
      /^\$0\.030 from an earlier purchase is not confirmed\. Check your Black Forest Labs account, then tell us\. Open Black Forest Labs/,
    );
  });

  it('never says of play money that the reader pays it', async () => {
    shown = await scene('sandbox');
    shown.one('price-line').click();
    await shown.element.updateComplete;
    expect(shown.text('receipt')).to.contain('Would cost');
    expect(shown.text('receipt')).not.to.contain('You pay');
  });

  it('asks for the key on the button where one is still to be given', async () => {
    shown = await scene('key-entry');
    expect(shown.text('generate')).to.equal('Add your key to generate · $0.030');
    expect(shown.text('key')).to.contain(
      'any script on this page could read it. We send it to Black Forest Labs and nowhere else.',
    );
  });

  it('says on the line itself that a price is old', async () => {
    shown = await scene('exact');
    expect(shown.text('price-line')).not.to.contain('may have changed');
    const { checkout } = insideOf(shown.element);
    const { quote } = checkout;
    Object.defineProperty(checkout, 'quote', { get: () => ({ ...quote, asOf: '2026-08-21' }) });
    shown.element.requestUpdate();
    await shown.element.updateComplete;
    expect(shown.text('price-line')).to.match(/price from Aug 21(, 2026)? · may have changed/);
  });
});
