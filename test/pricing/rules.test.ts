import { expect } from 'chai';
import fc from 'fast-check';
import { sum, times, toText, usd } from '../../src/pricing/money.js';
import { billed, linesOf } from '../../src/pricing/bill.js';
import { rankedPrice, type RankedPrice } from '../../src/pricing/list-index.js';
import type { Size } from '../../src/pricing/quote-types.js';
import type { CheckedRequest, Item } from '../../src/pricing/rule-kind.js';
import { readsLists } from '../../src/pricing/reads-lists.js';
import { kindOf } from '../../src/pricing/kind-of.js';
import type { Rule } from '../../src/pricing/rule.js';

before(readsLists);

function request(
  width: number,
  height: number,
  references: readonly Size[] = [],
  more: Partial<CheckedRequest> = {},
): CheckedRequest {
  return {
    width,
    height,
    count: 1,
    references,
    steps: undefined,
    unitPrice: undefined,
    options: {},
    ...more,
  };
}
/** The price of this rule, which has given nothing yet. */
function priced(rule: Rule): RankedPrice {
  const source = { name: 'S', readOn: '2026-11-20', kind: 'provider', says: 'x' } as const;
  return rankedPrice({ rule, source: 's', says: 'x' }, source);
}
function total(items: readonly Item[] | undefined): string | undefined {
  return items && toText(sum(items.map(([, quantity, price]) => times(usd(price), quantity))));
}
/** What the rule makes of a request: the least and the most. */
function bill(
  rule: Rule,
  asked: CheckedRequest,
): readonly [low: string | undefined, high: string | undefined] {
  const made = kindOf(rule).bill(rule, asked);
  return [total(made?.low ?? made?.items), total(made?.items)];
}
function exactly(amount: string): readonly [string, string] {
  return [amount, amount];
}
function square(side: number): Size {
  return { width: side, height: side };
}

describe('a price in proportion to area and steps', () => {
  const rule: Rule = { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 };

  it('is the listed one for the listed picture, and so much of it for another', () => {
    expect(bill(rule, request(1024, 1024))).to.deep.equal(exactly('0.01'));
    expect(bill(rule, request(512, 1024))).to.deep.equal(exactly('0.005'));
    expect(bill(rule, request(1024, 1024, [], { steps: 14 }))).to.deep.equal(exactly('0.005'));
    expect(bill(rule, request(2048, 1024, [], { steps: 56 }))).to.deep.equal(exactly('0.04'));
  });

  it('is rounded up once where the quotient never ends, and taken once', () => {
    expect(bill(rule, request(512, 512, [], { steps: 3 }))).to.deep.equal(
      exactly('0.000267857143'),
    );
    expect(bill(rule, request(1024, 1024, [], { steps: 1 }))).to.deep.equal(
      exactly('0.000357142858'),
    );
    const thirds: Rule = { ...rule, each: '0.03' };
    expect(bill(thirds, request(1024, 1024, [], { steps: 1 }))).to.deep.equal(
      exactly('0.001071428572'),
    );
    expect(kindOf(thirds).bill(thirds, request(1024, 1024, [], { steps: 1 }))?.items).to.deep.equal(
      [['area-steps', 1, '0.001071428572']],
    );
    expect(kindOf(rule).bill(rule, request(1024, 1024, [], { steps: 14 }))?.items).to.deep.equal([
      ['area-steps', '0.5', '0.01'],
    ]);
    expect(kindOf(rule).unit?.(rule)).to.equal('0.01');
  });
});

