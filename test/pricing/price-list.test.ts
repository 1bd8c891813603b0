import { expect } from 'chai';
import fc from 'fast-check';
import { catalogue, quote } from '../../src/pricing/index.js';
import { mergePrices } from '../../src/pricing/merge-prices.js';
import { parsePriceList } from '../../src/pricing/parse-price-list.js';
import { sampleList } from './sample-list.js';

function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
function refusal(value: unknown): string {
  const read = parsePriceList(value);
  return 'refused' in read ? read.refused : 'taken';
}

type Loose = Record<string, unknown>;
/** The sample with one place in it changed; `undefined` removes it. */
function changed(path: string, value: unknown): unknown {
  const whole = json(sampleList()) as Loose;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce<Loose>((at, step) => at[step] as Loose, whole);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else
    Object.defineProperty(place, last, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return whole;
}

describe('a published price list', () => {
  it('is read back as it was written: the catalogue and every kind of rule', () => {
    for (const list of [catalogue, sampleList(), mergePrices(catalogue, sampleList())]) {
      expect(parsePriceList(json(list))).to.deep.equal({ list });
    }
  });

  it('may name its schema', () => {
    expect(
      parsePriceList({ $schema: 'price-list.schema.json', ...(json(sampleList()) as object) }),
    ).to.deep.equal({ list: sampleList() });
  });

  it('decides prices once it is merged, and the bundled ones stay as what others say', () => {
    const prices = mergePrices(catalogue, sampleList());
    const made = quote(
      { provider: 'bfl', model: 'flux-2-pro', width: 2048, height: 2048 },
      { prices },
    );
    expect([made.total?.high, made.sources[0]?.kind]).to.deep.equal(['0.05', 'live']);
    expect(made.conflicts.map((one) => one.total)).to.include.members(['0.075', '0.12']);
    expect(
      quote({ provider: 'bfl', model: 'flux-2-max', width: 1024, height: 1024 }, { prices }).total
        ?.high,
    ).to.equal('0.07');
  });

  it('removes what it covers and no longer offers, and nothing else', () => {
    const covering = { ...sampleList(), covers: ['bfl'] };
    const prices = mergePrices(catalogue, covering);
    expect(
      quote({ provider: 'bfl', model: 'flux-2-max', width: 1024, height: 1024 }, { prices }).problem
        ?.code,
    ).to.equal('unknown-model');
    expect(
      quote({ provider: 'bfl', model: 'flux-2-dev', width: 1024, height: 1024 }, { prices }).problem
        ?.code,
    ).to.equal('not-hosted');
    expect(
      quote({ provider: 'fal', model: 'flux-2-pro', width: 1024, height: 1024 }, { prices }).total
        ?.high,
    ).to.equal('0.03');
  });

  it('can’t put words into another list’s source', () => {
    const hostile = {
      ...sampleList(),
      sources: {
        bfl: {
          name: 'Not BFL',
          url: 'https://example.com/',
          readOn: '2020-01-01',
          kind: 'third-party' as const,
        },
      },
    };
    const prices = mergePrices(catalogue, {
      ...hostile,
      offers: hostile.offers.slice(0, 1).map((offer) => ({ ...offer, prices: [] })),
    });
    expect(
      quote({ provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 }, { prices })
        .sources[0]?.name,
    ).to.equal('BFL price formula');
  });
});

describe('a hostile or broken price list is refused whole, with the reason', () => {
  const broken: readonly (readonly [title: string, list: unknown, why: RegExp])[] = [
    ['nothing', null, /not an object/],
    ['text', '<html>', /not an object/],
    ['a list', [], /not an object/],
    ['a number', 5, /not an object/],
    ['empty', {}, /version 1/],
    ['another version', changed('version', 2), /version 1/],
    ['a version as text', changed('version', '1'), /version 1/],
    ['more at least than at most', changed('offers.3.prices.2.rule.from', 97), /holds nothing/],
    ['an odd field of an option', changed('offers.3.options.raw.odd', 1), /unknown field "odd"/],
    ['an odd kind of option', changed('offers.3.options.raw.type', 'toggle'), /type is none of/],
    ['a way to snap nobody knows', changed('offers.3.sizes.snaps', 'up'), /snaps is none of/],
    ['an unknown field', changed('extra', 1), /unknown field "extra"/],
    ['no sources', changed('sources', undefined), /sources/],
    ['no offers', changed('offers', undefined), /offers/],
    ['offers that are none', changed('offers', {}), /offers is not a list/],
    ['too many offers', changed('offers', Array.from({ length: 2001 })), /at most 2000/],
    ['an http address', changed('sources.house.url', 'http://prices.example/'), /https/],
    ['a script address', changed('sources.house.url', 'javascript:alert(1)'), /https/],
    [
      'credentials in an address',
      changed('sources.house.url', 'https://me:secret@example.com/'),
      /https/,
    ],
    ['a date that is none', changed('sources.house.readOn', '2026-02-31'), /date/],
    ['a date in words', changed('sources.house.readOn', 'today'), /date/],
    ['an unknown kind of source', changed('sources.house.kind', 'certain'), /none of live/],
    [
      'a name with markup it can’t hide behind',
      changed('sources.house.name', 'BFL\u202Eevil'),
      /text/,
    ],
    ['a name of a megabyte', changed('sources.house.name', 'x'.repeat(1e6)), /text/],
    ['a price as a JSON number', changed('offers.0.prices.0.rule.further', 0.01), /decimal text/],
    ['a negative price', changed('offers.0.prices.0.rule.further', '-0.01'), /decimal text/],
    ['NaN', changed('offers.0.prices.0.rule.further', 'NaN'), /decimal text/],
    ['an exponent', changed('offers.0.prices.0.rule.further', '1e-9'), /decimal text/],
    ['a price in words', changed('offers.0.prices.0.rule.further', 'free'), /decimal text/],
    ['no price', changed('offers.0.prices.0.rule.further', undefined), /decimal text/],
    ['an unknown rule', changed('offers.0.prices.0.rule.kind', 'magic'), /none of/],
    ['a rule of the prototype', changed('offers.0.prices.0.rule.kind', 'constructor'), /none of/],
    [
      'a misspelt field of a rule',
      changed('offers.0.prices.0.rule.furthr', '0.01'),
      /unknown field "furthr"/,
    ],
    ['megapixels of no pixels', changed('offers.0.prices.0.rule.pixels', 0), /whole number/],
    ['half a pixel', changed('offers.0.prices.0.rule.pixels', 0.5), /whole number/],
    ['a source it doesn’t list', changed('offers.0.prices.0.source', 'nobody'), /cites no source/],
    [
      'a source of the prototype',
      changed('offers.0.prices.0.source', 'constructor'),
      /cites no source/,
    ],
    ['no words', changed('offers.0.prices.0.says', ''), /text/],
    [
      'false where only true can be',
      changed('offers.0.prices.0.rule.inputUnsure', false),
      /not true/,
    ],
    ['a share of everything', changed('offers.1.prices.0.topUp', '1'), /share below 1/],
    [
      'the same offer twice',
      changed('offers.2', (json(sampleList()) as { offers: unknown[] }).offers[0]),
      /twice/,
    ],
    ['an id with spaces', changed('offers.0.model', 'flux 2 pro'), /not an id/],
    ['an id with markup', changed('offers.0.provider', '<img src=x>'), /not an id/],
    ['sizes from large to small', changed('offers.0.sizes.max', 8), /sizes\.max/],
    ['a step of nothing', changed('offers.0.sizes.step', 0), /sizes\.step/],
    ['a size that is none', changed('offers.0.sizes.also', ['1024']), /size like/],
    ['a ratio that is none', changed('offers.1.sizes.ratios', ['0:1']), /ratio like/],
    ['minus one reference', changed('offers.0.references', -1), /references/],
    ['a seed of maybe', changed('offers.0.seed', 'maybe'), /seed/],
    ['tokens that fall', changed('offers.1.prices.4.rule.tokens', { '*': [9, 1] }), /whole number/],
    ['tokens of nowhere', changed('offers.1.prices.4.rule.tokens', { big: [1, 2] }), /size like/],
    [
      'a declared megapixel of nothing',
      changed('offers.1.prices.1.rule.choices', ['0']),
      /holds nothing/,
    ],
    ['play money at a real provider', changed('offers.0.simulated', true), /only for the sandbox/],
    [
      'a sandbox with real money',
      changed('offers.0.provider', 'sandbox'),
      /the sandbox is simulated/,
    ],
    [
      'a range from dear to cheap',
      changed('offers.0.prices.1.rule.from', '0.9'),
      /prices\[1\]\.rule: a range from 0\.9 down holds nothing/,
    ],
    [
      'megapixels from dear to cheap',
      changed('offers.0.prices.0.rule', {
        kind: 'megapixel',
        pixels: 1e6,
        further: '0.01',
        from: '0.02',
      }),
      /a range from 0\.02 down/,
    ],
    [
      'seconds from many to few',
      changed('offers.1.prices.3.rule.from', 10),
      /a range from 10 down/,
    ],
    [
      'a picture for nothing',
      changed('offers.0.prices.0.rule', { kind: 'image', each: '0' }),
      /prices\[0\]: an amount of 0 holds nothing unless it is marked free/,
    ],
    [
      'megapixels for nothing',
      changed('offers.0.prices.0.rule', {
        kind: 'megapixel',
        pixels: 1e6,
        first: '0',
        further: '0.000',
      }),
      /amount of 0/,
    ],
    ['no tokens at all', changed('offers.1.prices.4.rule.tokens', { '*': [0, 0] }), /whole number/],
    ['tokens for nothing', changed('offers.1.prices.4.rule.image', '0'), /amount of 0/],
    [
      'a meter that rounds to nothing',
      changed('offers.0.prices.0.rule', {
        kind: 'megapixel',
        pixels: 1e6,
        exact: true,
        further: '0.01',
        decimals: 1,
      }),
      /from 6 to 18/,
    ],
    [
      'a provider as somebody’s own server',
      changed('offers.0.prices.0.rule', { kind: 'self-hosted', each: '5' }),
      /bfl is nobody’s own server/,
    ],
    ['a day long after today', changed('sources.house.readOn', '9999-12-31'), /date/],
    [
      'half a million sizes',
      changed(
        'offers.1.prices.4.rule.tokens',
        Object.fromEntries(
          Array.from({ length: 500_000 }, (_, n) => [
            `${1 + (n % 999)}x${1 + Math.floor(n / 999)}`,
            [1, 2],
          ]),
        ),
      ),
      /more than 200 sizes/,
    ],
    ['a fee of nothing', changed('offers.1.prices.0.topUp', '0.000000'), /share/],
    [
      'a grid wider than the picture',
      changed('offers.2.sizes', { pixels: 'exact', min: 1, max: 10, step: 1024, area: 1e6 }),
      /leave no size/,
    ],
  ];
  for (const [title, list, why] of broken) it(title, () => expect(refusal(list)).to.match(why));

  const many = <T>(count: number, make: (nth: number) => T): T[] =>
    Array.from({ length: count }, (_, nth) => make(nth));
  const named = (count: number, value: unknown): Record<string, unknown> =>
    Object.fromEntries(many(count, (nth) => [`n${String(nth)}`, value]));
  const { offers, sources } = sampleList();
  const price = { ...offers[0]?.prices[1], upTo: undefined };
  const decimals = (places: number): object => ({
    kind: 'megapixel',
    pixels: 1e6,
    exact: true,
    further: '0.01',
    decimals: places,
  });
  /** What is just taken at a place of the list, and what is just refused. */
  const limits: readonly (readonly [path: string, taken: unknown[], refused: unknown[]])[] = [
    ['offers.0.references', [0, 64], [-1, 65, 1.5, '1']],
    ['offers.0.sizes.min', [1, 4000], [0, 5000]],
    ['offers.0.sizes.max', [64, 1e5], [63, 1e5 + 1]],
    ['offers.0.sizes.step', [1, 1024], [0, 1025]],
    ['offers.0.sizes.area', [1, 1e9], [0, 1e9 + 1]],
    ['offers.3.sizes.least', [1, 1e9], [0, 1e9 + 1]],
    ['offers.3.sizes.longest', [1, 1000], [0, 1001]],
    ['offers.1.sizes.megapixels', [1, 1000], [0, 1001]],
    ['offers.0.sizes.also', [[], many(200, () => '1x1')], [many(201, () => '1x1'), ['0x1']]],
    ['offers.1.sizes.ratios', [many(100, () => '1:1')], [many(101, () => '1:1'), ['1:10000']]],
    ['offers.0.name', ['x', 'x'.repeat(80)], ['', 'x'.repeat(81)]],
    ['offers.0.model', ['x', 'x'.repeat(100), '*'], ['', 'x'.repeat(101), '**', '-x']],
    ['offers.0.prices.0.says', ['x', 'x'.repeat(200)], ['', 'x'.repeat(201)]],
    ['offers.0.prices.0.upTo', [1, 1e9], [0, 1e9 + 1]],
    ['offers.0.prices.0.rule', [decimals(6), decimals(18)], [decimals(5), decimals(19)]],
    ['offers.0.prices.0.rule.pixels', [1, 1e9], [0, 1e9 + 1]],
    [
      'offers.0.prices.0.rule.further',
      ['999999999.123456789012345678', '1'],
      ['1234567890', '0.1234567890123456789', '.5', '1.', ''],
    ],
    ['offers.1.prices.0.topUp', ['0.000001', '0.999999'], ['0.0000001', '1', '0', '0.0']],
    [
      'offers.1.prices.1.rule.choices',
      [many(20, () => '1'), ['0.01']],
      [many(21, () => '1'), ['0.0']],
    ],
    ['offers.1.prices.3.rule.from', [0, 9], [-1, 10]],
    ['offers.1.prices.4.rule.tokens', [{ '*': [0, 1] }, { '1x1': [5, 5] }], [{ '*': [5, 4] }]],
    [
      'offers.1.prices.4.rule.tokens',
      [Object.fromEntries(many(200, (nth) => [`1x${String(nth + 1)}`, [1, 1]]))],
      [Object.fromEntries(many(201, (nth) => [`1x${String(nth + 1)}`, [1, 1]]))],
    ],
    ['offers.0.prices', [[], many(50, () => price)], [many(51, () => price), price]],
    ['offers.3.options', [named(100, { type: 'text' })], [named(101, { type: 'text' })]],
    ['offers.3.options.quality.also', [named(100, 'x'), { x: '' }], [named(101, 'x'), { x: 7 }]],
    ['offers.3.options.quality.also', [{ ['x'.repeat(100)]: 'x' }], [{ ['x'.repeat(101)]: 'x' }]],
    ['offers.3.options.quality.values', [many(200, () => 'x')], [many(201, () => 'x')]],
    ['offers.3.options.quality.names', [many(10, () => 'x')], [many(11, () => 'x')]],
    ['offers.3.options.steps.min', [-5, 0.5], ['1', null]],
    ['offers.3.prices.0.options', [named(100, 'x')], [named(101, 'x')]],
    ['covers', [[], many(50, () => 'x')], [many(51, () => 'x'), 'x']],
    [
      'sources',
      [{ ...sources, ...named(498, sources['house']) }],
      [{ ...sources, ...named(499, sources['house']) }],
    ],
    ['sources.house.url', [undefined, `https://a.example/${'x'.repeat(282)}`], ['https://']],
    ['sources.house.url', ['https://a.example'], [`https://a.example/${'x'.repeat(283)}`]],
    ['sources.house.readOn', ['2099-12-31', '2024-02-29'], ['2100-01-01', '2026-02-29']],
    ['sources.house.undated', [true, undefined], [false, 'yes']],
    ['offers', [[], many(2000, (nth) => ({ ...offers[0], model: `m${String(nth)}` }))], []],
  ];
  for (const [path, taken, refused] of limits)
    it(`at ${path}: the last that is taken, and the first that is not (${JSON.stringify(refused).slice(0, 40)})`, () => {
      for (const value of taken)
        expect(refusal(changed(path, value)), JSON.stringify(value)?.slice(0, 80)).to.equal(
          'taken',
        );
      for (const value of refused)
        expect(refusal(changed(path, value)), JSON.stringify(value)?.slice(0, 80)).not.to.equal(
          'taken',
        );
    });

  it('takes what costs nothing where the list says that it does', () => {
    const list = changed('offers.0.prices.0', {
      rule: { kind: 'image', each: '0' },
      source: 'house',
      says: 'free this week',
      free: true,
    }) as Loose;
    const read = parsePriceList(list);
    if ('refused' in read) throw new Error(read.refused);
    expect(
      quote(
        { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 1024 },
        { prices: read.list },
      ).total,
    ).to.deep.equal({ low: '0', high: '0' });
    expect(refusal(changed('offers.0.prices.0.free', false))).to.match(/not true/);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        expect(refusal(value)).to.be.a('string').with.length.greaterThan(5);
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a list with one place of it broken', () => {
    const places: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (path) places.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value))
          walk(inner, path ? `${path}.${key}` : key);
    };
    walk(sampleList(), '');
    // Numbers may be chosen from below 0 on.
    const isLimit = /\.options\.\w+\.m(in|ax)$/;
    for (const path of places) {
      for (const odd of [null, Number.NaN, { evil: 1 }, [['x']], -1, '\u0000'])
        if (odd !== -1 || !isLimit.test(path))
          expect(refusal(changed(path, odd)), `${path} ${JSON.stringify(odd)}`).to.not.equal(
            'taken',
          );
    }
    expect(places.length).to.be.greaterThan(100);
  });

  it('leaves no trace on Object’s prototype', () => {
    expect(
      refusal(JSON.parse('{"version":1,"sources":{"__proto__":{"name":"x"}},"offers":[]}')),
    ).to.not.equal('taken');
    expect(({} as { name?: string }).name).to.equal(undefined);
  });
});
