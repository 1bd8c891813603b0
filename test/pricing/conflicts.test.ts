import { expect } from 'chai';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import type { Offer, PriceList, Price } from '../../src/pricing/price-list-types.js';

function ask(provider: string, model: string, more?: Partial<ImageRequest>) {
  return quote({ provider, model, width: 1024, height: 1024, ...more });
}
const edit = { references: [{ width: 1024, height: 1024 }] };

describe('where sources disagree', () => {
  it('takes BFL’s newer price of flex, and shows January’s', () => {
    const {
      total,
      sources: [source],
      conflicts,
    } = ask('bfl', 'flux-2-flex');
    expect([total?.high, source?.readOn]).to.deep.equal(['0.05', '2026-02-03']);
    expect(
      conflicts.map((one) => [one.total, one.source.readOn, one.source.undated]),
    ).to.deep.include(['0.06', '2026-01-15', true]);
  });

  it('counts the reference that “from” prices of editing leave out', () => {
    expect(
      ['klein-4b', 'klein-9b', 'pro', 'flex', 'max'].map(
        (model) => ask('bfl', `flux-2-${model}`, edit).total?.high,
      ),
    ).to.deep.equal(['0.015', '0.017', '0.045', '0.1', '0.1']);
  });

  it('asks $0.075 for FLUX.2 pro at 2048×2048 and shows the guide that multiplies to $0.12', () => {
    const { total, exactness, conflicts } = ask('bfl', 'flux-2-pro', { width: 2048, height: 2048 });
    expect([total, exactness]).to.deep.equal([{ low: '0.075', high: '0.075' }, 'exact']);
    expect(conflicts.map((one) => [one.total, one.why])).to.deep.equal([
      ['0.09', 'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels'],
      ['0.12', 'Counts every megapixel at the price of the first'],
    ]);
  });

  it('tells near a step what a megapixel of a million pixels would make of the price', () => {
    for (const [model, ours, theirs] of [
      ['klein-4b', '0.014', '0.015'],
      ['klein-9b', '0.015', '0.017'],
      ['pro', '0.03', '0.045'],
      ['flex', '0.05', '0.1'],
      ['max', '0.07', '0.1'],
    ]) {
      const { total, conflicts } = ask('bfl', `flux-2-${model}`);
      expect(total?.high).to.equal(ours);
      expect(conflicts.find((one) => one.source.says.includes('million'))?.total, model).to.equal(
        theirs,
      );
      expect(
        ask('bfl', `flux-2-${model}`, { width: 992, height: 992 }).conflicts.filter((one) =>
          one.source.says.includes('million'),
        ),
      ).to.deep.equal([]);
    }
  });

  it('cites BFL’s formula where its price page leaves a reference out, and shows the page', () => {
    for (const [model, ours, theirs] of [
      ['klein-4b', '0.015', '0.014'],
      ['klein-9b', '0.017', '0.015'],
      ['flex', '0.1', '0.05'],
      ['max', '0.1', '0.07'],
    ]) {
      const {
        total,
        sources: [source],
        conflicts,
      } = ask('bfl', `flux-2-${model}`, edit);
      expect([total?.high, source?.name]).to.deep.equal([ours, 'BFL price formula']);
      const page = conflicts.find((one) => one.source.name === 'BFL price list');
      expect([page?.total, page?.source.url, page?.source.says]).to.deep.equal([
        theirs,
        'https://docs.bfl.ai/quick_start/pricing',
        `from $${theirs}`,
      ]);
      expect(page?.why).to.contain('leaves the reference picture');
    }
  });

  it('gives a range where two sources count a reference differently: Replicate by its megapixel, fal by its limit', () => {
    const replicate = ask('replicate', 'flux-2-pro', edit);
    expect([replicate.total, replicate.exactness]).to.deep.equal([
      { low: '0.045', high: '0.06' },
      'range',
    ]);
    expect(replicate.conflicts.map((one) => [one.source.name, one.total])).to.deep.include([
      'Lumenfall',
      '0.045',
    ]);
    expect(
      ask('puter', 'flux-2-pro', { ...edit, route: 'replicate' }).total,
      'Puter’s meter was measured',
    ).to.deep.equal({ low: '0.06', high: '0.06' });
    const large = ask('fal', 'flux-2-pro', { references: [{ width: 4000, height: 3000 }] });
    expect([large.total, large.exactness]).to.deep.equal([{ low: '0.09', high: '0.21' }, 'range']);
    expect(large.conflicts.map((one) => [one.source.name, one.total])).to.deep.include([
      'Lumenfall',
      '0.09',
    ]);
    expect(ask('fal', 'flux-2-pro', edit).total).to.deep.equal({ low: '0.045', high: '0.045' });
    expect(
      ask('fal', 'flux-2-pro', {
        references: [
          { width: 2000, height: 1000 },
          { width: 4000, height: 3000 },
        ],
      }).total,
    ).to.deep.equal({ low: '0.12', high: '0.24' });
  });

  it('knows what fal’s own pages tell of max and Kontext', () => {
    expect(ask('fal', 'flux-2-max').total?.high).to.equal('0.07');
    expect(ask('fal', 'flux-2-max', { width: 1920, height: 1080 }).total?.high).to.equal('0.1');
    expect(ask('fal', 'flux-2-max', edit).total?.high).to.equal('0.1');
    expect(
      ['pro', 'max'].map((model) => ask('fal', `flux-1-kontext-${model}`, edit).total?.high),
    ).to.deep.equal(['0.04', '0.08']);
  });

  it('lists a source that happens to agree with the one that decides, after it', () => {
    const { sources, conflicts } = ask('bfl', 'flux-2-pro');
    expect(sources.slice(0, 2).map(({ name }) => name)).to.deep.equal([
      'BFL price formula',
      'BFL price list',
    ]);
    expect(sources.length).to.be.greaterThan(3);
    expect(conflicts.map((one) => one.source.says)).to.deep.equal([
      'One megapixel is one million pixels',
    ]);
  });

  it('takes 1024×1024 for one megapixel, though it is more than a million pixels', () => {
    expect(ask('bfl', 'flux-2-pro').total?.high).to.equal('0.03');
    expect(ask('fal', 'flux-2-pro').total?.high).to.equal('0.03');
    expect(ask('fal', 'flux-2-pro', { width: 1920, height: 1080 }).total?.high).to.equal('0.045');
  });

  it('follows OpenRouter’s own page for flex, and says what BFL asks', () => {
    const { total, conflicts } = ask('openrouter', 'flux-2-flex');
    expect([total?.high, conflicts[0]?.total]).to.deep.equal(['0.06', '0.05']);
  });

  it('gives fal’s klein 4B as a range: its guide names two variants, and somebody else a third price', () => {
    const { total, exactness, conflicts } = ask('fal', 'flux-2-klein-4b');
    expect([total, exactness]).to.deep.equal([{ low: '0.005', high: '0.014' }, 'range']);
    expect(conflicts[0]).to.deep.include({
      total: '0.005',
      why: 'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out',
    });
  });

  it('is Pollinations’ own price for a key that a reader pasted: no page adds to it', () => {
    expect(ask('pollinations', 'flux-1-schnell').total).to.deep.equal({
      low: '0.002',
      high: '0.002',
    });
  });
});

