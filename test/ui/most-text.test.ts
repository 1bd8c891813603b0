import { expect } from 'chai';
import { mostText } from '../../src/ui/elements/shared/most-text.js';

const style = { language: 'en', currency: 'USD', rate: undefined, under: (text: string) => text };
const total = { low: '0.64', high: '0.64' };

describe('the most that a question names', () => {
  it('is as sure as the button beside it', () => {
    expect(mostText({ total, exactness: 'exact' }, style)).to.equal('$0.640');
    expect(mostText({ total, exactness: 'range' }, style)).to.equal('~$0.640');
    expect(mostText({ total, asOf: '2026-02-03', exactness: 'range' }, style)).to.equal(
      '≈\u00a0$0.640',
    );
  });

  it('is the high end of a range, and nothing where there is no price', () => {
    const range = { low: '0.045', high: '0.075' };
    expect(mostText({ total: range, exactness: 'range' }, style)).to.equal('$0.075');
    expect(mostText({ total: undefined, exactness: 'unknown' }, style)).to.equal('');
  });
});
