import { assert } from 'chai';
import { product, sum, toText } from '../../src/pricing/money.js';
import type { Offer } from '../../src/pricing/price-list-types.js';
import { quote } from '../../src/pricing/quote.js';
import type { ImageRequest, Quote, Size } from '../../src/pricing/quote-types.js';
import { september, septemberRows } from '../support/puter-lists.js';
import { charge, type Billed } from '../support/puter-september.js';

const sizes: readonly Size[] = [
  { width: 1024, height: 1024 },
  { width: 1920, height: 1080 },
  { width: 600, height: 2000 },
];
const pictures: readonly Size[] = [
  { width: 1200, height: 800 },
  { width: 3000, height: 2000 },
];

/** Nothing chosen, then each value of each option by itself. */
function choicesOf({ options = {} }: Offer): Record<string, string>[] {
  const chosen = Object.entries(options).flatMap(([name, { type, values = [] }]) =>
    (type === 'switch' ? ['true', 'false'] : values).map((value) => ({ [name]: value })),
  );
  return [{}, ...chosen];
}

function requestsOf(offer: Offer): ImageRequest[] {
  const { provider, model, route, references: most, needsReference } = offer;
  const given = [0, 1, 2].filter((count) => count <= most && count >= Number(needsReference ?? 0));
  return choicesOf(offer).flatMap((options) =>
    sizes.flatMap((size) =>
      given.map((count) => ({
        provider,
        model,
        ...(route !== undefined && { route }),
        ...size,
        options,
        references: pictures.slice(0, count),
      })),
    ),
  );
}

/** Options without which a model makes nothing: a workflow. */
function neededOf({ options = {} }: Offer): Readonly<Record<string, string>> {
  const names = Object.keys(options).filter((name) => options[name]?.needed);
  return Object.fromEntries(names.map((name) => [name, '{}']));
}

const answers = new Map<Offer, readonly Quote[]>();

function quotesOf(offer: Offer): readonly Quote[] {
  const needed = neededOf(offer);
  const quotes =
    answers.get(offer) ??
    requestsOf(offer).map((request) =>
      quote({ ...request, options: { ...needed, ...request.options } }, { prices: september }),
    );
  answers.set(offer, quotes);
  return quotes;
}

/** What Puter would bill for exactly what the quote says to send. */
function chargedFor({ sends = {}, request }: Quote): Billed {
  const { size, ...args } = sends;
  const { route = '', references = [] } = request;
  const bill = charge(
    septemberRows,
    {
      prompt: 'a lighthouse',
      provider: `${route}-image-generation`,
      ...args,
      ...(size !== undefined && { providerOptions: { size } }),
      ...(references.length > 0 && { input_images: references }),
    },
    { seconds: 5 },
  );
  assert.ok(bill.status === 200, JSON.stringify([args, bill]));
  return bill;
}

/** Microcents, so that they compare with the evaluator's numbers to within its own rounding. */
function microcents(text: string): number {
  return Number(text) * 1e8;
}

/** Tokens are billed in whole microcents, two or three lines, each rounded up. */
const roundedUp = 3;

function check(made: Quote): void {
  const { total, lines, exactness, problem } = made;
  if (!total) {
    assert.ok(problem && problem.text.length > 8, JSON.stringify(made));
    return;
  }
  const added = lines.map(({ quantity, unitPrice }) => product(unitPrice, quantity));
  assert.strictEqual(toText(sum(added)), total.high);
  const [low, high] = [microcents(total.low), microcents(total.high)];
  const { microcents: charged, gate } = chargedFor(made);
  if (made.holds !== undefined) assert.ok(Math.abs(microcents(made.holds) - gate) < 1, made.holds);
  const said = `${total.low} to ${total.high} for ${charged}`;
  if (exactness === 'exact') {
    assert.strictEqual(total.low, total.high);
    assert.ok(Math.abs(charged - low) < 1e-3, said);
  } else assert.ok(charged > low - 1 && charged < high + roundedUp, said);
}

describe('every row of September’s list, against the bill that it leads to', () => {
  for (const offer of september.offers)
    it(String(offer.wire), () => {
      for (const made of quotesOf(offer)) check(made);
    });

  it('is of all rows, and none of them is without a price', () => {
    assert.strictEqual(september.offers.length, septemberRows.length);
    const without = september.offers.filter((offer) => quotesOf(offer).some(({ total }) => !total));
    assert.deepEqual(without, []);
  });

  it('asks for the workflow that one of them draws from', () => {
    const { problem } = quote(
      { provider: 'puter', model: 'comfyui/any-comfyui-workflow', width: 1024, height: 1024 },
      { prices: september },
    );
    assert.deepEqual(problem, { code: 'invalid-option', text: 'workflow_json is needed' });
  });

  it('says what the account must hold where only running tells the price', () => {
    const held = september.offers.filter((offer) =>
      quotesOf(offer).some(({ holds }) => holds !== undefined),
    );
    const timed = september.offers.filter(({ prices }) =>
      prices.some(({ rule }) => rule.kind === 'seconds'),
    );
    assert.strictEqual(timed.length, 27);
    assert.deepEqual(held, timed);
  });

  it('says a range only where the supplier decides what the picture costs', () => {
    const ranges = september.offers.filter((offer) =>
      quotesOf(offer).some(({ exactness }) => exactness === 'range'),
    );
    const kinds = ranges.flatMap(({ prices }) => prices.map(({ rule: { kind } }) => kind));
    assert.deepEqual([...new Set(kinds)].sort(), ['area-tokens', 'metered', 'seconds', 'tokens']);
  });
});