describe('which source wins', () => {
  const source = (kind: 'live' | 'provider' | 'third-party', readOn: string) => ({
    name: `${kind} ${readOn}`,
    url: 'https://example.com/',
    readOn,
    kind,
  });
  const listOf = (
    prices: readonly (readonly [
      kind: 'live' | 'provider' | 'third-party',
      readOn: string,
      each: string,
      wrong?: string,
    ])[],
  ): PriceList => {
    const offer: Offer = {
      provider: 'p',
      model: 'm',
      name: 'M',
      sizes: { pixels: 'exact', min: 1, max: 4096, step: 1, area: 1e7 },
      references: 0,
      seed: false,
      prices: prices.map(([, , each, wrong], index): Price => ({
        rule: { kind: 'image', each },
        source: `s${index}`,
        says: each,
        ...(wrong && { wrong }),
      })),
    };
    return {
      version: 1,
      sources: Object.fromEntries(
        prices.map(([kind, readOn], index) => [`s${index}`, source(kind, readOn)]),
      ),
      offers: [offer],
    };
  };
  const decide = (prices: Parameters<typeof listOf>[0]) =>
    quote({ provider: 'p', model: 'm', width: 512, height: 512 }, { prices: listOf(prices) });

  it('is a live one before the provider’s page before somebody else’s', () => {
    const made = decide([
      ['third-party', '2026-11-01', '0.03'],
      ['provider', '2026-10-01', '0.02'],
      ['live', '2026-01-01', '0.01'],
    ]);
    expect([
      made.total?.high,
      made.exactness,
      made.conflicts.map((one) => one.total),
    ]).to.deep.equal(['0.01', 'exact', ['0.02', '0.03']]);
  });

  it('says why the others do not: read earlier, not as close to the bill, or another word of that day', () => {
    const why = (...prices: Parameters<typeof listOf>[0]) =>
      decide(prices).conflicts.map((conflict) => conflict.why);
    expect(
      why(['provider', '2026-06-02', '0.03'], ['provider', '2026-06-01', '0.04']),
    ).to.deep.equal(['Read earlier']);
    expect(
      why(['provider', '2026-06-02', '0.03'], ['third-party', '2026-06-02', '0.04']),
    ).to.deep.equal(['Not as close to the bill']);
    expect(
      why(['provider', '2026-06-02', '0.03'], ['provider', '2026-06-02', '0.04']),
    ).to.deep.equal(['Says otherwise on the same day']);
  });

  it('is the newer one of equals, whatever their order', () => {
    for (const prices of [
      [
        ['provider', '2026-01-01', '0.01'],
        ['provider', '2026-02-01', '0.02'],
      ],
      [
        ['provider', '2026-02-01', '0.02'],
        ['provider', '2026-01-01', '0.01'],
      ],
    ] as const) {
      const made = decide(prices);
      expect([made.total?.high, made.sources[0]?.readOn, made.conflicts[0]?.why]).to.deep.equal([
        '0.02',
        '2026-02-01',
        'Read earlier',
      ]);
    }
  });

  it('is nobody when equals of the same day disagree: the price is a range over both', () => {
    const made = decide([
      ['provider', '2026-01-01', '0.01'],
      ['provider', '2026-01-01', '0.03'],
      ['provider', '2025-01-01', '0.09'],
    ]);
    expect([made.total, made.exactness]).to.deep.equal([{ low: '0.01', high: '0.03' }, 'range']);
    expect(made.lines.map((line) => line.amount)).to.deep.equal(['0.03']);
    expect(made.conflicts.map(({ total, why }) => [total, why])).to.deep.equal([
      ['0.03', 'Says otherwise on the same day'],
      ['0.09', 'Read earlier'],
    ]);
  });

  it('is the first listed of equals whose totals are the same: its lines are shown', () => {
    const list = listOf([
      ['provider', '2026-01-01', '0.03'],
      ['provider', '2026-01-01', '0.03'],
    ]);
    const [first, second] = list.offers[0]!.prices;
    const byMegapixel: Price = {
      ...second!,
      rule: { kind: 'megapixel', pixels: 1_048_576, further: '0.03' },
    };
    const made = (prices: readonly Price[]): readonly (string | undefined)[] => {
      const offers = [{ ...list.offers[0]!, prices }];
      const { total, lines } = quote(
        { provider: 'p', model: 'm', width: 512, height: 512 },
        { prices: { ...list, offers } },
      );
      return [total?.low, total?.high, ...lines.map(({ key }) => key)];
    };
    expect(made([first!, byMegapixel])).to.deep.equal(['0.03', '0.03', 'picture']);
    expect(made([byMegapixel, first!])).to.deep.equal(['0.03', '0.03', 'megapixels']);
  });

  it('is nobody where one of lower rank is in doubt: a range, unless the price was read live', () => {
    const doubted = (kind: 'live' | 'provider') => {
      const list = listOf([
        [kind, '2026-02-01', '0.02'],
        ['third-party', '2026-01-01', '0.01'],
      ]);
      const [offer] = list.offers;
      const offers = offer
        ? [
            {
              ...offer,
              prices: offer.prices.map((price, index) =>
                index === 1 ? { ...price, doubt: 'who knows' } : price,
              ),
            },
          ]
        : [];
      return quote(
        { provider: 'p', model: 'm', width: 512, height: 512 },
        { prices: { ...list, offers } },
      );
    };
    expect([doubted('provider').total, doubted('provider').conflicts[0]?.why]).to.deep.equal([
      { low: '0.01', high: '0.02' },
      'who knows',
    ]);
    expect(doubted('live').total).to.deep.equal({ low: '0.02', high: '0.02' });
  });

  it('is never one known to be wrong, and it widens nothing', () => {
    const made = decide([
      ['live', '2026-11-01', '0.5', 'a misprint'],
      ['provider', '2026-01-01', '0.01'],
    ]);
    expect([made.total, made.exactness, made.conflicts[0]?.why]).to.deep.equal([
      { low: '0.01', high: '0.01' },
      'exact',
      'a misprint',
    ]);
    expect(decide([['live', '2026-11-01', '0.5', 'a misprint']]).problem?.code).to.equal(
      'no-price',
    );
  });
});
