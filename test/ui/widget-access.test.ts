import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../support/fresh-prices.js';
import type { Receipt } from '../../src/generation/purchase.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { widget } from '../support/widget.js';
import { until } from '../support/until.js';
import { folded, look, scene, type Scene, type SceneName } from './widget-scene.js';

const placed: Element[] = [];
afterEach(() => {
  for (const each of placed.splice(0)) each.remove();
  Reflect.deleteProperty(navigator, 'onLine');
});

async function shownScene(name: SceneName): Promise<Scene> {
  const shown = await scene(name);
  placed.push(shown.element);
  return shown;
}

function rootOf({ element }: { element: Element }): ShadowRoot {
  return element.shadowRoot as ShadowRoot;
}

/** What assistive technology reads as the description of something. */
function described(shown: Scene, element: Element): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => folded(rootOf(shown).getElementById(id))).join(' ');
}

function spoken(shown: Scene): string {
  return folded(rootOf(shown).querySelector('output[role=status]'));
}

/** A receipt of which nobody knows yet what was charged. */
function openReceiptOf({ charged: _charged, ...receipt }: Receipt): Omit<Receipt, 'charged'> {
  return receipt;
}

function pageField(): HTMLInputElement {
  const field = document.body.appendChild(document.createElement('input'));
  placed.push(field);
  return field;
}

describe('a question, while it is open', () => {
  it('takes the focus once, and leaves it where the reader then puts it', async () => {
    const shown = await shownScene('confirming');
    const { activeElement } = rootOf(shown);
    expect(activeElement).to.equal(shown.one('confirm'));
    const field = pageField();
    field.focus();
    await sendKeys({ type: 'he' });
    dispatchEvent(new Event('online'));
    await shown.element.updateComplete;
    // No letter twice: WebKit's driver leaves the second out.
    await sendKeys({ type: 'ron' });
    expect(field.value).to.equal('heron');
    shown.one('prompt').focus();
    shown.element.requestUpdate();
    await shown.element.updateComplete;
    expect(rootOf(shown).activeElement).to.equal(shown.one('prompt'));
  });

  it('does not take it from a reader who types in a field of the page', async () => {
    const field = pageField();
    field.focus();
    await shownScene('confirming');
    expect(document.activeElement).to.equal(field);
  });
});

describe('the button that buys, while it can’t be pressed', () => {
  it('is reached, says why, buys nothing, and leads to what is missing', async () => {
    const driver = await widget({ model: 'flux-2-pro' });
    placed.push(driver.element);
    const { button, element } = driver;
    const seen = look(element);
    expect(button.hasAttribute('disabled')).to.equal(false);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.focus();
    await seen.until(() => described(seen, button) !== '');
    expect(described(seen, button)).to.equal('Describe the picture first.');
    expect(rootOf(seen).activeElement).to.equal(button);
    await sendKeys({ press: 'Enter' });
    expect(rootOf(seen).activeElement).to.equal(driver.prompt);
    expect(element.generation.name).to.equal('quoted');
    await driver.type('a fox');
    expect([button.getAttribute('aria-disabled'), button.disabled]).to.deep.equal(['false', false]);
    expect(described(seen, button)).to.match(/^(Ctrl|⌘) \+ Enter generates, too\.$/);
    expect(button.title).to.match(/^(Ctrl|⌘) \+ Enter$/);
  });

  it('says that its price is being worked out', async () => {
    const shown = await shownScene('quoting');
    expect(described(shown, shown.one('generate'))).to.equal('Working out the price …');
  });

  it('keeps the focus while the provider wants to be left alone, and says when that is over', async () => {
    const shown = await shownScene('rate-limited');
    const button = shown.one<HTMLButtonElement>('generate');
    button.focus();
    const { state, checkout } = insideOf(shown.element);
    state.retryAt = checkout.page.clock.now() + 400;
    shown.element.requestUpdate();
    await shown.until(() => button.getAttribute('aria-disabled') === 'false');
    expect(rootOf(shown).activeElement).to.equal(button);
    await shown.until(() => spoken(shown) !== '');
    expect(spoken(shown)).to.equal('You can generate again. Price now $0.030');
  });
});

