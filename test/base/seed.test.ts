import { expect } from 'chai';
import { seedAt, seedIn, withSeedsAsNumbers, withSeedsAsText } from '../../src/base/seed.js';

const long = '11720732163158470927';

describe('a seed', () => {
  it('is kept with all its digits, or not at all', () => {
    expect(seedIn(7)).to.equal(7);
    expect(seedIn('42')).to.equal(42);
    expect(seedIn('-7')).to.equal(-7);
    expect(seedIn(long)).to.equal(long);
    expect(seedIn('9007199254740992')).to.equal('9007199254740992');
    for (const rounded of [Number(long), 2 ** 53, 1.5, NaN, '', 'x', '1e5', null, undefined])
      expect(seedIn(rounded), String(rounded)).to.equal(undefined);
  });

  it('of several pictures is another one for each, also past the last one that a provider takes', () => {
    const seeds = (first: number | string, most?: bigint) =>
      [0, 1, 2].map((index) => seedAt(first, index, most));
    expect(seeds(7)).to.deep.equal([7, 8, 9]);
    expect(seeds(2 ** 53 - 1)).to.deep.equal([2 ** 53 - 1, 1, 2]);
    expect(seeds(2 ** 53 - 2, 2n ** 64n - 1n)).to.deep.equal([
      9007199254740990,
      9007199254740991,
      '9007199254740992',
    ]);
    expect(seeds(2_147_483_646, 2_147_483_647n)).to.deep.equal([2_147_483_646, 2_147_483_647, 1]);
    expect(seeds('18446744073709551615', 2n ** 64n - 1n)).to.deep.equal([
      '18446744073709551615',
      1,
      2,
    ]);
    // What is asked for is not changed, even if the provider will not take it.
    expect(seedAt(long, 0)).to.equal(long);
  });

  it('is read from JSON as it was written there, and written so again', () => {
    const read = (json: string): unknown => JSON.parse(withSeedsAsText(json));
    expect(read(`{"seed":${long},"n":1}`)).to.deep.equal({ seed: long, n: 1 });
    expect(read(`{ "result" : { "seed" :\n ${long}\n} }`)).to.deep.equal({
      result: { seed: long },
    });
    expect(read('{"seed": 7, "cost": 12345678901234567890}')).to.deep.equal({
      seed: 7,
      cost: 12345678901234567000,
    });
    expect(read('{"seed": 1.1720732163158471e19}')).to.deep.equal({ seed: 1.1720732163158471e19 });
    const prompt = `"seed":${long},`;
    expect(read(JSON.stringify({ prompt, seeds: [1] }))).to.deep.equal({ prompt, seeds: [1] });
    const sent = withSeedsAsNumbers(JSON.stringify({ prompt: `"seed":"${long}"`, seed: long }));
    expect(sent).to.match(new RegExp(`"seed":${long}}$`));
    expect(JSON.parse(sent)).to.include({ prompt: `"seed":"${long}"` });
  });
});
