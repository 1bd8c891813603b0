import '../support/fresh-prices.js';
import { expect } from 'chai';
import '../../src/define/index.js';
import { until } from '../support/until.js';

const tags = ['user-pays-image', 'user-pays-price', 'user-pays-tally', 'user-pays-calculator'];
const names = [
  'accent',
  'ink',
  'paper',
  'line',
  'quiet',
  'tint',
  'edge',
  'care',
  'radius',
  'corner',
];

describe('what all elements are drawn with', () => {
  const placed: HTMLElement[] = [];
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
  });

  const put = (tag: string): HTMLElement => {
    const element = document.createElement(tag);
    element.setAttribute('provider', 'sandbox');
    placed.push(element);
    document.body.append(element);
    return element;
  };
  const token = (element: HTMLElement, name: string): string =>
    getComputedStyle(element).getPropertyValue(`--${name}`);

  it('is the same for each of them: colours, corners, sizes of text', async () => {
    const elements = tags.map(put);
    for (const element of elements) element.dispatchEvent(new Event('pointerenter'));
    for (const element of elements) await until(() => token(element, 'edge'));
    for (const name of [...names, 'small', 'text', 'large', 'space']) {
      const [first, ...others] = elements.map((element) => token(element, name));
      expect(first, name).not.to.equal('');
      for (const other of others) expect(other, name).to.equal(first);
    }
  });

  it('a price has their accent before its receipt is there', async () => {
    const [image, price] = ['user-pays-image', 'user-pays-price'].map(put);
    await until(() => price && token(price, 'accent'));
    expect(price && token(price, 'line')).to.equal('');
    expect(price && token(price, 'accent')).to.equal(image && token(image, 'accent'));
  });
});
