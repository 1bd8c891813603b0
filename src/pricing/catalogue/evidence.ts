import type { ListedSource, Price } from '../price-list-types.js';
import { flux2, image, price, rounded } from './offer.js';
import { source } from './sources.js';

/** Sources that decide nothing: they agree, or are shown as conflicts. */
export const otherSources: Readonly<Record<string, ListedSource>> = {
  formula: source('BFL price formula', 'github.com/black-forest-labs/skills/blob/main/skills/bfl-api/SKILL.md', '2026-02-03'),
  bflOld: source('BFL price list, January', 'docs.bfl.ml/quick_start/pricing', '2026-01-27'),
  guide: source('Puter’s FLUX pricing guide', 'developer.puter.com/tutorials/flux-api-pricing/', '2026-06-01', 'third-party'),
  zaro: source('Zaro on Flux 1.1', 'zaro.info/ai-model-pricing/how-much-does-flux-1-1-cost', '2025-06-01', 'third-party'),
};

const floor = 'Its “from” price leaves the reference picture out';
const perMegapixel = 'Counts every megapixel at the price of the first';
const before = 'BFL’s price before 28 January 2026';

/** What a guide's table says of one megapixel, without and with a reference. */
const table = (from: string, text: string, edit: string, wrongText?: string, wrongEdit?: string): Price[] => [
  price(from, image(text), `from $${text}`, { when: 'text', upTo: 1, ...wrongText && { wrong: wrongText } }),
  price(from, image(edit), `editing from $${edit}`, { when: 'edit', upTo: 1, ...wrongEdit && { wrong: wrongEdit } }),
];

const formula = (first: string, further: string): Price =>
  price('formula', flux2(first, further), `(firstMP + (outputMP-1) * mpPrice) + (inputMP * mpPrice): $${first}, $${further}`);

const everywhere = (each: string, ...others: Price[]): Price[] =>
  [...['formula', 'bflOld', 'guide'].map((from) => price(from, image(each), `$${each} per image`)), ...others];

const twoMegapixels = (from: string): Price => price(from, rounded('0.001', '0.014'), 'a 2MP image: $0.014 + $0.001 = $0.015', { when: 'text' });

/** `provider model` → what else is said of it, whether it agrees or not. */
export const evidence: ReadonlyMap<string, readonly Price[]> = new Map(Object.entries({
  'bfl flux-2-klein-4b': [
    formula('0.014', '0.001'), twoMegapixels('guide'), twoMegapixels('bflOld'),
    ...table('guide', '0.014', '0.014', undefined, floor), ...table('bflOld', '0.014', '0.014', undefined, floor),
  ],
  'bfl flux-2-klein-9b': [
    formula('0.015', '0.002'), ...table('guide', '0.015', '0.015', undefined, floor), ...table('bflOld', '0.015', '0.015', undefined, floor),
  ],
  'bfl flux-2-pro': [
    formula('0.03', '0.015'), ...table('guide', '0.03', '0.045'), ...table('bflOld', '0.03', '0.045'),
    price('based', rounded('0.03'), '$0.03 per megapixel; 2048x2048 about $0.12', { when: 'text', wrong: perMegapixel }),
    price('based', rounded('0.045'), 'editing $0.045 per megapixel', { when: 'edit', wrong: perMegapixel }),
  ],
  'bfl flux-2-flex': [
    formula('0.05', '0.05'), ...table('guide', '0.05', '0.05', undefined, floor), ...table('bflOld', '0.06', '0.12', before, before),
  ],
  'bfl flux-2-max': [
    formula('0.07', '0.03'), ...table('guide', '0.07', '0.07', undefined, floor),
    price('based', rounded('0.07'), '$0.07 per megapixel', { wrong: perMegapixel }),
  ],
  'bfl flux-2-dev': [price('bflOld', image('0'), 'Free: local development', { wrong: 'Free to run oneself; BFL makes no picture with it' })],
  'bfl flux-1-kontext-pro': everywhere('0.04'),
  'bfl flux-1-kontext-max': everywhere('0.08'),
  'bfl flux-1.1-pro': everywhere('0.04',
    price('zaro', rounded('0.04'), '$0.04 per megapixel; 2000x2000 $0.16', { wrong: 'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price' })),
  'bfl flux-1.1-pro-ultra': everywhere('0.06', price('based', rounded('0.06'), 'Ultra $0.06 per megapixel', { wrong: 'It is $0.06 per image' })),
  'bfl flux-1.1-pro-raw': everywhere('0.06'),
  'bfl flux-1-fill-pro': everywhere('0.05'),
  'fal flux-2-klein-4b': [price('lumenfall', rounded('0.005'), '$0.0050/megapixel', { when: 'text' })],
  'fal flux-2-pro': [price('based', rounded('0.045'), 'fal.ai about $0.045 per megapixel', { wrong: 'fal’s own page: $0.03, then $0.015' })],
  'fal flux-1.1-pro': [price('zaro', rounded('0.04'), '$0.04 per megapixel')],
  'fal flux-1-dev': [price('based', image('0.025'), 'Flux Dev $0.025/image', { upTo: 1 })],
  'fal flux-1-schnell': [price('based', image('0.003'), 'Flux Schnell $0.003/image', { upTo: 1 })],
  'replicate flux-2-pro': [
    price('based', image('0.08', '0.05'), '$0.05 to $0.08 per image, billed by GPU time', { wrong: 'Billed per run and megapixel, not by time' }),
  ],
  'replicate flux-1-schnell': [price('based', image('0.003'), 'Flux Schnell $0.003/image')],
  'together flux-2-pro': [
    price('based', image('0.05'), 'Together AI approximately $0.05 per image', { wrong: 'Approximate, and older than the cost table' }),
  ],
  'aigateway flux-2-klein-9b': [
    price('aigateway', image('0.004'), 'cache hits bill at 10%', { wrong: 'Only a repeat of the same request, and another of its pages says 50 %' }),
    price('bfl', rounded('0.002', '0.015'), 'from $0.015', { wrong: 'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that' }),
  ],
  'openrouter flux-2-flex': [
    price('bfl', rounded('0.05', undefined, '0.05'), 'from $0.05', { wrong: 'What BFL asks itself since 28 January 2026' }),
  ],
}));