describe('a price by the megapixel', () => {
  const pixels = 1_048_576;
  const plain: Rule = {
    kind: 'megapixel',
    pixels,
    first: '0.03',
    further: '0.015',
    input: '0.015',
  };
  const unsure: Rule = { ...plain, inputUnsure: true };

  it('steps up with the first pixel beyond', () => {
    expect(bill(plain, request(1024, 1024))).to.deep.equal(exactly('0.03'));
    expect(bill(plain, request(1024, 1025))).to.deep.equal(exactly('0.045'));
    expect(bill(plain, request(2048, 1536))).to.deep.equal(exactly('0.06'));
    expect(
      bill({ kind: 'megapixel', pixels, further: '0.015' }, request(1024, 1025)),
    ).to.deep.equal(exactly('0.03'));
  });

  it('counts each reference rounded up by itself, where that is known', () => {
    expect(bill(plain, request(1024, 1024, [square(512)]))).to.deep.equal(exactly('0.045'));
    expect(bill(plain, request(1024, 1024, [square(512), square(512)]))).to.deep.equal(
      exactly('0.06'),
    );
    expect(bill(plain, request(1024, 1024, [square(2048), square(1025)]))).to.deep.equal(
      exactly('0.12'),
    );
    expect(
      bill(
        { kind: 'megapixel', pixels, first: '0.03', further: '0.015' },
        request(1024, 1024, [square(4096)]),
      ),
    ).to.deep.equal(exactly('0.03'));
  });

  it('counts one reference for four megapixels at least where nobody knows more, several for one each', () => {
    expect(bill(unsure, request(1024, 1024, [square(1024)]))).to.deep.equal(exactly('0.045'));
    expect(bill(unsure, request(1024, 1024, [square(2048)]))).to.deep.equal(exactly('0.09'));
    expect(bill(unsure, request(1024, 1024, [{ width: 2048, height: 2049 }]))).to.deep.equal([
      '0.09',
      '0.105',
    ]);
    expect(bill(unsure, request(1024, 1024, [square(4096)]))).to.deep.equal(['0.09', '0.27']);
    expect(bill(unsure, request(1024, 1024, [square(1024), square(1024)]))).to.deep.equal(
      exactly('0.06'),
    );
    expect(
      bill(unsure, request(1024, 1024, [square(1024), { width: 1024, height: 1025 }])),
    ).to.deep.equal(['0.06', '0.075']);
    expect(
      bill(unsure, request(1024, 1024, [square(2048), square(2048), square(512)])),
    ).to.deep.equal(['0.075', '0.165']);
    expect(bill(unsure, request(1024, 1024))).to.deep.equal(exactly('0.03'));
  });

  it('counts a reference for no more than the limit, where one is known', () => {
    const limited: Rule = { ...plain, inputMost: 4 };
    expect(bill(limited, request(1024, 1024, [square(4096)]))).to.deep.equal(exactly('0.09'));
    expect(bill(limited, request(1024, 1024, [square(4096), square(512)]))).to.deep.equal(
      exactly('0.105'),
    );
    expect(
      bill({ ...limited, inputUnsure: true }, request(1024, 1024, [square(4096)])),
    ).to.deep.equal(['0.09', '0.27']);
  });

  it('is counted to the pixel where the provider does, each row rounded as its meter rounds', () => {
    const exact: Rule = { kind: 'megapixel', pixels: 1_000_000, exact: true, further: '0.01' };
    expect(bill(exact, request(1000, 500))).to.deep.equal(exactly('0.005'));
    expect(bill(exact, request(1000, 1500))).to.deep.equal(exactly('0.015'));
    const first: Rule = { ...exact, first: '0.02' };
    expect(bill(first, request(1000, 500))).to.deep.equal(exactly('0.01'));
    expect(bill(first, request(1000, 1000))).to.deep.equal(exactly('0.02'));
    expect(bill(first, request(1000, 1500))).to.deep.equal(exactly('0.025'));
    const odd: Rule = {
      kind: 'megapixel',
      pixels: 1_048_576,
      exact: true,
      further: '0.01',
      decimals: 8,
    };
    expect(bill(odd, request(1000, 1000))).to.deep.equal(exactly('0.00953674'));
    expect(
      bill(
        { ...odd, input: '0.02', inputAsOutput: true },
        request(1000, 1000, [square(64), square(4096)]),
      ),
    ).to.deep.equal(exactly('0.02861023'));
  });

  it('has a low end where it is not fixed', () => {
    const open: Rule = { kind: 'megapixel', pixels, further: '0.014', from: '0.009' };
    expect(bill(open, request(1024, 2048))).to.deep.equal(['0.018', '0.028']);
    expect(kindOf(open).unit?.(open)).to.equal(undefined);
    expect(kindOf(plain).unit?.(plain)).to.equal('0.03');
  });

  it('has no line for further megapixels where there are none', () => {
    const lines = (rule: Rule, width: number, height: number) =>
      kindOf(rule).bill(rule, request(width, height))?.items;
    expect(lines(plain, 1024, 1024)).to.deep.equal([['first-megapixel', 1, '0.03']]);
    expect(lines(plain, 1024, 1025)).to.deep.equal([
      ['first-megapixel', 1, '0.03'],
      ['further-megapixels', 1, '0.015'],
    ]);
    const exact: Rule = {
      kind: 'megapixel',
      pixels: 1_000_000,
      exact: true,
      first: '0.02',
      further: '0.01',
    };
    expect(lines(exact, 1000, 1000)).to.deep.equal([['first-megapixel', '1', '0.02']]);
    expect(lines({ ...exact, first: '1', further: '1' }, 1, 1_000_001)).to.deep.equal([
      ['first-megapixel', '1', '1'],
      ['further-megapixels', '0.000001', '1'],
    ]);
  });

  it('tells how large a megapixel of a reference is, where references cost something by size', () => {
    const pixelsOf = (rule: Rule) => kindOf(rule).referencePixels?.(rule);
    expect(pixelsOf(plain)).to.equal(pixels);
    expect(pixelsOf({ ...plain, inputAsOutput: true })).to.equal(undefined);
    expect(pixelsOf({ kind: 'megapixel', pixels, further: '0.01' })).to.equal(undefined);
  });

  it('tells the sizes just under the step below, and none that are too small', () => {
    const below = (rule: Rule, width: number, height: number, least = 4096): readonly Size[] =>
      kindOf(rule).below?.(rule, request(width, height), least) ?? [];
    expect(
      below(plain, 1024, 2048).map(({ width, height }) => [width, height].map(Math.round)),
    ).to.deep.equal([
      [512, 2048],
      [1024, 1024],
      [724, 1448],
    ]);
    expect(below(plain, 1024, 1025)[1]).to.deep.equal({ width: 1024, height: 1024 });
    expect(below(plain, 1024, 1024)).to.deep.equal([]);
    expect(below(plain, 1024, 1025, pixels + 1)).to.deep.equal([]);
    expect(below(plain, 1024, 1025, pixels)).to.have.length(3);
    expect(
      below({ kind: 'megapixel', pixels, exact: true, further: '0.01' }, 4096, 4096),
    ).to.deep.equal([]);
  });
});

