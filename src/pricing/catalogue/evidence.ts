import type { ListedSource, Price } from '../price-list-types.js';
import { declared, flux2, image, price, rounded } from './offer.js';
import { source, undated } from './sources.js';

/** Sources that decide nothing: they are listed as agreeing, or shown as conflicts. */
export const otherSources: Readonly<Record<string, ListedSource & { readonly page?: string }>> = {
  bflOld: {
    ...undated('BFL price list, January', '2026-01-15'),
    page: 'docs.bfl.ml/quick_start/pricing',
  },
  guide: {
    ...source('Puter’s FLUX pricing guide', '2026-06-01', 'third-party'),
    page: 'developer.puter.com/tutorials/flux-api-pricing/',
  },
  zaro: undated('Zaro on Flux 1.1', '2024-10-01', 'third-party'),
  lumenfallPro: {
    ...undated('Lumenfall', '2025-11-25', 'third-party'),
    page: 'lumenfall.ai/models/black-forest-labs/flux.2-pro',
  },
};

const least = 'A “from” price: it leaves the reference picture and further megapixels out';
const perMegapixel = 'Counts every megapixel at the price of the first';
const before = 'BFL’s price before 28 January 2026';
const million = 'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels';
const ofFal = 'fal bills every megapixel, rounded up';

const kleinNote = '$0.014 + $0.001 = $0.015';

const aboutReferences = 'Images exceeding 4 megapixels are resized to 4 megapixels';
const capped = { inputMost: 4 } as const;
const byLumenfall =
  'Counts a reference as four megapixels at most; fal’s page names no limit: hence the range';
const notPuter =
  'Counts a reference by 1,048,576 pixels and as four megapixels at most, Puter by the million: hence the range';

