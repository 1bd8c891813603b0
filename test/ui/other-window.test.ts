import { expect } from 'chai';
import '../support/fresh-origin.js';
import '../../src/define/index.js';
import { until } from '../support/until.js';

/** What each element shows when all of it is drawn, and the styles that its first look needs. */
const content = {
  'user-pays-price': '[part=price]',
  'user-pays-image': '[part=generate]',
  'user-pays-tally': '[part=panel]',
  'user-pays-calculator': '[part=offers]',
} as const;
type Tag = keyof typeof content;
const tags = Object.keys(content) as Tag[];

/** How an element is laid out and coloured, apart from the window's own width. */
function looks(element: Element, tag: Tag): string {
  const shown = element.shadowRoot?.querySelector(content[tag]) as Element;
  const { display, position, paddingTop, borderTopWidth, fontVariantNumeric, cursor } =
    getComputedStyle(shown);
  return [display, position, paddingTop, borderTopWidth, fontVariantNumeric, cursor].join('/');
}

function sheetsOf(element: Element): number {
  return element.shadowRoot?.adoptedStyleSheets.length ?? 0;
}

const usual = { provider: 'sandbox', prompt: 'a fox', size: '64x64', sandbox: { latency: 0 } };

function made(tag: Tag): HTMLElement {
  const element = document.createElement(tag);
  if (tag === 'user-pays-image') Object.assign(element, usual);
  return element;
}

function drawn(element: Element, tag: Tag): Promise<unknown> {
  return until(() => element.shadowRoot?.querySelector(content[tag]));
}

describe('an element that is moved to another window', function () {
  this.timeout(30_000);
  let frame: HTMLIFrameElement;
  let there: Document;
  let unhandled: unknown[];
  const hear = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
  beforeEach(() => {
    unhandled = [];
    addEventListener('unhandledrejection', hear);
    frame = document.createElement('iframe');
    frame.width = frame.height = '700';
    document.body.append(frame);
    there = frame.contentDocument as Document;
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', hear);
    frame.remove();
    expect(unhandled).to.deep.equal([]);
  });

  for (const tag of tags) {
    it(`<${tag}> looks there as it did here, and so when it comes back`, async () => {
      const element = made(tag);
      document.body.append(element);
      await drawn(element, tag);
      const [before, sheets] = [looks(element, tag), sheetsOf(element)];
      expect(sheets).to.be.greaterThan(0);
      there.body.append(element);
      expect([looks(element, tag), sheetsOf(element)]).to.deep.equal([before, sheets]);
      document.body.append(element);
      expect([looks(element, tag), sheetsOf(element)]).to.deep.equal([before, sheets]);
      // A document that no window shows.
      document.implementation.createHTMLDocument().body.append(element);
      there.body.append(element);
      expect([looks(element, tag), sheetsOf(element)]).to.deep.equal([before, sheets]);
      element.remove();
    });

    it(`<${tag}> is drawn there for the first time as it is here`, async () => {
      const [one, other] = [made(tag), made(tag)];
      document.body.append(one);
      await drawn(one, tag);
      there.body.append(other);
      await drawn(other, tag);
      expect(looks(other, tag)).to.equal(looks(one, tag));
      expect(sheetsOf(other)).to.equal(sheetsOf(one));
      one.remove();
      other.remove();
    });
  }

  it('has the styles of parts that load only there, and buys by the button of the page around it', async () => {
    const element = document.createElement('user-pays-image');
    Object.assign(element, usual);
    document.body.append(element);
    await drawn(element, 'user-pays-image');
    const first = sheetsOf(element);
    there.body.append(element);
    const button = there.createElement('button');
    Object.assign(button, { slot: 'actions', textContent: 'Draw' });
    button.dataset.userPays = 'generate';
    element.append(button);
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => sheetsOf(element) > first);
    button.click();
    await until(() => element.generation.name === 'done');
    const image = await until(() => element.shadowRoot?.querySelector('[part~=image]'));
    expect(getComputedStyle(image as Element).display).to.equal('block');
    // The tools under the picture are another part.
    await until(() => element.shadowRoot?.querySelector('[part~=more]'));
    element.remove();
  });

  it('follows a form of that window', async () => {
    const form = there.createElement('form');
    form.id = 'order';
    form.innerHTML = '<input name="count" value="3">';
    const price = document.createElement('user-pays-price');
    Object.assign(price, { provider: 'bfl', model: 'flux-2-pro', htmlFor: 'order' });
    there.body.append(form, price);
    await price.updateComplete;
    expect(price.quote.total?.high).to.equal('0.09');
  });
});