describe('a price by other measures', () => {
  it('by seconds reaches from the fewest to the most', () => {
    expect(
      bill({ kind: 'seconds', second: '0.001', from: 2, to: 9 }, request(64, 64)),
    ).to.deep.equal(['0.002', '0.009']);
  });

  it('by seconds says what the account must hold, where the provider asks for it', () => {
    const seconds: Rule = { kind: 'seconds', second: '0.001', from: 2, to: 9 };
    const holds = (rule: Rule) => kindOf(rule).bill(rule, request(64, 64))?.holds;
    expect([holds({ ...seconds, gate: 60 }), holds(seconds)]).to.deep.equal(['0.06', undefined]);
  });

  it('by tier is the large one’s from the first pixel beyond, with references after the free ones', () => {
    const rule: Rule = {
      kind: 'tiered-image',
      each: '0.04',
      above: 1_000_000,
      large: '0.09',
      input: '0.01',
      free: 1,
    };
    expect(bill(rule, request(1000, 1000))).to.deep.equal(exactly('0.04'));
    expect(bill(rule, request(1000, 1001))).to.deep.equal(exactly('0.09'));
    const one = square(64);
    expect(bill(rule, request(64, 64, [one]))).to.deep.equal(exactly('0.04'));
    expect(bill(rule, request(64, 64, [one, one, one]))).to.deep.equal(exactly('0.06'));
    const plain: Rule = { kind: 'tiered-image', each: '0.04' };
    expect(bill(plain, request(4096, 4096, [one]))).to.deep.equal(exactly('0.04'));
  });

  it('by tokens is by size, with the prompt’s at the high end only, and none where the size is not listed', () => {
    const rule: Rule = {
      kind: 'tokens',
      image: '0.00001',
      tokens: { '1024x1024': [1000, 1500], '*': [2000, 4000] },
      prompt: '0.000001',
      promptTokens: 500,
    };
    expect(bill(rule, request(1024, 1024))).to.deep.equal(['0.01', '0.0155']);
    expect(bill(rule, request(1024, 1536))).to.deep.equal(['0.02', '0.0405']);
    expect(
      bill(
        { kind: 'tokens', image: '0.00001', tokens: { '1024x1024': [1000, 1500] } },
        request(1024, 1024),
      ),
    ).to.deep.equal(['0.01', '0.015']);
    expect(
      bill(
        { kind: 'tokens', image: '0.00001', tokens: { '1024x1024': [1000, 1500] } },
        request(1024, 1536),
      ),
    ).to.deep.equal([undefined, undefined]);
    expect(
      bill(
        {
          kind: 'tokens',
          image: '0.00001',
          tokens: { '1024x1024': [1000, 1500] },
          prompt: '0.000001',
        },
        request(1024, 1024),
      ),
    ).to.deep.equal(['0.01', '0.015']);
  });

  it('by tiles counts begun ones, and steps as the provider heeds them', () => {
    const rule: Rule = {
      kind: 'tiles',
      tile: '0.0001',
      input: '0.00001',
      step: '0.000001',
      steps: 4,
    };
    expect(bill(rule, request(512, 512))).to.deep.equal(exactly('0.000114'));
    expect(bill(rule, request(513, 512))).to.deep.equal(exactly('0.000224'));
    expect(bill(rule, request(512, 512, [], { steps: 60 }))).to.deep.equal(exactly('0.00016'));
    expect(bill({ ...rule, fixed: true }, request(512, 512, [], { steps: 60 }))).to.deep.equal(
      exactly('0.000114'),
    );
    expect(
      bill({ ...rule, maxSteps: 8, perStep: true }, request(512, 512, [], { steps: 60 })),
    ).to.deep.equal(exactly('0.000888'));
    expect(bill({ kind: 'tiles', step: '0.001' }, request(512, 512))).to.deep.equal(
      exactly('0.025'),
    );
    expect(bill({ kind: 'tiles' }, request(512, 512))).to.deep.equal([undefined, undefined]);
    expect(kindOf(rule).below?.(rule, request(1024, 1025), 1)).to.deep.equal([
      { width: 512, height: 1025 },
      { width: 1024, height: 1024 },
      { width: 512, height: 1024 },
    ]);
  });

  it('by the picture has references on top, and a low end where it has one', () => {
    expect(bill({ kind: 'image', each: '0.04' }, request(64, 64, [square(64)]))).to.deep.equal(
      exactly('0.04'),
    );
    expect(
      bill(
        { kind: 'image', each: '0.04', input: '0.01' },
        request(64, 64, [square(64), square(9000)]),
      ),
    ).to.deep.equal(exactly('0.06'));
    expect(
      bill(
        { kind: 'image', each: '0.04', from: '0.02', input: '0.01' },
        request(64, 64, [square(64)]),
      ),
    ).to.deep.equal(['0.03', '0.05']);
    expect(bill({ kind: 'image', each: '0.04', input: '0.01' }, request(64, 64))).to.deep.equal(
      exactly('0.04'),
    );
  });

  it('by declared megapixels takes the choice nearest in ratio, and the smaller of two as near', () => {
    const rule: Rule = {
      kind: 'declared-megapixel',
      run: '0.001',
      output: '0.01',
      input: '0.002',
      choices: ['0.5', '1', '2', '4'],
    };
    expect(bill(rule, request(1024, 1024))).to.deep.equal(exactly('0.011'));
    expect(bill(rule, request(512, 512))).to.deep.equal(exactly('0.006'));
    expect(bill(rule, request(2048, 2048, [square(1000), square(1001)]))).to.deep.equal(
      exactly('0.047'),
    );
    expect(kindOf(rule).bill(rule, request(1920, 1080))?.sends).to.deep.equal({
      output_megapixels: '2',
    });
    const always: Rule = { kind: 'declared-megapixel', output: '0.01' };
    expect(bill(always, request(2048, 2048, [square(1000)]))).to.deep.equal(exactly('0.01'));
    expect(kindOf(always).bill(always, request(2048, 2048))).not.to.have.property('sends');
  });

  it('on one’s own server is the owner’s figure, or none where that can’t be read', () => {
    const rule: Rule = { kind: 'self-hosted', each: '0' };
    expect(bill(rule, request(64, 64))).to.deep.equal(exactly('0'));
    expect(bill(rule, request(64, 64, [], { unitPrice: '0.002' }))).to.deep.equal(exactly('0.002'));
    expect(bill(rule, request(64, 64, [], { unitPrice: '5e-7' }))).to.deep.equal(
      exactly('0.0000005'),
    );
    for (const unitPrice of ['-1', 'free', '', '1e-30e3'])
      expect(bill(rule, request(64, 64, [], { unitPrice })), unitPrice).to.deep.equal([
        undefined,
        undefined,
      ]);
  });
});

