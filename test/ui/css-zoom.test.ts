import { expect } from 'chai';
import '../../src/define/user-pays-price.js';
import { MaskBoard } from '../../src/ui/elements/widget/deferred/mask/mask-board.js';
import { place } from '../../src/ui/elements/user-pays-price/place.js';
import { sample } from '../pictures/sample.js';
import { until } from '../support/until.js';

/** True where CSS zoom is as Chromium has it since version 128, and as the draft describes it. */
const isZoomDescribed = 'currentCSSZoom' in Element.prototype;

const placed: HTMLElement[] = [];
afterEach(() => {
  for (const element of placed.splice(0)) element.remove();
});

function room(style: Partial<CSSStyleDeclaration>): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, style);
  document.body.append(element);
  placed.push(element);
  return element;
}

/** The shares of width and height of what a mask shows white, in its middle. */
async function middleOf(mask: Blob): Promise<readonly [number, number]> {
  const bitmap = await createImageBitmap(mask);
  const { width, height } = bitmap;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  let [count, across, down] = [0, 0, 0];
  for (let at = 0; at < width * height; at += 1)
    if ((data[at * 4] ?? 0) > 128) {
      count += 1;
      across += at % width;
      down += Math.floor(at / width);
    }
  return [across / count / width, down / count / height];
}

describe('where CSS zooms or transforms the page', () => {
  const rooms: Readonly<Record<string, Partial<CSSStyleDeclaration>>> = {
    'as it is': {},
    'zoom: 1.5': { zoom: '1.5' },
    'zoom: 0.75': { zoom: '0.75' },
    'scale(0.5)': { transform: 'scale(0.5)', transformOrigin: '0 0' },
  };
  for (const [name, style] of Object.entries(rooms))
    it(`a stroke of a mask lands under the pointer: ${name}`, async () => {
      const masks: (Blob | undefined)[] = [];
      const size = { width: 200, height: 100 };
      const board = new MaskBoard(await sample(200, 100), size, (mask) => masks.push(mask));
      const canvas = document.createElement('canvas');
      room(style).append(canvas);
      board.attach(canvas);
      board.brush = 0.1;
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const at = { clientX: left + width * 0.25, clientY: top + height * 0.75, button: 0 };
      // No pointer of a test can be captured.
      canvas.setPointerCapture = () => undefined;
      canvas.addEventListener('pointerdown', (event) => board.down(event));
      canvas.dispatchEvent(new PointerEvent('pointerdown', at));
      board.up();
      const mask = await until(() => masks[0]);
      const [across, down] = await middleOf(mask as Blob);
      expect(across).to.be.closeTo(0.25, 0.01);
      expect(down).to.be.closeTo(0.75, 0.02);
    });

  for (const zoom of isZoomDescribed ? ['1', '1.5', '0.5'] : ['1'])
    it(`an open receipt stands below its button: zoom ${zoom}`, () => {
      const around = room({ zoom, padding: '40px 0 0 100px' });
      const button = document.createElement('button');
      button.textContent = 'price';
      const receipt = document.createElement('div');
      receipt.popover = 'auto';
      receipt.id = 'receipt';
      Object.assign(receipt.style, { position: 'absolute', inset: 'auto', margin: '0' });
      receipt.textContent = 'how it comes about';
      around.append(button, receipt);
      receipt.showPopover();
      place(around);
      const [below, above] = [receipt.getBoundingClientRect(), button.getBoundingClientRect()];
      expect(below.left).to.be.closeTo(above.left, 1);
      expect(below.top).to.be.closeTo(above.bottom + 8, 1);
    });
});
