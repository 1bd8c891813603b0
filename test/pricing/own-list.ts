import type { Offer, Price, PriceList } from '../../src/pricing/price-list-types.js';

const exact = { pixels: 'exact', min: 64, max: 4096, step: 8, area: 16_777_216 } as const;

/** An offer of the studio, at one price if nothing else is said. */
function offer(model: string, prices: readonly Partial<Price>[], more: Partial<Offer> = {}): Offer {
  return {
    provider: 'studio',
    model,
    name: `The ${model}`,
    sizes: exact,
    references: 2,
    seed: false,
    ...more,
    prices: prices.map((price) => ({
      rule: { kind: 'image', each: '0.04' },
      source: 'page',
      says: 'four cents',
      ...price,
    })),
  };
}

function image(each: string, from?: string): Pick<Price, 'rule'> {
  return { rule: { kind: 'image', each, ...(from !== undefined && { from }) } };
}

/** A list that says one odd thing about each of its models. */
export function ownList(): PriceList {
  const read = (readOn: string, kind: 'live' | 'provider' | 'third-party', name: string) => ({
    name,
    readOn,
    kind,
  });
  return {
    version: 1,
    sources: {
      live: { ...read('2026-11-21', 'live', 'Live'), url: 'https://studio.example/live' },
      page: { ...read('2026-11-20', 'provider', 'Page'), url: 'https://studio.example/' },
      twin: read('2026-11-20', 'provider', 'Twin'),
      old: read('2026-10-01', 'provider', 'Old page'),
      blog: read('2026-11-21', 'third-party', 'Blog'),
    },
    offers: [
      offer('argued', [
        {},
        { source: 'twin', says: 'the same' },
        { ...image('0.045', '0.04'), source: 'old', says: 'once' },
        { ...image('0.05'), source: 'blog', says: 'they say' },
        { ...image('0.06'), source: 'blog', says: 'a guess', wrong: 'Never true' },
        { ...image('0.07'), source: 'old', says: 'for edits', when: 'edit' },
      ]),
      offer('ranged', [image('0.04', '0.02'), { ...image('0.05', '0.02'), source: 'old' }]),
      offer('doubtful', [{ source: 'page' }, { ...image('0.05'), source: 'blog', doubt: 'Older' }]),
      offer('gone', [{ ...image('0.06'), wrong: 'Never true' }], { notHosted: 'withdrawn' }),
      offer('masked', [{}], { mask: 'black', needsMask: true, seed: true }),
      offer('free', [{ rule: { kind: 'image', each: '0', input: '0.01' }, free: true }]),
      offer('gate', [{ rule: { kind: 'seconds', second: '0.001', from: 2, to: 9, gate: 60 } }]),
      offer('steps', [{ rule: { kind: 'tiles', tile: '0.001', step: '0.0005', steps: 4 } }]),
      offer('ratio', [{}], {
        sizes: { ...exact, pixels: 'ratio', ratios: ['1:1'], megapixels: 2 },
      }),
      offer('fitted', [
        { rule: { kind: 'megapixel', pixels: 1_000_000, further: '0.02', input: '0.003' } },
      ]),
      offer('topped', [{ topUp: '0.05', topUpLeast: '10' }]),
      offer('routed', [image('0.03')], { route: 'east' }),
      offer('routed', [image('0.02')], { route: 'west' }),
      offer('unpriced', []),
      offer('*', [image('0.001')]),
      offer('toy', [image('0.001')], { provider: 'sandbox', simulated: true }),
      offer('own', [{ rule: { kind: 'self-hosted', each: '0' } }], {
        provider: 'openai-compatible',
      }),
    ],
  };
}
