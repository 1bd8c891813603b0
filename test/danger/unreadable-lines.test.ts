import { expect } from 'chai';
import { until } from '../support/until.js';
import { widget, type WidgetDriver } from '../support/widget.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';

/**
 * Ten thousand ways a line can be damaged, and three lines of a version yet to come; all in the
 * origin's own storage before the script looks.
 */
function damaged(index: number): [string, string] {
  const name = `upi1:e:0${index.toString(36).padStart(8, '0')}-abcdef-1:${['i', 'd:0zzzzzzzz-abcdef-1', 'x', ''][index % 4] ?? ''}`;
  const value =
    [
      '',
      'r|',
      '{"__proto__":{"polluted":1}}',
      'r|x|\u0000|0000000',
      '\ud800',
      'r||||||||||||0000000',
      'null',
      '<img src=x>',
    ][index % 8] ?? '';
  return [name, value];
}
const newer: readonly [string, string][] = [
  ['upi2:e:0zzzzzzzz-aaaaaa-1:i', 'of|the|future'],
  ['upi3:z', '{}'],
  ['upi1:q:later', 'kind'],
];

describe('lines nobody can read', function () {
  this.timeout(120_000);
  let shown: WidgetDriver;
  const given = [...Array.from({ length: 10_000 }, (_, index) => damaged(index)), ...newer];

  before(() => {
    for (const [key, value] of given) localStorage.setItem(key, value);
  });
  after(() => {
    shown.remove();
    for (const [key] of given) localStorage.removeItem(key);
  });

  it('ten thousand of them and three of a newer version, are counted on show; buying goes on, and not one of them is touched', async () => {
    shown = await widget({ size: '64x64' });
    await shown.type('a fox');
    expect(shown.element.tally.unreadable).to.equal(10_003);
    await until(() => shown.text('tally').includes('10,003 entries could not be read'));
    const before = shown.element.tally.sandbox.all.purchases;
    await shown.element.generate();
    expect(shown.element.tally.sandbox.all.purchases).to.equal(before + 1);
    await insideOf(shown.element).checkout.page.journal.schedule.relieve();
    expect(given.filter(([key, value]) => localStorage.getItem(key) !== value)).to.deep.equal([]);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });
});