/** `provider model` → what other sources say about its price, agreeing or not. */
export const evidence: ReadonlyMap<string, readonly Price[]> = new Map(
  Object.entries({
    'bfl flux-2-klein-4b': [
      ...tables('0.014', '0.014'),
      klein('bfl'),
      klein('bflOld'),
      price('guide', rounded('0.001', '0.014'), 'each additional megapixel adds $0.001', {
        when: 'text',
        upTo: 4,
        wrong: least,
      }),
      byMillions('0.014', '0.001'),
    ],
    'bfl flux-2-klein-9b': [...tables('0.015', '0.015'), byMillions('0.015', '0.002')],
    'bfl flux-2-pro': [
      ...tables('0.03', '0.045'),
      byMillions('0.03', '0.015'),
      price('based', rounded('0.03'), 'Text-to-Image: $0.03 per megapixel', {
        when: 'text',
        upTo: 4,
        wrong: perMegapixel,
      }),
      price('based', rounded('0.045'), 'Image Editing: $0.045 per megapixel', {
        when: 'edit',
        upTo: 4,
        wrong: perMegapixel,
      }),
    ],
    'bfl flux-2-flex': [
      ...['bfl', 'guide'].flatMap((from) => table(from, '0.05', '0.05')),
      ...table('bflOld', '0.06', '0.12', before),
      byMillions('0.05', '0.05'),
    ],
    'bfl flux-2-max': [
      ...['bfl', 'guide'].flatMap((from) => table(from, '0.07', '0.07')),
      byMillions('0.07', '0.03'),
      price('based', rounded('0.07'), 'Max costs $0.07 per megapixel', {
        upTo: 4,
        wrong: perMegapixel,
      }),
    ],
    'bfl flux-2-dev': [
      price('bflOld', image('0'), 'Free | Free', {
        wrong: 'Free to run oneself; BFL makes no picture with it',
      }),
    ],
    'bfl flux-1-kontext-pro': everywhere(
      'flux-kontext',
      4,
      price('guide', image('0.04'), '$0.04 | $0.04'),
    ),
    'bfl flux-1-kontext-max': everywhere(
      'flux-kontext-max',
      8,
      price('guide', image('0.08'), '$0.08 | $0.08'),
    ),
    'bfl flux-1.1-pro': everywhere(
      'flux-pro-1.1',
      4,
      price('zaro', rounded('0.04'), 'image generation requests costing $0.04 per megapixel', {
        upTo: 4,
        wrong:
          'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price',
      }),
    ),
    'bfl flux-1.1-pro-ultra': everywhere(
      'flux-pro-1.1-ultra',
      6,
      price('based', rounded('0.06'), 'Ultra (high-resolution): $0.06 per megapixel', {
        upTo: 4,
        wrong: 'It is $0.06 per image',
      }),
    ),
    'bfl flux-1.1-pro-raw': everywhere('flux-pro-1.1-raw', 6),
    'bfl flux-1-fill-pro': everywhere('flux-pro-1.0-fill', 5),
    'fal flux-2-pro': [
      price('based', rounded('0.045'), 'fal.ai: approximately $0.045 per megapixel', {
        wrong: 'fal’s own page: $0.03, then $0.015',
      }),
      price(
        'lumenfallPro',
        { ...(rounded('0.015', '0.03', '0.015') as object), ...capped } as Price['rule'],
        aboutReferences,
        { when: 'edit', wrong: byLumenfall },
      ),
    ],
    'fal flux-1.1-pro': [
      price('zaro', rounded('0.04'), 'image generation requests costing $0.04 per megapixel'),
    ],
    'fal flux-1-dev': [price('based', image('0.025'), 'Flux Dev ($0.025/image)', { wrong: ofFal })],
    'fal flux-1-schnell': [
      price('based', image('0.003'), 'Flux Schnell ($0.003/image)', { wrong: ofFal }),
    ],
    'replicate flux-2-pro': [
      price(
        'lumenfallPro',
        { ...declared('0.015', ['0.5', '1', '2', '4'], '0.015'), ...capped },
        aboutReferences,
        { when: 'edit', wrong: notPuter },
      ),
      price('based', image('0.08', '0.05'), 'Replicate: roughly $0.05 to $0.08 per image', {
        wrong: 'Billed per run and megapixel, not by time',
      }),
    ],
    'replicate flux-1-dev': [price('based', image('0.025'), 'Flux Dev ($0.025/image)')],
    'replicate flux-1-schnell': [price('based', image('0.003'), 'Flux Schnell ($0.003/image)')],
    'together flux-2-pro': [
      price('based', image('0.05'), 'Together AI: approximately $0.05 per image', {
        wrong: 'Approximate, and older than the cost table',
      }),
    ],
    'aigateway flux-2-klein-9b': [
      price('aigateway', image('0.004'), 'bill at 10% of the uncached cost', {
        wrong: 'Only a repeat of the same request, and another of its pages says 50 %',
      }),
      price('formula', flux2('0.015', '0.002'), '1.5c 0.2c $0.015 $0.017', {
        wrong: 'AIgateway says it passes BFL’s rate on; its own figure is 2.7 times that',
      }),
    ],
    'openrouter flux-2-flex': [
      price('bfl', image('0.05'), 'from $0.05', {
        upTo: 1,
        when: 'text',
        wrong: 'What BFL asks itself since 28 January 2026',
      }),
    ],
  }),
);

/**
 * The prices in a table of “from” prices, which hold for one megapixel: without and with a
 * reference image.
 */
function table(from: string, text: string, edit: string, why = least): Price[] {
  return [
    price(from, image(text), `from $${text}`, { when: 'text', upTo: 1, wrong: why }),
    price(from, image(edit), `from $${edit}`, { when: 'edit', upTo: 1, wrong: why }),
  ];
}

/**
 * The same table in three sources: on BFL's page, in its January copy, and in the guide that quotes
 * it.
 */
function tables(text: string, edit: string): Price[] {
  return ['bfl', 'guide', 'bflOld'].flatMap((from) => table(from, text, edit));
}

/**
 * The price if a megapixel were 1,000,000 pixels, which is the guide's definition. It moves the
 * boundary of every price step.
 */
function byMillions(first: string, further: string): Price {
  return price(
    'guide',
    { ...(flux2(first, further) as object), pixels: 1e6 } as Price['rule'],
    'One megapixel is one million pixels',
    { upTo: 4, wrong: million },
  );
}

/** The same fixed price in three sources: BFL's repository, the guide, and BFL's January page. */
function everywhere(path: string, cents: number, ...others: Price[]): Price[] {
  const each = `0.0${cents}`;
  return [
    price('formula', image(each), `/v1/${path} $${each}`),
    price('guide', image(each), `${cents} | $${each}`),
    price('bflOld', image(each), `${cents} credits $${each}`),
    ...others,
  ];
}

function klein(from: string): Price {
  return price(from, rounded('0.001', '0.014'), kleinNote, { when: 'text', upTo: 4, wrong: least });
}
