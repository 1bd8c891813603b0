import { expect } from 'chai';
import { fit } from '../../src/pictures/fit.js';
import { maskFor } from '../../src/pictures/mask.js';
import { sample } from '../pictures/sample.js';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';

type Lie = Readonly<Record<string, () => void>>;
const pens = [CanvasRenderingContext2D, globalThis.OffscreenCanvasRenderingContext2D] as const;
const undo: (() => void)[] = [];

/** Replaces a method until the test is over. */
function replaced(owner: object, name: string, make: (real: Callable) => Callable): void {
  const real = Object.getOwnPropertyDescriptor(owner, name);
  if (!real) return;
  Object.defineProperty(owner, name, { ...real, value: make(real.value as Callable) });
  undo.push(() => Object.defineProperty(owner, name, real));
}
type Callable = (this: never, ...given: never[]) => unknown;

/** Scripts of the page read noise. */
function noisyPixels(): void {
  for (const { prototype } of pens)
    replaced(
      prototype,
      'getImageData',
      (real) =>
        function getImageData(...given: never[]) {
          const image = real.apply(this, given) as ImageData;
          image.data.forEach((_, at) => {
            image.data[at] = Math.random() * 256;
          });
          return image;
        },
    );
}

/** Files of a canvas have noise, or white. */
function otherFiles(fill: string | undefined): void {
  const made = (real: Callable): Callable =>
    function make(...given: never[]) {
      const pen = (this as HTMLCanvasElement).getContext('2d');
      const { width, height } = this as HTMLCanvasElement;
      for (let y = 0; pen && y < height; y += 4) {
        pen.fillStyle = fill ?? `hsl(${String(Math.random() * 360)} 80% 50%)`;
        pen.fillRect(0, y, width, 4);
      }
      return real.apply(this, given);
    };
  replaced(HTMLCanvasElement.prototype, 'toBlob', made);
  if ('OffscreenCanvas' in globalThis) replaced(OffscreenCanvas.prototype, 'convertToBlob', made);
}

const lies: Lie = {
  'pixels of noise': noisyPixels,
  'files of noise': () => otherFiles(undefined),
  'white files': () => otherFiles('#fff'),
  'noise both ways': () => {
    noisyPixels();
    otherFiles(undefined);
  },
};

/** A photo of two megapixels, of which the second costs money. */
async function photo(): Promise<File> {
  return new File([await sample(1300, 1000)], 'photo.png', { type: 'image/png' });
}

describe('a browser that gives back something else than was drawn', function () {
  this.timeout(30_000);
  let driver: WidgetDriver | undefined;
  afterEach(() => {
    for (const restore of undo.splice(0)) restore();
    driver?.remove();
    driver = undefined;
  });

  const hints = (): string[] =>
    [...(driver?.element.shadowRoot?.querySelectorAll('[part~=hint]') ?? [])].map(
      ({ textContent }) => textContent,
    );
  const withReference = async (model: string): Promise<WidgetDriver> => {
    driver = await widget({ model, prompt: 'a fox' }, { references: [await photo()] });
    driver.element.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => driver?.element.quote?.request.references?.[0]?.width === 1300);
    return driver;
  };

  it('is not one that gives back what was drawn: there the reference can be shrunk, and masked', async () => {
    await withReference('flux-2-pro');
    await until(() => hints().some((text) => text.includes('Shrink')));
    expect(driver?.part('drawings-hidden')).to.equal(null);
    driver?.remove();
    await withReference('flux-1-fill-pro');
    await until(() => driver?.part('mask'));
    const small = await fit(await photo(), { pixels: 1 << 20 });
    expect(small?.width).to.equal(1167);
  });

  for (const [name, lie] of Object.entries(lies))
    describe(name, () => {
      it('shrinks nothing and masks nothing', async () => {
        const file = await photo();
        lie();
        expect(await fit(file, { pixels: 1 << 20 })).to.equal(undefined);
        const error: unknown = await maskFor(file, { width: 8, height: 8 }, 'white').catch(
          (reason: unknown) => reason,
        );
        expect(error).to.include({ code: 'invalid-input', charge: 'none' });
      });

      for (const model of ['flux-2-pro', 'flux-1-fill-pro'])
        it(`offers a reader neither, and says why: ${model}`, async () => {
          const file = await photo();
          lie();
          driver = await widget({ model, prompt: 'a fox' }, { references: [file] });
          driver.element.dispatchEvent(new PointerEvent('pointerenter'));
          await until(() => driver?.part('drawings-hidden'));
          expect(driver.text('drawings-hidden')).to.equal(
            'This browser hides what pages draw, against fingerprinting. Pictures can’t be shrunk or masked here.',
          );
          expect(hints().filter((text) => text.includes('Shrink'))).to.deep.equal([]);
          expect(driver.part('mask')).to.equal(null);
        });

      it('is given no sample, for which nothing is charged', async () => {
        lie();
        driver = await widget({ model: 'flux-2-pro', prompt: 'a fox', size: '64x64' });
        const error: unknown = await driver.element.generate().catch((reason: unknown) => reason);
        expect(error).to.include({ code: 'provider-failed', charge: 'none' });
        await until(() => driver?.text('error').includes('fingerprinting'));
      });
    });
});