describe('what stands in the way', () => {
  it('is tied to the field it is about, and spoken with the price', async () => {
    const shown = await shownScene('cliff');
    const size = shown.one('size');
    expect(size.hasAttribute('aria-invalid')).to.equal(false);
    shown.element.size = '1000x700';
    await shown.element.updateComplete;
    expect(size.getAttribute('aria-invalid')).to.equal('true');
    expect(described(shown, size)).to.match(/^This model can’t make exactly this size: /);
    expect(described(shown, shown.one('generate'))).to.match(
      /^This model can’t make exactly this size: /,
    );
    await shown.until(() => spoken(shown) !== '');
    expect(spoken(shown)).to.match(
      /^price unknown\. This model can’t make exactly this size: .+\.$/,
    );
    shown.one('generate').click();
    expect(rootOf(shown).activeElement).to.equal(size);
    shown.element.size = '1024x1024';
    await shown.element.updateComplete;
    expect(size.hasAttribute('aria-invalid')).to.equal(false);
    expect(size.hasAttribute('aria-describedby')).to.equal(false);
  });

  it('is a key that was not entered, said at its field until something is typed', async () => {
    const shown = await shownScene('key-entry');
    const field = rootOf(shown).querySelector<HTMLInputElement>('[name=key]') as HTMLInputElement;
    field.form?.requestSubmit();
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(described(shown, field)).to.match(/^Black Forest Labs needs a key of yours\./);
    expect(shown.one('key-missing').getAttribute('role')).to.equal('status');
    expect(rootOf(shown).activeElement).to.equal(field);
    await sendKeys({ type: 'k' });
    expect(field.getAttribute('aria-invalid')).to.equal('false');
    expect(shown.text('key-missing')).to.equal('');
  });

  for (const [name, says] of [
    ['over-budget', /^This would pass your limit of \$1\.00\. \$0\.080 is left\.$/],
    ['over-balance', /^Not enough left: this costs ~?\$\S+ and you have \$\S+\.$/],
    ['storage-full', /^Your browser’s storage is full/],
  ] as const)
    it(`describes the button: ${name}`, async () => {
      const shown = await shownScene(name);
      if (name === 'over-balance') shown.element.count = 4;
      await shown.element.updateComplete;
      expect(described(shown, shown.one('generate'))).to.match(says);
    });

  it('is heard when the network goes, and when a limit is reached', async () => {
    const shown = await shownScene('exact');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    dispatchEvent(new Event('offline'));
    await shown.until(() => spoken(shown) !== '');
    expect(spoken(shown)).to.equal(
      'Price now $0.030. You are offline. Nothing can be sent; your words stay here.',
    );
    shown.element.budget = '0.14';
    await shown.until(() => spoken(shown).includes('limit'));
    expect(spoken(shown)).to.contain(
      'This would pass this site’s limit of $0.14. $0.0050 is left.',
    );
  });
});

describe('how far it is, and what came of it', () => {
  it('is told in steps, and each place by what will stand there', async () => {
    const shown = await shownScene('partial-batch');
    expect(shown.text('result')).to.equal('2 of 4 ready');
    const bar = rootOf(shown).querySelector('progress');
    expect(bar?.getAttribute('aria-valuetext')).to.equal('2 of 4 ready');
    const frames = [...rootOf(shown).querySelectorAll('.frame')].map((frame) => [
      frame.getAttribute('aria-hidden'),
      frame.getAttribute('aria-label'),
    ]);
    expect(frames).to.deep.equal([
      ['true', null],
      ['false', 'Picture 4 of 4: in the making'],
    ]);
  });

  it('is told of a purchase on its way: sent, in the queue, in the making', async () => {
    const told: string[] = [];
    for (const name of ['signing-in', 'sending', 'queued', 'working'] as const)
      told.push((await shownScene(name)).text('result'));
    expect(told).to.deep.equal([
      'Waiting for the sign-in window …',
      'Sending …',
      '2 ahead in the queue',
      'in the making',
    ]);
  });

  it('is said in the same words that stand there, money that is open by itself', async () => {
    const shown = await shownScene('done-four');
    expect(shown.text('result')).to.equal(
      '4 ready, $0.105 charged, $0.030 being checked with Black Forest Labs',
    );
    expect(shown.text('summary')).to.equal(shown.text('result'));
    const { quote, generation } = shown.element;
    if (generation.name !== 'done') throw new Error(generation.name);
    const { purchases } = insideOf(shown.element).checkout;
    const finish = async (pictures: typeof generation.state.pictures): Promise<void> => {
      if (quote) purchases.dispatch({ type: 'pressed', quote, ask: undefined });
      const state = { ...generation.state, pictures };
      purchases.dispatch({ type: 'finished', purchase: generation.purchase, state });
      await shown.element.updateComplete;
    };
    await finish(
      generation.state.pictures.map((picture) => {
        if (!picture.checking || !picture.receipt) return picture;
        const { charged: _, ...receipt } = picture.receipt;
        return { ...picture, receipt: { ...receipt, estimated: '' } };
      }),
    );
    expect(shown.text('result')).to.equal('4 ready, $0.105 charged, + 1 of unknown price');
    const pictures = generation.state.pictures.map((picture, index) =>
      index < 3 || !picture.receipt
        ? picture
        : {
            ...picture,
            checking: false,
            receipt: { ...openReceiptOf(picture.receipt), charge: 'possible' as const },
          },
    );
    await finish(pictures);
    expect(shown.text('result')).to.equal('4 ready, $0.105 charged, $0.030 not confirmed');
    expect(shown.text('summary')).to.equal(shown.text('result'));
  });

  it('tells four of a kind apart, in the strip and in what can be done with each', async () => {
    const shown = await shownScene('done-four');
    await shown.until(() => shown.all('download').length === 4);
    for (const part of ['open', 'download', 'more', 'again', 'forget']) {
      const names = shown.all(part).map((button) => button.getAttribute('aria-label') ?? '');
      expect(new Set(names).size, names.join()).to.equal(4);
      expect(names[1], part).to.match(/: Picture 2 of 4$/);
    }
    expect(folded(shown.all('download')[1])).to.equal('Download');
  });

  it('shows under a picture what was charged for it', async () => {
    const shown = await shownScene('done');
    expect(folded(shown.one('images'))).to.contain('$0.030 charged');
  });

  it('says that forgetting wants a second press, as long as the reader stays there', async () => {
    const shown = await shownScene('done');
    await shown.until(() => shown.all('forget').length === 1);
    const forget = shown.one('forget');
    shown.one('more').click();
    await shown.element.updateComplete;
    forget.focus();
    forget.click();
    await shown.element.updateComplete;
    const said = rootOf(shown).querySelector('.tools [role=status]');
    expect(folded(said)).to.equal('Press again to forget');
    forget.blur();
    await shown.until(() => folded(said) === '');
    expect(folded(forget)).to.equal('Forget');
  });
});

