import { expect } from 'chai';
import { render } from 'lit';
import type { Entry } from '../../src/spending/entry.js';
import { chartView } from '../../src/ui/elements/user-pays-tally/chart.js';
import type { TallyModel } from '../../src/ui/elements/user-pays-tally/statement.js';
import { en } from '../../src/ui/i18n/en/tally.js';

const now = new Date(2026, 10, 21, 12).getTime();
const day = 86_400_000;

function entry(daysAgo: number, charged: string | undefined, more: Partial<Entry> = {}): Entry {
  return {
    at: now - daysAgo * day,
    charged,
    simulated: false,
    standing: 'settled',
    ...more,
  } as Entry;
}

function chart(entries: readonly Entry[], caps: TallyModel['caps'] = {}): HTMLElement {
  const model = {
    entries,
    caps,
    now,
    simulated: false,
    terms: en,
    language: 'en',
    dollars: (amount: string) => `$${amount}`,
  } as unknown as TallyModel;
  const place = document.createElement('div');
  render(chartView(model), place);
  return place;
}

function heights(place: HTMLElement): number[] {
  return [...place.querySelectorAll('rect')].map((one) => Number(one.getAttribute('height')));
}

describe('the last thirty days of spending', () => {
  it('are a column each, as tall as its sum beside the tallest one', () => {
    const place = chart([entry(0, '0.1'), entry(1, '0.15'), entry(1, '0.05'), entry(29, '0.05')]);
    const columns = heights(place);
    expect(columns).to.have.length(30);
    expect([columns[29], columns[28], columns[0]]).to.deep.equal([30, 60, 15]);
    expect(place.querySelector('svg')?.getAttribute('aria-label')).to.equal(
      'The last 30 days: at most $0.2, on Nov 20, 2026',
    );
    expect(place.querySelectorAll('.spent-day')).to.have.length(3);
  });

  it('leave out older days, simulated money, refusals and what is not known', () => {
    const others = [
      entry(30, '9'),
      entry(2, '9', { simulated: true }),
      entry(3, '9', { standing: 'refused' }),
      entry(4, undefined, { standing: 'in-doubt' }),
    ];
    const place = chart([entry(0, '0.1'), ...others]);
    expect(place.querySelectorAll('.spent-day')).to.have.length(1);
    expect(place.textContent).to.contain('$0.1');
  });

  it('are nothing where nothing was spent', () => {
    expect(chart([entry(0, '0')]).textContent).to.equal('');
  });

  it('show the reader’s limit of a day as a line, at its height', () => {
    const place = chart([entry(0, '0.5')], { day: '1' });
    expect(heights(place)[29]).to.equal(30);
    expect(place.querySelector('line')?.getAttribute('y1')).to.equal('0.00');
    expect(chart([entry(0, '0.5')]).querySelector('line')).to.equal(null);
  });
});
