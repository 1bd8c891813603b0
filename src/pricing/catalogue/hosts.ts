import type { Offer, Price } from '../price-list-types.js';
import type { Rule } from '../rule.js';
import { flux1Sizes, flux2Sizes, freeSizes, image, linear, offer, price, replicateRatios, rounded, shapes } from './offer.js';

const free = freeSizes(8);
const seed = { seed: true } as const;
const needsReference = { needsReference: true, seed: true } as const;

/** fal's klein endpoints: two variants in fal's guide, which of them the plain endpoint runs is not said; editing has a price of its own. */
const klein = (text: string, edit: string, ...guide: Price[]): readonly Price[] => [
  ...guide, price('lumenfall', rounded(text), `$${text}/megapixel`, { when: 'text' }),
  price('lumenfall', rounded(edit, undefined, edit), `edit $${edit}/megapixel in and out`, { when: 'edit' }),
];

/** fal: by the megapixel of 1024×1024, rounded up. */
export const fal: readonly Offer[] = [
  offer('fal', 'flux-2-klein-4b', free, 4, klein('0.005', '0.01',
    price('falKlein', { kind: 'megapixel', pixels: 1_048_576, further: '0.014', from: '0.009' }, 'Base $0.009/MP, Distilled $0.014/MP', { when: 'text' })), seed),
  offer('fal', 'flux-2-klein-9b', free, 4, klein('0.006', '0.011'), seed),
  offer('fal', 'flux-2-pro', free, 8, [
    price('fal', rounded('0.015', '0.03', '0.015'), '$0.03 first MP of output, $0.015 per extra MP of input and output, rounded up; 1920x1080 $0.045'),
    price('based', rounded('0.045'), 'fal.ai about $0.045 per megapixel', { wrong: 'fal’s own page: $0.03, then $0.015' }),
  ], seed),
  offer('fal', 'flux-2-flex', free, 8, [price('fal', rounded('0.05', undefined, '0.05'), '$0.05 per megapixel')], seed),
  offer('fal', 'flux-2-max', free, 8, [], seed),
  offer('fal', 'flux-2-dev', free, 4, [], seed),
  offer('fal', 'flux-1-kontext-pro', shapes(1), 1, [], needsReference),
  offer('fal', 'flux-1-kontext-max', shapes(1), 1, [], needsReference),
  offer('fal', 'flux-1.1-pro', free, 0, [
    price('fal', rounded('0.04'), '$0.04 per megapixel'), price('zaro', rounded('0.04'), '$0.04 per megapixel'),
  ], seed),
  offer('fal', 'flux-1.1-pro-ultra', shapes(4), 0, [price('fal', image('0.06'), '$0.06 per image')], seed),
  offer('fal', 'flux-1-dev', free, 0, [
    price('fal', rounded('0.025'), '$0.025 per megapixel'), price('based', image('0.025'), 'Flux Dev $0.025/image', { upTo: 1 }),
  ], seed),
  offer('fal', 'flux-1-schnell', free, 0, [
    price('fal', rounded('0.003'), '$0.003 per megapixel'), price('based', image('0.003'), 'Flux Schnell $0.003/image', { upTo: 1 }),
  ], seed),
];

const declared = (output: string, run?: string): Rule =>
  ({ kind: 'declared-megapixel', ...run && { run }, output, input: output, choices: ['0.5', '1', '2', '4'] });
const shape = shapes(undefined, replicateRatios);

/** Replicate tells no cost and publishes no price service: as Puter's cost table has its prices. */
export const replicate: readonly Offer[] = [
  offer('replicate', 'flux-2-klein-4b', shape, 4, [price('costs', declared('0.001'), '0.1¢ per MP')], seed),
  offer('replicate', 'flux-2-pro', shape, 8, [
    price('costs', declared('0.015', '0.015'), 'run 1.5¢, each output and input MP 1.5¢'),
    price('based', image('0.08', '0.05'), '$0.05 to $0.08 per image, billed by GPU time', { wrong: 'Billed per run and megapixel, not by time' }),
  ], seed),
  offer('replicate', 'flux-2-dev', shapes(1, replicateRatios), 4, [
    price('costs', { kind: 'declared-megapixel', output: '0.012', input: '0.012' }, 'go_fast 1.2¢ per MP'),
  ], seed),
  offer('replicate', 'flux-1.1-pro', shapes(1, replicateRatios), 0, [price('costs', image('0.04'), '4¢ per image')], seed),
  offer('replicate', 'flux-1-schnell', shapes(1, replicateRatios), 0, [
    price('costs', image('0.003'), '0.3¢ per image'), price('based', image('0.003'), 'Flux Schnell $0.003/image'),
  ], seed),
];

