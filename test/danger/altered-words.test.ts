import { expect } from 'chai';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { ended, payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';
import type { WidgetDriver } from '../support/widget.js';
import { pressAsReader } from '../support/press.js';

function rootOf(shown: WidgetDriver): ShadowRoot {
  return shown.element.shadowRoot as ShadowRoot;
}

/** Puts each text of a root into an element of its own, as a page translator does. */
function wrapTexts(root: Node, translated: (text: string) => string = (text) => text): void {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walk.nextNode()) texts.push(walk.currentNode as Text);
  for (const text of texts.filter(({ data }) => data.trim())) {
    const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
    font.textContent = translated(text.data);
    text.replaceWith(font);
  }
}

/** Loads the deferred part, as the reader's pointer does. */
async function touch(shown: WidgetDriver): Promise<void> {
  shown.element.dispatchEvent(new Event('pointerenter'));
  await until(() => insideOf(shown.element).parts.here.deferred);
  await shown.element.updateComplete;
}

function asking({ element: { generation } }: WidgetDriver): string {
  return generation.name === 'confirming'
    ? `${generation.why} ${generation.quote.total?.high}`
    : generation.name;
}

describe('a widget whose words another script changed', function () {
  this.timeout(60_000);
  let page: PayingPage;
  beforeEach(() => {
    page = payingPage();
  });
  afterEach(() => page.close());

  for (const isTouched of [false, true]) {
    const when = isTouched ? 'touched' : 'untouched';

    it(`${when}: never buys four at the price of one, where all its texts were replaced`, async () => {
      const shown = await page.widget();
      if (isTouched) await touch(shown);
      wrapTexts(rootOf(shown));
      shown.element.count = 4;
      await shown.element.updateComplete;
      const isRight = shown.text('generate').includes('$0.12');
      shown.button.click();
      expect(asking(shown)).to.equal(isRight ? 'submitting' : 'changed 0.12');
      await until(() => shown.text('generate').includes('$0.12'));
      if (isRight) await shown.ended();
    });

    it(`${when}: asks at the new price where that could not be written over the old one`, async () => {
      const shown = await page.widget();
      if (isTouched) await touch(shown);
      shown.element.count = 4;
      await shown.element.updateComplete;
      wrapTexts(shown.button, (text) => text.replace('$0.12', '$0.030'));
      shown.button.click();
      expect(asking(shown)).to.equal('changed 0.12');
      await until(() => shown.part('confirm-yes'));
      expect(shown.text('confirm-yes')).to.contain('$0.12');
      expect(shown.text('generate')).to.contain('$0.12');
      expect(page.posts).to.have.length(0);
    });

    it(`${when}: buys without a question where the words are still right`, async () => {
      const shown = await page.widget();
      if (isTouched) await touch(shown);
      wrapTexts(rootOf(shown));
      shown.button.click();
      await shown.ended();
      expect([shown.element.generation.name, page.posts.length]).to.deep.equal(['done', 1]);
    });

    for (const [how, change] of Object.entries<(button: HTMLElement) => void>({
      'another amount': (button) => void (button.textContent = 'Generate · $0.001'),
      'no amount': (button) => void (button.innerHTML = '<b>Draw</b>'),
      'other words': (button) => wrapTexts(button, (text) => text.replace('$', '€')),
      'nothing at all': (button) => button.replaceChildren(),
    }))
      it(`${when}: asks first where the button says ${how}`, async () => {
        const shown = await page.widget();
        if (isTouched) await touch(shown);
        change(shown.button);
        shown.button.click();
        expect(asking(shown)).to.equal('changed 0.03');
        await until(() => shown.part('confirm-yes'));
        expect(shown.text('generate')).to.contain('$0.030');
        expect(page.posts).to.have.length(0);
        await pressAsReader(shown.part('confirm-yes'));
        await shown.ended();
        expect(page.posts).to.have.length(1);
      });
  }

  it('asks as well when the page calls generate()', async () => {
    const shown = await page.widget();
    shown.button.textContent = 'Generate · $0.001';
    const end = ended(shown.element.generate());
    expect(asking(shown)).to.equal('changed 0.03');
    shown.element.cancel();
    await end;
    expect(page.posts).to.have.length(0);
  });

  it('lets an extension add the price in another currency behind ours', async () => {
    const shown = await page.widget();
    await touch(shown);
    shown.button.append(' ≈ €0.028');
    shown.button.click();
    await shown.ended();
    expect(page.posts).to.have.length(1);
  });

  it('a yes that says another amount counts for nothing, and is drawn anew', async () => {
    const shown = await page.widget({ 'unit-price': '0.75' });
    shown.button.click();
    await until(() => shown.part('confirm-yes'));
    const yes = shown.part<HTMLButtonElement>('confirm-yes') as HTMLButtonElement;
    wrapTexts(yes, () => 'Yes, pay $0.01');
    await pressAsReader(yes);
    await until(() => shown.text('confirm-yes').includes('$0.75'));
    expect(asking(shown)).to.equal('over 0.75');
    expect(page.posts).to.have.length(0);
    await pressAsReader(shown.part('confirm-yes'));
    await shown.ended();
    expect(page.posts).to.have.length(1);
  });

  it('is whole again after an update that could not find its nodes: words, styles, prompt', async () => {
    const shown = await page.widget();
    await touch(shown);
    await shown.type('a typed fox');
    const sheets = rootOf(shown).adoptedStyleSheets.length;
    rootOf(shown).querySelector<HTMLElement>('.buy')!.innerHTML = '<font>x</font>';
    shown.prompt.focus();
    shown.prompt.setSelectionRange(2, 7);
    shown.element.count = 4;
    await shown.element.updateComplete;
    await until(() => shown.text('generate').includes('$0.12'));
    expect(shown.prompt.value).to.equal('a typed fox');
    expect(rootOf(shown).adoptedStyleSheets.length).to.equal(sheets);
    expect(rootOf(shown).querySelectorAll('.widget')).to.have.length(1);
    expect(rootOf(shown).activeElement).to.equal(shown.prompt);
    expect([shown.prompt.selectionStart, shown.prompt.selectionEnd]).to.deep.equal([2, 7]);
    expect(shown.button.disabled).to.equal(false);
  });

  it('sells nothing while it can’t be drawn, and says so', async () => {
    const shown = await page.widget();
    await touch(shown);
    // Lit would report each failed update to nobody.
    const updates: unknown[] = [];
    const inside = shown.element as unknown as { performUpdate(): void };
    Object.defineProperty(shown.element, 'scheduleUpdate', {
      value: () => {
        try {
          inside.performUpdate();
        } catch (error) {
          updates.push(error);
        }
      },
    });
    const root = rootOf(shown);
    Object.defineProperty(root, 'insertBefore', {
      value: () => {
        throw new Error('no room');
      },
    });
    // The first update finds a part of its nodes gone, the second has no place to draw to.
    shown.button.replaceChildren();
    shown.element.count = 4;
    await until(() => updates.length > 0);
    const error = await ended(shown.element.generate());
    expect(error).to.include({ code: 'internal', charge: 'none' });
    expect(page.posts).to.have.length(0);
    expect(shown.element.generation.name).to.equal('failed');
  });

  it('is left alone by page translators: the top of its shadow says so', async () => {
    const shown = await page.widget();
    for (const top of rootOf(shown).children)
      expect([top.getAttribute('translate'), top.classList.contains('notranslate')]).to.deep.equal([
        'no',
        true,
      ]);
  });
});
