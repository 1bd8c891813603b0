import { expect } from 'chai';
import { sample } from '../pictures/sample.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

type Other = Window & typeof globalThis;

/** Another window's own constructors: its files are no instances of this one's `Blob`. */
function otherWindow(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame;
}

describe('a file of another window', function () {
  this.timeout(30_000);
  let driver: WidgetDriver;
  let frame: HTMLIFrameElement;
  let other: Other;
  let file: File;
  const warn = console.warn;
  let warnings: string[];
  beforeEach(async () => {
    warnings = [];
    console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
    driver = await widget({ model: 'flux-2-pro', prompt: 'a fox' });
    frame = otherWindow();
    other = frame.contentWindow as Other;
    const bytes = await (await sample(60, 40)).arrayBuffer();
    file = new other.File([bytes], 'photo.png', { type: 'image/png' });
    expect(file instanceof Blob).to.equal(false);
  });
  afterEach(() => {
    console.warn = warn;
    driver.remove();
    frame.remove();
  });

  const priced = (): Promise<unknown> =>
    until(() => driver.element.quote?.request.references?.[0]?.width === 60);

  const transfer = (): DataTransfer => {
    const data = new other.DataTransfer();
    data.items.add(file);
    return data;
  };

  const pasting = (): ClipboardEvent => new ClipboardEvent('paste', { clipboardData: transfer() });

  const ways: Readonly<Record<string, () => unknown>> = {
    'as the property': () => (driver.element.references = [file]),
    'alone as the property': () => (driver.element.references = file as never),
    'in a list of that window': () => (driver.element.references = new other.Array(file)),
    'in a FileList': () => (driver.element.references = transfer().files as never),
    'by pasting': () => driver.prompt.dispatchEvent(pasting()),
  };
  for (const [way, give] of Object.entries(ways))
    it(`is a reference, measured and paid for: ${way}`, async () => {
      // WebKit makes no such lists for scripts, Firefox no such events.
      if (/FileList/.test(way) && transfer().files.length === 0) return;
      if (/past/.test(way) && !pasting().clipboardData?.files.length) return;
      give();
      expect(driver.element.references).to.have.length(1);
      await priced();
      // $0.030, and $0.015 for the reference.
      expect(driver.element.quote?.total?.high).to.equal('0.045');
      expect(warnings).to.deep.equal([]);
    });

  it('is a reference, too, when it is dropped', async () => {
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => driver.part('add-reference'));
    const dataTransfer = transfer();
    if (dataTransfer.files.length === 0) return;
    await until(() => {
      driver.prompt.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, composed: true }),
      );
      return driver.element.references.length === 1;
    });
    await priced();
  });

  it('is sent after that window has gone', async () => {
    driver.element.references = [file];
    await priced();
    frame.remove();
    const purchase = await driver.element.generate();
    expect(purchase.receipt.charged).to.equal('0.045');
  });

  it('is a mask', () => {
    driver.element.mask = file;
    expect(driver.element.mask).to.equal(file);
  });

  for (const [given, named] of [
    ['https://example.org/photo.png', 'https://example.org/photo.png'],
    [{ name: 'photo.png' }, 'Object'],
    [new Set(['photo.png']), 'Set'],
    [[undefined], 'Undefined'],
    [[new Response()], 'Response'],
  ] as const)
    it(`is not what is no file: ${named}, and the console says so`, () => {
      driver.element.references = given as never;
      expect(driver.element.references).to.deep.equal([]);
      expect(warnings).to.deep.equal([`user-pays-image: references: ${named} is no file`]);
    });
});