/** Together lists no picture prices at its API: as Puter's cost table has them. */
export const together: readonly Offer[] = [
  offer('together', 'flux-2-pro', free, 1, [
    price('costs', image('0.03'), '3¢ per image'),
    price('based', image('0.05'), 'Together AI approximately $0.05 per image', { wrong: 'An earlier price, and approximate' }),
  ], seed),
  offer('together', 'flux-2-flex', free, 1, [price('costs', image('0.03'), '3¢ per image')], seed),
  offer('together', 'flux-2-max', free, 1, [price('costs', linear('0.07'), '7¢ per MP')], seed),
  offer('together', 'flux-2-dev', free, 1, [price('costs', image('0.0154'), '1.54¢ per image')], seed),
  offer('together', 'flux-1-kontext-pro', free, 1, [price('costs', linear('0.04'), '4¢ per MP')], needsReference),
  offer('together', 'flux-1-kontext-max', free, 1, [price('costs', linear('0.08'), '8¢ per MP')], needsReference),
  offer('together', 'flux-1.1-pro', free, 0, [price('costs', linear('0.04'), '4¢ per MP')], seed),
  offer('together', 'flux-1-schnell', free, 0, [price('costs', linear('0.0027'), '0.27¢ per MP')], seed),
];

/** DeepInfra bills area and steps; it takes no seed and no references over its OpenAI route. */
export const deepinfra: readonly Offer[] = [
  offer('deepinfra', 'flux-2-dev', free, 0, [
    price('deepinfra', { kind: 'area-steps', each: '0.01', width: 1024, height: 1024, steps: 28 }, '$0.01 x (width/1024) x (height/1024) x (iters/28)'),
  ]),
  offer('deepinfra', 'black-forest-labs/FLUX-pro', free, 0, [price('deepinfra', image('0.05'), '$0.05 per image')], { name: 'FLUX pro' }),
  offer('deepinfra', 'flux-2-pro', free, 0, [price('based', image('0.07'), 'DeepInfra around $0.07 per image')]),
];

/** 5 % of a top-up is kept, so $0.04 of balance costs $0.0422 of one's own. */
export const aigateway: readonly Offer[] = [
  offer('aigateway', 'flux-2-klein-9b', free, 0, [
    price('aigateway', image('0.04'), '$0.040 per image; 5% fee at top-up: $100 funds $95', { topUp: '0.05' }),
    price('aigateway', image('0.004'), 'cache hits bill at 10%', { wrong: 'Only a repeat of the same request, and another of its pages says 50 %' }),
    price('bfl', rounded('0.002', '0.015'), 'BFL’s own rate, from $0.015', { wrong: 'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that' }),
  ]),
];

const passedOn = (first: string, further: string): readonly [ReturnType<typeof price>] => [price('openrouter',
  { kind: 'megapixel', pixels: 1_048_576, first, further, input: further, inputUnsure: true }, `BFL’s price passed on: $${first} first MP, $${further} further and input`)];

/** OpenRouter's price service gives one rate per megapixel; its model pages pass BFL's price on. */
export const openrouter: readonly Offer[] = [
  offer('openrouter', 'flux-2-klein-4b', flux2Sizes, 4, passedOn('0.014', '0.001'), seed),
  offer('openrouter', 'flux-2-pro', flux2Sizes, 8, passedOn('0.03', '0.015'), seed),
  offer('openrouter', 'flux-2-flex', flux2Sizes, 8, [
    price('openrouter', rounded('0.06', undefined, '0.06'), '$0.06 for each megapixel on both input and output side'),
    price('bfl', rounded('0.05', undefined, '0.05'), 'BFL’s own rate, $0.05 per megapixel', { wrong: 'What BFL asks itself since 28 January 2026' }),
  ], seed),
  offer('openrouter', 'flux-2-max', flux2Sizes, 8, passedOn('0.07', '0.03'), seed),
];

/** Where nothing tells a price, there is none. Hugging Face passes on what its partners ask; Pollinations lets a page add up to a quarter. */
export const others: readonly Offer[] = [
  offer('huggingface', 'flux-1-schnell', flux1Sizes, 0, [], seed),
  offer('huggingface', 'flux-1-dev', flux1Sizes, 0, [], seed),
  offer('pollinations', 'flux-1-schnell', free, 0, [price('pollinations', image('0.0025', '0.002'), '0.002 pollen; a page may add 25 %')], seed),
  offer('pollinations', 'kontext', free, 1, [price('pollinations', image('0.05', '0.04'), '0.04 pollen; a page may add 25 %')], seed),
  ...['default', '*'].map((model) => offer('openai-compatible', model, { ...freeSizes(8, 4096), area: 4096 * 4096 }, 0, [
    price('own', { kind: 'self-hosted', each: '0' }, 'your own hardware: nothing is billed per picture, or the owner’s figure'),
  ], { name: 'Own server' })),
];