describe('a price metered in parts', () => {
  const rule: Rule = { kind: 'metered', run: '0.01', made: '0.03' };
  const sized: Rule = { ...rule, declares: 'resolution' };
  const declared = (resolution: string) =>
    bill(sized, request(64, 64, [], { options: { resolution } }));

  it('reaches over the sizes that multiples of 16 can make of the one asked for', () => {
    expect(bill(rule, request(1024, 1024))).to.deep.equal(exactly('0.04145728'));
    expect(bill(rule, request(1000, 1000))).to.deep.equal(['0.03952192', '0.04048192']);
    expect(bill(sized, request(1000, 1000))).to.deep.equal(['0.03952192', '0.04048192']);
  });

  it('reaches six percent over a declared size, and over all sizes where the model chooses', () => {
    expect(declared('2 MP')).to.deep.equal(['0.07', '0.0736']);
    expect(declared('0.5')).to.deep.equal(['0.025', '0.0259']);
    expect(declared('match_input_image')).to.deep.equal(['0.01', '0.136']);
  });

  it('is fixed without megapixels: a run, a picture, each font, all references together', () => {
    const parts: Rule = { kind: 'metered', output: '0.04', font: '0.005', input: '0.02' };
    const fonts = { options: { font_urls: 'https://a.example https://b.example' } };
    expect(bill(parts, request(64, 64, [], fonts))).to.deep.equal(exactly('0.05'));
    expect(bill(parts, request(64, 64))).to.deep.equal(exactly('0.04'));
    const references = [square(1000), { width: 500, height: 1000 }];
    expect(bill(parts, request(64, 64, references))).to.deep.equal(exactly('0.07'));
    expect(kindOf(parts).bill(parts, request(64, 64, references))?.items[1]).to.deep.equal([
      'reference',
      '1.5',
      '0.02',
    ]);
    expect(kindOf(parts).bill(parts, request(64, 64, [square(500)]))?.items[1]).to.deep.equal([
      'reference',
      '0.25',
      '0.02',
      '500×500',
    ]);
    const font: Rule = { kind: 'metered', font: '0.005' };
    expect(bill(font, request(64, 64)), 'nothing to count').to.deep.equal([undefined, undefined]);
  });
});

