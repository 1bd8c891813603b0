import type { MegapixelRule } from '../rules/megapixel.js';
import type { bfl } from './bfl.js';
import type { OtherPrice } from './host.js';
import { perMegapixel } from './megapixel-rules.js';
import { flux2, image, type Flux2Amounts } from './rules.js';

/** What stands on the pages of `bflSources` about a row of `bfl.ts`. */
export interface BflWords<Prices extends readonly unknown[] = readonly unknown[]> {
  /** The words of the row's prices, in their order. */
  readonly says: { readonly [Index in keyof Prices]: string };
  /** What other sources say, agreeing or not. */
  readonly others?: readonly OtherPrice[];
}

const least = 'A “from” price: it leaves the reference picture and further megapixels out';
const onlyFirst = 'Counts every megapixel at the price of the first';

/** Every row of `bfl.ts` and the words of its prices; these come later than a first look. */
export const bflWords: {
  readonly [Model in keyof typeof bfl]: BflWords<(typeof bfl)[Model]['prices']>;
} = {
  'flux-2-klein-4b': {
    says: [formula('1.4c 0.1c $0.014 $0.015')],
    others: [
      ...fromPrices({ sources: ['bfl', 'guide', 'bflOld'], text: '0.014', edit: '0.014' }),
      twoMegapixels('bfl'),
      twoMegapixels('bflOld'),
      {
        source: 'guide',
        rule: perMegapixel({ firstMegapixel: '0.014', furtherMegapixel: '0.001' }),
        says: 'each additional megapixel adds $0.001',
        when: 'text',
        upTo: 4,
        wrong: least,
      },
      byMillions({ firstMegapixel: '0.014', furtherMegapixel: '0.001' }),
    ],
  },
  'flux-2-klein-9b': {
    says: [formula('1.5c 0.2c $0.015 $0.017')],
    others: [
      ...fromPrices({ sources: ['bfl', 'guide', 'bflOld'], text: '0.015', edit: '0.015' }),
      byMillions({ firstMegapixel: '0.015', furtherMegapixel: '0.002' }),
    ],
  },
  'flux-2-pro': {
    says: [formula('3c 1.5c $0.03 $0.045')],
    others: [
      ...fromPrices({ sources: ['bfl', 'guide', 'bflOld'], text: '0.03', edit: '0.045' }),
      byMillions({ firstMegapixel: '0.03', furtherMegapixel: '0.015' }),
      {
        source: 'based',
        rule: perMegapixel({ everyMegapixel: '0.03' }),
        says: 'Text-to-Image: $0.03 per megapixel',
        when: 'text',
        upTo: 4,
        wrong: onlyFirst,
      },
      {
        source: 'based',
        rule: perMegapixel({ everyMegapixel: '0.045' }),
        says: 'Image Editing: $0.045 per megapixel',
        when: 'edit',
        upTo: 4,
        wrong: onlyFirst,
      },
    ],
  },
  'flux-2-flex': {
    says: [formula('5c 5c $0.05 $0.10')],
    others: [
      ...fromPrices({ sources: ['bfl', 'guide'], text: '0.05', edit: '0.05' }),
      ...fromPrices({
        sources: ['bflOld'],
        text: '0.06',
        edit: '0.12',
        wrong: 'BFL’s price before 28 January 2026',
      }),
      byMillions({ firstMegapixel: '0.05', furtherMegapixel: '0.05' }),
    ],
  },
  'flux-2-max': {
    says: [formula('7c 3c $0.07 $0.10')],
    others: [
      ...fromPrices({ sources: ['bfl', 'guide'], text: '0.07', edit: '0.07' }),
      byMillions({ firstMegapixel: '0.07', furtherMegapixel: '0.03' }),
      {
        source: 'based',
        rule: perMegapixel({ everyMegapixel: '0.07' }),
        says: 'Max costs $0.07 per megapixel',
        upTo: 4,
        wrong: onlyFirst,
      },
    ],
  },
  'flux-2-dev': {
    says: [],
    others: [
      {
        source: 'bflOld',
        rule: image('0'),
        says: 'Free | Free',
        wrong: 'Free to run oneself; BFL makes no picture with it',
      },
    ],
  },
  'flux-1-kontext-pro': {
    says: ['4 credits $0.04'],
    others: [
      ...perImage({ path: 'flux-kontext', credits: '4', each: '0.04' }),
      { source: 'guide', rule: image('0.04'), says: '$0.04 | $0.04' },
    ],
  },
  'flux-1-kontext-max': {
    says: ['8 credits $0.08'],
    others: [
      ...perImage({ path: 'flux-kontext-max', credits: '8', each: '0.08' }),
      { source: 'guide', rule: image('0.08'), says: '$0.08 | $0.08' },
    ],
  },
  'flux-1.1-pro': {
    says: ['4 credits $0.04'],
    others: [
      ...perImage({ path: 'flux-pro-1.1', credits: '4', each: '0.04' }),
      {
        source: 'zaro',
        rule: perMegapixel({ everyMegapixel: '0.04' }),
        says: 'image generation requests costing $0.04 per megapixel',
        upTo: 4,
        wrong:
          'BFL bills per image, and makes 1440 pixels a side at most; per megapixel is fal’s price',
      },
    ],
  },
  'flux-1.1-pro-ultra': {
    says: ['6 credits $0.06'],
    others: [
      ...perImage({ path: 'flux-pro-1.1-ultra', credits: '6', each: '0.06' }),
      {
        source: 'based',
        rule: perMegapixel({ everyMegapixel: '0.06' }),
        says: 'Ultra (high-resolution): $0.06 per megapixel',
        upTo: 4,
        wrong: 'It is $0.06 per image',
      },
    ],
  },
  'flux-1.1-pro-raw': {
    says: ['6 credits $0.06'],
    others: perImage({ path: 'flux-pro-1.1-raw', credits: '6', each: '0.06' }),
  },
  'flux-1-fill-pro': {
    says: ['5 credits $0.05'],
    others: perImage({ path: 'flux-pro-1.0-fill', credits: '5', each: '0.05' }),
  },
  'flux-1-dev': { says: ['Flux Dev ($0.025/image)'] },
  'flux-1-schnell': { says: [] },
};

