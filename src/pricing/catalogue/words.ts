/**
 * What the page of a bundled price says: the words, the page if it is not the usual one of the
 * source, and a doubt if there is one.
 */
export type Words = readonly [says: string, page?: string, doubt?: string];

/**
 * The usual page of each source, without `https://`. Missing where the address of the copy is
 * unknown.
 */
export const pages: Readonly<Record<string, string>> = {
  bfl: 'docs.bfl.ai/quick_start/pricing',
  formula: 'github.com/black-forest-labs/skills/blob/d0793c8/skills/bfl-api/SKILL.md',
  based: 'www.basedlabs.ai/articles/flux-pro-api-pricing-and-code-examples',
  puter: 'github.com/HeyPuter/puter/blob/587fe5cd/src/docs/src/AI/image-models.md',
  replicate: 'github.com/HeyPuter/puter/blob/587fe5cd/src/docs/src/AI/image-models.md',
  puterTogether:
    'github.com/HeyPuter/puter/blob/8307e8c9/src/backend/drivers/ai-image/providers/together/models.ts',
  together:
    'github.com/HeyPuter/puter/blob/8307e8c9/src/backend/drivers/ai-image/providers/together/models.ts',
  falKlein: 'fal.ai/learn/devs/flux-2-klein-user-guide',
  openrouter: 'openrouter.ai/black-forest-labs/flux.2-flex',
  pollinations: 'github.com/pollinations/pollinations/blob/0047731e/shared/registry/image.ts',
  own: 'developer.puter.com/tutorials/flux-api-pricing/',
};

const fast: Words = [`go_fast=true: ${perMegapixel('0.012')[0]}`];

const klein4 = row('1.4c 0.1c $0.014 $0.015');
const pro = row('3c 1.5c $0.03 $0.045');
const max = row('7c 3c $0.07 $0.10');

/**
 * `provider route model` → the words of its prices, in the order of the catalogue. The route is
 * left out where there is none.
 */