describe('a bill that is made once', () => {
  const each: Rule = { kind: 'image', each: '0.04', input: '0.01' };
  const rounded: Rule = { kind: 'megapixel', pixels: 1e6, first: '0.03', further: '0.015' };
  const between: Rule = { ...rounded, from: '0.007', input: '0.015' };
  const exact: Rule = { kind: 'megapixel', pixels: 1e6, exact: true, further: '0.015' };
  const length = fc.integer({ min: 1, max: 4096 });
  const anyRequest = fc
    .tuple(length, length, fc.array(length.map(square), { maxLength: 3 }), fc.nat({ max: 3 }))
    .map(([width, height, references, more]) =>
      request(width, height, references, { count: 1 + more }),
    );
  for (const rule of [each, rounded, between, exact])
    it(`is the one made anew: ${JSON.stringify(rule)}`, () => {
      const ranked = priced(rule);
      fc.assert(
        fc.property(fc.array(anyRequest, { minLength: 20, maxLength: 60 }), (asked) => {
          for (const one of asked) {
            const answer = billed(ranked, one);
            const anew = billed(priced(rule), one);
            expect(answer?.bill).to.deep.equal(anew?.bill);
            expect(answer && [toText(answer.low), toText(answer.high)]).to.deep.equal(
              anew && [toText(anew.low), toText(anew.high)],
            );
          }
        }),
        { numRuns: 20 },
      );
    });

  it('is kept, so that a menu of sizes makes few', () => {
    const ranked = priced(rounded);
    expect(billed(ranked, request(1000, 1000))).to.equal(billed(ranked, request(512, 512)));
    expect(billed(ranked, request(1001, 1000))).not.to.equal(billed(ranked, request(512, 512)));
  });
});

