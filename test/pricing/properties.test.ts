import { expect } from 'chai';
import fc from 'fast-check';
import { catalogue, quote } from '../../src/pricing/index.js';
import type { ImageRequest, Quote } from '../../src/pricing/quote-types.js';
import type { Rule } from '../../src/pricing/rule.js';

/** Plain decimal text as a whole number of 10^-40 dollars. */
function grains(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole + fraction.padEnd(40, '0'));
  return text.startsWith('-') ? -amount : amount;
}
const unit = 10n ** 40n;

const priceable = catalogue.offers.filter(
  ({ prices, notHosted }) => prices.length > 0 && !notHosted,
);
const side = fc.integer({ min: 8, max: 256 }).map((n) => n * 8);
const references = fc.array(
  fc.record({
    width: fc.integer({ min: 64, max: 4000 }),
    height: fc.integer({ min: 64, max: 4000 }),
  }),
  { maxLength: 4 },
);
const requests: fc.Arbitrary<ImageRequest> = fc
  .record({
    offer: fc.constantFrom(...priceable),
    width: side,
    height: side,
    count: fc.integer({ min: 1, max: 5 }),
    references,
    steps: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map(
    ({
      offer: { provider, model, route, references: most, needsReference },
      references: all,
      steps,
      ...rest
    }) => ({
      ...rest,
      provider,
      model,
      ...(route !== undefined && { route }),
      ...(steps !== undefined && { steps }),
      references:
        needsReference && !all.length ? [{ width: 512, height: 512 }] : all.slice(0, most),
    }),
  );

function rulesOf({ provider, model, route }: ImageRequest): readonly Rule[] {
  return priceable
    .filter((one) => one.provider === provider && one.model === model && one.route === route)
    .flatMap(({ prices }) => prices.map(({ rule }) => rule));
}

/** Billed by the pixels or tokens of what was made: an estimate, even where it is one amount. */
function isMeasured(request: ImageRequest): boolean {
  return rulesOf(request).some(
    (rule) => rule.kind === 'area-tokens' || (rule.kind === 'metered' && rule.made !== undefined),
  );
}

/** Billed by tokens that a long shape has fewer of, however large: only squares compare. */
function isByShape(request: ImageRequest): boolean {
  return rulesOf(request).some(({ kind }) => kind === 'area-tokens');
}

function high({ total }: Quote): bigint | undefined {
  return total && grains(total.high);
}

describe('every quote, whatever the offer', () => {
  it('has rows that are exactly quantity × price, and exactly add up', () => {
    let priced = 0;
    fc.assert(
      fc.property(requests, (request) => {
        const { total, lines, exactness } = quote(request);
        if (!total) return;
        priced += 1;
        for (const { quantity, unitPrice, amount } of lines)
          expect(grains(quantity) * grains(unitPrice)).to.equal(grains(amount) * unit);
        expect(lines.map(({ quantity }) => quantity)).to.not.include('0');
        expect(lines.reduce((sum, { amount }) => sum + grains(amount), 0n)).to.equal(
          grains(total.high),
        );
        expect(grains(total.low) <= grains(total.high)).to.equal(true);
        const isKnown = total.low === total.high && !isMeasured(request);
        expect(exactness).to.equal(isKnown ? 'exact' : 'range');
      }),
      { numRuns: 1500 },
    );
    expect(priced).to.be.greaterThan(500);
  });

  it('costs n times as much for n pictures', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const one = high(quote({ ...request, count: 1 }));
        expect(high(quote(request))).to.equal(
          one === undefined ? undefined : one * BigInt(request.count ?? 1),
        );
      }),
    );
  });

  it('never costs less for a larger picture by the same route', () => {
    fc.assert(
      fc.property(requests, side, side, (request, more, taller) => {
        const { width } = request;
        const [height, higher] = isByShape(request)
          ? [width, width + more]
          : [request.height, request.height + taller];
        const small = high(quote({ ...request, height }));
        const large = high(quote({ ...request, width: width + more, height: higher }));
        if (small !== undefined && large !== undefined) expect(small <= large).to.equal(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('never costs less with a reference more, or a larger one', () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 64, max: 4000 }), (request, added) => {
        const given = request.references ?? [];
        // A first reference makes it an edit, which some providers sell at a price of its own.
        if (!given.length) return;
        const before = high(quote(request));
        const one = high(
          quote({ ...request, references: [...given, { width: added, height: added }] }),
        );
        const larger = high(
          quote({
            ...request,
            references: given.map(({ width, height }) => ({ width: width + added, height })),
          }),
        );
        if (before !== undefined && one !== undefined) expect(before <= one).to.equal(true);
        if (before !== undefined && larger !== undefined) expect(before <= larger).to.equal(true);
      }),
    );
  });

  it('is the same for the same request, and has another id when request or price differ', () => {
    fc.assert(
      fc.property(requests, requests, (a, b) => {
        expect(quote(a)).to.deep.equal(quote({ ...a }));
        const [first, second] = [quote(a), quote(b)];
        if (first.total && second.total && first.id === second.id) {
          expect([
            second.total,
            second.request.width,
            second.request.model,
            second.request.route,
          ]).to.deep.equal([
            first.total,
            first.request.width,
            first.request.model,
            first.request.route,
          ]);
        }
      }),
    );
  });

  it('can’t be changed by changing the lines of another that costs the same', () => {
    const request = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 };
    const lines = quote(request).lines as unknown as { amount: string }[];
    const before = JSON.stringify(lines);
    expect(() => (lines[0]!.amount = '0')).to.throw(TypeError);
    expect(() => lines.pop()).to.throw(TypeError);
    expect(JSON.stringify(quote({ ...request, width: 1008 }).lines)).to.equal(before);
    expect(quote({ ...request, count: 3 }).lines[0]!.quantity).to.equal('3');
  });

  it('survives JSON as it is', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const made = quote(request, { at: Date.parse('2027-01-01') });
        const { total, ...rest } = made;
        expect(JSON.parse(JSON.stringify(made))).to.deep.equal(total ? made : rest);
      }),
    );
  });
});
