import type { Offer, PriceList } from '../../src/pricing/price-list-types.js';

/** A small price list as a page owner would write it: one of each kind of rule. */
export function sampleList(): PriceList {
  return {
    version: 1,
    sources: {
      house: {
        name: 'House prices',
        url: 'https://prices.example/list',
        readOn: '2026-11-20',
        kind: 'provider',
      },
      meter: {
        name: 'The meter',
        url: 'https://prices.example/live',
        readOn: '2026-11-21',
        kind: 'live',
      },
    },
    offers: [
      {
        provider: 'bfl',
        model: 'flux-2-pro',
        name: 'FLUX.2 pro',
        sizes: {
          pixels: 'exact',
          min: 64,
          max: 4096,
          step: 16,
          area: 4_194_304,
          also: ['1920x1080'],
        },
        references: 8,
        seed: true,
        prices: [
          {
            rule: {
              kind: 'megapixel',
              pixels: 1_048_576,
              first: '0.02',
              further: '0.01',
              input: '0.01',
              inputUnsure: true,
            },
            source: 'meter',
            says: 'from $0.02',
          },
          {
            rule: { kind: 'image', each: '0.04', from: '0.03' },
            source: 'house',
            says: 'about $0.04',
            wrong: 'a guess',
            when: 'text',
            upTo: 1,
          },
        ],
      },
      {
        provider: 'studio',
        model: 'house-model',
        route: 'east',
        name: 'House model',
        sizes: {
          pixels: 'ratio',
          min: 1,
          max: 2048,
          step: 1,
          area: 4_194_304,
          ratios: ['1:1', '16:9'],
          megapixels: 1,
        },
        references: 0,
        seed: false,
        draft: true,
        prices: [
          {
            rule: { kind: 'tiles', tile: '0.001', step: '0.0001', steps: 4, maxSteps: 8 },
            source: 'house',
            says: 'tiles',
            topUp: '0.05',
          },
          {
            rule: { kind: 'declared-megapixel', output: '0.01', choices: ['0.5', '1'] },
            source: 'house',
            says: 'declared',
          },
          {
            rule: { kind: 'area-steps', each: '0.01', width: 512, height: 512, steps: 20 },
            source: 'house',
            says: 'area',
          },
          {
            rule: { kind: 'seconds', second: '0.001', from: 1, to: 9 },
            source: 'house',
            says: 'seconds',
          },
          {
            rule: {
              kind: 'tokens',
              image: '0.00004',
              tokens: { '*': [0, 9000], '1024x1024': [272, 4160] },
            },
            source: 'house',
            says: 'tokens',
          },
          { rule: { kind: 'self-hosted', each: '0' }, source: 'house', says: 'own' },
        ],
      },
      {
        provider: 'studio',
        model: 'gone',
        name: 'Gone',
        sizes: { pixels: 'exact', min: 64, max: 512, step: 8, area: 262_144 },
        references: 0,
        seed: false,
        notHosted: 'withdrawn',
        prices: [],
      },
      withOptions(),
    ],
    covers: ['studio'],
  };
}

/** What lists may have since September 2026: options, ids on the wire, sizes that snap. */
function withOptions(): Offer {
  return {
    provider: 'studio',
    model: 'choosy',
    route: 'west',
    wire: 'studio:house/choosy',
    ids: ['choosy-2026-09'],
    name: 'Choosy model',
    sizes: {
      pixels: 'exact',
      min: 64,
      max: 4096,
      step: 8,
      area: 8_294_400,
      least: 65_536,
      longest: 3,
      snaps: 'shape',
    },
    options: {
      quality: {
        type: 'choice',
        values: ['1K', '2K'],
        also: { hd: '2K' },
        names: ['quality', 'resolution'],
        usual: '1K',
        resizes: true,
      },
      steps: {
        type: 'number',
        usual: '4',
        needed: true,
        min: 1,
        max: 8,
        whole: true,
        clamps: true,
      },
      font_urls: { type: 'list', most: 2 },
      raw: { type: 'switch', usual: 'false', hidden: true },
    },
    references: 4,
    seed: true,
    prices: [
      {
        rule: {
          kind: 'tiered-image',
          each: '0.04',
          above: 2_610_000,
          large: '0.08',
          input: '0.003',
          free: 1,
        },
        source: 'house',
        says: 'small or large',
        options: { quality: '1K', raw: '' },
      },
      {
        rule: {
          kind: 'metered',
          run: '0.04',
          output: '0.01',
          font: '0.03',
          input: '0.03',
          made: '0.03',
          declares: 'quality',
        },
        source: 'house',
        says: 'in parts',
        options: { quality: '2K' },
      },
      {
        rule: {
          kind: 'area-tokens',
          image: '0.00003',
          side: 96,
          from: 16,
          prompt: '0.000005',
          promptTokens: 1000,
          input: '0.000008',
          inputTokens: 1600,
        },
        source: 'house',
        says: 'reckoned',
      },
      {
        rule: {
          kind: 'tokens',
          image: '0.00004',
          tokens: { '*': [747, 747] },
          text: '0.000003',
          textTokens: 1000,
          input: '0.0000005',
          inputTokens: 560,
        },
        source: 'house',
        says: 'and text',
      },
      {
        rule: { kind: 'seconds', second: '0.0014', from: 0, to: 600 },
        source: 'house',
        says: 'from no seconds',
      },
    ],
  };
}
