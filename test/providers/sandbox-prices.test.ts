import { expect } from 'chai';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { quote } from '../../src/pricing/index.js';
import { decimals, sandboxModels, sandboxPrice } from '../../src/providers/sandbox-prices.js';

const sizes = [
  [512, 512],
  [1024, 768],
  [1024, 1024],
  [1024, 1040],
  [1440, 810],
  [1920, 1080],
  [1536, 1536],
  [1440, 2048],
  [2048, 2048],
] as const;
const references = [
  [],
  [{ width: 1024, height: 1024 }],
  [{ width: 1200, height: 800 }],
  [
    { width: 1920, height: 1080 },
    { width: 64, height: 64 },
  ],
];

describe('The sandbox’s prices', () => {
  it('are those of the table BFL’s list comes to', () => {
    const price = (model: string, width: number, height: number): string =>
      decimals(sandboxPrice({ model, width, height, references: [] }) ?? -1n, 3);
    const row = (model: string): string[] =>
      [
        [1024, 1024],
        [1920, 1080],
        [1536, 1536],
        [2048, 2048],
      ].map(([width = 0, height = 0]) => price(model, width, height));
    expect(row('flux-2-klein-4b')).to.deep.equal(['0.014', '0.015', '0.016', '0.017']);
    expect(row('flux-2-klein-9b')).to.deep.equal(['0.015', '0.017', '0.019', '0.021']);
    expect(row('flux-2-pro')).to.deep.equal(['0.03', '0.045', '0.06', '0.075']);
    expect(row('flux-2-max')).to.deep.equal(['0.07', '0.1', '0.13', '0.16']);
    expect(row('flux-2-flex')).to.deep.equal(['0.05', '0.1', '0.15', '0.2']);
    expect(row('flux-1.1-pro')).to.deep.equal(['0.04', '0.04', '0.04', '0.04']);
  });

  it('offers the models our catalogue prices for it, and no others', () => {
    const priced = new Set(
      catalogue.offers.filter(({ provider }) => provider === 'sandbox').map(({ model }) => model),
    );
    expect([...priced].sort()).to.deep.equal([...sandboxModels].sort());
  });

  for (const model of sandboxModels) {
    it(`for ${model} are what our quote says, wherever we give one`, () => {
      let compared = 0;
      for (const [width, height] of sizes) {
        for (const pictures of references) {
          const { total, exactness } = quote({
            provider: 'sandbox',
            model,
            width,
            height,
            references: pictures,
          });
          if (!total) continue;
          const asked = decimals(
            sandboxPrice({ model, width, height, references: pictures }) ?? -1n,
            3,
          );
          compared++;
          if (exactness === 'exact')
            expect(
              [total.low, total.high],
              `${width}x${height} ${JSON.stringify(pictures)}`,
            ).to.deep.equal([asked, asked]);
          else
            expect(
              Number(asked) >= Number(total.low) && Number(asked) <= Number(total.high),
              `${asked} within ${total.low}–${total.high}`,
            ).to.equal(true);
        }
      }
      expect(compared).to.be.greaterThan(0);
    });
  }
});
