import { expect } from 'chai';
import fc from 'fast-check';
import { render } from 'lit';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { usd, sum, toText } from '../../src/pricing/money.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest, Quote, Size } from '../../src/pricing/quote-types.js';
import { receipt as priceReceipt } from '../../src/ui/elements/user-pays-price/receipt.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { receiptView } from '../../src/ui/elements/widget/deferred/receipt.js';
import { scene, type Scene } from './widget-scene.js';

const sizes: readonly Size[] = [
  [512, 512],
  [768, 768],
  [1024, 1024],
  [1152, 864],
  [1280, 720],
  [1000, 1000],
  [1536, 1024],
  [2048, 2048],
].map(([width = 0, height = 0]) => ({ width, height }));
const references: readonly (readonly Size[])[] = [
  [],
  [{ width: 1024, height: 1024 }],
  [
    { width: 1200, height: 800 },
    { width: 3000, height: 2000 },
  ],
];

/** Every offer at every size, count and number of references. */
function everyQuote(): Quote[] {
  return catalogue.offers
    .flatMap(({ provider, model, route }) =>
      sizes.flatMap((size) =>
        [1, 3, 4].flatMap((count) =>
          references.map((given): Quote =>
            quote(
              {
                provider,
                model,
                ...(route !== undefined && { route }),
                ...size,
                count,
                references: given,
              },
              { prices: catalogue },
            ),
          ),
        ),
      ),
    )
    .filter(({ total }) => total);
}

/** A quote of a page's own price list: prices and quantities of many digits. */
function priced(unitPrices: readonly string[], lowest: boolean): Quote {
  const request: ImageRequest = { provider: 'sandbox', model: 'own', width: 1, height: 1 };
  const lines = unitPrices.map((unitPrice) => ({
    key: 'megapixels' as const,
    label: 'Megapixels',
    quantity: '1',
    unitPrice,
    amount: unitPrice,
  }));
  const high = toText(sum(lines.map(({ amount }) => usd(amount))));
  return {
    id: unitPrices.join(),
    request,
    currency: 'USD',
    total: { low: lowest ? (unitPrices[0] ?? high) : high, high },
    exactness: lowest ? 'range' : 'exact',
    lines,
    sources: [],
    conflicts: [],
    hints: [],
  };
}

const unitPrice = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 1, max: 18 }),
    fc.bigInt({ min: 1n, max: 10n ** 18n }),
  )
  .map(
    ([whole, digits, fraction]) =>
      `${whole}.${String(fraction).padStart(digits, '0').slice(0, digits)}`,
  );

/** The last amount in a cell, `~$0.0225–0.0450` included, as decimal text. */
function shown(cell: HTMLTableCellElement | undefined): string {
  return toText(
    usd(/([\d,]+\.\d+)[^\d]*$/.exec(cell?.textContent ?? '')?.[1]?.replaceAll(',', '') ?? 'none'),
  );
}

/**
 * What is wrong with a receipt as it stands there; `undefined` when its rows add up to the total
 * beneath them, which is the price or a hair above it.
 */
function wrong(place: Element, { id, total }: Quote): string | undefined {
  const all = [...place.querySelectorAll('tr')].map((row) => shown([...row.cells].at(-1)));
  const added = toText(sum(all.slice(0, -1).map(usd)));
  const over = Number(all.at(-1)) - Number(total?.high);
  return added === all.at(-1) && over >= -1e-9 && over < 1e-9
    ? undefined
    : `${id}: ${all.slice(0, -1).join(' + ')} beside ${String(all.at(-1))}`;
}

describe('the rows of every receipt, as they are written', () => {
  let widget: Scene;
  const place = document.createElement('div');
  before(async () => {
    widget = await scene('receipt');
  });
  after(() => widget.element.remove());

  const slips: Readonly<Record<string, (made: Quote) => void>> = {
    'user-pays-price': (made) => render(priceReceipt(made, 'en'), place),
    'user-pays-image': (made) => {
      widget.element.lang = 'en';
      const { actions } = insideOf(widget.element);
      const model = insideOf(widget.element).model('en');
      render(receiptView({ ...model, quote: made }, actions), place);
    },
  };

  for (const [name, draw] of Object.entries(slips)) {
    const check = (made: Quote): string | undefined => {
      draw(made);
      return wrong(place, made);
    };

    it(`${name}: add up to the total beneath them for every offer, size, count and number of references`, () => {
      const quotes = everyQuote();
      expect(quotes.length).to.be.greaterThan(2500);
      expect(quotes.map(check).filter(Boolean).slice(0, 5)).to.deep.equal([]);
    }).timeout(60_000);

    it(`${name}: add up whatever digits a page's own prices have, with a row for what was cut off`, () => {
      fc.assert(
        fc.property(
          fc.array(unitPrice, { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          (prices, lowest) => {
            expect(check(priced(prices, lowest))).to.equal(undefined);
          },
        ),
        { numRuns: 200 },
      );
      draw(priced(['0.00000000000001', '0.03'], false));
      expect(
        [...place.querySelectorAll('tbody th')].map(({ textContent }) => textContent.trim()),
      ).to.deep.equal(['Megapixels', 'Megapixels', 'Rounding']);
    });
  }
});
