import { decides, type Rows } from './offer.js';
import { flux2, image, type Flux2Amounts } from './rules.js';
import { flux1Sizes, flux2Sizes, shapes } from './sizes.js';
import { flux2Day, source, undated } from './source.js';

/** Where the prices of Black Forest Labs were read. Words are in `bfl-words.ts`, which comes later. */
export const bflSources = {
  bfl: {
    ...source('BFL price list', '2026-06-01'),
    url: 'https://docs.bfl.ai/quick_start/pricing',
  },
  formula: {
    ...source('BFL price formula', '2026-02-03'),
    url: 'https://github.com/black-forest-labs/skills/blob/d0793c8/skills/bfl-api/SKILL.md',
  },
  based: {
    ...undated('BasedLabs’ guide', flux2Day, 'third-party'),
    url: 'https://www.basedlabs.ai/articles/flux-pro-api-pricing-and-code-examples',
  },
};

const kontext = shapes({ megapixels: 1 });
const ultra = shapes({ megapixels: 4 });

/** Black Forest Labs' own API, cheapest first, as `firstPrices` asks. One credit is $0.01. */
export const bfl = {
  'flux-2-klein-4b': byFormula({
    references: 4,
    firstMegapixel: '0.014',
    furtherMegapixel: '0.001',
  }),
  'flux-2-klein-9b': byFormula({
    references: 4,
    firstMegapixel: '0.015',
    furtherMegapixel: '0.002',
  }),
  'flux-1-dev': { sizes: flux1Sizes, references: 0, prices: [decides('based', image('0.025'))] },
  'flux-2-pro': byFormula({ references: 8, firstMegapixel: '0.03', furtherMegapixel: '0.015' }),
  'flux-2-dev': { sizes: flux2Sizes, references: 4, notHosted: 'local only', prices: [] },
  'flux-1-kontext-pro': { sizes: kontext, references: 4, prices: perImage('0.04') },
  'flux-1.1-pro': { sizes: flux1Sizes, references: 0, prices: perImage('0.04') },
  'flux-2-flex': byFormula({ references: 8, firstMegapixel: '0.05', furtherMegapixel: '0.05' }),
  'flux-1.1-pro-ultra': { sizes: ultra, references: 0, prices: perImage('0.06') },
  'flux-1.1-pro-raw': { sizes: ultra, references: 0, prices: perImage('0.06') },
  'flux-2-max': byFormula({ references: 8, firstMegapixel: '0.07', furtherMegapixel: '0.03' }),
  'flux-1-kontext-max': { sizes: kontext, references: 4, prices: perImage('0.08') },
  'flux-1-fill-pro': {
    sizes: shapes(),
    references: 1,
    needsReference: true,
    mask: 'white',
    prices: perImage('0.05'),
  },
  'flux-1-schnell': {
    sizes: flux1Sizes,
    references: 0,
    notHosted: 'hosted by others',
    prices: [],
  },
} as const satisfies Rows<keyof typeof bflSources>;

/** FLUX.2, and the most references it takes. */
function byFormula({ references, ...amounts }: Flux2Amounts & { readonly references: number }) {
  return { sizes: flux2Sizes, references, prices: [decides('formula', flux2(amounts))] } as const;
}

function perImage(each: string) {
  return [decides('bfl', image(each))] as const;
}
