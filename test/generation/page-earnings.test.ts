import { expect } from 'chai';
import type { ChargeHistory } from '../../src/pricing/charge-history.js';
import { quote } from '../../src/pricing/index.js';
import { sum, toText, usd } from '../../src/pricing/money.js';
import type { Quote } from '../../src/pricing/quote-types.js';
import { withPageEarnings } from '../../src/generation/page-earnings.js';
import { settableClock } from '../spending/simulated-browser.js';
import { freshCatalogue as prices } from '../support/fresh-prices.js';

const clock = settableClock(Date.now());
const day = new Date(clock.now()).toISOString().slice(0, 10);

function quoteWhere(
  provider: string,
  hasPageId: boolean,
  seen?: [charged: string, listed: string],
) {
  const history: ChargeHistory = () => seen && { charged: seen[0], listed: seen[1], on: day };
  const forAccount = withPageEarnings(history, clock, () => hasPageId);
  const observed: ChargeHistory = Object.assign(
    (...asked: Parameters<ChargeHistory>) => history(...asked),
    { forAccount },
  );
  const request = { provider, model: 'flux-1-schnell', width: 1024, height: 1024, count: 3 };
  return (): Quote => quote(request, { prices, observed, at: clock.now() });
}

describe('a page that may earn from what its readers buy at Pollinations', () => {
  it('shows the price as a range, up to a quarter more, with a row that says why', () => {
    const made = quoteWhere('pollinations', true)();
    expect(made.total).to.deep.equal({ low: '0.006', high: '0.0075' });
    expect(made.exactness).to.equal('range');
    expect(made.id).to.match(/=0\.006-0\.0075$/);
    expect(made.lines.at(-1)).to.deep.equal({
      key: 'account-rate',
      label: 'What this page may earn, at most',
      detail: '≤ ×1.25',
      quantity: '0.25',
      unitPrice: '0.006',
      amount: '0.0015',
    });
    expect(toText(sum(made.lines.map(({ amount }) => usd(amount))))).to.equal('0.0075');
  });

  it('changes nothing without an id of the page’s own, nor anywhere else', () => {
    expect(quoteWhere('pollinations', false)().total).to.deep.equal({
      low: '0.006',
      high: '0.006',
    });
    const elsewhere = quoteWhere('together', true)();
    expect(elsewhere.total).to.deep.equal(quoteWhere('together', false)().total);
    expect(elsewhere.total).not.to.equal(undefined);
  });

  it('believes a charge that was dearer still', () => {
    const made = quoteWhere('pollinations', true, ['0.004', '0.002'])();
    expect(made.total).to.deep.equal({ low: '0.012', high: '0.012' });
    expect(toText(sum(made.lines.map(({ amount }) => usd(amount))))).to.equal('0.012');
  });

  it('believes no charge below the most: the page may have set another part since', () => {
    const made = quoteWhere('pollinations', true, ['0.0022', '0.002'])();
    expect(made.total).to.deep.equal({ low: '0.006', high: '0.0075' });
  });
});
