import { expect } from 'chai';
import '../../src/define/index.js';
import { payingPage, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';

type Patch = readonly [owner: object, name: string, value: unknown];

/** What Prototype.js 1.7 puts in the place of built-ins, as far as others use them. */
const prototypeJs: readonly Patch[] = [
  [Array, 'from', (list: ArrayLike<unknown>) => (list ? [].slice.call(list) : [])],
  [Array.prototype, 'entries', toArray],
  [Array.prototype, 'toJSON', undefined],
  [
    Array.prototype,
    'find',
    function find(this: unknown[], holds: (each: unknown, at: number) => unknown) {
      for (let at = 0; at < this.length; at += 1) if (holds(this[at], at)) return this[at];
      return undefined;
    },
  ],
  [
    Array.prototype,
    'map',
    function map(this: unknown[], make: (each: unknown, at: number) => unknown, on?: unknown) {
      const made: unknown[] = [];
      this.forEach((each, at) => made.push((make ?? String).call(on, each, at)));
      return made;
    },
  ],
  [
    Element.prototype,
    'remove',
    function remove(this: Element) {
      this.parentNode?.removeChild(this);
      return this;
    },
  ],
];

/** The same of MooTools 1.6: text and iterators are no lists to it. */
const mooTools: readonly Patch[] = [
  [
    Array,
    'from',
    (item: unknown) =>
      item === null || item === undefined
        ? []
        : typeof item === 'object' && 'length' in item
          ? [].slice.call(item)
          : [item],
  ],
  [
    Array.prototype,
    'flat',
    function flat(this: unknown[]) {
      return ([] as unknown[]).concat(...this);
    },
  ],
  [
    Array.prototype,
    'toJSON',
    function toJson(this: unknown[]) {
      return this.slice();
    },
  ],
];

function toArray(this: unknown[]): unknown[] {
  return this.slice();
}

/** Puts them in place; returns what puts the built-ins back. */
function patched(patches: readonly Patch[]): () => void {
  const before = patches.map(
    ([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const,
  );
  for (const [owner, name, value] of patches)
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    for (const [owner, name, descriptor] of before)
      if (descriptor) Object.defineProperty(owner, name, descriptor);
      else Reflect.deleteProperty(owner, name);
  };
}

describe('on a page with a library that replaces built-ins', () => {
  let page: PayingPage;
  let restore = (): void => undefined;
  afterEach(() => {
    restore();
    page.close();
  });

  for (const [name, patches] of Object.entries({ 'Prototype.js': prototypeJs, MooTools: mooTools }))
    it(`a reader buys several pictures, each sent once, and sees what was spent: ${name}`, async () => {
      restore = patched(patches);
      page = payingPage();
      const shown = await page.widget({ count: '3' });
      await shown.element.generate();
      await until(() => shown.images.length === 3);
      expect(page.posts).to.have.length(3);
      expect([...(shown.part<HTMLSelectElement>('count')?.options ?? [])]).to.have.length(4);
      const others = (['user-pays-tally', 'user-pays-calculator'] as const).map((tag) => {
        const element = document.createElement(tag);
        document.body.append(element);
        return element;
      });
      const [tally, calculator] = others.map((element) => () => element.shadowRoot);
      await until(() => (tally?.()?.querySelectorAll('[part=chart] rect').length ?? 0) === 30);
      await until(() => calculator?.()?.querySelector('[part=offers] tbody tr'));
      const menu = calculator?.()?.querySelectorAll('[part=request] select')[1];
      expect(menu?.querySelectorAll('option')).to.have.length(5);
      for (const element of others) element.remove();
    });
});
