import { expect } from 'chai';
import '../../src/define/user-pays-calculator.js';
import '../../src/define/user-pays-image.js';
import '../../src/define/user-pays-price.js';
import '../../src/define/user-pays-tally.js';
import type { Purchase, Tally } from '../../src/index.js';
import type { Quote } from '../../src/pricing/index.js';

const tags = [
  'user-pays-image',
  'user-pays-price',
  'user-pays-tally',
  'user-pays-calculator',
] as const;

describe('what the elements tell a page', () => {
  it('compiles with what it carries, at each element and above it', () => {
    const heard: (Purchase | Quote | Tally | string)[] = [];
    for (const tag of tags) {
      const element = document.createElement(tag);
      element.addEventListener('user-pays-done', (event) => heard.push(event.detail.purchase));
      element.addEventListener('user-pays-quote', ({ detail }) => heard.push(detail.quote));
      element.addEventListener('user-pays-tally', ({ detail }) => heard.push(detail.tally));
      element.addEventListener('user-pays-error', ({ detail }) => heard.push(detail.error.code));
      element.addEventListener('user-pays-state', (event) =>
        heard.push(event.detail.generation.name),
      );
      element.addEventListener('user-pays-before-charge', (event) => {
        if (event.detail.request.width > 512) event.preventDefault();
      });
      element.addEventListener('user-pays-done', ({ detail }) => {
        // @ts-expect-error It carries one purchase.
        expect(detail.purchases).to.equal(undefined);
      });
      // @ts-expect-error There is no such event, so nothing is known of what it carries.
      element.addEventListener('user-pays-doen', ({ detail }) => expect(detail).to.equal(0));
    }
    const above = ({ detail }: CustomEvent<{ quote: Quote }>): unknown => heard.push(detail.quote);
    document.addEventListener('user-pays-quote', above);
    const quote = { id: 'one' } as Quote;
    const image = document.createElement('user-pays-image');
    document.body.append(image);
    heard.length = 0;
    image.dispatchEvent(new CustomEvent('user-pays-quote', { detail: { quote }, bubbles: true }));
    expect(heard).to.deep.equal([quote]);
    document.removeEventListener('user-pays-quote', above);
    image.remove();
  });
});
