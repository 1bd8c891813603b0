import type { DeclaredMegapixelRule } from '../rules/declared-megapixel.js';
import type { Host } from './host.js';
import { declared, image } from './rules.js';
import { replicateChoices, replicateMegapixel, replicateShapes, shapes } from './sizes.js';
import { source } from './source.js';

const sources = {
  replicate: {
    ...source('Puter on Replicate’s prices', '2026-09-16', 'third-party'),
    page: 'github.com/HeyPuter/puter/blob/587fe5cd/src/docs/src/AI/image-models.md',
  },
};

/** Replicate has no price service: its prices are those in Puter's documents. */
export const replicate: Host<keyof typeof sources> = {
  sources,
  rows: {
    'flux-2-pro': {
      sizes: replicateShapes,
      references: 8,
      prices: [
        {
          source: 'replicate',
          rule: unsure(declared({ run: '0.015', megapixel: '0.015', choices: replicateChoices })),
          says: '$0.015 per run + $0.015 per input MP + $0.015 per output MP',
        },
      ],
      others: [
        {
          source: 'lumenfallPro',
          rule: {
            ...declared({ run: '0.015', megapixel: '0.015', choices: replicateChoices }),
            inputMost: 4,
          },
          says: 'Images exceeding 4 megapixels are resized to 4 megapixels',
          when: 'edit',
          wrong:
            'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range',
        },
        {
          source: 'based',
          rule: { ...image('0.08'), from: '0.05' },
          says: 'Replicate: roughly $0.05 to $0.08 per image',
          wrong: 'Billed per run and megapixel, not by time',
        },
      ],
    },
    'flux-2-klein-4b': {
      sizes: replicateShapes,
      references: 4,
      prices: [
        {
          source: 'replicate',
          rule: unsure(declared({ megapixel: '0.001', choices: replicateChoices })),
          says: '$0.001 per input MP + $0.001 per output MP',
        },
      ],
    },
    'flux-2-dev': {
      sizes: replicateMegapixel,
      references: 4,
      prices: [
        {
          source: 'replicate',
          rule: unsure(declared({ megapixel: '0.012' })),
          says: 'go_fast=true: $0.012 per input MP + $0.012 per output MP',
        },
      ],
    },
    'flux-2-flex': {
      sizes: replicateShapes,
      references: 8,
      prices: [
        {
          source: 'replicate',
          rule: unsure(declared({ megapixel: '0.06', choices: replicateChoices })),
          says: '$0.06 per input MP + $0.06 per output MP',
        },
      ],
    },
    'flux-2-max': {
      sizes: replicateShapes,
      references: 8,
      prices: [
        {
          source: 'replicate',
          rule: unsure(declared({ run: '0.04', megapixel: '0.03', choices: replicateChoices })),
          says: '$0.04 per run + $0.03 per input MP + $0.03 per output MP',
        },
      ],
    },
    'flux-1.1-pro': { sizes: replicateMegapixel, references: 0, prices: perImage('0.04') },
    'flux-1.1-pro-ultra': {
      sizes: shapes({ megapixels: 4 }),
      references: 0,
      prices: perImage('0.06'),
    },
    'flux-1-kontext-pro': { sizes: replicateMegapixel, references: 1, prices: perImage('0.04') },
    'flux-1-kontext-max': { sizes: replicateMegapixel, references: 1, prices: perImage('0.08') },
    'flux-1-dev': {
      sizes: replicateMegapixel,
      references: 0,
      prices: perImage('0.025'),
      others: [{ source: 'based', rule: image('0.025'), says: 'Flux Dev ($0.025/image)' }],
    },
    'flux-1-schnell': {
      sizes: replicateMegapixel,
      references: 0,
      prices: perImage('0.003'),
      others: [{ source: 'based', rule: image('0.003'), says: 'Flux Schnell ($0.003/image)' }],
    },
  },
};

/** A fixed price, and the words of the page around it. */
function perImage(each: string) {
  const says = `$${each} per output image`;
  return [{ source: 'replicate', rule: image(each), says } as const];
}

/**
 * Only Puter and Lumenfall say which megapixel Replicate bills references by, and they differ. The
 * price is a range over both.
 */
function unsure(rule: DeclaredMegapixelRule): DeclaredMegapixelRule {
  return { ...rule, inputMost: 4, inputUnsure: true };
}
