import { expect } from 'chai';
import { scenes } from '../../demo/scenes.js';
import { pressAsReader } from '../support/press.js';
import { folded, scene, type Scene, type SceneName } from './widget-scene.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import '../support/fresh-prices.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssParts: readonly { readonly name: string }[];
    }[];
  }[];
}

describe('whatever state a reader meets', () => {
  let shown: Scene;
  let told: readonly string[];
  before(async () => {
    const { modules } = (await (await fetch('/custom-elements.json')).json()) as Manifest;
    told = modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName === 'user-pays-image')
      .flatMap(({ cssParts }) => cssParts.map(({ name }) => name));
  });
  afterEach(() => shown.element.remove());

  const words = (): string => folded(shown.element.shadowRoot?.querySelector('.widget'));

  for (const name of Object.keys(scenes) as SceneName[]) {
    it(`${name}: the button is there and says a price, or that it is unknown or free; each part is a known one`, async () => {
      shown = await scene(name);
      expect(shown.text('generate')).to.match(/\p{Nd}[.,٫]\p{Nd}{2}|price unknown|free/u);
      expect(words()).not.to.match(/undefined|NaN|\[object|null/);
      const drawn = [...(shown.element.shadowRoot?.querySelectorAll('[part]') ?? [])];
      expect(drawn.length).to.be.greaterThan(5);
      const parts = drawn.flatMap(({ part }) => [...part]);
      expect(parts.filter((part) => !told.includes(part))).to.deep.equal([]);
    });
  }

  for (const [name, money, what] of [
    ['not-charged', 'Not charged.', 'can’t be used from this page.'],
    [
      'in-doubt',
      'You may have been charged $0.030.',
      'We couldn’t read the reply of Black Forest Labs. Check your Black Forest Labs account, then tell us. Generating again would be a new purchase.',
    ],
    [
      'charged',
      'You were charged $0.030.',
      'can’t be downloaded. Only Black Forest Labs can refund it.',
    ],
    [
      'moderated',
      'You were charged $0.030.',
      'declined this prompt. Try describing it another way. Black Forest Labs charges for declined prompts.',
    ],
    [
      'stopped',
      'You may have been charged $0.030.',
      'You stopped waiting. If the picture arrives, it will be in your pictures.',
    ],
  ] as const) {
    it(`${name}: reads about their money first, then what happened`, async () => {
      shown = await scene(name);
      expect(shown.text('error').startsWith(money)).to.equal(true);
      expect(shown.text('error')).to.contain(what);
      expect(shown.one('error').getAttribute('role')).to.equal('alert');
      expect(shown.one<HTMLButtonElement>('generate').disabled).to.equal(false);
    });
  }

  it('waits as long as the provider asked, with a button that counts down and cannot be pressed', async () => {
    shown = await scene('rate-limited');
    const button = shown.one<HTMLButtonElement>('generate');
    expect(button.disabled).to.equal(true);
    const seconds = (): number => Number(/in (\d+) s$/.exec(folded(button))?.[1]);
    const first = seconds();
    expect(first).to.be.within(1, 12);
    await shown.until(() => seconds() < first);
    expect(shown.text('error')).to.match(/^Not charged\./);
  });

  it('is shown ways out of a limit with their prices, and one press takes one', async () => {
    shown = await scene('over-budget');
    expect(shown.text('limit')).to.contain('This would pass your limit of $1.00. $0.080 is left.');
    const ways = shown.all('way-out').map(folded);
    expect(ways).to.deep.equal([
      '512 × 512 · $0.070',
      'FLUX.1 kontext max · $0.080',
      'Raise my limit to $1.08',
    ]);
    await shown.press('512 × 512 · $0.070');
    expect(shown.text('generate')).to.equal('Generate · $0.070');
    expect(shown.all('limit')).to.deep.equal([]);
    expect(shown.element.shadowRoot?.activeElement).to.equal(shown.one('generate'));
  });

  it('raises their own limit in one press, as one explicit step', async () => {
    shown = await scene('over-budget');
    const raised: unknown[] = [];
    Object.assign(insideOf(shown.element).checkout.page.journal, {
      setReaderCaps: (...given: unknown[]) => {
        raised.push(...given);
        return Promise.resolve();
      },
    });
    await shown.press('Raise my limit to $1.08');
    expect(raised, 'by a script').to.deep.equal([]);
    await pressAsReader(shown.all('way-out').find((way) => folded(way).startsWith('Raise')));
    expect(raised).to.deep.equal([{ session: '1.08' }, { raise: true }]);
  });

  it('is not offered to raise a limit the page has set', async () => {
    shown = await scene('exact');
    shown.element.budget = '0.14';
    await shown.element.updateComplete;
    expect(shown.text('limit')).to.contain(
      'This would pass this site’s limit of $0.14. $0.0050 is left.',
    );
    expect(
      shown
        .all('way-out')
        .map(folded)
        .filter((way) => way.startsWith('Raise')),
    ).to.deep.equal([]);
  });

  it('takes the nearest size a model makes in one press, at the price on it', async () => {
    shown = await scene('bad-size');
    expect(shown.one<HTMLButtonElement>('generate').disabled).to.equal(true);
    await shown.press('Use 1008 × 704 · $0.030');
    expect(shown.text('generate')).to.equal('Generate · $0.030');
    expect(shown.one<HTMLButtonElement>('generate').disabled).to.equal(false);
  });

  it('takes the cliff hint in one press and pays that much less', async () => {
    shown = await scene('cliff');
    expect(shown.text('generate')).to.equal('Generate · $0.045');
    shown.one('hint').click();
    await shown.element.updateComplete;
    expect(shown.text('generate')).to.equal('Generate · $0.030');
  });

  it('is told how long it takes here, learned from earlier ones, and what stopping means', async () => {
    shown = await scene('working');
    expect(shown.text('progress')).to.match(/^6\.2 s of about 9 s/);
    expect(shown.text('progress')).to.contain('Already ordered: stopping does not save money.');
    shown.element.remove();
    shown = await scene('signing-in');
    expect(shown.text('progress')).to.contain('stopping costs nothing');
    shown.element.remove();
    shown = await scene('partial-batch');
    expect(shown.text('progress')).to.contain('Already ordered: stopping does not save money.');
    expect(shown.text('stop')).to.equal('Stop waiting');
  });

  it('is told the place in the queue apart from the time', async () => {
    shown = await scene('queued');
    expect(shown.text('progress')).to.match(/^2 ahead in the queue · 2\.1 s of about 9 s/);
  });

  it('is not sent to a draft that saves less than a cent', async () => {
    shown = await scene('first-visit');
    expect(shown.text('generate')).to.contain('$0.0010');
    expect(shown.all('draft')).to.deep.equal([]);
    shown.element.model = 'flux-2-pro';
    await shown.element.updateComplete;
    expect(shown.all('draft').map(folded)).to.deep.equal(['Try a rough draft first · free']);
  });

  it('picks a shape as a shape, each size with its own price, from a button that says so', async () => {
    shown = await scene('exact');
    const button = shown.one('shape');
    expect(folded(button)).to.equal('Shape 1:1 · $0.030');
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    await shown.element.updateComplete;
    expect(button.ariaExpanded).to.equal('true');
    const wide = shown.all('shape-option').find((each) => folded(each).includes('16:9'));
    expect(folded(wide)).to.equal('16:9 $0.030 1280 × 720');
    const drawn = wide?.querySelector('path')?.getBBox();
    expect(drawn && drawn.width / drawn.height).to.be.closeTo(16 / 9, 0.01);
    expect(
      new Set(shown.all('shape-option').map((each) => /\$[\d.]+/.exec(folded(each))?.[0])).size,
    ).to.be.greaterThan(2);
    wide?.click();
    await shown.element.updateComplete;
    expect(shown.element.size).to.equal('1280x720');
    expect(shown.one<HTMLSelectElement>('size').value).to.equal('1280x720');
    const chosen = shown.all('shape-option').filter(({ ariaPressed }) => ariaPressed === 'true');
    expect(chosen).to.deep.equal([wide]);
    expect(folded(button)).to.equal('Shape 16:9 · $0.030');
    shown.element.size = '1600x1200';
    await shown.element.updateComplete;
    expect(folded(button), 'a size that is not among them').to.equal('Shape · $0.045');
  });

  it('underlines links, and nothing that is pressed', async () => {
    shown = await scene('receipt');
    const root = shown.element.shadowRoot as ShadowRoot;
    const lined = (each: Element): boolean => getComputedStyle(each).textDecorationLine !== 'none';
    const pressed = [...root.querySelectorAll('button, .pick, .pick .shown')];
    expect(pressed.filter(lined).map(folded)).to.deep.equal([]);
    expect(shown.all('source').filter(lined).length).to.be.greaterThan(0);
    for (const menu of root.querySelectorAll('.pick')) {
      const { height, width } = menu.getBoundingClientRect();
      expect(Math.min(height, width)).to.be.at.least(44);
      expect(getComputedStyle(menu).borderTopWidth).to.equal('1px');
    }
  });

  it('reads under each picture what it cost before anything else', async () => {
    shown = await scene('done');
    const [caption] = shown.element.shadowRoot?.querySelectorAll('figcaption') ?? [];
    expect(folded(caption)).to.match(/^\$0\.030 charged ✓\s*1024 × 1024 · seed 7$/);
  });

  it('sees in a half-finished batch what each picture cost, and which did not', async () => {
    shown = await scene('partial-batch');
    const captions = [...(shown.element.shadowRoot?.querySelectorAll('figcaption') ?? [])].map(
      folded,
    );
    expect(captions[0]).to.contain('$0.030 charged ✓');
    expect(captions[1]).to.contain('$0.030 · checking with Black Forest Labs');
    expect(captions[2]).to.match(/^Not charged\./);
    expect(shown.text('progress')).to.contain('2 of 4 ready');
  });

  it('reads in the place of each picture to come what it is made from, and is told it once', async () => {
    shown = await scene('partial-batch');
    const words = [...(shown.element.shadowRoot?.querySelectorAll('.words') ?? [])];
    expect(words.map(folded)).to.deep.equal([shown.element.prompt]);
    expect(words[0]?.getAttribute('aria-hidden')).to.equal('true');
    const frame = words[0]?.parentElement?.querySelector('.frame')?.getBoundingClientRect();
    const place = words[0]?.getBoundingClientRect();
    expect(place?.top).to.be.greaterThan(frame?.top ?? Infinity);
    expect(place?.bottom).to.be.below(frame?.bottom ?? 0);
  });

  it('sees when a picture cost more than estimated, by how much and why', async () => {
    shown = await scene('done-four');
    expect(shown.text('images')).to.contain(
      '$0.045 charged ✓ estimate $0.030: reference counted as 2 MP',
    );
  });

  it('never reads $0.00 spent while nobody has looked yet', async () => {
    shown = await scene('exact');
    const { checkout } = insideOf(shown.element);
    Object.defineProperty(checkout, 'tally', { get: () => undefined });
    shown.element.requestUpdate();
    await shown.element.updateComplete;
    expect(shown.text('tally')).not.to.match(/\d/);
  });
});
