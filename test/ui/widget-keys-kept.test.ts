import { expect } from 'chai';
import '../../src/define/index.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { sample } from '../pictures/sample.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

const kinds = ['keydown', 'keypress', 'keyup'] as const;

/** What a page around the widget hears of keys; the window hears them first, as it captures. */
function listening(): { readonly heard: string[]; readonly first: string[]; stop(): void } {
  const heard: string[] = [];
  const first: string[] = [];
  const hear = ({ type, key }: Event & { key?: string }): void =>
    void heard.push(`${type} ${String(key)}`);
  const capture = ({ type, key }: Event & { key?: string }): void =>
    void first.push(`${type} ${String(key)}`);
  for (const kind of kinds) {
    document.addEventListener(kind, hear);
    addEventListener(kind, capture, { capture: true });
  }
  return {
    heard,
    first,
    stop: () => {
      for (const kind of kinds) {
        document.removeEventListener(kind, hear);
        removeEventListener(kind, capture, { capture: true });
      }
    },
  };
}

function type(field: Element, key: string, more: KeyboardEventInit = {}): void {
  for (const kind of kinds)
    field.dispatchEvent(
      new KeyboardEvent(kind, { key, bubbles: true, composed: true, cancelable: true, ...more }),
    );
}

describe('what a reader types', () => {
  let shown: WidgetDriver;
  let page: ReturnType<typeof listening>;
  beforeEach(async () => {
    shown = await widget({ model: 'flux-2-pro' });
    page = listening();
  });
  afterEach(() => {
    page.stop();
    shown.remove();
  });

  it('in the prompt is no shortcut of the page, from the first key on; who captures hears it', () => {
    for (const key of ['s', '/', '?', 'É', ' ', 'Enter', 'ArrowLeft', 'Backspace', 'Dead'])
      type(shown.prompt, key);
    expect(page.heard).to.deep.equal([]);
    expect(page.first).to.have.length(27);
  });

  it('leaves the page the keys that leave a field, and those with a modifier', () => {
    type(shown.prompt, 'Escape');
    type(shown.prompt, 'Tab');
    type(shown.prompt, 'F5');
    type(shown.prompt, 'Shift', { shiftKey: true });
    type(shown.prompt, 'Control');
    type(shown.prompt, 'k', { ctrlKey: true });
    type(shown.prompt, 'k', { metaKey: true });
    expect(page.heard).to.have.length(21);
    type(shown.button, 'x');
    expect(page.heard, 'a button is no field').to.have.length(24);
  });

  it('in the exact size, in limits and in the calculator is none either', async () => {
    shown.element.dispatchEvent(new PointerEvent('pointerenter'));
    const { actions, parts } = insideOf(shown.element);
    await until(() => parts.here.deferred);
    actions.toggle('exact', true);
    const width = await until(() => shown.part('width'));
    type(width as Element, '5');
    for (const tag of ['user-pays-tally', 'user-pays-calculator'] as const) {
      const element = document.createElement(tag);
      document.body.append(element);
      const fields = (): NodeListOf<Element> | undefined =>
        element.shadowRoot?.querySelectorAll('input, select');
      await until(() => (fields()?.length ?? 0) > 0);
      for (const field of fields() ?? []) type(field, 'f');
      element.remove();
    }
    expect(page.heard).to.deep.equal([]);
  });

  it('in a field of the page’s own, which stands in a slot, is the page’s', () => {
    const own = Object.assign(document.createElement('input'), { slot: 'header' });
    shown.element.append(own);
    type(own, 'x');
    expect(page.heard).to.have.length(3);
  });

  it('still buys with Ctrl and Enter', async () => {
    await shown.type('a fox');
    const ended = shown.ended();
    shown.prompt.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }),
    );
    await ended;
    expect(shown.element.generation.name).to.equal('done');
  });
});

describe('what a reader pastes', () => {
  let shown: WidgetDriver;
  beforeEach(async () => {
    shown = await widget({ model: 'flux-2-pro' });
  });
  afterEach(() => shown.remove());

  async function paste(text: string | undefined, ...names: string[]): Promise<boolean> {
    const data = new DataTransfer();
    for (const name of names)
      data.items.add(new File([await sample(8, 8)], name, { type: 'image/png' }));
    if (text !== undefined) data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    // Firefox keeps no files of a script’s own event.
    if (event.clipboardData?.files.length !== names.length)
      Object.defineProperty(event, 'clipboardData', { value: data });
    shown.prompt.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it('as text stays text, whatever picture of it the clipboard has: cells of a spreadsheet', async () => {
    for (const text of ['fox\t1', 'a', '四匹の狐'])
      expect(await paste(text, 'image.png')).to.equal(false);
    expect(shown.element.references).to.deep.equal([]);
  });

  it('as a picture becomes a reference, also as a copied file with its name', async () => {
    expect(await paste(undefined, 'image.png')).to.equal(true);
    expect(await paste('fox.png', 'fox.png')).to.equal(true);
    expect(shown.element.references).to.have.length(2);
  });
});