export const words: Readonly<Record<string, readonly Words[]>> = {
  'puter replicate flux-2-pro': [perMegapixel('0.015', '0.015')],
  'puter replicate flux-2-klein-4b': [perMegapixel('0.001')],
  'puter replicate flux-2-klein-9b': [perMegapixel('0.011')],
  'puter replicate flux-2-dev': [fast],
  'puter replicate flux-1.1-pro': [perOutput('0.04')],
  'puter replicate flux-1-schnell': [perOutput('0.003')],
  'puter together flux-2-pro': [cost('per-image', 3)],
  'puter together flux-2-flex': [cost('per-image', 3)],
  'puter together flux-2-dev': [cost('per-image', 1.54)],
  'puter together flux-2-max': [cost('1MP', 7)],
  'puter together flux-1.1-pro': [cost('1MP', 4)],
  'puter together flux-1-kontext-pro': [cost('1MP', 4)],
  'puter together flux-1-kontext-max': [cost('1MP', 8)],
  'puter together flux-1-schnell': [cost('1MP', 0.27)],
  'puter together togetherai:black-forest-labs/flux.1-krea-dev': [cost('1MP', 2.5)],
  'puter together togetherai:rundiffusion/juggernaut-pro-flux': [cost('1MP', 0.49)],
  'puter together togetherai:rundiffusion/juggernaut-lightning-flux': [cost('1MP', 0.17)],
  'puter cloudflare flux-2-dev': [
    ['$0.00021 per input tile per step; $0.00041 per output tile per step'],
  ],
  'puter cloudflare flux-2-klein-4b': [['$0.000059 per input tile; $0.000287 per output tile']],
  'puter cloudflare flux-2-klein-9b': [
    ['$0.015 for the first output MP; $0.002 per additional output MP; $0.002 per input MP'],
  ],
  'puter cloudflare flux-1-schnell': [['$0.0000528 per output tile; $0.0001056 per step']],
  'bfl flux-2-klein-4b': [klein4],
  'bfl flux-2-klein-9b': [row('1.5c 0.2c $0.015 $0.017')],
  'bfl flux-2-pro': [pro],
  'bfl flux-2-flex': [row('5c 5c $0.05 $0.10')],
  'bfl flux-2-max': [max],
  'bfl flux-1-kontext-pro': [credits(4)],
  'bfl flux-1-kontext-max': [credits(8)],
  'bfl flux-1.1-pro': [credits(4)],
  'bfl flux-1.1-pro-ultra': [credits(6)],
  'bfl flux-1.1-pro-raw': [credits(6)],
  'bfl flux-1-fill-pro': [credits(5)],
  'bfl flux-1-dev': [['Flux Dev ($0.025/image)']],
  'fal flux-2-klein-4b': [
    ['The Base model ($0.009/MP) … the Distilled variant ($0.014/MP)'],
    lumenfall(
      '4b',
      '0.0050',
      'fal’s guide has $0.009 and $0.014; for klein 9B fal’s own page bears Lumenfall out',
    ),
    lumenfall('4b', '0.0100'),
  ],
  'fal flux-2-klein-9b': [
    fal('flux-2/klein/9b/llms.txt', '$0.006 per megapixels'),
    lumenfall('9b', '0.0110'),
  ],
  'fal flux-2-pro': [
    fal(
      'flux-2-pro',
      '**$0.03** for the first megapixel of output, plus **$0.015** per extra megapixel of input and output',
    ),
  ],
  'fal flux-2-flex': [
    fal('flux-2-flex', '$0.05 per megapixel on BOTH input and output side, rounded up'),
  ],
  'fal flux-2-max': [
    fal(
      'flux-2-max/edit/llms.txt',
      'The first processed megapixel will cost **$0.07**. Each additional megapixel will cost **0.03**.',
    ),
  ],
  'fal flux-1-kontext-pro': [fal('flux-pro/kontext', '$0.04 per image')],
  'fal flux-1-kontext-max': [fal('flux-pro/kontext/max', '$0.08 per image')],
  'fal flux-1.1-pro': [fal('flux-pro/v1.1', '$0.04 per megapixel')],
  'fal flux-1.1-pro-ultra': [fal('flux-pro/v1.1-ultra', '$0.06 per image')],
  'fal flux-1-dev': [fal('flux/dev', '$0.025 per megapixel')],
  'fal flux-1-schnell': [fal('flux/schnell', '$0.003 per megapixel')],
  'replicate flux-2-pro': [perMegapixel('0.015', '0.015')],
  'replicate flux-2-klein-4b': [perMegapixel('0.001')],
  'replicate flux-2-dev': [fast],
  'replicate flux-2-flex': [perMegapixel('0.06')],
  'replicate flux-2-max': [perMegapixel('0.03', '0.04')],
  'replicate flux-1.1-pro': [perOutput('0.04')],
  'replicate flux-1.1-pro-ultra': [perOutput('0.06')],
  'replicate flux-1-kontext-pro': [perOutput('0.04')],
  'replicate flux-1-kontext-max': [perOutput('0.08')],
  'replicate flux-1-dev': [perOutput('0.025')],
  'replicate flux-1-schnell': [perOutput('0.003')],
  'together flux-2-pro': [cost('per-image', 3)],
  'together flux-2-flex': [cost('per-image', 3)],
  'together flux-2-dev': [cost('per-image', 1.54)],
  'together flux-2-max': [cost('1MP', 7)],
  'together flux-1.1-pro': [cost('1MP', 4)],
  'together flux-1-kontext-pro': [cost('1MP', 4)],
  'together flux-1-kontext-max': [cost('1MP', 8)],
  'together flux-1-schnell': [cost('1MP', 0.27)],
  'deepinfra flux-2-dev': [
    [
      '$0.01 x (width / 1024) x (height / 1024) x (iters / 28)',
      'deepinfra.com/black-forest-labs/FLUX-2-dev/api',
    ],
  ],
  'deepinfra flux-2-pro': [['DeepInfra: around $0.07 per image']],
  'deepinfra black-forest-labs/FLUX-pro': [
    ['$0.05 / image', 'deepinfra.com/black-forest-labs/FLUX-pro/api'],
  ],
  'aigateway flux-2-klein-9b': [
    [
      'priced at $0.040 per image … A $100 top-up funds $95 of provider calls. … Paid tier starts at a $5 top-up',
    ],
  ],
  'openrouter flux-2-klein-4b': [klein4],
  'openrouter flux-2-pro': [pro],
  'openrouter flux-2-flex': [['$0.06 for each megapixel on both input and output side']],
  'openrouter flux-2-max': [max],
  'pollinations flux-1-schnell': [['0.002, // per image']],
  'pollinations kontext': [['0.04, // per image']],
  'openai-compatible default': [['on your own hardware has no per-image fee']],
  'openai-compatible *': [['on your own hardware has no per-image fee']],
};

function perMegapixel(each: string, run?: string): Words {
  return [`${run ? `$${run} per run + ` : ''}$${each} per input MP + $${each} per output MP`];
}

function perOutput(each: string): Words {
  return [`$${each} per output image`];
}
function cost(key: 'per-image' | '1MP', cents: number): Words {
  return [`costs: { '${key}': ${cents} }`];
}
function credits(cents: number): Words {
  return [`${cents} credits $0.0${cents}`];
}
/**
 * A row of BFL's table: the first and each further megapixel in cents, then the price of one
 * megapixel without and with a reference.
 */
function row(cells: string): Words {
  return [`${cells} … (firstMP + (outputMP-1) * mpPrice) + (inputMP * mpPrice)`];
}
function fal(model: string, says: string): Words {
  return [says, `fal.ai/models/fal-ai/${model}`];
}
function lumenfall(size: string, each: string, ...doubt: readonly [string?]): Words {
  return [
    `$${each}/megapixel`,
    `lumenfall.ai/models/black-forest-labs/flux.2-klein-${size}`,
    ...doubt,
  ];
}
