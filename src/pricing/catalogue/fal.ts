import type { MegapixelRule } from '../rules/megapixel.js';
import { anyFlux2Sizes, anySizes } from './any-sizes.js';
import { kleinDay, type Host } from './host.js';
import { perMegapixel } from './megapixel-rules.js';
import { image } from './rules.js';
import { shapes } from './sizes.js';
import { flux2Day, source, undated } from './source.js';

const modelPage = 'fal model page';
const falPages = 'fal.ai/models/fal-ai';
const lumenfallPages = 'lumenfall.ai/models/black-forest-labs';

const sources = {
  falKlein: {
    ...source('fal klein guide', '2026-01-16'),
    page: 'fal.ai/learn/devs/flux-2-klein-user-guide',
  },
  fal: source(modelPage, '2026-08-09'),
  falFlex: source(modelPage, '2026-06-24'),
  falJune: source(modelPage, '2026-06-01'),
  falMax: undated(modelPage, flux2Day),
  falKlein9: undated(modelPage, kleinDay),
  lumenfall: undated('Lumenfall on fal', kleinDay, 'third-party'),
};

const roundedUp = 'fal bills every megapixel, rounded up';

/**
 * fal bills per megapixel of 1024×1024, rounded up. Text-to-image and editing are separate
 * endpoints.
 */