describe('the widget as a whole', () => {
  it('has a role and a name, the page’s own where it gives one', async () => {
    const one = await widget({ model: 'flux-2-pro' });
    const other = await widget({ model: 'flux-2-pro', 'aria-label': 'Cover picture' });
    placed.push(one.element, other.element);
    other.element.dispatchEvent(new PointerEvent('pointerenter'));
    const panel = other.part<HTMLElement>('panel');
    await until(() => panel?.getAttribute('aria-label') === 'Cover picture');
    expect(panel?.getAttribute('role')).to.equal('group');
    expect(one.part('panel')?.getAttribute('aria-label')).to.equal('Generate a picture');
  });

  it('says of each link that it opens a tab', async () => {
    let links = 0;
    for (const name of [
      'receipt',
      'key-entry',
      'over-balance',
      'charged',
      'in-doubt',
      'first-visit',
    ] as const) {
      const shown = await shownScene(name);
      if (name === 'first-visit') {
        shown.one('what-is').click();
        await shown.until(() => shown.all('about').length > 0);
      }
      for (const link of rootOf(shown).querySelectorAll('a[target=_blank]')) {
        links += 1;
        const name = link.getAttribute('aria-label') ?? folded(link);
        expect(name).to.match(/ \(opens a new tab\)$/);
      }
    }
    expect(links).to.be.greaterThan(3);
  });

  it('marks what is English in another language, and lists as that language does', async () => {
    const shown = await shownScene('receipt');
    shown.element.lang = 'ar';
    await shown.until(() => shown.one('panel').lang === 'ar');
    const sources = shown.all('source').filter((link) => /^[A-Za-z .,]+/.test(folded(link)));
    expect(sources.length).to.be.greaterThan(0);
    for (const link of sources) expect(link.querySelector('bdi')?.lang).to.equal('en');
    expect(shown.text('receipt'))
      .to.contain('،')
      .and.not.to.match(/\p{Script=Arabic}, /u);
  });

  it('brings the focus back to the menu of sizes when the exact size is closed', async () => {
    const shown = await shownScene('exact-size');
    await shown.press('Sizes');
    await shown.until(() => rootOf(shown).activeElement === shown.one('size'));
  });
});

describe('text twice as large, 320 pixels wide, from right to left', () => {
  for (const name of [
    'exact',
    'receipt',
    'over-budget',
    'key-entry',
    'confirming',
    'partial-batch',
    'done-four',
    'in-doubt',
  ] as const)
    it(`is not clipped: ${name}`, async () => {
      const shown = await shownScene(name);
      shown.element.style.width = '320px';
      shown.element.style.fontSize = '200%';
      shown.element.lang = 'ar';
      await shown.until(() => shown.one('panel').dir === 'rtl');
      await shown.element.updateComplete;
      expect(clipped(rootOf(shown))).to.deep.equal([]);
    });
});

/** Words of which a part lies outside the widget, with how many pixels of it. */
function clipped(root: ShadowRoot): string[] {
  const panel = (root.querySelector('.widget') as Element).getBoundingClientRect();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (folded(node) === '' || node.parentElement?.closest('.spoken, option, style, [hidden]'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, width } of range.getClientRects()) {
      const over = Math.max(panel.left - left, right - panel.right);
      if (width > 0 && over > 1) found.push(`${Math.round(over)} px of “${folded(node)}”`);
    }
  }
  return found;
}
