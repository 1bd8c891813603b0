import type { ProviderId } from '../../base/provider-id.js';
import type { Offer, Price, Sizes } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import {
  anyFlux2Sizes,
  anySizes,
  decides,
  declared,
  flux1Sizes,
  flux2Sizes,
  freeSizes,
  image,
  linear,
  offers,
  replicateMegapixel,
  replicateShapes,
  replicateSizes,
  rounded,
  shapes,
  tier,
  type Row,
} from './offer.js';

const needsReference = { needsReference: true } as const;
const seedless = { seed: false };

const text = { when: 'text' } as const;

/**
 * Where the prices come from:
 * - fal bills per megapixel of 1024×1024, rounded up. Text-to-image and editing are separate
 *   endpoints.
 * - Replicate and Together have no price service: their prices are those in Puter's documents.
 * - DeepInfra bills FLUX.2 dev by area and steps. It takes no seed and no references.
 * - OpenRouter has its own price for FLUX.2 flex.
 */
const rows: readonly (readonly [provider: ProviderId, source: string, rows: readonly Row[]])[] = [
  [
    'fal',
    'fal',
    [
      any('flux-2-klein-4b', 4, [
        decides('falKlein', { ...rounded('0.014'), from: '0.009' } as Rule, text),
        decides('lumenfall', rounded('0.005'), { ...text, doubt: 'who knows' }),
        edit('0.01'),
      ]),
      any('flux-2-klein-9b', 4, [decides('falKlein9', rounded('0.006'), text), edit('0.011')]),
      any('flux-2-pro', 8, capped('0.015', '0.03')),
      any('flux-2-flex', 8, [decides('falFlex', capped('0.05'))]),
      any('flux-2-max', 8, [decides('falMax', capped('0.03', '0.07'))]),
      // fal's form takes 512 to 2,048 pixels a side.
      ['flux-2-dev', { ...anyFlux2Sizes, min: 512, max: 2048 }, 4, []],
      ['flux-1-kontext-pro', shapes(1), 1, image('0.04'), needsReference],
      ['flux-1-kontext-max', shapes(1), 1, image('0.08'), needsReference],
      any('flux-1.1-pro', 0, rounded('0.04')),
      ['flux-1.1-pro-ultra', shapes(4), 0, [decides('falJune', image('0.06'))]],
      any('flux-1-dev', 0, [decides('falJune', rounded('0.025'))]),
      any('flux-1-schnell', 0, [decides('falJune', rounded('0.003'))]),
    ],
  ],
  [
    'replicate',
    'replicate',
    [
      ['flux-2-pro', replicateShapes, 8, unsure('0.015', replicateSizes, '0.015')],
      ['flux-2-klein-4b', replicateShapes, 4, unsure('0.001', replicateSizes)],
      ['flux-2-dev', replicateMegapixel, 4, unsure('0.012')],
      ['flux-2-flex', replicateShapes, 8, unsure('0.06', replicateSizes)],
      ['flux-2-max', replicateShapes, 8, unsure('0.03', replicateSizes, '0.04')],
      flat('flux-1.1-pro', 0, '0.04'),
      ['flux-1.1-pro-ultra', shapes(4), 0, image('0.06')],
      flat('flux-1-kontext-pro', 1, '0.04'),
      flat('flux-1-kontext-max', 1, '0.08'),
      flat('flux-1-dev', 0, '0.025'),
      flat('flux-1-schnell', 0, '0.003'),
    ],
  ],
  [
    'together',
    'together',
    [
      any('flux-2-pro', 1, image('0.03')),
      any('flux-2-flex', 1, image('0.03')),
      any('flux-2-dev', 1, image('0.0154')),
      any('flux-2-max', 1, linear('0.07')),
      any('flux-1.1-pro', 0, linear('0.04')),
      any('flux-1-kontext-pro', 1, linear('0.04'), needsReference),
      any('flux-1-kontext-max', 1, linear('0.08'), needsReference),
      any('flux-1-schnell', 0, linear('0.0027')),
    ],
  ],
  [
    'deepinfra',
    'deepinfra',
    [
      any(
        'flux-2-dev',
        0,
        { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 },
        seedless,
      ),
      any('flux-2-pro', 0, [decides('based', image('0.07'))], seedless),
      any('black-forest-labs/FLUX-pro', 0, image('0.05'), { ...seedless, name: 'FLUX pro' }),
    ],
  ],
  [
    'aigateway',
    'aigateway',
    [
      any(
        'flux-2-klein-9b',
        0,
        [decides('aigateway', image('0.04'), { topUp: '0.05', topUpLeast: '5' })],
        seedless,
      ),
    ],
  ],
  [
    'openrouter',
    'openrouter',
    [
      tier('klein-4b'),
      tier('pro'),
      ['flux-2-flex', flux2Sizes, 8, rounded('0.06', undefined, '0.06')],
      tier('max'),
    ],
  ],
  // Hugging Face charges what its partners charge, and no page lists those prices.
  [
    'huggingface',
    '',
    [
      ['flux-1-schnell', flux1Sizes, 0, []],
      ['flux-1-dev', flux1Sizes, 0, []],
    ],
  ],
  // A page's App Key may add up to a quarter to the price. A reader who pastes a key pays
  // Pollinations' own price.
  [
    'pollinations',
    'pollinations',
    [any('flux-1-schnell', 0, image('0.002')), any('kontext', 1, image('0.04'))],
  ],
  // `*` stands for any other model: the models of a self-hosted server cannot be listed.
  [
    'openai-compatible',
    'own',
    ['default', '*'].map((model): Row => [
      model,
      { ...freeSizes, max: 4096, area: 1 << 24 },
      0,
      { kind: 'self-hosted', each: '0' },
      { ...seedless, name: 'Own server' },
    ]),
  ],
];

export const hosts: readonly Offer[] = rows.flatMap((row) => offers(...row));

function sizesOf(model: string): Sizes {
  return model.startsWith('flux-2') ? anyFlux2Sizes : anySizes;
}
function any(
  model: string,
  references: number,
  rule: Rule | readonly Price[],
  more?: Partial<Offer>,
): Row {
  return [model, sizesOf(model), references, rule, more];
}
/** A fixed price per image, at routes that take an aspect ratio and make about one megapixel. */
function flat(model: string, references: number, each: string, more?: Partial<Offer>): Row {
  return [model, replicateMegapixel, references, image(each), more];
}

/**
 * fal's pages name no limit for references, Lumenfall says at most four megapixels each. The price
 * is a range over both.
 */
function capped(further: string, first?: string): Rule {
  return { ...rounded(further, first, further), inputMost: 4, inputUnsure: true } as Rule;
}
/**
 * Only Puter and Lumenfall say which megapixel Replicate bills references by, and they differ. The
 * price is a range over both.
 */
function unsure(each: string, choices?: readonly string[], run?: string): Rule {
  return {
    ...declared(each, choices, run),
    inputMost: 4,
    inputUnsure: true,
  };
}

function edit(each: string): Price {
  return decides('lumenfall', capped(each), { when: 'edit' });
}