export const fal: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-2-klein-4b': {
      sizes: anyFlux2Sizes,
      references: 4,
      prices: [
        {
          source: 'falKlein',
          rule: { ...perMegapixel({ everyMegapixel: '0.014' }), from: '0.009' },
          says: 'The Base model ($0.009/MP) … the Distilled variant ($0.014/MP)',
          when: 'text',
        },
        {
          source: 'lumenfall',
          rule: perMegapixel({ everyMegapixel: '0.005' }),
          says: '$0.0050/megapixel',
          page: `${lumenfallPages}/flux.2-klein-4b`,
          when: 'text',
          doubt:
            'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out',
        },
        {
          source: 'lumenfall',
          rule: capped(perMegapixel({ everyMegapixel: '0.01', referenceMegapixel: '0.01' })),
          says: '$0.0100/megapixel',
          page: `${lumenfallPages}/flux.2-klein-4b`,
          when: 'edit',
        },
      ],
    },
    'flux-2-klein-9b': {
      sizes: anyFlux2Sizes,
      references: 4,
      prices: [
        {
          source: 'falKlein9',
          rule: perMegapixel({ everyMegapixel: '0.006' }),
          says: '$0.006 per megapixels',
          page: `${falPages}/flux-2/klein/9b/llms.txt`,
          when: 'text',
        },
        {
          source: 'lumenfall',
          rule: capped(perMegapixel({ everyMegapixel: '0.011', referenceMegapixel: '0.011' })),
          says: '$0.0110/megapixel',
          page: `${lumenfallPages}/flux.2-klein-9b`,
          when: 'edit',
        },
      ],
    },
    'flux-2-pro': {
      sizes: anyFlux2Sizes,
      references: 8,
      prices: [
        {
          source: 'fal',
          rule: capped(
            perMegapixel({
              firstMegapixel: '0.03',
              furtherMegapixel: '0.015',
              referenceMegapixel: '0.015',
            }),
          ),
          says: '**$0.03** for the first megapixel of output, plus **$0.015** per extra megapixel of input and output',
          page: `${falPages}/flux-2-pro`,
        },
      ],
      others: [
        {
          source: 'based',
          rule: perMegapixel({ everyMegapixel: '0.045' }),
          says: 'fal.ai: approximately $0.045 per megapixel',
          wrong: 'fal’s own page: $0.03, then $0.015',
        },
        {
          source: 'lumenfallPro',
          rule: {
            ...perMegapixel({
              firstMegapixel: '0.03',
              furtherMegapixel: '0.015',
              referenceMegapixel: '0.015',
            }),
            inputMost: 4,
          },
          says: 'Images exceeding 4 megapixels are resized to 4 megapixels',
          when: 'edit',
          wrong:
            'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range',
        },
      ],
    },
    'flux-2-flex': {
      sizes: anyFlux2Sizes,
      references: 8,
      prices: [
        {
          source: 'falFlex',
          rule: capped(perMegapixel({ everyMegapixel: '0.05', referenceMegapixel: '0.05' })),
          says: '$0.05 per megapixel on BOTH input and output side, rounded up',
          page: `${falPages}/flux-2-flex`,
        },
      ],
    },
    'flux-2-max': {
      sizes: anyFlux2Sizes,
      references: 8,
      prices: [
        {
          source: 'falMax',
          rule: capped(
            perMegapixel({
              firstMegapixel: '0.07',
              furtherMegapixel: '0.03',
              referenceMegapixel: '0.03',
            }),
          ),
          says: 'The first processed megapixel will cost **$0.07**. Each additional megapixel will cost **0.03**.',
          page: `${falPages}/flux-2-max/edit/llms.txt`,
        },
      ],
    },
    // fal's form takes 512 to 2,048 pixels a side.
    'flux-2-dev': {
      sizes: { ...anyFlux2Sizes, min: 512, max: 2048 },
      references: 4,
      prices: [],
    },
    'flux-1-kontext-pro': {
      sizes: shapes({ megapixels: 1 }),
      references: 1,
      needsReference: true,
      prices: [
        {
          source: 'fal',
          rule: image('0.04'),
          says: '$0.04 per image',
          page: `${falPages}/flux-pro/kontext`,
        },
      ],
    },
    'flux-1-kontext-max': {
      sizes: shapes({ megapixels: 1 }),
      references: 1,
      needsReference: true,
      prices: [
        {
          source: 'fal',
          rule: image('0.08'),
          says: '$0.08 per image',
          page: `${falPages}/flux-pro/kontext/max`,
        },
      ],
    },
    'flux-1.1-pro': {
      sizes: anySizes,
      references: 0,
      prices: [
        {
          source: 'fal',
          rule: perMegapixel({ everyMegapixel: '0.04' }),
          says: '$0.04 per megapixel',
          page: `${falPages}/flux-pro/v1.1`,
        },
      ],
      others: [
        {
          source: 'zaro',
          rule: perMegapixel({ everyMegapixel: '0.04' }),
          says: 'image generation requests costing $0.04 per megapixel',
        },
      ],
    },
    'flux-1.1-pro-ultra': {
      sizes: shapes({ megapixels: 4 }),
      references: 0,
      prices: [
        {
          source: 'falJune',
          rule: image('0.06'),
          says: '$0.06 per image',
          page: `${falPages}/flux-pro/v1.1-ultra`,
        },
      ],
    },
    'flux-1-dev': {
      sizes: anySizes,
      references: 0,
      prices: [
        {
          source: 'falJune',
          rule: perMegapixel({ everyMegapixel: '0.025' }),
          says: '$0.025 per megapixel',
          page: `${falPages}/flux/dev`,
        },
      ],
      others: [
        {
          source: 'based',
          rule: image('0.025'),
          says: 'Flux Dev ($0.025/image)',
          wrong: roundedUp,
        },
      ],
    },
    'flux-1-schnell': {
      sizes: anySizes,
      references: 0,
      prices: [
        {
          source: 'falJune',
          rule: perMegapixel({ everyMegapixel: '0.003' }),
          says: '$0.003 per megapixel',
          page: `${falPages}/flux/schnell`,
        },
      ],
      others: [
        {
          source: 'based',
          rule: image('0.003'),
          says: 'Flux Schnell ($0.003/image)',
          wrong: roundedUp,
        },
      ],
    },
  },
};

/**
 * fal's pages name no limit for references, Lumenfall says at most four megapixels each. The price
 * is a range over both.
 */
function capped(rule: MegapixelRule): MegapixelRule {
  return { ...rule, inputMost: 4, inputUnsure: true };
}