describe('the sum of a price', () => {
  const of = (rule: Rule, asked: CheckedRequest) => billed(priced(rule), asked);

  it('is exact where a quantity is a fraction, however many pictures', () => {
    const exact: Rule = { kind: 'megapixel', pixels: 1e6, exact: true, further: '0.01' };
    const asked = request(1000, 100, [], { count: 3 });
    const made = of(exact, asked);
    expect(made && toText(made.high)).to.equal('0.003');
    expect(linesOf(made!.bill.items, 3)).to.deep.equal([
      {
        key: 'megapixels',
        label: 'Megapixels',
        quantity: '0.3',
        unitPrice: '0.01',
        amount: '0.003',
      },
    ]);
  });

  it('says on its lines which reference each is for', () => {
    const rule: Rule = { kind: 'metered', output: '0.04', input: '0.02' };
    expect(linesOf(of(rule, request(64, 64, [square(1000)]))!.bill.items, 2)).to.deep.equal([
      { key: 'picture', label: 'Picture', quantity: '2', unitPrice: '0.04', amount: '0.08' },
      {
        key: 'reference',
        label: 'Reference 1000×1000',
        quantity: '2',
        unitPrice: '0.02',
        amount: '0.04',
        detail: '1000×1000',
      },
    ]);
  });

  it('is none below nothing, nor with a low end above the high one', () => {
    const open = (from: string, further: string): Rule => ({
      kind: 'megapixel',
      pixels: 1e6,
      further,
      from,
    });
    const asked = request(1000, 1000);
    for (const rule of [
      open('-0.01', '0.02'),
      open('0.03', '0.02'),
      { kind: 'image', each: '-0.02' } as const,
    ])
      expect(() => of(rule, asked), JSON.stringify(rule)).to.throw(RangeError);
    expect(toText(of(open('0.02', '0.02'), asked)!.low)).to.equal('0.02');
  });
});
