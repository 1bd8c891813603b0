import type { Offer, Price } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import {
  declared, flux1Sizes, flux2, flux2Sizes, freeSizes, image, linear, offers, price, replicateMegapixel, replicateShapes, replicateSizes, rounded, shapes,
  type Row,
} from './offer.js';

const needsReference = { needsReference: true } as const;
const seedless = { seed: false };
const perImage = (model: string, references: number, each: string): Row => [model, freeSizes, references, image(each), `$${each} per image`];
const perMegapixel = (model: string, references: number, each: string, rule: Rule, more?: Partial<Offer>): Row =>
  [model, freeSizes, references, rule, `$${each} per megapixel`, more];
const silent = (model: string, references: number, more?: Partial<Offer>): Row => [model, freeSizes, references, [], '', more];

/** Text and editing are different endpoints with different prices. */
const edits = (text: readonly Price[], edit: string): readonly Price[] =>
  [...text, price('lumenfall', rounded(edit, undefined, edit), `edit: $${edit}/megapixel in and out`, { when: 'edit' })];

/**
 * fal bills by the megapixel of 1024×1024, rounded up. Its klein guide names two variants and not which of them the plain endpoint runs: a range.
 * Replicate and Together publish no price service; theirs are as Puter's cost table has them. DeepInfra takes area and steps, no seed, no references.
 */
const rows: readonly (readonly [provider: string, source: string, rows: readonly Row[]])[] = [
  ['fal', 'fal', [
    ['flux-2-klein-4b', freeSizes, 4, edits([
      price('falKlein', { ...rounded('0.014'), from: '0.009' } as Rule, 'Base $0.009/MP, Distilled $0.014/MP', { when: 'text' }),
    ], '0.01')],
    ['flux-2-klein-9b', freeSizes, 4, edits([price('lumenfall', rounded('0.006'), '$0.0060/megapixel', { when: 'text' })], '0.011')],
    ['flux-2-pro', freeSizes, 8, rounded('0.015', '0.03', '0.015'), '$0.03 first MP, $0.015 per extra MP of input and output, rounded up'],
    perMegapixel('flux-2-flex', 8, '0.05', rounded('0.05', undefined, '0.05')),
    silent('flux-2-max', 8), silent('flux-2-dev', 4), silent('flux-1-kontext-pro', 1, needsReference), silent('flux-1-kontext-max', 1, needsReference),
    perMegapixel('flux-1.1-pro', 0, '0.04', rounded('0.04')),
    ['flux-1.1-pro-ultra', shapes(4), 0, image('0.06'), '$0.06 per image'],
    perMegapixel('flux-1-dev', 0, '0.025', rounded('0.025')),
    perMegapixel('flux-1-schnell', 0, '0.003', rounded('0.003')),
  ]],
  ['replicate', 'costs', [
    ['flux-2-pro', replicateShapes, 8, declared('0.015', replicateSizes, '0.015'), 'run 1.5¢, output and input 1.5¢ per MP'],
    ['flux-2-klein-4b', replicateShapes, 4, declared('0.001', replicateSizes), '0.1¢ per MP'],
    ['flux-2-dev', replicateMegapixel, 4, declared('0.012'), 'go_fast 1.2¢ per MP'],
    ['flux-1.1-pro', replicateMegapixel, 0, image('0.04'), '4¢ per image'],
    ['flux-1-schnell', replicateMegapixel, 0, image('0.003'), '0.3¢ per image'],
  ]],
  ['together', 'costs', [
    perImage('flux-2-pro', 1, '0.03'), perImage('flux-2-flex', 1, '0.03'), perImage('flux-2-dev', 1, '0.0154'),
    perMegapixel('flux-2-max', 1, '0.07', linear('0.07')), perMegapixel('flux-1.1-pro', 0, '0.04', linear('0.04')),
    perMegapixel('flux-1-kontext-pro', 1, '0.04', linear('0.04'), needsReference), perMegapixel('flux-1-kontext-max', 1, '0.08', linear('0.08'), needsReference),
    perMegapixel('flux-1-schnell', 0, '0.0027', linear('0.0027')),
  ]],
  ['deepinfra', 'deepinfra', [
    ['flux-2-dev', freeSizes, 0, { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 },
      '$0.01 x (width/1024) x (height/1024) x (iters/28)', seedless],
    ['flux-2-pro', freeSizes, 0, [price('based', image('0.07'), 'DeepInfra around $0.07 per image')], '', seedless],
    ['black-forest-labs/FLUX-pro', freeSizes, 0, image('0.05'), '$0.05 per image', { ...seedless, name: 'FLUX pro' }],
  ]],
  ['aigateway', 'aigateway', [
    ['flux-2-klein-9b', freeSizes, 0, [
      price('aigateway', image('0.04'), '$0.040 per image; 5% fee at top-up: $100 funds $95', { topUp: '0.05' }),
    ], '', seedless],
  ]],
  ['openrouter', 'openrouter', [
    ['flux-2-klein-4b', flux2Sizes, 4, flux2('0.014', '0.001'), 'BFL’s price'],
    ['flux-2-pro', flux2Sizes, 8, flux2('0.03', '0.015'), 'BFL’s price'],
    ['flux-2-flex', flux2Sizes, 8, rounded('0.06', undefined, '0.06'), '$0.06 for each megapixel in and out'],
    ['flux-2-max', flux2Sizes, 8, flux2('0.07', '0.03'), 'BFL’s price'],
  ]],
  // It passes on what its partners ask, which no page tells.
  ['huggingface', '', [['flux-1-schnell', flux1Sizes, 0, []], ['flux-1-dev', flux1Sizes, 0, []]]],
  // A page may add up to a quarter to Pollinations' price.
  ['pollinations', 'pollinations', [
    ['flux-1-schnell', freeSizes, 0, image('0.0025', '0.002'), '0.002 pollen; a page may add 25 %'],
    ['kontext', freeSizes, 1, image('0.05', '0.04'), '0.04 pollen; a page may add 25 %'],
  ]],
  // `*` is any other model: nobody can list those of a server of one's own.
  ['openai-compatible', 'own', ['default', '*'].map((model): Row =>
    [model, { ...freeSizes, max: 4096, area: 1 << 24 }, 0, { kind: 'self-hosted', each: '0' }, 'your own hardware', { ...seedless, name: 'Own server' }])],
];

export const hosts: readonly Offer[] = rows.flatMap((row) => offers(...row));
