import { expect } from 'chai';
import fc from 'fast-check';
import { catalogue, compare, mergePrices, price, quote } from '../../src/pricing/index.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

const good: ImageRequest = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 };

/** The problem of a quote from a list with another one put over it. */
function mergedWith(over: typeof catalogue): string | undefined {
  try {
    return quote(good, { prices: mergePrices(catalogue, over) }).problem?.code;
  } catch {
    return 'unmergeable';
  }
}

function problemOf(part: object): string | undefined {
  const made = quote({ ...good, ...part });
  expect(made.total).to.equal(undefined);
  expect(made.exactness).to.equal('unknown');
  expect(made.lines).to.deep.equal([]);
  return made.problem?.code;
}

describe('a request that can’t be priced', () => {
  const cases: readonly (readonly [part: object, code: string])[] = [
    [{ width: Number.NaN }, 'invalid-size'],
    [{ width: 0 }, 'invalid-size'],
    [{ height: -64 }, 'invalid-size'],
    [{ width: '1024px' }, 'invalid-size'],
    [{ width: '1024' }, 'invalid-size'],
    [{ width: 1024.5 }, 'invalid-size'],
    [{ width: Infinity }, 'invalid-size'],
    [{ width: undefined }, 'invalid-size'],
    [{ width: null }, 'invalid-size'],
    [{ width: 10n }, 'invalid-size'],
    [{ width: { valueOf: () => 1024 } }, 'invalid-size'],
    [{ width: 1e9, height: 1 }, 'too-small'],
    [{ width: 31_616, height: 31_616 }, 'too-large'],
    [{ width: 2064, height: 2048 }, 'too-large'],
    [{ width: 48 }, 'too-small'],
    [{ width: 1025 }, 'off-grid'],
    [{ width: 1000, height: 1001 }, 'off-grid'],
    [{ height: 1030 }, 'off-grid'],
    [{ count: 0 }, 'invalid-count'],
    [{ count: -1 }, 'invalid-count'],
    [{ count: 1.5 }, 'invalid-count'],
    [{ count: '4' }, 'invalid-count'],
    [{ count: Number.NaN }, 'invalid-count'],
    [{ count: 1e7 }, 'invalid-count'],
    [{ steps: 0 }, 'invalid-steps'],
    [{ steps: 1e6 }, 'invalid-steps'],
    [{ references: 'a.png' }, 'invalid-reference'],
    [{ references: [{}] }, 'invalid-reference'],
    [{ references: [null] }, 'invalid-reference'],
    [{ references: [{ width: 0, height: 10 }] }, 'invalid-reference'],
    [{ references: [{ width: 10, height: 0 }] }, 'invalid-reference'],
    [{ references: [{ width: 10 }] }, 'invalid-reference'],
    [{ references: [{ width: 10, height: 1e6 }] }, 'invalid-reference'],
    [{ references: [{ width: 1e6, height: 10 }] }, 'invalid-reference'],
    [
      { references: Array.from({ length: 9 }, () => ({ width: 10, height: 10 })) },
      'too-many-references',
    ],
    [{ model: 'flux-1.1-pro', references: [{ width: 10, height: 10 }] }, 'too-many-references'],
    [{ model: 'flux-1-fill-pro' }, 'needs-reference'],
    [{ provider: 'together', model: 'flux-1-kontext-pro' }, 'needs-reference'],
    [{ provider: 'nobody' }, 'unknown-provider'],
    [{ provider: undefined }, 'unknown-provider'],
    [{ provider: '__proto__' }, 'unknown-provider'],
    [{ model: 'flux-99' }, 'unknown-model'],
    [{ model: 'constructor' }, 'unknown-model'],
    [{ model: '*' }, 'unknown-model'],
    [{ provider: 'puter', route: 'teleport' }, 'unknown-route'],
    [{ route: 'replicate' }, 'unknown-route'],
    [{ model: 'flux-2-dev' }, 'not-hosted'],
    [{ provider: 'fal', model: 'flux-2-dev' }, 'no-price'],
    [{ provider: 'huggingface', model: 'flux-1-schnell' }, 'no-price'],
    [{ provider: 'openai-compatible', model: 'x', unitPrice: 'free' }, 'no-price'],
    [{ provider: 'openai-compatible', model: 'x', unitPrice: '-1' }, 'no-price'],
    [{ provider: 'openai-compatible', model: 'x', unitPrice: {} }, 'no-price'],
    [{ provider: 'openai-compatible', model: 'x', unitPrice: NaN }, 'no-price'],
  ];
  it('is no price of an own server that is a number: it is read as its decimal text', () => {
    const own = { provider: 'openai-compatible', model: 'x', width: 64, height: 64 };
    const unitPrice = 0.1 as unknown as string;
    expect(quote({ ...own, unitPrice }).total?.high).to.equal('0.1');
    expect(quote({ ...own, unitPrice: -0.1 as unknown as string }).total).to.equal(undefined);
  });

  for (const [part, code] of cases) {
    const shown = Object.entries(part)
      .map(
        ([key, value]) =>
          `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
      )
      .join(', ');
    it(`is ${code}: ${shown}`, () => expect(problemOf(part)).to.equal(code));
  }

  it('is none at all', () => {
    for (const nothing of [undefined, null, 5, 'x', [], {}]) {
      const made = quote(nothing as ImageRequest);
      expect([made.exactness, made.problem?.code]).to.deep.equal(['unknown', 'invalid-size']);
    }
  });

  it('comes with a list that can’t be read', () => {
    for (const prices of [
      {},
      {
        version: 1,
        sources: {},
        offers: [{ provider: 'bfl', model: 'flux-2-pro', prices: [{ rule: { kind: 'x' } }] }],
      },
      { offers: 5 },
    ]) {
      const made = quote(good, { prices: prices as unknown as typeof catalogue });
      expect([made.exactness, made.total, made.problem?.code]).to.deep.equal([
        'unknown',
        undefined,
        'bad-price-list',
      ]);
    }
  });

  it('comes with a list nobody has read: it is read once, and refused with the reason', () => {
    const raw = (each: unknown, more: object = {}): typeof catalogue =>
      ({
        version: 1,
        sources: {
          s: {
            name: 'S',
            url: 'https://example.com/',
            readOn: '2026-11-01',
            kind: 'provider',
            ...more,
          },
        },
        offers: [
          {
            provider: 'bfl',
            model: 'flux-2-pro',
            name: 'F',
            sizes: { pixels: 'exact', min: 64, max: 4096, step: 8, area: 1e8 },
            references: 0,
            seed: true,
            prices: [{ rule: { kind: 'image', each }, source: 's', says: 'x' }],
          },
        ],
      }) as unknown as typeof catalogue;
    expect(quote(good, { prices: raw('0.05') }).total?.high).to.equal('0.05');
    for (const [prices, why] of [
      [raw('-5'), /decimal text/],
      [raw(0.1), /decimal text/],
      [raw('0'), /marked free/],
      [raw('0.05', { readOn: '9999-12-31' }), /date/],
      [5, /not an object|read/],
      ['x', /not an object|read/],
    ] as const) {
      const made = quote(good, { prices: prices as typeof catalogue });
      expect([made.total, made.problem?.code]).to.deep.equal([undefined, 'bad-price-list']);
      expect(made.problem?.text).to.match(why);
      expect(compare(good, { prices: prices as typeof catalogue })).to.deep.equal([]);
      expect(mergedWith(prices as typeof catalogue)).to.be.oneOf(['bad-price-list', 'unmergeable']);
    }
    const from = { name: 'A', url: 'https://example.com/', kind: 'provider' } as const;
    for (const days of [
      ['2026-11-25', '2026-11-02'],
      ['2026-11-02', '2026-11-25'],
    ] as const) {
      const list = raw('0.05');
      const [a, b] = days.map((readOn) => ({ ...from, readOn }));
      const prices = { ...list, sources: { ...list.sources, a: a!, b: b! } };
      const made = (at: string): string | undefined =>
        quote(good, { prices, at: Date.parse(at) }).problem?.text;
      expect(made('2026-11-22'), 'the latest day counts').to.match(/2026-11-25, which is yet/);
      expect(made('2026-11-23'), 'it is that day already elsewhere').to.equal(undefined);
    }
    const tomorrow = raw('0.05', { readOn: '2026-12-31' });
    expect(quote(good, { prices: tomorrow }).total?.high).to.equal('0.05');
    expect(quote(good, { prices: tomorrow, at: Date.parse('2026-11-22') }).problem?.text).to.match(
      /2026-12-31, which is yet to come/,
    );
  });

  it('is read once, however often it is quoted from', () => {
    let looked = 0;
    const list = structuredClone(catalogue) as { offers: unknown };
    const { offers } = list;
    Object.defineProperty(list, 'offers', {
      get: () => {
        looked += 1;
        return offers;
      },
      enumerable: true,
    });
    const ask = (): string | undefined =>
      quote(good, { prices: list as typeof catalogue }).total?.high;
    expect(ask()).to.equal('0.03');
    const first = looked;
    for (let again = 0; again < 9; again += 1) ask();
    expect(looked - first).to.be.at.most(9);
  });

  it('suggests the nearest size the model makes', () => {
    const {
      hints: [hint],
    } = quote({ ...good, width: 1000, height: 1001 });
    expect(hint).to.deep.include({ kind: 'snap', facts: { width: '1008', height: '1008' } });
  });
});

describe('whatever is asked', () => {
  const odd = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.constantFrom(
      undefined,
      null,
      Number.NaN,
      0,
      -1,
      '',
      '1024px',
      '1024',
      true,
      [],
      {},
      1e9,
      Infinity,
      1024,
      2048,
      16,
    ),
  );
  const ids = fc.constantFrom(
    ...new Set(catalogue.offers.flatMap(({ provider, model, route }) => [provider, model, route])),
    'x',
    '',
    undefined,
    null,
    5,
    '__proto__',
  );
  const anything = fc.record(
    {
      provider: ids,
      model: ids,
      route: ids,
      width: odd,
      height: odd,
      count: odd,
      steps: odd,
      unitPrice: odd,
      references: fc.oneof(odd, fc.array(fc.record({ width: odd, height: odd }))),
    },
    { requiredKeys: [] },
  );

  it('a quote neither throws nor says NaN, nor $0 for what isn’t the reader’s own server', () => {
    fc.assert(
      fc.property(anything, fc.option(fc.double()), (request, at) => {
        const made = quote(request as unknown as ImageRequest, at === null ? {} : { at });
        const said = JSON.stringify(
          { ...made, request: undefined, id: undefined },
          (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
        );
        expect(said).to.not.match(/NaN|Infinity|\[object|undefined/);
        if (made.total)
          expect(
            made.request.provider === 'openai-compatible' || Number(made.total.low) > 0,
          ).to.equal(true);
        expect(made.exactness === 'unknown').to.equal(made.total === undefined);
        expect(made.problem === undefined).to.equal(made.total !== undefined);
      }),
      { numRuns: 3000 },
    );
  });

  it('is never an exception, whatever a script hands over', () => {
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    const strange: unknown[] = [
      null,
      undefined,
      7,
      throwing,
      { ...good, provider: Symbol('x') },
      { ...good, model: Symbol('x') },
      { ...good, route: Symbol('x') },
      { ...good, unitPrice: Symbol('x') },
      {
        ...good,
        provider: {
          toString: () => {
            throw new Error('no');
          },
        },
      },
      { ...good, model: Object.create(null) as unknown },
      { ...good, references: Object.assign(Array(2), { 1: { width: 64, height: 64 } }) },
    ];
    for (const request of strange) {
      const made = quote(request as ImageRequest);
      expect([made.exactness, made.total]).to.deep.equal(['unknown', undefined]);
      expect(made.problem?.code).not.to.equal('bad-price-list');
    }
    const old = [5n, Symbol('x'), NaN, 'today', {}, new Date('2027-09-01')];
    for (const at of old)
      expect(quote(good, { at } as unknown as { at: number }).exactness).to.not.equal('exact');
    expect(quote(good, null).total?.high).to.equal('0.03');
    const options: unknown[] = [
      throwing,
      5,
      'x',
      [],
      { observed: 5 },
      {
        observed: () => {
          throw new Error('no');
        },
      },
      { observed: () => 5 },
      { prices: throwing },
      { prices: 5 },
      { prices: [] },
      { unitPrice: Symbol('x') },
      { at: {} },
    ];
    for (const odd of options) {
      for (const ask of [quote, price]) expect(ask(good, odd as object).currency).to.equal('USD');
      expect(compare(good, odd as object)).to.be.an('array');
    }
    expect(compare(null).every(({ total }) => total === undefined)).to.equal(true);
  });
});