/**
 * A row of BFL's table: the first and each further megapixel in cents, then the price of one
 * megapixel without and with a reference.
 */
function formula(cells: string): string {
  return `${cells} … (firstMP + (outputMP-1) * mpPrice) + (inputMP * mpPrice)`;
}

/**
 * The prices in a table of “from” prices, which hold for one megapixel: without and with a
 * reference image. On BFL's page, in its January copy, and in the guide that quotes it.
 */
function fromPrices(table: {
  readonly sources: readonly OtherPrice['source'][];
  readonly text: string;
  readonly edit: string;
  readonly wrong?: string;
}): OtherPrice[] {
  return table.sources.flatMap((source) =>
    (['text', 'edit'] as const).map((when) => ({
      source,
      rule: image(table[when]),
      says: `from $${table[when]}`,
      when,
      upTo: 1,
      wrong: table.wrong ?? least,
    })),
  );
}

function twoMegapixels(source: OtherPrice['source']): OtherPrice {
  return {
    source,
    rule: perMegapixel({ firstMegapixel: '0.014', furtherMegapixel: '0.001' }),
    says: '$0.014 + $0.001 = $0.015',
    when: 'text',
    upTo: 4,
    wrong: least,
  };
}

/**
 * The price if a megapixel were 1,000,000 pixels, which is the guide's definition. It moves the
 * boundary of every price step.
 */
function byMillions(amounts: Flux2Amounts): OtherPrice {
  const rule: MegapixelRule = { ...flux2(amounts), pixels: 1e6 };
  return {
    source: 'guide',
    rule,
    says: 'One megapixel is one million pixels',
    upTo: 4,
    wrong: 'BFL bills by 1,048,576 pixels: it counted 1920×1080 as 1.98 megapixels',
  };
}

/** The same fixed price in three sources: BFL's repository, the guide, and BFL's January page. */
function perImage(price: {
  readonly path: string;
  readonly credits: string;
  readonly each: string;
}): OtherPrice[] {
  const { path, credits, each } = price;
  const rule = image(each);
  return [
    { source: 'formula', rule, says: `/v1/${path} $${each}` },
    { source: 'guide', rule, says: `${credits} | $${each}` },
    { source: 'bflOld', rule, says: `${credits} credits $${each}` },
  ];
}
